import type { Config } from "../../../lib/config/mod.ts";
import { MorganError, toMorganError } from "../../../lib/errors.ts";
import { dependencyPolicy } from "../../../lib/resilience/policy.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { AlertResult, CrisisKind, Risk } from "../contract.ts";
import { atLeast } from "../crisis/mod.ts";
import { mailChannel } from "./mail.ts";
import type { Alert, Channel } from "./types.ts";
import { webhookChannel } from "./webhook.ts";

/** Tells the configured contacts of a crisis. */
export interface Alerter extends AsyncDisposable {
  /** What became of the alert within a short time; `undefined` where none is due. Never throws. */
  alert(crisis: { risk: Risk; kinds: CrisisKind[]; text: string }): Promise<AlertResult | undefined>;
}

/** How an alerter differs from the usual. */
export interface AlerterOptions {
  /** Most milliseconds that the answer waits for the alert, which goes on after them. @default 1500 */
  waitMs?: number;
  /** @default Date.now */
  now?: () => number;
}

/** After an alert that arrived, no further one of the same or a lower risk goes out for so long. */
const QUIET_MS = 10 * 60_000;

const WAIT_MS = 1_500;

/** The alerter of these settings. Throws `invalid_config` where a mail contact is only half set. */
export function createAlerter(
  settings: Config["support"],
  { waitMs = WAIT_MS, now = Date.now }: AlerterOptions = {},
): Alerter {
  const channels = channelsOf(settings).map((channel) => ({
    channel,
    policy: dependencyPolicy(`The contact's ${channel.name}`, {
      attempts: 4,
      firstDelayMs: 250,
      mostDelayMs: 4_000,
    }),
  }));
  const log = serviceLogger("empathy");
  const ending = new AbortController();
  const running = new Set<Promise<unknown>>();
  let last: { risk: Risk; at: number } | undefined;

  async function send({ channel, policy }: typeof channels[number], alert: Alert): Promise<string | null> {
    try {
      await policy.run((signal) => channel.send(alert, signal), ending.signal);
      last = { risk: alert.risk, at: now() };
      log.info("a contact was told of a crisis", {
        channel: channel.name,
        alert: alert.id,
        risk: alert.risk,
      });
      return null;
    } catch (error) {
      log.error("a contact could not be told of a crisis", {
        channel: channel.name,
        alert: alert.id,
        risk: alert.risk,
        ...errorFields(error),
      });
      return toMorganError(error).message;
    }
  }

  return {
    async alert({ risk, kinds, text }) {
      const { alert_at, include_text } = settings;
      if (alert_at === "never" || channels.length === 0 || !atLeast(risk, alert_at)) return undefined;
      if (last && now() - last.at < QUIET_MS && atLeast(last.risk, risk)) return undefined;
      const alert: Alert = {
        event: "morgan.crisis",
        id: crypto.randomUUID(),
        at: new Date(now()).toISOString(),
        risk,
        kinds,
        ...(include_text ? { text } : {}),
      };
      const result: AlertResult = {
        sent: [],
        failed: [],
        pending: channels.map(({ channel }) => channel.name),
      };
      const all = channels.map(async (way) => {
        const reason = await send(way, alert);
        const { name } = way.channel;
        result.pending = result.pending.filter((other) => other !== name);
        if (reason === null) result.sent.push(name);
        else result.failed.push({ channel: name, reason });
      });
      const done = Promise.all(all);
      running.add(done);
      done.finally(() => running.delete(done));
      await Promise.race([done, wait(waitMs, ending.signal)]);
      return structuredClone(result);
    },
    async [Symbol.asyncDispose]() {
      ending.abort(new MorganError("cancelled", "Morgan stops."));
      await Promise.allSettled(running);
    },
  };
}

function channelsOf({ webhook_url, smtp_url, mail_to, mail_from }: Config["support"]): Channel[] {
  if ((smtp_url === undefined) !== (mail_to === undefined)) {
    const missing = smtp_url === undefined ? "support.smtp_url" : "support.mail_to";
    throw new MorganError("invalid_config", `Alerts by e-mail need ${missing}, which is not set.`, {
      hint: `Set ${missing}, or remove the other one.`,
      details: { key: missing },
    });
  }
  return [
    ...(webhook_url ? [webhookChannel(webhook_url)] : []),
    ...(smtp_url && mail_to ? [mailChannel(smtp_url, mail_to, mail_from ?? mail_to)] : []),
  ];
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    Deno.unrefTimer(timer);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
