import { z } from "zod";

/** What the parent asks: read the bytes that follow, in pieces, as the document `name`. */
export const requestSchema = z.object({
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

/** What the child says once it has all that it needs to read documents: what ends it before that lies in no document. */
export const READY = { ready: true } as const;

/** What the child answers. */
export const replySchema = z.union([
  z.object({ document: documentSchema, split: chunksSchema }),
  z.object({ unreadable: z.string(), detail: z.string().exactOptional() }),
  z.object({ error: z.string() }),
]);
export type ExtractReply = z.infer<typeof replySchema>;

/** Ends the pieces of a document. */
export const END_OF_PIECES = new Uint8Array(0);

/** Bytes as one frame: their length (4 bytes, big-endian), then they. */
export function frameBytes(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(4 + bytes.length);
  new DataView(frame.buffer).setUint32(0, bytes.length);
  frame.set(bytes, 4);
  return frame;
}

/** A value as one frame, in JSON. */
export function encodeFrame(value: ExtractRequest | ExtractReply | typeof READY): Uint8Array {
  return frameBytes(new TextEncoder().encode(JSON.stringify(value)));
}

/** Reads one frame's value; null at the end of the stream, also in the middle of a frame. */
export async function readFrame(reader: ReadableStreamBYOBReader): Promise<unknown> {
  const body = await readBytes(reader);
  return body === null ? null : JSON.parse(new TextDecoder().decode(body));
}

/** Reads a document's pieces up to their end; null when the stream ends before it. */
export async function readPieces(reader: ReadableStreamBYOBReader): Promise<Uint8Array | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const piece = await readBytes(reader);
    if (piece === null) return null;
    if (piece.length === 0) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    pieces.push(piece);
  }
}

async function readBytes(reader: ReadableStreamBYOBReader): Promise<Uint8Array<ArrayBuffer> | null> {
  const head = await readExactly(reader, 4);
  if (head === null) return null;
  return await readExactly(reader, new DataView(head.buffer, head.byteOffset).getUint32(0));
}

async function readExactly(
  reader: ReadableStreamBYOBReader,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const { value } = await reader.read(new Uint8Array(Math.min(length - at, 1 << 20)));
    if (value === undefined || value.length === 0) return null;
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}
