import { hc } from "hono/client";
import type { z } from "zod";
import { expectOk, type Transport } from "../../../lib/http/mod.ts";
import type { RagApp } from "../app.ts";
import type * as contract from "./contract.ts";

/** How others have what was said found again. */
export interface SaidClient {
  /** Messages that are indexed already stay as they are. Returns whether they are found by meaning too, where there is a model. */
  index(messages: readonly contract.SaidMessage[], signal?: AbortSignal): Promise<boolean>;
  /** Words alone where no vector of the query can be had. */
  search(
    request: z.input<typeof contract.SaidSearchRequest>,
    signal?: AbortSignal,
  ): Promise<contract.SaidSearchResponse>;
  /** How rare each term (as `analyze` gives it) is in what was said. */
  weights(terms: readonly string[], signal?: AbortSignal): Promise<number[]>;
  /** Resolves when nothing of these messages can be found any more. */
  remove(messageIds: readonly string[], signal?: AbortSignal): Promise<void>;
  /** Those of these ids, 10,000 at most, that the index does not hold. */
  lacks(messageIds: readonly string[], signal?: AbortSignal): Promise<string[]>;
  /** Ids that the index holds, in their order, from behind `after`; empty at the end. */
  page(after: string | undefined, signal?: AbortSignal): Promise<string[]>;
}

/** The part of rag's client that is about what was said. */
export function saidClient(base: string, transport: Transport): SaidClient {
  const api = hc<RagApp>(base, { fetch: transport }).api.said;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async index(messages, signal) {
      const response = await expectOk(api.$post({ json: { messages: [...messages] } }, init(signal)));
      return (await response.json()).complete;
    },
    async search(json, signal) {
      return await (await expectOk(api.search.$post({ json }, init(signal)))).json();
    },
    async weights(terms, signal) {
      const response = await expectOk(api.weights.$post({ json: { terms: [...terms] } }, init(signal)));
      return (await response.json()).weights;
    },
    async remove(messageIds, signal) {
      await expectOk(api.remove.$post({ json: { message_ids: [...messageIds] } }, init(signal)));
    },
    async lacks(messageIds, signal) {
      const json = { message_ids: [...messageIds] };
      return (await (await expectOk(api.lacks.$post({ json }, init(signal)))).json()).message_ids;
    },
    async page(after, signal) {
      const query = after === undefined ? {} : { after };
      return (await (await expectOk(api.$get({ query }, init(signal)))).json()).message_ids;
    },
  };
}
