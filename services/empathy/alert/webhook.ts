import { limitedAbort } from "../../../lib/abort.ts";
import { MorganError } from "../../../lib/errors.ts";
import type { Channel } from "./types.ts";

const TIMEOUT_MS = 5_000;

/** Posts alerts as JSON. The address is not named in errors: it may hold a secret. */
export function webhookChannel(url: string): Channel {
  return {
    name: "webhook",
    async send(alert, signal) {
      using limited = limitedAbort(signal, TIMEOUT_MS);
      let response: Response;
      try {
        response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": alert.id },
          body: JSON.stringify(alert),
          redirect: "error",
          signal: limited.signal,
        });
        await response.body?.cancel();
      } catch (error) {
        signal.throwIfAborted();
        const late = limited.signal.aborted;
        const code = late ? "timeout" : "unavailable";
        throw new MorganError(
          code,
          `The contact's webhook ${late ? "does not answer" : "cannot be reached"}.`,
          {
            cause: error,
            hint: "Check support.webhook_url.",
          },
        );
      }
      if (response.ok) return;
      const passing = response.status >= 500 || response.status === 429;
      throw new MorganError(
        passing ? "unavailable" : "invalid_config",
        `The contact's webhook answers with status ${response.status}.`,
        { hint: "Check support.webhook_url." },
      );
    },
  };
}
