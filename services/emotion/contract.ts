import { z } from "zod";
import { PLUTCHIK } from "./classifier/mapping.ts";
import { EKMAN, LABELS, SENTIMENT } from "./labels.ts";

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
    kind: z.enum(["stated", "phrase", "cause", "emoji", "denied", "irony", "plain", "others", "context"]),
    feeling: z.string().optional(),
    quote: z.string().optional(),
  })).describe("What decided beside the classifier."),
  model: z.enum(["ngrams", "embedding", "encoder"]),
}).meta({ id: "Emotion" });
export type Emotion = z.infer<typeof Emotion>;

const text = z.string().trim().min(1).max(100_000);

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
}).meta({ id: "DetectRequest" });
export type DetectRequest = z.infer<typeof DetectRequest>;

export const DetectResponse = z.union([Emotion, z.object({ results: z.array(Emotion) })]);
