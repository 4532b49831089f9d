import type { CrisisKind, Risk } from "../contract.ts";
import { castNet } from "./net.ts";
import { normalize } from "./normalize.ts";
import { type Feature, weigh } from "./score.ts";

/** What a text says about danger. */
export interface Assessment {
  risk: Risk;
  /** What it is about, the gravest first. */
  kinds: CrisisKind[];
  /** The features of the gravest catch, with their weights. */
  reasons: Feature[];
  score: number;
}

/** From how many points on a risk is given: about a hint, a thought or wish, an act or a wish with time or means. */
const LOW = 1;
const HIGH = 2;
const IMMINENT = 4;

const NONE: Assessment = { risk: "none", kinds: [], reasons: [], score: 0 };
const ORDER: readonly Risk[] = ["none", "low", "high", "imminent"];

/** Turns of the user before the text that still count. */
const TURNS_BACK = 6;

/** The higher of two risks. */
export function highest(a: Risk, b: Risk): Risk {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Whether `risk` is at least `least`. */
export function atLeast(risk: Risk, least: Risk): boolean {
  return ORDER.indexOf(risk) >= ORDER.indexOf(least);
}

/** Both stages over one text: the highest risk of all catches wins, and nothing that lowers one catch lowers another. */
export function assessText(text: string): Assessment {
  const weighed = castNet(normalize(text)).flatMap(({ text: scanned, catches }) =>
    catches.map((caught) => {
      const reasons = weigh(scanned, caught);
      return { kind: caught.kind, reasons, score: reasons.reduce((sum, { weight }) => sum + weight, 0) };
    })
  ).filter(({ score }) => score >= LOW).sort((a, b) => b.score - a.score);
  const [gravest] = weighed;
  if (!gravest) return NONE;
  return {
    risk: riskOf(gravest.score),
    kinds: [...new Set(weighed.map(({ kind }) => kind))],
    reasons: gravest.reasons,
    score: gravest.score,
  };
}

function riskOf(score: number): Risk {
  return score >= IMMINENT ? "imminent" : score >= HIGH ? "high" : score >= LOW ? "low" : "none";
}

const FAREWELL =
  /(?<!\p{L})(?:goodbye|farewell|bye|thank you for everything|thanks for everything|it does not matter anymore|i have decided|leb ?wohl|tschuss|adieu|adios|addio|adeus|vaarwel|zegnaj)(?!\p{L})/u;

/**
 * The risk of a text within its conversation: a danger that the user spoke of a few turns before stays at least a low one, and a
 * farewell after it is a high one.
 * @param earlier the user's own turns before the text, oldest first
 */
export function assessConversation(text: string, earlier: readonly string[]): Assessment {
  const now = assessText(text);
  const before = earlier.slice(-TURNS_BACK).map(assessText)
    .reduce((worst, turn) => turn.score > worst.score ? turn : worst, NONE);
  if (!atLeast(before.risk, "high")) return now;
  const carried: Risk = FAREWELL.test(normalize(text)) ? "high" : "low";
  if (atLeast(now.risk, carried)) return now;
  return {
    risk: carried,
    kinds: [...new Set([...now.kinds, ...before.kinds])],
    reasons: [...now.reasons, { name: `said before: ${before.reasons[0]?.name ?? ""}`, weight: 1 }],
    score: Math.max(now.score, 1),
  };
}
