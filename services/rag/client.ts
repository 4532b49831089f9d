import { hc } from "hono/client";
import type { z } from "zod";
import type { Report } from "../../lib/doctor.ts";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import type { RagApp } from "./app.ts";
import type * as contract from "./contract.ts";
import { type SaidClient, saidClient } from "./said/client.ts";

export { summarise } from "./summary.ts";

/** How others use the rag service. */
export interface RagClient {
  search(
    request: z.input<typeof contract.SearchRequest>,
    signal?: AbortSignal,
  ): Promise<contract.SearchResponse>;
  passages(
    request: z.input<typeof contract.PassagesRequest>,
    signal?: AbortSignal,
  ): Promise<contract.PassagesResponse>;
  /** Passes a multipart request on and gives back its NDJSON response as it comes. */
  ingest(
    body: BodyInit,
    headers: HeadersInit,
    options?: { force?: boolean; signal?: AbortSignal },
  ): Promise<Response>;
  documents(query: contract.DocumentsQuery, signal?: AbortSignal): Promise<contract.DocumentPage>;
  document(id: string, signal?: AbortSignal): Promise<contract.DocumentDetail>;
  /** Returns the ids of what was deleted. */
  deleteDocument(id: string, signal?: AbortSignal): Promise<string[]>;
  /** Starts to make the indexes anew with the configured model, or goes on with it. */
  reindex(signal?: AbortSignal): Promise<contract.ReindexStatus>;
  reindexStatus(signal?: AbortSignal): Promise<contract.ReindexStatus>;
  cancelReindex(signal?: AbortSignal): Promise<contract.ReindexStatus>;
  /** Checks and, with `repair`, mends what can be mended. */
  doctor(repair: boolean, signal?: AbortSignal): Promise<Report>;
  status(signal?: AbortSignal): Promise<contract.RagStatus>;
  /** What was said, to be found again. */
  said: SaidClient;
}

/** The client of the rag service at `base`. */
export function ragClient(base: string, transport: Transport): RagClient {
  const api = hc<RagApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async search(json, signal) {
      return await (await expectOk(api.search.$post({ json }, init(signal)))).json();
    },
    async passages(json, signal) {
      return await (await expectOk(api.passages.$post({ json }, init(signal)))).json();
    },
    async ingest(body, headers, { force = false, signal } = {}) {
      const url = `${base}/api/ingest${force ? "?force=true" : ""}`;
      return await expectOk(transport(url, { method: "POST", body, headers, ...(signal ? { signal } : {}) }));
    },
    async documents(query, signal) {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const text = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
      return await (await expectOk(api.documents.$get({ query: text }, init(signal)))).json();
    },
    async document(id, signal) {
      return await (await expectOk(api.documents[":id"].$get({ param: { id } }, init(signal)))).json();
    },
    async deleteDocument(id, signal) {
      return (await (await expectOk(api.documents[":id"].$delete({ param: { id } }, init(signal)))).json())
        .deleted;
    },
    async reindex(signal) {
      return await (await expectOk(api.reindex.$post({}, init(signal)))).json();
    },
    async reindexStatus(signal) {
      return await (await expectOk(api.reindex.$get({}, init(signal)))).json();
    },
    async cancelReindex(signal) {
      return await (await expectOk(api.reindex.$delete({}, init(signal)))).json();
    },
    async doctor(repair, signal) {
      return await (await expectOk(api.doctor.$post({ json: { repair } }, init(signal)))).json();
    },
    async status(signal) {
      return await (await expectOk(api.status.$get({}, init(signal)))).json();
    },
    said: saidClient(base, transport),
  };
}
