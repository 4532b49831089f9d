import { MorganError } from "../../../lib/errors.ts";
import type { Alert, Channel } from "./types.ts";

const TIMEOUT_MS = 5_000;

/** Sends alerts by e-mail over SMTP. */
export function mailChannel(smtpUrl: string, to: string, from: string): Channel {
  return {
    name: "mail",
    async send(alert, signal) {
      signal.throwIfAborted();
      const { createTransport } = await import("nodemailer");
      const address = new URL(smtpUrl);
      const secure = address.protocol === "smtps:";
      const transport = createTransport({
        host: address.hostname,
        port: Number(address.port) || (secure ? 465 : 587),
        secure,
        ...(address.username
          ? {
            auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
          }
          : {}),
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
      });
      const stop = () => transport.close();
      signal.addEventListener("abort", stop, { once: true });
      try {
        await transport.sendMail({ from, to, ...message(alert), messageId: `<${alert.id}@morgan.invalid>` });
      } catch (error) {
        signal.throwIfAborted();
        throw mailError(error);
      } finally {
        signal.removeEventListener("abort", stop);
        transport.close();
      }
    },
  };
}

function message({ at, risk, kinds, text }: Alert): { subject: string; text: string } {
  return {
    subject: `Morgan: a person may be in danger (${risk})`,
    text: [
      `At ${at} a message to Morgan showed signs of danger.`,
      `Risk: ${risk}. Signs of: ${kinds.join(", ")}.`,
      ...(text === undefined ? [] : ["", "The message:", text]),
      "",
      "You get this because your address is set as a contact in this Morgan. Please reach out to the person.",
    ].join("\n"),
  };
}

/** Refusals that another attempt will not change: authentication, addresses (RFC 5321: 5xx is permanent). */
function mailError(error: unknown): MorganError {
  const status = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  return new MorganError(
    status >= 500 ? "invalid_config" : "unavailable",
    status > 0
      ? `The mail server refuses the alert with status ${status}.`
      : "The mail server cannot be reached.",
    { cause: error, hint: "Check support.smtp_url, support.mail_to and support.mail_from." },
  );
}
