import { z } from "zod";
import { TimeZone, UserId, words } from "../../lib/schemas.ts";
import { PLUTCHIK } from "./classifier/mapping.ts";
import { EKMAN, isLabel, LABELS, SENTIMENT } from "./labels.ts";

export { isLabel, LABELS };

const unit = z.number().min(0).max(1);
const bipolar = z.number().min(-1).max(1);

/** How a person feels, as one message shows it. */
export const Emotion = z.object({
  emotion: z.string().describe("The finest name, such as frustration; neutral where there is none."),
  confidence: unit.describe("How likely the message shows this feeling."),
  intensity: unit,
  valence: bipolar.describe("Unpleasant to pleasant."),
  arousal: bipolar.describe("Calm to stirred."),
  dominance: bipolar.describe("Powerless to in control."),
  plutchik: z.record(z.enum(PLUTCHIK), unit).describe("Shares that add up to 1."),
  labels: z.array(z.object({ label: z.enum(LABELS), score: unit, active: z.boolean() })).describe(
    "GoEmotions' 28.",
  ),
  ekman: z.record(z.enum(Object.keys(EKMAN)), unit),
  sentiment: z.record(z.enum(Object.keys(SENTIMENT)), unit),
  mixed: z.array(z.object({ emotion: z.string(), confidence: unit })).describe("Further feelings."),
  others: z.array(z.object({ who: z.string(), emotion: z.string(), quote: z.string() })).describe(
    "Feelings of other people that the message tells of.",
  ),
  evidence: z.array(z.object({
    kind: z.enum([
      "stated",
      "phrase",
      "cause",
      "exclamation",
      "emoji",
      "denied",
      "irony",
      "plain",
      "others",
      "context",
      "refined",
    ]),
    feeling: z.string().optional(),
    quote: z.string().optional(),
  })).describe("What decided beside the classifier."),
  model: z.enum(["ngrams", "embedding", "encoder"]),
  degraded: z.boolean().optional().describe("A better model is configured and did not answer."),
}).meta({ id: "Emotion" });
export type Emotion = z.infer<typeof Emotion>;

const text = words(100_000);

/** How the user feels, without what led to it. */
export const Feeling = Emotion.pick({
  emotion: true,
  confidence: true,
  intensity: true,
  valence: true,
  arousal: true,
  dominance: true,
  plutchik: true,
  mixed: true,
}).meta({ id: "Feeling" });
export type Feeling = z.infer<typeof Feeling>;

/** What was said before, the oldest first. */
export const History = z.array(
  z.object({ role: z.enum(["user", "assistant"]), text: z.string().max(100_000) }),
)
  .max(50);
export type History = z.infer<typeof History>;

/** `POST /api/detect_emotion`. */
export const DetectRequest = z.object({
  text: text.optional(),
  texts: z.array(text).min(1).max(256).optional(),
  history: History.optional().describe("The conversation before the text."),
}).superRefine((request, issues) => {
  if ((request.text === undefined) !== (request.texts === undefined)) return;
  issues.addIssue({ code: "custom", path: ["text"], message: "give either text or texts" });
}).meta({ id: "DetectRequest", oneOf: [{ required: ["text"] }, { required: ["texts"] }] });
export type DetectRequest = z.infer<typeof DetectRequest>;

export const DetectResponse = z.union([Emotion, z.object({ results: z.array(Emotion) })]);

/** `GET /api/model`: which model answers. Fails where the model's file is missing or does not fit. */
export const EmotionModel = z.object({ model: z.enum(["ngrams", "embedding", "encoder"]) }).meta({
  id: "EmotionModel",
});
export type EmotionModel = z.infer<typeof EmotionModel>;

/** `POST /api/track_emotion`: detects and stores what a user's message shows. */
export const TrackRequest = z.object({
  message_id: z.uuid(),
  text,
  history: History.optional(),
  refined: z.string().min(1).max(64).optional().describe(
    "A label that somebody who judges better gave, in place of the classifier's guess.",
  ),
}).meta({ id: "TrackRequest" });
export type TrackRequest = z.infer<typeof TrackRequest>;

/** `GET /api/mood`. */
export const MoodQuery = z.object({
  user_id: UserId,
  days: z.coerce.number().int().min(1).max(3650).default(30),
  time_zone: TimeZone.default("UTC").describe(
    "The user's, such as `Pacific/Auckland`, so that days and hours are theirs.",
  ),
});
export type MoodQuery = z.input<typeof MoodQuery>;

const time = z.string().describe("ISO 8601");

/** What a user's history of feelings tells. */
export const MoodResponse = z.object({
  states: z.number().int().describe("Messages in these days."),
  now: bipolar.nullable().describe("Valence now, earlier messages fading with a half-life of a day."),
  trend: z.enum(["rising", "falling", "level", "unknown"]),
  slope: z.number().describe("Valence a day."),
  p: unit.describe("How easily chance alone would give such a trend."),
  days: z.array(z.object({
    day: z.string(),
    messages: z.number().int(),
    valence: bipolar,
    intensity: unit,
    emotion: z.string(),
  })),
  shifts: z.array(z.object({ at: time, from: bipolar, to: bipolar })),
  episodes: z.array(z.object({
    from: time,
    to: time,
    emotion: z.string(),
    message_id: z.string(),
    messages: z.number().int(),
    intensity: unit,
    significance: unit,
  })),
  patterns: z.array(z.object({
    type: z.enum(["recurring", "escalating", "alternating", "time_of_day"]),
    emotion: z.string(),
    frequency: z.number().int(),
    intensity: unit,
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
  })),
  triggers: z.array(z.object({
    keyword: z.string(),
    emotion: z.string(),
    frequency: z.number().int(),
    last: time,
    z: z.number(),
  })),
  recovery: z.object({
    baseline: bipolar,
    dips: z.number().int(),
    median_hours: z.number().nullable(),
    resilience: unit.nullable().describe("Chance that a low moment is over within a day."),
  }),
  coping: z.array(z.object({
    strategy: z.string(),
    used: z.number().int(),
    effect: z.number(),
    helped: unit,
  })),
  suggested: z.array(z.string()).describe("Ways of coping to offer, what helped this user first."),
}).meta({ id: "Mood" });
export type MoodResponse = z.infer<typeof MoodResponse>;

/** `DELETE /api/emotions`. */
export const EraseQuery = z.object({
  user_id: UserId,
  older_than_days: z.coerce.number().int().min(0).max(36500).optional().describe("All if not given."),
});
export type EraseQuery = z.input<typeof EraseQuery>;

export const EraseResponse = z.object({ erased: z.number().int() }).meta({ id: "EmotionsErased" });
