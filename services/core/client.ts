import { hc } from "hono/client";
import type { z } from "zod";
import { MorganError } from "../../lib/errors.ts";
import {
  expectOk,
  multipartBody,
  problemError,
  readNdjson,
  readSse,
  type Transport,
  type UploadFile,
} from "../../lib/http/mod.ts";
import { type RagClient, ragClient } from "../rag/client.ts";
import * as rag from "../rag/contract.ts";
import type { CoreApp } from "./app.ts";
import * as contract from "./contract.ts";

type TextInput = Omit<z.input<typeof contract.TextRequest>, "stream">;

/** How the command and other programs use Morgan. */
export interface CoreClient extends
  Pick<
    RagClient,
    "search" | "documents" | "document" | "deleteDocument" | "reindex" | "reindexStatus" | "cancelReindex"
  > {
  text(request: TextInput, signal?: AbortSignal): Promise<contract.TextResponse>;
  /** Yields the answer's text as it comes and returns the whole. Throws what the server reports. */
  stream(request: TextInput, signal?: AbortSignal): AsyncGenerator<string, contract.TextResponse>;
  /** Sends files; the events come while they are read. */
  ingest(
    files: Iterable<UploadFile>,
    options?: { force?: boolean; signal?: AbortSignal },
  ): AsyncGenerator<rag.IngestEvent>;
  status(signal?: AbortSignal): Promise<contract.Status>;
}

/** The client of the core service at `base`. */
export function coreClient(base: string, transport: Transport): CoreClient {
  const api = hc<CoreApp>(base, { fetch: transport }).api;
  // Core offers these calls as the rag service does.
  const documents = ragClient(base, transport);
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async text(json, signal) {
      const response = await expectOk(api.text.$post({ json: { ...json, stream: false } }, init(signal)));
      return contract.TextResponse.parse(await response.json());
    },
    async *stream(json, signal) {
      const response = await expectOk(api.text.$post({ json: { ...json, stream: true } }, init(signal)));
      for await (const { event, data } of readSse(response)) {
        const fields = data as Record<string, unknown>;
        if (event === "token") yield String(fields.text);
        if (event === "error") throw problemError(fields);
        if (event === "done") return contract.TextResponse.parse(data);
      }
      throw new MorganError("unavailable", "Morgan broke off in the middle of an answer.", {
        hint: "Ask again; `morgan status` tells whether it still runs.",
      });
    },
    search: documents.search,
    async *ingest(files, { force = false, signal } = {}) {
      const { body, type } = multipartBody(files);
      const options = { force, ...(signal ? { signal } : {}) };
      for await (const value of readNdjson(await documents.ingest(body, { "content-type": type }, options))) {
        const event = rag.IngestEvent.parse(value);
        if (event.event === "error") throw problemError(event);
        yield event;
      }
    },
    documents: documents.documents,
    document: documents.document,
    deleteDocument: documents.deleteDocument,
    reindex: documents.reindex,
    reindexStatus: documents.reindexStatus,
    cancelReindex: documents.cancelReindex,
    async status(signal) {
      return contract.Status.parse(await (await expectOk(api.status.$get({}, init(signal)))).json());
    },
  };
}
