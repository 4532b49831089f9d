import { analyze } from "../../../lib/lexical/mod.ts";
import type { Passage } from "../../rag/contract.ts";
import { attributions, isInstruction, isTemplate } from "./injection.ts";
import { isFunctionTerm, type Sentence } from "./sentences.ts";

/** Where a paragraph ends. */
const BREAK = /\n\s*\n|\n#{1,6} /;
const COMMENT = /<!--[^]{0,4000}?(?:-->|$)/g;

/**
 * Marks the sentences that are no evidence: those that speak to an assistant or of how questions are to be answered, what follows them in their
 * paragraph, what stands in comments, and what is said to stand in another document that was found itself.
 */
export function markPlanted(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[] {
  const names = passages.map(namesOf);
  const hidden = passages.map(({ chunks }) =>
    chunks.map(({ text }) =>
      [...text.matchAll(COMMENT)].map((found) => [found.index, found.index + found[0].length])
    )
  );
  let until: "paragraph" | "chunk" | undefined;
  let before: Sentence | undefined;
  return sentences.map((sentence) => {
    const { passage, chunk, start, end, text } = sentence;
    const whole = passages[passage]?.chunks[chunk]?.text ?? "";
    const same = before?.passage === passage && before.chunk === chunk;
    if (!same || (until === "paragraph" && BREAK.test(whole.slice(before?.end, start)))) until = undefined;
    if (isTemplate(text)) until = "chunk";
    else if (isInstruction(text)) until ??= "paragraph";
    before = sentence;
    const inComment = hidden[passage]?.[chunk]?.some(([from = 0, to = 0]) => start < to && end > from);
    const planted = until !== undefined || inComment || isHearsay(text, passage, passages, names);
    return planted ? { ...sentence, planted } : sentence;
  });
}

/** The words that a document is called by. */
function namesOf({ path, title }: Passage): ReadonlySet<string> {
  const file = path.split("/").at(-1)?.replace(/\.\w+$/, "") ?? "";
  return new Set(contentOf(`${file.replace(/[_.-]+/g, " ")} ${title ?? ""}`));
}

/** True for a sentence that tells what another of the documents is said to say. */
function isHearsay(
  text: string,
  own: number,
  passages: readonly Passage[],
  names: readonly ReadonlySet<string>[],
): boolean {
  const id = passages[own]?.document_id;
  return attributions(text).some((name) => {
    const terms = contentOf(name).filter((term) => !names[own]?.has(term));
    return passages.some((other, i) => other.document_id !== id && terms.some((term) => names[i]?.has(term)));
  });
}

function contentOf(text: string): string[] {
  return analyze(text).filter((term) => !isFunctionTerm(term));
}
