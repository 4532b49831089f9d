import { pipeline, Readable } from "node:stream";
import busboy from "busboy";
import { MorganError } from "../../lib/errors.ts";
import { SIZE_FIELD } from "../../lib/http/multipart_body.ts";
import { storable } from "../../lib/storable.ts";
import { asyncQueue } from "./queue.ts";

/** One file of a multipart request. */
export interface FilePart {
  /** The document's path, as the part names it. */
  path: string;
  /**
   * The file's bytes. They must be read, or skipped, before the next part comes. Throws `invalid_input` at their end when there are not as many
   * as the client announced.
   */
  bytes: AsyncIterable<Uint8Array>;
  /** Reads the rest of the bytes and drops them. */
  skip(): Promise<void>;
}

/** Throws `invalid_input` for a request that is no multipart/form-data. */
export function requireMultipart(request: Request): void {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) throw notMultipart();
}

/**
 * The files of a multipart request one after the other, streamed. Throws `invalid_input` for a broken body, also while a
 * file is read in which it breaks off.
 */
export async function* fileParts(request: Request): AsyncGenerator<FilePart> {
  requireMultipart(request);
  if (!request.body) return;
  const parts = asyncQueue<FilePart>();
  const parser = openParser(request.headers.get("content-type") ?? "");
  let announced: string | undefined;
  parser.on("field", (field: string, value: string) => {
    if (field === SIZE_FIELD) announced = value;
  });
  parser.on("file", (field: string | undefined, stream: Readable, { filename }: { filename?: string }) => {
    // Whoever reads the part sees its error; a part that nobody reads any more must not end the process by it.
    stream.on("error", () => {});
    const path = storable(partPath(field, filename));
    if (!path) return void parser.destroy(new Error("A part has neither a name nor a file name"));
    const size = announced;
    announced = undefined;
    parts.push({
      path,
      bytes: wholeBytes(stream, size),
      skip: async () => {
        for await (const _ of partBytes(stream));
      },
    });
  });
  const source = Readable.from(request.body, { objectMode: false });
  pipeline(source, parser, (error) => error ? parts.fail(broken(error)) : parts.end());
  try {
    yield* parts.values();
  } finally {
    source.destroy();
  }
}

async function* wholeBytes(stream: Readable, announced: string | undefined): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of partBytes(stream)) {
    size += bytes.length;
    yield bytes;
  }
  if (announced === undefined || announced === String(size)) return;
  throw new MorganError("invalid_input", `It has ${size} bytes instead of the ${announced} announced.`, {
    hint: "It was cut or could not be read to its end: send it again.",
    details: { reason: "incomplete" },
  });
}

async function* partBytes(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch (error) {
    throw broken(error);
  }
}

function openParser(type: string) {
  try {
    return busboy({ headers: { "content-type": type }, preservePath: true, defParamCharset: "utf8" });
  } catch (error) {
    throw broken(error);
  }
}

/**
 * A part is named by its path: as its file name (`filename="notes/a.md"`) or, by clients that cut that to a base name,
 * as its field name.
 */
export function partPath(field = "", filename?: string): string {
  if (!filename) return field;
  return field !== filename && field.endsWith(`/${filename}`) ? field : filename;
}

function notMultipart(): MorganError {
  return new MorganError("invalid_input", "The request is not multipart/form-data.", {
    hint: 'Send each file as a part named by its path: curl -F "file=@a.md;filename=notes/a.md".',
  });
}

function broken(cause: unknown): MorganError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new MorganError("invalid_input", `The multipart request is broken: ${message}.`, {
    cause,
    hint: "Send it again; files that were acknowledged are kept.",
  });
}
