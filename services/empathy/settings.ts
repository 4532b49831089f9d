import { z } from "zod";

/** Where the service's user lives, and who is told of a crisis. */
export const SupportSettings = z.strictObject({
  region: z.string().regex(/^[A-Za-z]{2}$/, "must be two letters, such as DE").optional().describe(
    "Country whose crisis lines are shown (ISO 3166-1); from the system's locale if not set.",
  ),
  alert_at: z.enum(["never", "high", "imminent"]).default("imminent").describe(
    "From which risk on the contacts below are told of a crisis; without a contact nobody is.",
  ),
  webhook_url: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional()
    .describe("Address that an alert is posted to as JSON. Secret."),
  smtp_url: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional()
    .describe("Mail server for alerts, such as smtps://user:password@mail.example.org. Secret."),
  mail_to: z.email().optional().describe("Who gets alerts by e-mail; needs support.smtp_url."),
  mail_from: z.email().optional().describe("Sender of alerts by e-mail; support.mail_to if not set."),
  include_text: z.boolean().default(false).describe("Send the message's own words with an alert."),
});
export type SupportSettings = z.infer<typeof SupportSettings>;
