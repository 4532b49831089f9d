import { splitSentences } from "../../../lib/documents/mod.ts";
import { analyze } from "../../../lib/lexical/mod.ts";
import { estimateTokens } from "../../../lib/models/llm.ts";
import { dayIn } from "../../../lib/zone.ts";
import type { LlmModel } from "../../llm/contract.ts";
import { complete } from "../answer/generate.ts";
import { dropMarkers } from "../answer/markers.ts";
import { isFunctionTerm } from "../answer/sentences.ts";
import type { CoreContext } from "../context.ts";
import { weighBySaid, type WeighTerms } from "../said/weights.ts";
import { isGrounded } from "./grounded.ts";
import type { Exchange } from "./history.ts";
import { messageKind } from "./kind.ts";

const SUMMARISE =
  `You keep the summary of a conversation between a user and an assistant. Write it anew so that it also tells what the new turns say. Keep every name, number, date, wish and decision; leave out greetings and what was corrected later. Write only the summary, as short sentences in the conversation's language.`;

/** Share of the words of the turns' own sentences that a model's summary has to hold. */
const KEPT = 0.4;
/** Two sentences with more of their words in common than this say the same. */
const SAME = 0.6;

/**
 * What a conversation's older turns said, in at most `budget` tokens: by the model where there is one and its text holds
 * nothing that was not said, by the turns' own sentences otherwise.
 */
export async function summarise(
  context: CoreContext,
  before: string | null,
  turns: readonly Exchange[],
  budget: number,
  model: LlmModel | undefined,
  signal: AbortSignal,
): Promise<string> {
  const own = await sentencesSummary(before, turns, budget, weighBySaid(context, signal));
  if (!model?.available) return own;
  const window = model.context_window ?? 4096;
  const said = transcript(turns);
  const source = `${before ? `Summary so far:\n${before}\n\n` : ""}New turns:\n${said}`;
  if (estimateTokens(source) + budget > window * 0.9) return own;
  const text = (await complete(context, {
    messages: [{ role: "system", content: SUMMARISE }, { role: "user", content: source }],
    max_tokens: budget,
    temperature: 0,
  }, signal))?.trim();
  const holds = text && estimateTokens(text) <= budget && isGrounded(text, source) && keeps(text, own);
  return holds ? text : own;
}

/** A summary that tells little of what the turns' own sentences tell has lost too much. */
function keeps(text: string, own: string): boolean {
  const told = new Set(analyze(text));
  const wanted = [...new Set(analyze(own))].filter((term) => !isFunctionTerm(term));
  return wanted.filter((term) => told.has(term)).length >= KEPT * wanted.length;
}

/** Turns as a model reads them. */
export function transcript(turns: readonly Exchange[]): string {
  return turns.map(({ user, assistant, date }) =>
    `[${dayIn(date)}] User: ${user}${assistant ? `\nAssistant: ${assistant}` : ""}`
  ).join("\n");
}

interface Line {
  text: string;
  order: number;
  weight: number;
  terms: ReadonlySet<string>;
}

/**
 * The sentences that tell most in at most `budget` tokens, word for word, in the order in which they were said: those with
 * the rarest words for their length, what the user said of themselves before questions and answers, and nothing twice
 * (maximal marginal relevance, Carbonell and Goldstein 1998, with the overlap of words as similarity).
 */
export async function sentencesSummary(
  before: string | null,
  turns: readonly Exchange[],
  budget: number,
  weigh: WeighTerms,
): Promise<string> {
  const texts = [
    ...(before ?? "").split("\n").filter(Boolean).map((text) => ({ text, factor: 1.2 })),
    ...turns.filter(({ user }) => messageKind(user) !== "courtesy").flatMap(({ user, assistant, date }) => {
      const day = dayIn(date);
      return [
        ...sentences(user).map((text) => ({
          text: `[${day}] User: ${text}`,
          factor: text.endsWith("?") ? 0.6 : 1.3,
        })),
        ...sentences(assistant).map((text) => ({ text: `[${day}] Assistant: ${text}`, factor: 0.8 })),
      ];
    }),
  ];
  const found = texts.map(({ text, factor }, order) => {
    const terms = new Set(
      analyze(text.replace(/^\[[\d-]+\] (User|Assistant): /, "")).filter((term) => !isFunctionTerm(term)),
    );
    return { text, factor, order, terms };
  }).filter(({ terms }) => terms.size > 1);
  const idf = await weigh(found.flatMap(({ terms }) => [...terms]));
  const lines = found.map(({ factor, ...line }): Line => {
    let sum = 0;
    for (const term of line.terms) sum += Math.max(idf(term), 0.5);
    return { ...line, weight: factor * sum / Math.sqrt(line.terms.size + 4) };
  });
  const chosen: Line[] = [];
  let used = 0;
  for (const line of lines.toSorted((a, b) => b.weight - a.weight || a.order - b.order)) {
    const cost = estimateTokens(line.text) + 1;
    if (used + cost > budget || chosen.some((other) => overlap(other.terms, line.terms) > SAME)) continue;
    chosen.push(line);
    used += cost;
  }
  return chosen.toSorted((a, b) => a.order - b.order).map(({ text }) => text).join("\n");
}

function sentences(text: string): string[] {
  const plain = dropMarkers(text);
  return splitSentences(plain).map(({ start, end }) => plain.slice(start, end).replace(/\s+/g, " "));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
