import type { Risk, Tone } from "./contract.ts";
import { type FeelingGroup, FEELINGS } from "./feelings.ts";
import type { Mood } from "./mood.ts";

const TONES: Readonly<Record<FeelingGroup, Tone>> = {
  anger: "calm",
  sadness: "gentle",
  fear: "calm",
  strain: "encouraging",
  joy: "celebrating",
  thanks: "warm",
};

/** The tone that fits a feeling; a danger goes before any. */
export function toneOf(mood: Mood, risk: Risk): Tone {
  if (risk === "high" || risk === "imminent") return "caring";
  if (!mood.feeling) return risk === "low" ? "gentle" : "neutral";
  const { group } = FEELINGS[mood.feeling];
  return risk === "low" && (group === "joy" || group === "thanks") ? "gentle" : TONES[group];
}

const MANNERS: Readonly<Record<Tone, string>> = {
  neutral: "Answer the matter plainly, without any remark on feelings.",
  warm: "Write in a warm and plain tone.",
  calm: "Write in a calm, steady tone with short sentences; do not match the anger or alarm.",
  gentle: "Write gently and without haste; one thought a sentence.",
  encouraging: "Write in an encouraging tone and give one small step at a time.",
  celebrating: "Share the good moment briefly, then answer.",
  caring:
    "Write with care, directly and in short sentences. The person's safety comes before everything else.",
};

/** How to write, as an instruction. */
export function toneDirective(tone: Tone): string {
  return MANNERS[tone];
}
