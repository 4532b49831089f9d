import type { Passage } from "../../rag/contract.ts";
import { type DocumentNames, documentNames } from "./document_names.ts";
import { attributions, isInstruction, isTemplate } from "./injection.ts";
import { markRivals, PARAGRAPH_END } from "./rivals.ts";
import type { Sentence } from "./sentences.ts";

const COMMENT = /<!--[^]{0,4000}?(?:-->|$)/g;

/**
 * Marks the sentences that are no evidence: those that speak to an assistant or of how questions are to be answered, what follows them in their
 * paragraph, what stands in comments, what is said to stand in another document that was found itself, and what contradicts such a document
 * beside words that only may speak to an assistant or of others.
 */
export function markPlanted(passages: readonly Passage[], sentences: readonly Sentence[]): Sentence[] {
  const names = documentNames(passages);
  return markRivals(passages, markOrders(passages, sentences, names), names);
}

function markOrders(
  passages: readonly Passage[],
  sentences: readonly Sentence[],
  names: DocumentNames,
): Sentence[] {
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
    if (!same || (until === "paragraph" && PARAGRAPH_END.test(whole.slice(before?.end, start)))) {
      until = undefined;
    }
    if (isTemplate(text)) until = "chunk";
    else if (isInstruction(text)) until ??= "paragraph";
    before = sentence;
    const inComment = hidden[passage]?.[chunk]?.some(([from = 0, to = 0]) => start < to && end > from);
    const planted = until !== undefined || inComment || names.nameAnother(attributions(text), passage);
    return planted ? { ...sentence, planted } : sentence;
  });
}
