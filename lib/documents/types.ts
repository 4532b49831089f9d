/** What a document was read as. */
export type DocumentType = "pdf" | "docx" | "html" | "markdown" | "text" | "code";

/** One heading of a document: `level` from 1 (outermost), `start` its UTF-16 offset in the document's text. */
export interface Heading {
  level: number;
  title: string;
  start: number;
}

/** The text of a document with what is needed to say where a passage came from. All offsets are UTF-16 code units. */
export interface ExtractedDocument {
  type: DocumentType;
  /** Markdown, text and code: the decoded file, exactly, less a byte order mark. Else the text in reading order. */
  text: string;
  title: string | null;
  /** Offset in `text` where each page starts, ascending; empty where the format has no pages. */
  pages: number[];
  /** Ascending by `start`. */
  headings: Heading[];
  /** Lower-case WHATWG label of the encoding that the bytes were decoded with; null for PDF and DOCX. */
  charset: string | null;
  page_count?: number;
  /** Sentences about what may be missing or wrong, for the user. */
  warnings: string[];
}

/** Bounds within which one document must be read. */
export interface ExtractLimits {
  /** Wall-clock milliseconds. @default 60_000 */
  timeoutMs: number;
  /** Resident bytes of the reading process. @default 512 MiB */
  memoryBytes: number;
  /** Size of the file. @default 200 MiB */
  maxFileBytes: number;
  /** UTF-16 code units of text. @default 20_000_000 */
  maxTextChars: number;
}

/** The limits that apply where none are given. */
export const DEFAULT_LIMITS: Readonly<ExtractLimits> = {
  timeoutMs: 60_000,
  memoryBytes: 512 * 1024 ** 2,
  maxFileBytes: 200 * 1024 ** 2,
  maxTextChars: 20_000_000,
};

/** Where a model's tokenizer lies: `tokenizer.json` and `tokenizer_config.json` in Hugging Face's form. */
export interface TokenizerFiles {
  file: string;
  config: string;
}

/** How a document is cut to chunks in the process that reads it. */
export interface SplitOptions {
  /** Tokens of the longest chunk, the model's special tokens included. */
  maxTokens: number;
  /** Tokens that a chunk aims at. */
  targetTokens: number;
  /** `null` where the tokenizer is not at hand: tokens are estimated then. */
  tokenizer: TokenizerFiles | null;
}
