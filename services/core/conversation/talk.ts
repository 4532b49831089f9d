import { type ChatMessage, estimateTokens } from "../../../lib/models/llm.ts";
import { splitSentences } from "../../../lib/documents/mod.ts";
import { dayIn } from "../../../lib/zone.ts";
import { dropMarkers } from "../answer/markers.ts";
import type { RecalledMessage } from "../said/recall.ts";
import type { WeighTerms } from "../said/weights.ts";
import type { Exchange, History } from "./history.ts";
import { sentencesSummary } from "./summary.ts";

/** A conversation as a model is given it, within a budget of tokens. */
export interface Talk {
  /** What the system prompt says of it: the summary and the turns that were found again. */
  preamble: string;
  /** The last turns. */
  messages: ChatMessage[];
  tokens: number;
  /** For `--explain`. */
  told: { turns: number; summarised: number; recalled: number; shortened: number };
}

/** Tokens that a chat template adds around each message, estimated generously. */
const PER_MESSAGE = 12;
/** Shares of the budget for the summary and for what was found again. */
export const SUMMARY_SHARE = 0.2;
const RECALL_SHARE = 0.2;

/** Nothing said before. */
export const NO_TALK: Talk = {
  preamble: "",
  messages: [],
  tokens: 0,
  told: { turns: 0, summarised: 0, recalled: 0, shortened: 0 },
};

/**
 * Fits a conversation into `budget` tokens: the last turns whole, what is older as a summary, and the earlier turns that
 * the question calls for with their dates. A turn that is itself too long is given by its beginning, marked so.
 */
export async function fitTalk(
  history: History,
  recalled: readonly RecalledMessage[],
  budget: number,
  weigh: WeighTerms,
): Promise<Talk> {
  const summaryBudget = Math.floor(budget * SUMMARY_SHARE);
  const found = fitRecalled(recalled, Math.floor(budget * RECALL_SHARE));
  // Turns that don't fit and are in no summary yet are told by their sentences, at once.
  const room = budget - found.tokens - summaryBudget;
  const kept: Exchange[] = [];
  let used = 0;
  let shortened = 0;
  for (const turn of history.turns.toReversed()) {
    let cost = costOf(turn);
    let told = turn;
    if (kept.length === 0 && cost > room) {
      told = shorten(turn, room);
      cost = costOf(told);
      shortened++;
    }
    if (used + cost > room) break;
    kept.unshift(told);
    used += cost;
  }
  const older = history.turns.slice(0, history.turns.length - kept.length);
  const summary = older.length === 0 && estimateTokens(history.summary ?? "") <= summaryBudget
    ? history.summary ?? ""
    : await sentencesSummary(history.summary, older, summaryBudget, weigh);
  const parts = [
    ...(history.instructions ? [history.instructions] : []),
    ...(summary ? [`What was said earlier in this conversation:\n${summary}`] : []),
    ...(found.lines.length > 0
      ? [`Earlier turns that may matter, with their dates:\n${found.lines.join("\n")}`]
      : []),
  ];
  const preamble = parts.join("\n\n");
  return {
    preamble,
    messages: kept.flatMap(({ user, assistant }): ChatMessage[] => [
      ...(user ? [{ role: "user" as const, content: user }] : []),
      // The numbers of earlier sources mean nothing now.
      ...(assistant ? [{ role: "assistant" as const, content: dropMarkers(assistant) }] : []),
    ]),
    tokens: used + estimateTokens(preamble),
    told: { turns: kept.length, summarised: older.length, recalled: found.lines.length, shortened },
  };
}

function fitRecalled(
  recalled: readonly RecalledMessage[],
  budget: number,
): { lines: string[]; tokens: number } {
  const lines: string[] = [];
  let tokens = 0;
  for (const { date, role, text } of recalled) {
    const line = `[${dayIn(new Date(date))}] ${role === "user" ? "User" : "Assistant"}: ${
      text.replace(/\s+/g, " ")
    }`;
    const cost = estimateTokens(line) + 1;
    if (tokens + cost > budget) continue;
    lines.push(line);
    tokens += cost;
  }
  return { lines, tokens };
}

function costOf({ user, assistant }: Exchange): number {
  return estimateTokens(user) + estimateTokens(assistant) + 2 * PER_MESSAGE;
}

/** A turn by the beginnings of what was said in it. */
function shorten(turn: Exchange, room: number): Exchange {
  const each = Math.max(0, Math.floor(room / 2) - 2 * PER_MESSAGE);
  return { ...turn, user: beginning(turn.user, each), assistant: beginning(turn.assistant, each) };
}

function beginning(text: string, budget: number): string {
  if (estimateTokens(text) <= budget) return text;
  const mark = " […shortened]";
  const room = budget - estimateTokens(mark);
  const spans = splitSentences(text);
  const upTo = (count: number) => text.slice(0, spans[count - 1]?.end ?? 0);
  // As many sentences as fit, by halves: the estimate of what is longer is never less.
  let [most, tooMany] = [0, spans.length + 1];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (estimateTokens(upTo(middle)) <= room) most = middle;
    else tooMany = middle;
  }
  return `${upTo(most)}${mark}`;
}
