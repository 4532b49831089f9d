import type { CrisisKind, Risk } from "../contract.ts";

/**
 * All that a contact is told: that, when and of what kind. No name, no conversation, and the words only where
 * `support.include_text` is set.
 */
export interface Alert {
  event: "morgan.crisis";
  /** The same for every attempt to send it, so that a receiver can tell repetitions. */
  id: string;
  /** ISO 8601. */
  at: string;
  risk: Risk;
  kinds: CrisisKind[];
  text?: string;
}

/** One way to reach a contact. Throws a `MorganError` that names what failed. */
export interface Channel {
  name: "webhook" | "mail";
  send(alert: Alert, signal: AbortSignal): Promise<void>;
}
