import { splitSentences } from "../../../lib/documents/mod.ts";
import { analyze } from "../../../lib/lexical/mod.ts";
import type { Passage } from "../../rag/contract.ts";
import type { Explanation, Source } from "../contract.ts";
import { makeSource } from "./extract.ts";
import { MARKER, OPEN_MARKER } from "./markers.ts";
import { isFunctionTerm, type Sentence } from "./sentences.ts";

/** Share of a statement's words that its source must hold for a marker to stay. */
const SUPPORT = 0.5;
/** The share from which a statement without a marker is given one. */
const CLEAR_SUPPORT = 0.65;

/** Checks the markers of an answer while it is written. */
export interface CitationChecker {
  /** Text to show for the next piece of the answer: markers that hold, renumbered in order of use; a marker cut in two waits. */
  push(text: string): string;
  /** What is left to show at the end, with sources found for an answer that named none. */
  end(): string;
  readonly answer: string;
  readonly sources: readonly Source[];
  readonly log: NonNullable<Explanation["citations"]>;
}

/** A statement is looked for in so much of an answer's end, in characters. */
const STATEMENT = 2000;

/**
 * @param order indexes of the passages as the prompt numbered them: marker [1] is `order[0]`
 * @param sentences the sentences of all passages
 * @param question words of the question need no source
 */
export function checkCitations(
  passages: readonly Passage[],
  order: readonly number[],
  sentences: readonly Sentence[],
  question: string,
): CitationChecker {
  const asked = new Set(analyze(question));
  const sound = sentences.filter(({ planted }) => !planted);
  const numbers = new Map<number, number>();
  const sources: Source[] = [];
  const log: NonNullable<Explanation["citations"]> = [];
  const incoming = unbroken();
  const supportOf = remembered((passage: number, statement: string) =>
    bestSupport(statement, sound.filter((sentence) => sentence.passage === passage), asked)
  );
  let answer = "";

  function emit(text: string): string {
    answer += text;
    return text;
  }
  function cite(passage: number, support: Support): string {
    let n = numbers.get(passage);
    if (n === undefined) {
      n = sources.length + 1;
      numbers.set(passage, n);
      sources.push(makeSource(n, passages, support.sentence));
    }
    return ` [${n}]`;
  }
  function check(marker: string, statement: string): string {
    const passage = order[Number(marker) - 1];
    if (passage === undefined) {
      log.push({ marker: `[${marker}]`, kept: false, reason: "no passage has this number" });
      return "";
    }
    const support = supportOf(passage, statement);
    if (!support || support.share < SUPPORT) {
      const reason = support ? "the passage does not say this" : "no sentence of the passage has its numbers";
      log.push({ marker: `[${marker}]`, kept: false, reason });
      return "";
    }
    log.push({
      marker: `[${marker}]`,
      kept: true,
      reason: `${Math.round(support.share * 100)} % of its words`,
    });
    return cite(passage, support);
  }
  function release(text: string): string {
    let shown = "";
    let from = 0;
    for (const match of text.matchAll(MARKER)) {
      shown += emit(text.slice(from, match.index));
      for (const marker of match[1]?.split(",") ?? []) {
        shown += emit(check(marker.trim(), lastStatement(answer)));
      }
      from = match.index + match[0].length;
    }
    return shown + emit(text.slice(from));
  }
  return {
    push: (text) => release(incoming.push(text)),
    end() {
      let shown = release(incoming.end()).trimEnd();
      answer = answer.trimEnd();
      if (sources.length > 0) return shown;
      const candidates = sound.filter((sentence) => order.includes(sentence.passage));
      for (const { start, end } of splitSentences(answer)) {
        const support = bestSupport(answer.slice(start, end), candidates, new Set());
        if (!support || support.share < CLEAR_SUPPORT) continue;
        log.push({ marker: "none", kept: true, reason: "a passage says the same" });
        shown += emit(cite(support.sentence.passage, support));
        break;
      }
      return shown;
    },
    get answer() {
      return answer;
    },
    sources,
    log,
  };
}

/** Takes the markers out of a text in pieces that cites nothing; a marker cut in two waits. */
export function withoutMarkers(): { push(text: string): string; end(): string } {
  const incoming = unbroken();
  return {
    push: (text) => incoming.push(text).replace(MARKER, ""),
    end: () => incoming.end().replace(MARKER, "").trimEnd(),
  };
}

/** A text that comes in pieces, given on as far as no marker is cut in two, nor parted from the space before it. */
function unbroken(): { push(text: string): string; end(): string } {
  let held = "";
  let blank = true;
  return {
    push(text) {
      held += text;
      // Held space that only grows is not looked through again.
      if (blank && text.trim() === "") return "";
      const at = OPEN_MARKER.exec(held)?.index ?? held.length;
      const ready = held.slice(0, at);
      held = held.slice(at);
      blank = held.trim() === "";
      return ready;
    },
    end: () => held,
  };
}

/** The same, but answered from memory where it is asked the last thing again. */
function remembered<T>(
  find: (passage: number, statement: string) => T,
): (passage: number, statement: string) => T {
  let last = "";
  const known = new Map<number, T>();
  return (passage, statement) => {
    if (statement !== last) known.clear();
    last = statement;
    let found = known.get(passage);
    if (found === undefined) known.set(passage, found = find(passage, statement));
    return found;
  };
}

interface Support {
  sentence: Sentence;
  /** Share of the statement's words that the sentence holds. */
  share: number;
}

/**
 * The sentence that says most of a statement, among those that hold every number of it. Words of the question count only
 * where the statement has no others.
 */
function bestSupport(
  statement: string,
  sentences: readonly Sentence[],
  asked: ReadonlySet<string>,
): Support | undefined {
  const all = analyze(statement.replace(MARKER, "")).filter((term) => !isFunctionTerm(term));
  const own = new Set(all.filter((term) => !asked.has(term)));
  const terms = own.size > 0 ? own : new Set(all);
  if (terms.size === 0) return undefined;
  const numbers = [...own].filter((term) => /^\d/.test(term));
  let best: Support | undefined;
  for (const sentence of sentences) {
    if (!numbers.every((number) => sentence.terms.has(number))) continue;
    let shared = 0;
    for (const term of terms) if (sentence.terms.has(term)) shared++;
    const share = shared / terms.size;
    if (!best || share > best.share) best = { sentence, share };
  }
  return best;
}

/** The sentence that a marker stands at the end of. */
function lastStatement(text: string): string {
  const plain = text.slice(-STATEMENT).replace(MARKER, "").trimEnd();
  const last = splitSentences(plain).at(-1);
  return last ? plain.slice(last.start, last.end) : plain;
}
