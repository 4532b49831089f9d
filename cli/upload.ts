import { toMorganError } from "../lib/errors.ts";
import type { UploadFile } from "../lib/http/multipart_body.ts";
import type { CoreClient } from "../services/core/client.ts";
import type { DocumentEvent, IngestEvent } from "../services/rag/contract.ts";
import { openFile } from "./opened_file.ts";

/** A file to be sent. */
export interface Upload {
  /** The document's path. */
  path: string;
  /** Bytes, as far as they are known: requests are measured by them. */
  size: number;
  /** Gives the bytes where they are not those of the file at `path`. */
  open?: () => ReadableStream<Uint8Array>;
}

/** How files are sent. */
export interface SendOptions {
  force: boolean;
  signal: AbortSignal;
}

/** Files and bytes that one request carries. Two run at once, so that one is sent while another is worked on. */
const REQUEST = { files: 32, bytes: 32 * 1024 * 1024, parallel: 2 };

/** Sends files in requests of bounded size and tells what becomes of them. A file that can't be read costs itself. Throws what the server reports. */
export async function sendFiles(
  client: Pick<CoreClient, "ingest">,
  uploads: readonly Upload[],
  options: SendOptions,
  onEvent: (event: IngestEvent) => void,
): Promise<void> {
  const requests = inRequests(uploads).values();
  const worker = async () => {
    for (const files of requests) await sendTogether(client, files, options, onEvent);
  };
  await Promise.all(Array.from({ length: REQUEST.parallel }, worker));
}

async function sendTogether(
  client: Pick<CoreClient, "ingest">,
  uploads: readonly Upload[],
  { force, signal }: SendOptions,
  onEvent: (event: IngestEvent) => void,
): Promise<void> {
  using opened = new DisposableStack();
  const files: UploadFile[] = [];
  const broken = new Map<string, unknown>();
  // Opened before the request is made: one that cannot be opened is left out of it.
  for (const { path, open } of uploads) {
    if (open) {
      files.push({ path, open });
      continue;
    }
    try {
      const file = opened.use(await openFile(path));
      files.push({ path, size: file.size, open: file.bytes });
    } catch (error) {
      onEvent(failedToRead(path, error));
    }
  }
  if (files.length === 0) return;
  const onBroken = (path: string, error: unknown) => broken.set(path, error);
  for await (const event of client.ingest(files, { force, signal, onBroken })) {
    const cause = event.event === "document" ? broken.get(event.path) : undefined;
    onEvent(event.event === "document" && cause !== undefined ? failedToRead(event.path, cause) : event);
  }
}

/** The event of a file, or folder, that could not be read where it lies. */
export function failedToRead(path: string, error: unknown): DocumentEvent {
  const { message, hint, details } = toMorganError(error);
  return {
    event: "document",
    path,
    status: "failed",
    reason: String(details?.reason ?? "unreadable"),
    message,
    ...(hint ? { hint } : {}),
    chunks: 0,
    embeddings: 0,
  };
}

function inRequests(uploads: readonly Upload[]): Upload[][] {
  const requests: Upload[][] = [];
  let bytes = Infinity;
  for (const upload of uploads) {
    const last = requests.at(-1);
    if (!last || last.length === REQUEST.files || bytes + upload.size > REQUEST.bytes) {
      requests.push([upload]);
      bytes = upload.size;
    } else {
      last.push(upload);
      bytes += upload.size;
    }
  }
  return requests;
}
