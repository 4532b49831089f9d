import { z } from "zod";

/** What the parent asks: read the file `file` as the document `name`. */
export const requestSchema = z.object({
  file: z.string(),
  name: z.string(),
  limits: z.object({
    timeoutMs: z.number(),
    memoryBytes: z.number(),
    maxFileBytes: z.number(),
    maxTextChars: z.number(),
  }),
  split: z.object({
    maxTokens: z.number(),
    targetTokens: z.number(),
    tokenizer: z.object({ file: z.string(), config: z.string() }).nullable(),
  }),
});
export type ExtractRequest = z.infer<typeof requestSchema>;

const documentSchema = z.object({
  type: z.enum(["pdf", "docx", "html", "markdown", "text", "code"]),
  text: z.string(),
  title: z.string().nullable(),
  pages: z.array(z.number()),
  headings: z.array(z.object({ level: z.number(), title: z.string(), start: z.number() })),
  charset: z.string().nullable(),
  page_count: z.number().exactOptional(),
  warnings: z.array(z.string()),
});

const place = {
  start: z.number(),
  end: z.number(),
  headings: z.array(z.string()),
  page: z.number().nullable(),
};
const chunksSchema = z.object({
  // Without their text, which is a slice of the document's.
  chunks: z.array(z.object({ ...place, index: z.number(), tokens: z.number(), section: z.number() })),
  sections: z.array(z.object({ ...place, index: z.number(), chunks: z.tuple([z.number(), z.number()]) })),
});

/** What the child answers. */
export const replySchema = z.union([
  z.object({ document: documentSchema, split: chunksSchema }),
  z.object({ unreadable: z.string(), detail: z.string().exactOptional() }),
  z.object({ error: z.string(), missing: z.boolean() }),
]);
export type ExtractReply = z.infer<typeof replySchema>;

/** A value as one frame: the length of its JSON in bytes (4, big-endian), then the JSON. */
export function encodeFrame(value: ExtractRequest | ExtractReply): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const frame = new Uint8Array(4 + json.length);
  new DataView(frame.buffer).setUint32(0, json.length);
  frame.set(json, 4);
  return frame;
}

/** Reads one frame; null at the end of the stream, also in the middle of a frame. */
export async function readFrame(reader: ReadableStreamBYOBReader): Promise<unknown> {
  const head = await readExactly(reader, 4);
  if (head === null) return null;
  const body = await readExactly(reader, new DataView(head.buffer, head.byteOffset).getUint32(0));
  return body === null ? null : JSON.parse(new TextDecoder().decode(body));
}

async function readExactly(reader: ReadableStreamBYOBReader, length: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const { value } = await reader.read(new Uint8Array(Math.min(length - at, 1 << 20)));
    if (value === undefined || value.length === 0) return null;
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}

/** Writes all of a frame. */
export async function writeFrame(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  value: ExtractRequest | ExtractReply,
) {
  await writer.write(encodeFrame(value));
}
