import { analyze } from "../../../lib/lexical/mod.ts";
import type { LlmModel } from "../../llm/contract.ts";
import { isFunctionTerm } from "../answer/sentences.ts";
import { complete } from "../answer/generate.ts";
import type { CoreContext } from "../context.ts";
import type { Exchange, History } from "./history.ts";
import { messageKind } from "./kind.ts";

/** What to search for. */
export interface StandaloneQuery {
  query: string;
  /** Where it came from: the message as it is, with the words of earlier turns, or reworded by the model. */
  by: "message" | "carried" | "model";
}

/** Turns that a follow-up question is understood from. */
const TURNS = 3;
const MOST_WORDS = 60;
/** A longer statement names too much to search for. */
const STATEMENT_WORDS = 15;

/** Longest wait for a rewording: the last turns' own words do as well. */
const REWRITE_MS = 8_000;
const REWRITE =
  `Rewrite the user's last message as one question that can be understood without the conversation: replace words such as "it", "they" or "there" by what they mean. Keep its meaning and language, add nothing. Write only the question.`;

/** True for a message whose meaning hangs on what was said before: it points back, or says too little to be searched for. */
export function dependsOnHistory(text: string): boolean {
  if (OPENS_AS_FOLLOW_UP.test(text.trim())) return true;
  const pointer = POINTS_BACK.exec(text.replace(EXISTENCE, " "));
  if (pointer) return !namedWithin(text.slice(0, pointer.index));
  const terms = contentTerms(text).length;
  return terms === 0 || (terms === 1 && text.trim().split(/\s+/).length <= 2);
}

/** Before a pointing word, another part of the same message: "Who is the warden, and how is he reached?" */
function namedWithin(before: string): boolean {
  const [first = "", ...rest] = before.split(/[,;]|\s(?:and|or|und|oder|et|ou|y|o|e|en|of)\s/iu);
  return rest.length > 0 && contentTerms(first).length > 0;
}

/** "Is there a key?" points nowhere. */
const EXISTENCE = /\b(is|are|was|were|will|has|have) there\b|\bthere (is|are|was|were|will)\b/giu;
const POINTS_BACK =
  /(?<!\p{L})(it|its|he|she|him|her|his|hers|they|them|their|theirs|this|that|these|those|there|then|one|ones|same|else|former|latter|both|another|er|sie|es|dessen|deren|dort|damit|darüber|il|elle|ils|elles|ça|cela|lui|leur|él|ella|ellos|eso|esto|allí|lui|lei|loro|ciò|ele|ela|eles|isso)(?!\p{L})/iu;
const OPENS_AS_FOLLOW_UP =
  /^(and|but|so|or|also|why|how come|what about|how about|what else|more|really|since when|until when|und|aber|warum|wieso|et|mais|pourquoi|y|pero|e|ma|mas|en|maar)(?!\p{L})/iu;

/**
 * The question that a message asks, understood from the conversation. A model rewords it where there is one and its
 * words hold; without one the words of the last question are carried over.
 */
export async function standaloneQuery(
  context: CoreContext,
  text: string,
  history: History,
  model: LlmModel | undefined,
  signal: AbortSignal,
): Promise<StandaloneQuery> {
  const before = history.turns.slice(-TURNS);
  if (before.length === 0 || !dependsOnHistory(text)) return { query: text, by: "message" };
  const carried = carry(text, before);
  if (model?.available) {
    const said = before.map(({ user, assistant }) => `User: ${user}\nAssistant: ${assistant.slice(0, 600)}`)
      .join("\n");
    const reworded = await complete(
      context,
      {
        messages: [
          { role: "system", content: REWRITE },
          { role: "user", content: `${said}\nUser's last message: ${text}` },
        ],
        max_tokens: 80,
        temperature: 0,
      },
      signal,
      REWRITE_MS,
    );
    const query = reworded && cleanRewrite(reworded);
    if (query && holds(query, text, said)) return { query, by: "model" };
  }
  return carried === text ? { query: text, by: "message" } : { query: carried, by: "carried" };
}

/** The last question as it was understood, before the message: `When is the rent due? And how much is it?` */
function carry(text: string, before: readonly Exchange[]): string {
  const last = before.findLast(({ user }) => {
    const kind = messageKind(user);
    return kind === "question" || (kind === "statement" && user.split(/\s+/).length <= STATEMENT_WORDS);
  });
  if (!last) return text;
  const anchor = last.query ?? last.user;
  const words = anchor.split(/\s+/).slice(-MOST_WORDS).join(" ");
  const own = new Set(contentTerms(text));
  return contentTerms(words).every((term) => own.has(term)) ? text : `${words} ${text}`;
}

function cleanRewrite(text: string): string | undefined {
  const line = text.trim().split("\n").find((line) => line.trim() !== "")
    ?.replace(/^(question|rewritten( question)?|user)\s*:\s*/i, "").replace(/^["'“]+|["'”]+$/g, "").trim();
  return line && line.split(/\s+/).length <= MOST_WORDS ? line : undefined;
}

/** A rewording may use the conversation's words alone, has to keep the message's own, and to stand by itself. */
function holds(query: string, text: string, said: string): boolean {
  const terms = contentTerms(query);
  const known = new Set(analyze(`${said} ${text}`));
  const kept = new Set(terms);
  const own = contentTerms(text);
  return terms.length > own.length && terms.every((term) => known.has(term)) &&
    own.filter((term) => kept.has(term)).length >= own.length / 2;
}

/** The words of a text that name something, as the lexical index has them. */
export function contentTerms(text: string): string[] {
  return [...new Set(analyze(text))].filter((term) => !isFunctionTerm(term));
}
