import { factKey } from "./facts/mod.ts";
import type { StoredFact } from "./stored.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A use that just was counts as one of an hour ago: the activation of this very moment would be infinite. */
const LEAST_DAYS = 1 / 24;
/** The decay of base-level learning: d = 0.5 fits word frequency in the world and human memory alike (Anderson & Schooler 1991). */
const DECAY = 0.5;
/** Activation at which a memory is half forgotten: stated once, 180 days ago (ln 180^−½). */
const THRESHOLD = -2.6;
/** Spread of the logistic from activation to strength; ACT-R's usual noise s. */
const NOISE = 0.4;
/** Strength below which a memory is let go: stated once, after some three years; each use lengthens that. */
const FADED = 0.1;
/** What must never be forgotten for being rarely spoken of. */
const LASTING: ReadonlySet<string> = new Set([
  "name",
  "allergic_to",
  "health",
  "birthday",
  "born_in",
  "note",
  "name_of",
]);

/**
 * How present a memory is, 0 to 1, after its uses (milliseconds since 1970): base-level activation B = ln Σ tⱼ^−d of ACT-R (Anderson &
 * Lebiere 1998, "The Atomic Components of Thought", eq. 4.1; t in days) through the logistic of retrieval, 1/(1+e^((τ−B)/s)) (eq. 3.9). The power law of
 * time goes back to Ebbinghaus (1885) and Wickelgren (1974).
 */
export function strength(uses: readonly number[], now: number): number {
  const sum = uses.reduce((sum, at) => sum + Math.max(LEAST_DAYS, (now - at) / DAY_MS) ** -DECAY, 0);
  if (sum === 0) return 0;
  return 1 / (1 + Math.exp((THRESHOLD - Math.log(sum)) / NOISE));
}

/** What is to be done with memories so that they stay few and true. */
export interface Consolidation {
  /** Facts that say the same as another, or less, which takes over their uses and turns. */
  merge: { fact: StoredFact; into: StoredFact }[];
  faded: StoredFact[];
}

/** Looks through a user's live facts, oldest first. */
export function consolidate(facts: readonly StoredFact[], now: number): Consolidation {
  const merge: Consolidation["merge"] = [];
  const gone = new Set<string>();
  for (const fact of facts) {
    const into = facts.find((other) =>
      other !== fact && !gone.has(other.id) && !gone.has(fact.id) && saysMore(other, fact)
    );
    if (!into) continue;
    gone.add(fact.id);
    merge.push({ fact, into });
  }
  const faded = facts.filter((fact) =>
    !gone.has(fact.id) && !LASTING.has(fact.attribute) && strength(fact.uses, now) < FADED
  );
  return { merge, faded };
}

function saysMore(other: StoredFact, fact: StoredFact): boolean {
  if (other.attribute !== fact.attribute || (other.subject ?? "") !== (fact.subject ?? "")) return false;
  if (factKey(other) === factKey(fact) && plain(other.value) === plain(fact.value)) return true;
  return !fact.single && ` ${plain(other.value)} `.includes(` ${plain(fact.value)} `);
}

/** A value as it is compared. */
export function plain(value: string): string {
  return value.toLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
