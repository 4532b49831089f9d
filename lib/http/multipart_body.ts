/** A file to be sent. */
export interface UploadFile {
  /** The document's path; it names the part. */
  path: string;
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}

/** Files as a multipart/form-data body that is never held in memory as a whole (RFC 7578). */
export function multipartBody(
  files: Iterable<UploadFile>,
): { body: ReadableStream<Uint8Array>; type: string } {
  const boundary = `morgan-${crypto.randomUUID()}`;
  const encoder = new TextEncoder();
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (const { path, open } of files) {
      // A quote or a line break would end the header's value: escaped as browsers do.
      const name = path.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
      yield encoder.encode(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
          "content-type: application/octet-stream\r\n\r\n",
      );
      yield* await open();
      yield encoder.encode("\r\n");
    }
    yield encoder.encode(`--${boundary}--\r\n`);
  }
  return { body: ReadableStream.from(parts()), type: `multipart/form-data; boundary=${boundary}` };
}
