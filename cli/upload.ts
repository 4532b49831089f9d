import type { UploadFile } from "../lib/http/multipart_body.ts";
import type { CoreClient } from "../services/core/client.ts";
import type { IngestEvent } from "../services/rag/contract.ts";

/** A file to be sent, with its size in bytes. */
export interface Upload extends UploadFile {
  size: number;
}

/** How files are sent. */
export interface SendOptions {
  force: boolean;
  signal: AbortSignal;
  /** Called with the files of a request before it is made; what it gives is sent. @default all are */
  prepare?: (uploads: readonly Upload[]) => Promise<Upload[]>;
}

/** Files and bytes that one request carries. Two run at once, so that one is sent while another is worked on. */
const REQUEST = { files: 32, bytes: 32 * 1024 * 1024, parallel: 2 };

/** Sends files in requests of bounded size and tells what becomes of them. Throws what the server reports. */
export async function sendFiles(
  client: Pick<CoreClient, "ingest">,
  uploads: readonly Upload[],
  { prepare, ...options }: SendOptions,
  onEvent: (event: IngestEvent) => void,
): Promise<void> {
  const requests = inRequests(uploads).values();
  const worker = async () => {
    for (const files of requests) {
      const ready = prepare ? await prepare(files) : files;
      if (ready.length === 0) continue;
      for await (const event of client.ingest(ready, options)) onEvent(event);
    }
  };
  await Promise.all(Array.from({ length: REQUEST.parallel }, worker));
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
