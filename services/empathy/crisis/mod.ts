import { pacer } from "../../../lib/pace.ts";
import type { CrisisKind, Risk } from "../contract.ts";
import type { Elsewhere } from "../support_texts/elsewhere.ts";
import { isCaring } from "../support_texts/mod.ts";
import { isOwnMatter } from "./matter.ts";
import { castNet, type Scanned } from "./net.ts";
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
  /** Nothing new: the how many-th reply (from 0) to what was answered as a danger before. */
  after?: number;
  /** The language of the gravest catch, where it is none of Morgan's. */
  elsewhere?: Elsewhere;
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

/** Texts of so many characters are assessed ahead, and the last of them remembered: each is asked about again with the next messages. */
const LONG = 4_000;
const REMEMBERED = 8;
const remembered = new Map<string, Assessment>();

/** Both stages over one text: the highest risk of all catches wins, and nothing that lowers one catch lowers another. */
export function assessText(text: string): Assessment {
  return remembered.get(text) ?? gravestOf([...castNet(normalize(text))].flatMap(weighAll));
}

/** Assesses what is long of some texts piece by piece, and lets the rest of the process run in between; `assessText` then knows it. */
export async function assessAhead(texts: readonly string[]): Promise<void> {
  const giveWay = pacer();
  for (const text of texts) {
    if (text.length < LONG || remembered.has(text)) continue;
    const weighed: Weighed[] = [];
    for (const scanned of castNet(normalize(text))) {
      weighed.push(...weighAll(scanned));
      await giveWay();
    }
    remembered.set(text, gravestOf(weighed));
    for (const oldest of remembered.keys()) {
      if (remembered.size <= REMEMBERED) break;
      remembered.delete(oldest);
    }
  }
}

interface Weighed {
  kind: CrisisKind;
  reasons: Feature[];
  score: number;
  named: boolean;
  language?: Elsewhere | undefined;
}

function weighAll({ text, catches }: Scanned): Weighed[] {
  return catches.map((caught) => {
    const reasons = weigh(text, caught);
    return {
      kind: caught.kind,
      language: caught.language,
      named: caught.named,
      reasons,
      score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    };
  }).filter(({ score }) => score >= LOW);
}

function gravestOf(all: readonly Weighed[]): Assessment {
  const weighed = all.toSorted((a, b) => b.score - a.score);
  const [gravest] = weighed;
  if (!gravest) return NONE;
  const elsewhere = gravest.named ? weighed.find(({ language }) => language)?.language : undefined;
  return {
    risk: riskOf(gravest.score),
    kinds: [...new Set(weighed.map(({ kind }) => kind))],
    reasons: gravest.reasons,
    score: gravest.score,
    ...(elsewhere && { elsewhere }),
  };
}

function riskOf(score: number): Risk {
  return score >= IMMINENT ? "imminent" : score >= HIGH ? "high" : score >= LOW ? "low" : "none";
}

const FAREWELL =
  /(?<!\p{L})(?:goodbye|farewell|bye|thank you for everything|thanks for everything|it does not matter anymore|i have decided|leb ?wohl|tschuss|adieu|adios|addio|adeus|vaarwel|zegnaj)(?!\p{L})/u;

/** One turn before a text. */
export interface Turn {
  role: "user" | "assistant";
  content: string;
}

/**
 * The risk of a text within its conversation. What is said after a danger and is no matter of its own ("yes", "I don't know", "leave me alone")
 * stays a low risk, and a farewell after one is a high one.
 * @param earlier the turns before the text, oldest first
 */
export function assessConversation(text: string, earlier: readonly Turn[]): Assessment {
  const now = assessText(text);
  const said = earlier.filter(({ role }) => role === "user").slice(-TURNS_BACK)
    .map(({ content }) => ({ content, ...assessText(content) }));
  const at = said.findLastIndex(({ risk }) => risk !== "none");
  const before = said.reduce<Assessment>((worst, turn) => turn.score > worst.score ? turn : worst, NONE);
  const asked = earlier.findLast(({ role }) => role === "assistant");
  const isAsked = asked !== undefined && isCaring(asked.content);
  if (at < 0 && !isAsked) return now;
  const reason = { name: `said before: ${before.reasons[0]?.name ?? "a faint sign"}`, weight: 1 };
  if (atLeast(before.risk, "high") && FAREWELL.test(normalize(text))) {
    if (atLeast(now.risk, "high")) return now;
    return {
      risk: "high",
      kinds: [...new Set([...now.kinds, ...before.kinds])],
      reasons: [...now.reasons, reason],
      score: Math.max(now.score, HIGH),
    };
  }
  if (now.risk !== "none" || isOwnMatter(text)) return now;
  const since = said.slice(at + 1);
  if (since.some(({ content }) => isOwnMatter(content)) && !isAsked) return now;
  const kinds: CrisisKind[] = before.kinds.length > 0 ? before.kinds : ["distress"];
  return { risk: "low", kinds, reasons: [reason], score: LOW, after: since.length };
}
