import type { EmotionClassifier } from "./classifier.ts";
import { type Label, LABELS } from "./labels.ts";
import type { State } from "./state.ts";

const START = Date.parse("2026-03-02T08:00:00Z");

/** States for tests: the first at a Monday's 8:00 UTC, each `hours` after the start. */
export function states(...rows: ({ hours: number } & Partial<State>)[]): State[] {
  return rows.map(({ hours, ...own }, i) => ({
    at: new Date(START + hours * 3_600_000),
    conversationId: "talk",
    messageId: `m${i}`,
    emotion: "neutral",
    confidence: 0.8,
    intensity: 0.5,
    valence: 0,
    arousal: 0,
    dominance: 0,
    text: "",
    ...own,
  }));
}

/** A classifier that says what it is told and counts the texts that it is asked about. */
export function fakeClassifier(
  scoresOf: (text: string) => Partial<Record<Label, number>> = () => ({ neutral: 0.9 }),
) {
  const asked: string[] = [];
  const classifier: EmotionClassifier = {
    model: "ngrams",
    classify(texts) {
      asked.push(...texts);
      return Promise.resolve(texts.map((text) => {
        const given = scoresOf(text);
        return {
          labels: LABELS.map((label) => ({ label, score: given[label] ?? 0.01, threshold: 0.3 })),
          ekman: {
            anger: 0,
            disgust: 0,
            fear: 0,
            joy: 0,
            sadness: 0,
            surprise: 0,
            neutral: given.neutral ?? 0.01,
          },
          sentiment: { positive: 0, negative: 0, ambiguous: 0, neutral: given.neutral ?? 0.01 },
          model: "ngrams" as const,
          degraded: false,
        };
      }));
    },
  };
  return { classifier, asked };
}
