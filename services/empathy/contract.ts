import { z } from "zod";
import { LANGUAGES } from "./language.ts";

export const Risk = z.enum(["none", "low", "high", "imminent"]);
export type Risk = z.infer<typeof Risk>;

/** What a message in danger is about. */
export const CrisisKind = z.enum([
  "suicide",
  "self_harm",
  "eating",
  "abuse",
  "violence",
  "medical",
  "poisoning",
  "other_person",
  "distress",
]);
export type CrisisKind = z.infer<typeof CrisisKind>;

export const Tone = z.enum(["neutral", "warm", "calm", "gentle", "encouraging", "celebrating", "caring"]);
export type Tone = z.infer<typeof Tone>;

/** What the emotion service tells of a text; a label alone will do. Further fields are let through. */
const EmotionResult = z.looseObject({
  emotion: z.string().min(1).max(64),
  confidence: z.number().min(0).max(1).optional(),
  intensity: z.number().min(0).max(1).optional(),
  valence: z.number().optional(),
  arousal: z.number().optional(),
  dominance: z.number().optional(),
  whose: z.string().optional().describe("`user`, or who else feels it; only the user's own is answered."),
});

/** `POST /api/empathy_response`. */
export const EmpathyRequest = z.object({
  text: z.string().min(1).max(100_000),
  emotion: z.union([z.string().min(1).max(64), EmotionResult]).optional().describe(
    "A label such as `frustration`, or what /api/detect_emotion gave. Judged by the text alone if left out.",
  ),
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })).max(200).optional()
    .describe("The conversation before the text, oldest first."),
  locale: z.string().max(32).optional().describe("Such as `de-AT`; says the region where no setting does."),
  region: z.string().regex(/^[A-Za-z]{2}$/).optional().describe("Country (ISO 3166-1), before all settings."),
}).meta({ id: "EmpathyRequest" });
export type EmpathyRequest = z.input<typeof EmpathyRequest>;

/** One place that helps. `numbers` and `text` are there only where they were checked in a source. */
export const Resource = z.object({
  name: z.string(),
  kind: z.enum(["emergency", "helpline", "directory"]),
  numbers: z.array(z.string()),
  text: z.string().optional().describe("The number for text messages."),
  hours: z.string().optional(),
  web: z.string().optional(),
  source: z.string(),
  checked: z.string().optional().describe("The day on which the number was checked in a source."),
}).meta({ id: "CrisisResource" });
export type Resource = z.infer<typeof Resource>;

/** What became of the alert to the configured contacts; absent where none was due. */
export const AlertResult = z.object({
  sent: z.array(z.enum(["webhook", "mail"])),
  failed: z.array(z.object({ channel: z.enum(["webhook", "mail"]), reason: z.string() })),
  pending: z.array(z.enum(["webhook", "mail"])).describe("Still being tried when the answer was given."),
}).meta({ id: "AlertResult" });
export type AlertResult = z.infer<typeof AlertResult>;

export const EmpathyResponse = z.object({
  risk: Risk,
  risk_kinds: z.array(CrisisKind),
  risk_reasons: z.array(z.string()).describe("Which features of the text led to the risk."),
  tone: Tone,
  emotion: z.string().describe("The feeling that is answered; `neutral` if none is."),
  language: z.enum(LANGUAGES).describe("Of the text and the opening."),
  directives: z.array(z.string()).describe("Short instructions for a language model's system prompt."),
  manner: z.string().describe("The directive on tone alone, for a reply whose opening is given already."),
  opening: z.string().describe(
    "What an answer begins with where no model words it; empty for neutral texts.",
  ),
  resources: z.array(Resource),
  alert: AlertResult.optional(),
}).meta({ id: "EmpathyResponse" });
export type EmpathyResponse = z.infer<typeof EmpathyResponse>;

/** `POST /api/check_reply`: what a reply to a message breaks of the rules of empathy. */
export const CheckRequest = z.object({
  reply: z.string().min(1).max(100_000),
  text: z.string().min(1).max(100_000).describe("The message that is replied to."),
  emotion: z.string().min(1).max(64).default("neutral").describe("The feeling that is answered."),
  language: z.enum(LANGUAGES),
  risk: Risk.default("none"),
  facts: z.array(z.string()).max(200).optional().describe(
    "What numbers and quotations may be taken from beside the message; not looked at if left out.",
  ),
}).meta({ id: "CheckRequest" });
export type CheckRequest = z.input<typeof CheckRequest>;

export const CheckResponse = z.object({
  broken: z.array(z.object({ rule: z.string().describe("Such as `minimises`."), meaning: z.string() })),
}).meta({ id: "CheckResponse" });
export type CheckResponse = z.infer<typeof CheckResponse>;
