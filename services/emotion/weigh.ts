import type { LabelScores } from "./classifier.ts";
import type { Emotion } from "./contract.ts";
import { feelingOf } from "./feelings.ts";
import type { Label } from "./labels.ts";
import type { Reading, Report } from "./language/mod.ts";

/**
 * How far each kind of report is believed before the classifier has a say: statements by what they mean, the others near the share of training
 * texts in which an annotator heard a feeling of that sentiment.
 */
const BELIEF: Record<Report["kind"], number> = {
  stated: 0.95,
  phrase: 0.75,
  cause: 0.75,
  exclamation: 0.4,
  emoji: 0.55,
};
const PAST = 0.65;
/** What is left of the classifier's scores where its evidence belongs to something else than the user's feeling. */
const LEFT = { others: 0.25, plain: 0.25, denied: 0.1, irony: 0.1 };
/** What is left of the chance that a message is not neutral, in those cases. */
const CALM = 0.4;
/** "I'm not happy" says more than that joy is absent. */
const OPPOSITE = 0.6;

/** Every feeling that a message may show, with how likely it is. */
export interface Weighed {
  /** The likeliest first; neutral is among them. */
  feelings: { name: string; weight: number; shift: number }[];
  /** The 28, changed by what the rules found. */
  scores: Map<Label, number>;
  evidence: Emotion["evidence"];
}

/** Joins what the classifier hears with what the rules found. */
export function weigh(scores: LabelScores, reading: Reading): Weighed {
  const evidence: Emotion["evidence"] = [];
  const label = new Map(scores.labels.map(({ label, score }): [Label, number] => [label, score]));
  const weights = new Map<string, { weight: number; shift: number }>();
  const { ironic } = reading;
  const own = reading.own.filter(({ feeling, kind }) =>
    !(ironic > 0 && kind !== "stated" && feelingOf(feeling).dimensions.valence > 0)
  );
  const stated = own.filter(({ negated }) => !negated);

  const calm = () => label.set("neutral", 1 - (1 - (label.get("neutral") ?? 0)) * CALM);
  const lower = (factor: number, keep: (label: Label) => boolean) => {
    for (const [name, score] of label) if (name !== "neutral" && !keep(name)) label.set(name, score * factor);
  };
  if (reading.others.length > 0 && stated.length === 0) {
    lower(LEFT.others, () => false);
    calm();
    evidence.push({ kind: "others", ...quoteOf(reading.others[0]) });
  }
  if (reading.plain) {
    lower(LEFT.plain, () => false);
    calm();
    evidence.push({ kind: "plain" });
  }
  for (const { feeling, negated, quote } of own) {
    if (!negated) continue;
    const { label: denied } = feelingOf(feeling);
    lower(LEFT.denied, (name) => pleasant(name) !== pleasant(denied) || name === "caring");
    calm();
    evidence.push({ kind: "denied", feeling, quote });
    if (pleasant(feeling)) add("disappointment", OPPOSITE, 0);
  }
  if (ironic > 0) {
    lower(LEFT.irony, (name) => feelingOf(name).dimensions.valence < 0);
    add("frustration", ironic, 0);
    evidence.push({ kind: "irony", feeling: "frustration" });
  }
  for (const { feeling, kind, past, shift, quote } of stated) {
    const { label: nearest } = feelingOf(feeling);
    const belief = BELIEF[kind] * (past ? PAST : 1);
    add(feeling, 1 - (1 - belief) * (1 - (label.get(nearest) ?? 0)), shift);
    evidence.push({ kind, feeling, quote });
  }
  const strongest = Math.max(0, ...[...weights.values()].map(({ weight }) => weight));
  label.set("neutral", (label.get("neutral") ?? 0) * (1 - strongest));

  for (const [name, { weight }] of weights) {
    const { label: nearest } = feelingOf(name);
    label.set(nearest, Math.max(label.get(nearest) ?? 0, weight));
  }
  const named = new Set([...weights.keys()].map((name) => feelingOf(name).label));
  const heard = [...label].filter(([name]) => !named.has(name)).map(([name, weight]) => ({
    name,
    weight,
    shift: 0,
  }));
  const told = [...weights].map(([name, { weight, shift }]) => ({ name, weight, shift }));
  return { feelings: [...told, ...heard].sort((a, b) => b.weight - a.weight), scores: label, evidence };

  function add(name: string, weight: number, shift: number): void {
    const known = weights.get(name);
    weights.set(name, {
      weight: 1 - (1 - weight) * (1 - (known?.weight ?? 0)),
      shift: Math.abs(shift) > Math.abs(known?.shift ?? 0) ? shift : known?.shift ?? 0,
    });
  }
}

function pleasant(name: string): boolean {
  return feelingOf(name).dimensions.valence > 0.15;
}

function quoteOf(report: Report | undefined): { feeling?: string; quote?: string } {
  return report ? { feeling: report.feeling, quote: report.quote } : {};
}
