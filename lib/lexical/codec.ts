/** A content's chunks as terms: `postings` holds the distinct terms of each chunk as id × 256 + occurrences (at most 255). */
export interface ContentTerms {
  /** Number of terms of each chunk, repeats counted. */
  lengths: Uint32Array;
  /** Where in `postings` each chunk's terms begin; one more, the end. */
  offsets: Uint32Array;
  postings: Uint32Array;
}

/** What a record of the lexical log says. Terms are numbered in the order in which the log names them. */
export type LexicalRecord =
  | { op: "analyzer"; text: string }
  | { op: "terms"; text: string }
  | { op: "upsert"; text: string; terms: ContentTerms }
  | { op: "remove"; text: string };

const OPS = ["analyzer", "terms", "upsert", "remove"] as const;
const HEADER = 16;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A record as bytes: op, length of the text, chunks, postings (u32 each), the text, then the three arrays. */
export function encodeRecord(record: LexicalRecord): Uint8Array {
  const text = encoder.encode(record.text);
  const arrays = record.op === "upsert"
    ? [record.terms.lengths, record.terms.offsets, record.terms.postings]
    : [];
  const bytes = new Uint8Array(
    HEADER + text.length + arrays.reduce((sum, array) => sum + array.byteLength, 0),
  );
  const view = new DataView(bytes.buffer);
  [OPS.indexOf(record.op), text.length, arrays[0]?.length ?? 0, arrays[2]?.length ?? 0]
    .forEach((value, i) => view.setUint32(i * 4, value, true));
  bytes.set(text, HEADER);
  let at = HEADER + text.length;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** The record in these bytes; copies what it returns. */
export function decodeRecord(bytes: Uint8Array): LexicalRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [op = 0, length = 0, chunks = 0, postings = 0] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  const text = decoder.decode(bytes.subarray(HEADER, HEADER + length));
  const name = OPS[op] ?? "remove";
  if (name !== "upsert") return { op: name, text };
  const values = bytes.slice(HEADER + length).buffer;
  return {
    op: "upsert",
    text,
    terms: {
      lengths: new Uint32Array(values, 0, chunks),
      offsets: new Uint32Array(values, chunks * 4, chunks + 1),
      postings: new Uint32Array(values, (2 * chunks + 1) * 4, postings),
    },
  };
}
