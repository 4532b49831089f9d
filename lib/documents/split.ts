import { openTokenizer } from "../models/embedding/tokenizer.ts";
import { estimateTokens } from "../models/llm/tokens.ts";
import { chunkDocument, type DocumentChunks } from "./chunks.ts";
import type { ExtractedDocument, SplitOptions, TokenizerFiles } from "./types.ts";

/** Counts tokens, the model's special ones included. */
type Count = (text: string) => number;

const opened = new Map<string, Promise<Count>>();

/** Reads the tokenizer's files, so that `splitDocument` with the same options needs no right to read. */
export async function prepareSplit({ tokenizer }: SplitOptions): Promise<void> {
  if (tokenizer !== null) await tokenCount(tokenizer);
}

/** Cuts a document to chunks that fit a model, by the model's own tokenizer. */
export async function splitDocument(
  document: ExtractedDocument,
  options: SplitOptions,
): Promise<DocumentChunks> {
  const count = options.tokenizer === null ? estimateTokens : await tokenCount(options.tokenizer);
  // A text's special tokens are counted once, when it is embedded whole.
  const special = count("");
  const maxTokens = options.maxTokens - special;
  return chunkDocument(document, { count: (text) => count(text) - special }, {
    maxTokens,
    targetTokens: Math.min(options.targetTokens, maxTokens),
  });
}

function tokenCount({ file, config }: TokenizerFiles): Promise<Count> {
  const known = opened.get(file) ?? openTokenizer(file, config).then((tokenizer) => tokenizer.count);
  opened.set(file, known);
  return known;
}
