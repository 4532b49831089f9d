/** A file to be sent. */
export interface UploadFile {
  /** The document's path; it names the part. */
  path: string;
  /** Bytes that `open` gives. When fewer come the file is not taken. @default whatever comes is the file */
  size?: number | undefined;
  open(): ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>;
}

/** The field that tells how many bytes the file after it has. */
export const SIZE_FIELD = "file_size";

/**
 * Files as a multipart/form-data body that is never held in memory as a whole (RFC 7578). A path goes as `filename*` (RFC 5987), which takes
 * every character, where `filename` has no agreed way to write quotes, backslashes and line ends.
 *
 * @param onBroken told of a file of known size that could not be read to its end. @default the body fails with it
 */
export function multipartBody(
  files: Iterable<UploadFile>,
  onBroken?: (path: string, error: unknown) => void,
): { body: ReadableStream<Uint8Array>; type: string } {
  const boundary = `morgan-${crypto.randomUUID()}`;
  const encoder = new TextEncoder();
  const head = (disposition: string) =>
    encoder.encode(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`);
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (const { path, size, open } of files) {
      if (size !== undefined) {
        yield head(`name="${SIZE_FIELD}"`);
        yield encoder.encode(`\r\n${size}\r\n`);
      }
      yield head(`name="file"; filename*=UTF-8''${percentEncoded(path)}`);
      yield encoder.encode("content-type: application/octet-stream\r\n\r\n");
      try {
        yield* await open();
      } catch (error) {
        if (size === undefined || !onBroken) throw error;
        onBroken(path, error);
      }
      yield encoder.encode("\r\n");
    }
    yield encoder.encode(`--${boundary}--\r\n`);
  }
  return { body: ReadableStream.from(parts()), type: `multipart/form-data; boundary=${boundary}` };
}

/** As RFC 5987 has it: what `encodeURIComponent` leaves and an attribute may not hold is encoded as well. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
