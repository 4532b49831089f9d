import { Buffer } from "node:buffer";
import mammoth from "mammoth";
import promises from "mammoth/lib/promises.js";
import { UnreadableDocument } from "./failure.ts";
import { fragmentText } from "./html.ts";
import type { ExtractedDocument } from "./types.ts";
import { inspectZip, readZipEntry } from "./zip.ts";

// mammoth wraps its results by way of `Object.prototype.__proto__`, which Deno takes away.
promises.toExternalPromise = (promise: Promise<unknown>) => promise;

/** The text of a Word document: headings, lists, tables, footnotes, comments, text boxes, then headers and footers. No picture is read. */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedDocument> {
  const names = inspectZip(bytes);
  if (!names.includes("word/document.xml") && !names.some((name) => /^word\/document\d*\.xml$/.test(name))) {
    throw new UnreadableDocument("type_mismatch", "a zip archive that is no Word document");
  }
  const { value, messages } = await convert(bytes);
  const { text, headings } = fragmentText(value);
  const margins = names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .map((name) => xmlText(readZipEntry(bytes, name))).filter((words) =>
      words !== "" && !text.includes(words)
    );
  const all = [text, ...new Set(margins)].filter((part) => part.trim() !== "").join("\n\n");
  const title = coreTitle(bytes) ?? headings[0]?.title ?? null;
  const warnings = messages.filter((m) => m.type === "error").map((m) =>
    `Part of the document was not read: ${m.message}`
  );
  return { type: "docx", text: all, title, pages: [], headings, charset: null, warnings };
}

async function convert(bytes: Uint8Array) {
  try {
    return await mammoth.convertToHtml({
      buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    }, {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      externalFileAccess: false,
      styleMap: [
        "comment-reference => sup",
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
      ],
    });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UnreadableDocument("damaged", undefined, error);
  }
}

function coreTitle(bytes: Uint8Array): string | null {
  const xml = readZipEntry(bytes, "docProps/core.xml");
  const title = xml === null
    ? undefined
    : /<dc:title[^>]*>([^<]*)</.exec(new TextDecoder().decode(xml))?.[1]?.trim();
  return title === undefined || title === "" ? null : unescapeXml(title);
}

/** Paragraphs of a header or footer, one a line (ECMA-376 §17.3: `w:t` holds the words, `w:p` is a paragraph). */
function xmlText(xml: Uint8Array | null): string {
  if (xml === null) return "";
  return new TextDecoder().decode(xml).split("</w:p>").map((paragraph) =>
    unescapeXml(
      paragraph.replace(/<w:tab\/>/g, "<w:t> </w:t>").match(/<w:t(?:\s[^>]*)?>[^<]*/g)?.map((t) =>
        t.replace(/^<[^>]*>/, "")
      ).join("") ?? "",
    ).trim()
  ).filter((line) => line !== "").join("\n");
}

function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll(
    "&apos;",
    "'",
  ).replaceAll("&amp;", "&");
}
