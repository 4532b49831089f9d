import { z } from "zod";
import { moment, Name, UserId, words } from "../../lib/schemas.ts";

/** What a preference is about. */
export const PREFERENCE_TYPES = [
  "length",
  "formality",
  "depth",
  "format",
  "language",
  "topic",
  "source",
] as const;
export const PreferenceType = z.enum(PREFERENCE_TYPES);
export type PreferenceType = z.infer<typeof PreferenceType>;

/** The values that a type may have; `language` takes a BCP 47 tag. */
export const PREFERENCE_VALUES = {
  length: ["short", "long"],
  formality: ["formal", "informal"],
  depth: ["simple", "technical"],
  format: ["bullets", "prose"],
  topic: ["more", "less"],
  source: ["trusted", "distrusted"],
} as const satisfies Readonly<Record<Exclude<PreferenceType, "language">, readonly string[]>>;

const Subject = words(500);

/** A preference that the user states, of a type with fixed values. */
function explicit<T extends keyof typeof PREFERENCE_VALUES, S extends z.ZodType>(type: T, subject: S) {
  const error = `${type} must be ${PREFERENCE_VALUES[type].join(" or ")}`;
  return z.object({
    type: z.literal(type),
    subject,
    value: z.enum(PREFERENCE_VALUES[type], { error }).nullable(),
  });
}

/** The turn that something was learned from. */
export const Why = z.object({
  kind: z.enum(["explicit", "feedback", "behaviour", "statement"]),
  text: z.string().describe("Word for word; empty where nothing was said."),
  date: z.string(),
  message_id: z.string().optional(),
  session_id: z.string().optional(),
  feedback_id: z.string().optional(),
}).meta({ id: "Why" });
export type Why = z.infer<typeof Why>;

export const Preference = z.object({
  type: PreferenceType,
  subject: z.string().optional().describe("The topic, or the path of the source."),
  value: z.string(),
  confidence: z.number().describe("0 to 1; it falls with time."),
  since: z.string(),
}).meta({ id: "Preference" });
export type Preference = z.infer<typeof Preference>;

export const Change = z.object({
  id: z.string().describe("For undo and forget."),
  type: z.string(),
  subject: z.string().optional(),
  value: z.string().nullable(),
  before: z.string().nullable(),
  text: z.string().describe("The change in words."),
}).meta({ id: "Change" });
export type Change = z.infer<typeof Change>;

/** Something that happened from which preferences can be read. */
export const Signal = z.object({
  kind: z.enum(["feedback", "message"]),
  text: z.string().max(100_000).default("").describe("The comment, or the message."),
  rating: z.number().int().min(1).max(5).optional(),
  sources: z.array(z.string()).max(50).default([]).describe("Paths that the answer in question cited."),
  message_id: z.string().max(200).optional(),
  session_id: z.string().max(200).optional(),
  feedback_id: z.string().max(200).optional(),
  date: moment.optional(),
}).meta({ id: "Signal" });
export type Signal = z.infer<typeof Signal>;

/** A preference as a user states it; null: no such preference any more. */
export interface ExplicitPreference {
  type: PreferenceType;
  subject?: string | undefined;
  value: string | null;
}
const ExplicitPreference: z.ZodType<ExplicitPreference, ExplicitPreference> = z.discriminatedUnion("type", [
  explicit("length", Subject.optional()),
  explicit("formality", Subject.optional()),
  explicit("depth", Subject.optional()),
  explicit("format", Subject.optional()),
  z.object({
    type: z.literal("language"),
    subject: Subject.optional(),
    value: z.string().max(50).regex(
      /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
      "language must be a language tag such as de or en-GB",
    ).nullable(),
  }),
  explicit("topic", Subject),
  explicit("source", Subject),
]).describe("A `value` of null: no such preference any more.");

/** `POST /api/update_preferences`. */
export const UpdatePreferencesRequest = z.object({
  user_id: UserId,
  signals: z.array(Signal).max(100).default([]),
  preferences: z.array(ExplicitPreference).max(100).default([]),
}).meta({ id: "UpdatePreferencesRequest" });
export type UpdatePreferencesRequest = z.infer<typeof UpdatePreferencesRequest>;

export const UpdatePreferencesResponse = z.object({
  preferences: z.array(Preference),
  changed: z.array(Change),
}).meta({ id: "UpdatePreferencesResponse" });
export type UpdatePreferencesResponse = z.infer<typeof UpdatePreferencesResponse>;

