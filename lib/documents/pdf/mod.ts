import { UnreadableDocument } from "../failure.ts";
import type { ExtractedDocument, ExtractLimits } from "../types.ts";
import { fieldLines } from "./fields.ts";
import { outlineHeadings, type PlacedParagraph, sizeHeadings } from "./headings.ts";
import { toLines } from "./lines.ts";
import { openPdf, type Pdf, readOutline } from "./open.ts";
import { hyphenRule, type Paragraph, paragraphText, toParagraphs } from "./paragraphs.ts";

interface PageContent {
  paragraphs: Paragraph[];
  fields: string[];
}

/** The text of a PDF page by page in the order in which it is drawn, with filled form fields at the end of their page. */
export async function extractPdf(bytes: Uint8Array, limits: ExtractLimits): Promise<ExtractedDocument> {
  const pdf = await openPdf(bytes);
  try {
    const deadline = performance.now() + limits.timeoutMs;
    const contents: PageContent[] = [];
    const failed: number[] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      if (performance.now() > deadline) throw new UnreadableDocument("timeout");
      const content = await readPage(pdf, n);
      if (content === null) failed.push(n);
      contents.push(content ?? { paragraphs: [], fields: [] });
    }
    const { text, pages, paragraphs } = compose(contents);
    checkText(text, failed.length, pdf.numPages, bytes);
    const outline = outlineHeadings(await readOutline(pdf), paragraphs, pages);
    const headings = outline.length > 0 ? outline : sizeHeadings(paragraphs);
    const warnings = warningsOf(contents, failed);
    return {
      type: "pdf",
      text,
      title: await titleOf(pdf),
      pages,
      headings,
      charset: null,
      page_count: pdf.numPages,
      warnings,
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPage(pdf: Pdf, n: number): Promise<PageContent | null> {
  try {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const paragraphs = toParagraphs(toLines(items.flatMap((item) => "str" in item ? [item] : [])));
    const annotations: unknown[] = await page.getAnnotations().catch(() => []);
    page.cleanup();
    return { paragraphs, fields: fieldLines(annotations) };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}

function compose(contents: readonly PageContent[]) {
  const keepsHyphen = hyphenRule(contents.flatMap((c) => c.paragraphs.flatMap((p) => p.lines)));
  const pages: number[] = [];
  const placed: PlacedParagraph[] = [];
  const parts: string[] = [];
  let length = 0;
  const put = (part: string) => {
    if (length > 0) parts.push("\n\n");
    const start = length > 0 ? length + 2 : 0;
    parts.push(part);
    length = start + part.length;
    return start;
  };
  for (const [page, { paragraphs, fields }] of contents.entries()) {
    pages.push(length > 0 ? length + 2 : 0);
    for (const paragraph of paragraphs) {
      const text = paragraphText(paragraph, keepsHyphen);
      placed.push({ ...paragraph, text, start: put(text), page });
    }
    if (fields.length > 0) put(fields.join("\n"));
  }
  return { text: parts.join(""), pages: pages.map((start) => Math.min(start, length)), paragraphs: placed };
}

function checkText(text: string, failed: number, pages: number, bytes: Uint8Array): void {
  const visible = text.replace(/\s+/g, "");
  if (visible === "") {
    if (failed > 0 && failed === pages) throw new UnreadableDocument("damaged", "no page could be read");
    const count = `${pages} ${pages === 1 ? "page" : "pages"}`;
    throw holdsPicture(bytes)
      ? new UnreadableDocument("scanned", count)
      : new UnreadableDocument("empty", `${count}, no picture either`);
  }
  const solid = visible.replace(/[-_=|.+*·…#\u2500-\u259f]+/g, "");
  const letters = solid.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
  const unmapped = visible.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (letters < solid.length * 0.35 || unmapped > visible.length * 0.3) {
    throw new UnreadableDocument("unmapped_fonts");
  }
}

/** Pictures are streams, and so their dictionaries lie open in the file (ISO 32000-1 §7.5.7), unless it is encrypted. */
function holdsPicture(bytes: Uint8Array): boolean {
  const subtype = new TextEncoder().encode("/Image");
  for (let at = bytes.indexOf(0x2f); at >= 0; at = bytes.indexOf(0x2f, at + 1)) {
    if (subtype.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

function warningsOf(contents: readonly PageContent[], failed: readonly number[]): string[] {
  const warnings: string[] = [];
  if (failed.length > 0) warnings.push(`Pages that could not be read: ${list(failed)}.`);
  const blank = contents.flatMap((c, i) =>
    c.paragraphs.length + c.fields.length === 0 && !failed.includes(i + 1) ? [i + 1] : []
  );
  if (blank.length > 0) {
    warnings.push(`Pages without text (empty, or scanned: OCR would add their words): ${list(blank)}.`);
  }
  return warnings;
}

function list(pages: readonly number[]): string {
  return pages.slice(0, 20).join(", ") + (pages.length > 20 ? ` and ${pages.length - 20} more` : "");
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  try {
    const info = (await pdf.getMetadata()).info;
    const title: unknown = "Title" in info ? info.Title : null;
    if (typeof title !== "string") return null;
    const words = title.replace(/\s+/g, " ").trim();
    return words === "" || /^untitled/i.test(words) ? null : words;
  } catch {
    return null;
  }
}
