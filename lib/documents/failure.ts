import { MorganError } from "../errors.ts";

const FAILURES = {
  encrypted: [
    "is protected by a password",
    "Remove the password (open it and save a copy without one), then ingest the copy.",
  ],
  scanned: [
    "has pages but no text: it is a scan or holds only pictures",
    "Add a text layer by OCR, for example `ocrmypdf in.pdf out.pdf`, then ingest the result.",
  ],
  damaged: [
    "is damaged and cannot be read",
    "Open it in the program that made it and save it again, or fetch it again.",
  ],
  truncated: ["ends before it is complete", "Copy or download the whole file again, then ingest it."],
  empty: ["holds no text", "Nothing to do, unless you expected text in it: then check the file."],
  binary: [
    "is not text but binary data",
    "Leave it out, or convert it to PDF, DOCX, HTML, Markdown or plain text.",
  ],
  bomb: [
    "would unpack to far more than it should",
    "Such a file is usually made to exhaust a program. If you trust it, save its content as a plain document.",
  ],
  nested: [
    "holds elements within one another, deeper than can be read",
    "Such a file is usually made to exhaust a program. If you trust it, save its content as plain text.",
  ],
  too_large: [
    "is larger than Morgan's limit",
    "Split it into smaller files, or raise the limit on document size.",
  ],
  timeout: [
    "took longer than the time limit to read",
    "Save it again from another program (or print it to PDF), or raise the time limit, then try again.",
  ],
  memory: [
    "needs more memory to read than the limit allows",
    "Split it into smaller files, or raise the memory limit, then try again.",
  ],
  unsupported: [
    "is of a kind that Morgan does not read",
    "Convert it to PDF, DOCX, HTML, Markdown or plain text, then ingest that.",
  ],
  type_mismatch: [
    "is not what its name says",
    "Give it the extension of what it really is, or convert it to PDF, DOCX, HTML, Markdown or plain text.",
  ],
  unmapped_fonts: [
    "uses fonts that do not say which characters they draw, so its text comes out as garbage",
    "Run OCR over it (for example `ocrmypdf --force-ocr in.pdf out.pdf`), then ingest the result.",
  ],
} as const satisfies Record<string, readonly [what: string, hint: string]>;

/** Why a document could not be read. Each reason has a sentence and a remedy of its own. */
export type FailureReason = keyof typeof FAILURES;

/** True for the name of a reason, such as one that came over a pipe. */
export function isFailureReason(value: unknown): value is FailureReason {
  return typeof value === "string" && Object.hasOwn(FAILURES, value);
}

/** A document that cannot become text. Its message is a sentence without the path, which the caller knows. */
export class UnreadableDocument extends MorganError {
  readonly reason: FailureReason;

  /** `detail` is what was seen, in a few words; it goes into brackets behind the sentence. */
  constructor(reason: FailureReason, detail?: string, cause?: unknown) {
    const [what, hint] = FAILURES[reason];
    const suffix = detail === undefined ? "" : ` (${detail})`;
    super("unreadable_document", `The document ${what}${suffix}.`, {
      hint,
      cause,
      details: { reason, ...(detail === undefined ? {} : { detail }) },
    });
    this.reason = reason;
  }
}
