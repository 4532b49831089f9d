import type { ExtractedDocument } from "./types.ts";

export { makeDocx, makePdf } from "./samples.ts";

/** A document of plain text for tests, as if read from a file. */
export function textDocument(text: string, parts: Partial<ExtractedDocument> = {}): ExtractedDocument {
  return {
    type: "text",
    text,
    title: null,
    pages: [],
    headings: [],
    charset: "utf-8",
    warnings: [],
    ...parts,
  };
}

/** Counts words and signs; stands in for a model's tokenizer. */
export const wordCounter = {
  count: (text: string) => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0,
};

/** Counts code points, so that a long word has many tokens. */
export const characterCounter = { count: (text: string) => Array.from(text).length };
