import { MorganError } from "../errors.ts";
import { decodeText } from "./charset.ts";
import { codeHeadings } from "./code.ts";
import { UnreadableDocument } from "./failure.ts";
import { typeByName } from "./kinds.ts";
import { markdownHeadings } from "./markdown.ts";
import { readerBroken } from "./reader_failure.ts";
import { type Signature, sniff } from "./sniff.ts";
import { storableDocument } from "./storable_document.ts";
import { DEFAULT_LIMITS, type DocumentType, type ExtractedDocument, type ExtractLimits } from "./types.ts";

/**
 * Reads a document in this process. `path` is its own path or name and gives the extension. What the bytes are counts for more than
 * what the name says; a difference becomes a warning. Throws `UnreadableDocument`, or
 * `internal` where a parser cannot be loaded. The parsers can neither be interrupted nor kept
 * within the memory limit from inside: use `openExtractor` for files that are not trusted.
 */
export async function extract(
  bytes: Uint8Array,
  path: string,
  limits: Partial<ExtractLimits> = {},
): Promise<ExtractedDocument> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  if (bytes.length > all.maxFileBytes) throw new UnreadableDocument("too_large", megabytes(bytes.length));
  if (bytes.length === 0) throw new UnreadableDocument("empty", "0 bytes");
  const named = typeByName(path);
  const type = actualType(named, sniff(bytes));
  const document = storableDocument(
    await read(bytes, type, all).catch((error: unknown) => {
      if (error instanceof RangeError && /call stack/i.test(error.message)) {
        throw new UnreadableDocument("nested", undefined, error);
      }
      throw error instanceof Error && !(error instanceof MorganError)
        ? new UnreadableDocument("damaged", undefined, error)
        : error;
    }),
  );
  if (document.text.trim() === "") throw new UnreadableDocument("empty");
  if (document.text.length > all.maxTextChars) {
    throw new UnreadableDocument("too_large", `${document.text.length} characters of text`);
  }
  if (named !== null && named !== type) {
    document.warnings.unshift(`The file is named as ${named} but is ${type}; it was read as ${type}.`);
  }
  return document;
}

function actualType(named: DocumentType | null, signature: Signature): DocumentType {
  switch (signature) {
    case "pdf":
      return "pdf";
    case "zip":
      return "docx";
    case "html":
      return named === "markdown" || named === "code" || named === "text" ? named : "html";
    case "ole":
      throw named === "docx"
        ? new UnreadableDocument("encrypted", "or a Word file of before 2007 under a newer name")
        : new UnreadableDocument("unsupported", "a file of old Microsoft Office");
    case "rtf":
      throw new UnreadableDocument(named === null ? "unsupported" : "type_mismatch", "it is RTF");
    case "other":
      throw new UnreadableDocument(named === "pdf" || named === "docx" ? "type_mismatch" : "binary");
    case null:
      return named ?? "text";
  }
}

async function read(
  bytes: Uint8Array,
  type: DocumentType,
  limits: ExtractLimits,
): Promise<ExtractedDocument> {
  switch (type) {
    case "pdf":
      return await (await parser(() => import("./pdf/mod.ts"))).extractPdf(bytes, limits);
    case "docx":
      return await (await parser(() => import("./docx.ts"))).extractDocx(bytes);
    case "html": {
      const { text: html, charset, warnings } = decodeText(bytes, { declared: true });
      const { htmlText } = await parser(() => import("./html.ts"));
      return { type, pages: [], charset, warnings, ...htmlText(html) };
    }
    case "markdown": {
      const decoded = decodeText(bytes);
      return { type, pages: [], ...decoded, ...markdownHeadings(decoded.text) };
    }
    case "code": {
      const decoded = decodeText(bytes);
      return { type, title: null, pages: [], headings: codeHeadings(decoded.text), ...decoded };
    }
    case "text":
      return { type, title: null, pages: [], headings: [], ...decodeText(bytes) };
  }
}

/** A parser's module. Where it cannot be loaded, that is no fault of the document. */
async function parser<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw readerBroken(error instanceof Error ? error.message : String(error), error);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
