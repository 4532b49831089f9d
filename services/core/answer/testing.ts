import type { Passage } from "../../rag/contract.ts";
import { passageSentences, type Sentence } from "./sentences.ts";

/** Passages of one chunk each, and their sentences, for tests. */
export function passagesOf(...texts: string[]): { passages: Passage[]; sentences: Sentence[] } {
  const passages = texts.map((text, i): Passage => ({
    document_id: `d${i}`,
    path: `d${i}.txt`,
    score: 1 - i / 10,
    chunks: [{ chunk_id: `c${i}`, index: 0, page_starts: [], inner_headings: [], text, score: 1 - i / 10 }],
  }));
  return { passages, sentences: passageSentences(passages) };
}
