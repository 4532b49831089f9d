import { MorganError } from "../../lib/errors.ts";
import { MAPPING, PLUTCHIK } from "./classifier/mapping.ts";
import type { Emotion } from "./contract.ts";
import { feelingOf, FEELINGS } from "./feelings.ts";

/** Confidence of a refined feeling that the classifier did not see at all. */
const UNSEEN = 0.5;

/** What a message shows once somebody who judges better has named the feeling. Throws `invalid_input` for an unknown name. */
export function refine(detected: Emotion, name: string): Emotion {
  if (!FEELINGS.has(name)) {
    throw new MorganError("invalid_input", `There is no feeling ${name}.`, {
      hint: "Give one of the labels that /api/detect_emotion lists.",
      details: { field: "refined" },
    });
  }
  const feeling = feelingOf(name);
  const shares = MAPPING[feeling.label].plutchik;
  const plutchik = { ...detected.plutchik };
  for (const part of PLUTCHIK) plutchik[part] = shares[part] ?? 0;
  const seen = detected.labels.find(({ label }) => label === feeling.label)?.score ?? 0;
  return {
    ...detected,
    emotion: feeling.name,
    confidence: Math.max(seen, UNSEEN),
    intensity: feeling.intensity,
    ...feeling.dimensions,
    plutchik,
    mixed: detected.mixed.filter(({ emotion }) => emotion !== feeling.name),
    evidence: [...detected.evidence, { kind: "refined", feeling: feeling.name }],
  };
}