/** `POST /api/observe`: a turn to learn from. What Morgan answered is no source of facts, so it is not taken. */
export const ObserveRequest = z.object({
  user_id: UserId,
  session_id: z.string().max(200).optional(),
  message_id: Name.describe(
    "Of the user's message; the same one is learned from once.",
  ),
  text: z.string().max(100_000).describe("What the user said."),
  sources: z.array(z.string()).max(50).default([]).describe("Paths that the answer before it cited."),
  used: z.array(z.string()).max(50).default([]).describe("Memories that the answer drew on."),
  date: moment.optional(),
}).meta({ id: "ObserveRequest" });
export type ObserveRequest = z.infer<typeof ObserveRequest>;
export const Observed = z.object({ accepted: z.literal(true) }).meta({ id: "Observed" });

export const UserQuery = z.object({ user_id: UserId });

/** `GET /api/adaptation`: what is to be done otherwise for this user. */
export const Adaptation = z.object({
  directives: z.array(z.string()).describe("For a language model's instructions."),
  extractive: z.object({
    sentences: z.number().int().describe("Most sentences that are quoted."),
    format: z.enum(["plain", "bullets"]),
    prefer: z.enum(["simple", "technical"]).optional(),
  }),
  retrieval: z.object({
    weights: z.array(z.object({ path_prefix: z.string(), weight: z.number() })).describe(
      "Factors of a score.",
    ),
    topics: z.array(z.object({ topic: z.string(), weight: z.number() })),
  }),
  about: z.array(z.object({ memory_id: z.string(), text: z.string() })).describe(
    "What the user said of themselves, likeliest to matter first.",
  ),
  preferences: z.array(Preference),
}).meta({ id: "Adaptation" });
export type Adaptation = z.infer<typeof Adaptation>;

export const MEMORY_STATES = ["live", "superseded", "forgotten", "faded", "merged", "undone"] as const;
export const Memory = z.object({
  id: z.string(),
  kind: z.enum(["fact", "preference"]),
  attribute: z.string(),
  subject: z.string().optional(),
  value: z.string().nullable(),
  text: z.string().describe("In words."),
  state: z.enum(MEMORY_STATES),
  confidence: z.number(),
  strength: z.number().describe("0 to 1: falls with time, grows with use."),
  uses: z.number().int(),
  since: z.string(),
  why: Why,
  also: z.array(Why).describe("Later turns that said the same."),
}).meta({ id: "Memory" });
export type Memory = z.infer<typeof Memory>;

/** `GET /api/memories`: newest first. */
export const MemoriesQuery = UserQuery.extend({
  query: words(1000).optional().describe("Only those with these words."),
  kind: z.enum(["fact", "preference"]).optional(),
  all: z.enum(["true", "false"]).default("false").describe("Also what was forgotten, replaced or undone."),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(100).optional(),
});
export type MemoriesQuery = z.input<typeof MemoriesQuery>;
export const MemoryPage = z.object({ memories: z.array(Memory), next: z.string().nullable() })
  .meta({ id: "MemoryPage" });
export type MemoryPage = z.infer<typeof MemoryPage>;

export const MemoryId = z.object({ id: z.string().min(1).max(100) });
export const ForgetQuery = UserQuery.extend({
  for_good: z.enum(["true", "false"]).default("false").describe("Erased at once, without a way back."),
});
export const Forgotten = z.object({ deleted: z.array(z.string()) }).meta({ id: "Forgotten" });
export const Undone = z.object({ memory: Memory, changed: z.array(Change) }).meta({ id: "Undone" });
export type Undone = z.infer<typeof Undone>;

export const KeysQuery = z.object({
  count: z.enum(["true", "false"]).default("true").describe(
    "Also count the values by key, which looks at each.",
  ),
});
export const KeyStatus = z.object({
  file: z.string(),
  current: z.string().describe("Id of the key in use."),
  former: z.array(z.string()).describe("Keys that some values still need."),
  values: z.record(z.string(), z.number().int()).describe("Values by the key that sealed them."),
}).meta({ id: "KeyStatus" });
export type KeyStatus = z.infer<typeof KeyStatus>;
export const KeyRotation = z.object({
  rotated: z.number().int(),
  unreadable: z.number().int(),
  key: z.string(),
}).meta({ id: "KeyRotation" });
export type KeyRotation = z.infer<typeof KeyRotation>;
