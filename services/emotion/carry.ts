import type { Emotion } from "./contract.ts";

/** Messages of the user before this one that count. */
export const LOOK_BACK = 3;
/** What is left of a feeling after each further message of the user. */
const FADING = 0.6;
/** A feeling that is carried over has faded at least this much. */
const CARRIED = 0.7;
/** Below this the message itself does not say enough. */
const UNSURE = 0.4;
/** The least weight at which an earlier feeling is carried over. */
const LEAST = 0.35;

const CONTINUES =
  /^(?:yes|yeah|yep|no|nope|still|again|same|it|that|this|exactly|and|but|so|nothing|always|every time|i know|i guess|i tried|same here|me too)\b|\b(?:again|still|as before|same (?:thing|problem|error|issue))\b/;

/**
 * A short message that goes on where the last ones stopped ("still the same", "it happened again") carries their feeling on, weaker with each
 * message between; one that speaks for itself does not.
 *
 * @param before what the user's messages before this one showed, the latest first
 */
export function inContext(text: string, now: Emotion, before: readonly Emotion[]): Emotion {
  const lower = text.trim().toLowerCase();
  const short = lower.split(/\s+/).length <= 8;
  const silent = now.evidence.length === 0 && (now.emotion === "neutral" || now.confidence < UNSURE);
  if (!silent || !short || !CONTINUES.test(lower)) return now;
  let best: { emotion: Emotion; weight: number } | undefined;
  for (const [age, emotion] of before.slice(0, LOOK_BACK).entries()) {
    const weight = emotion.confidence * FADING ** (age + 0.5);
    if (emotion.emotion !== "neutral" && weight >= LEAST && weight > (best?.weight ?? 0)) {
      best = { emotion, weight };
    }
  }
  if (!best) return now;
  const { emotion, weight } = best;
  return {
    ...emotion,
    confidence: Math.round(weight * 10_000) / 10_000,
    intensity: Math.round(emotion.intensity * CARRIED * 10_000) / 10_000,
    mixed: [],
    others: now.others,
    evidence: [{ kind: "context", feeling: emotion.emotion }],
    model: now.model,
  };
}
