import { hc } from "hono/client";
import type { z } from "zod";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import type { LearningApp } from "./app.ts";
import type * as contract from "./contract.ts";

/** How others use the learning service. */
export interface LearningClient {
  /** Hands a turn over to be learned from; resolves once it is stored, long before it is learned. */
  observe(turn: z.input<typeof contract.ObserveRequest>, signal?: AbortSignal): Promise<void>;
  /** What is done otherwise for this user. */
  adaptation(userId: string, signal?: AbortSignal): Promise<contract.Adaptation>;
  updatePreferences(
    request: z.input<typeof contract.UpdatePreferencesRequest>,
    signal?: AbortSignal,
  ): Promise<contract.UpdatePreferencesResponse>;
  memories(query: contract.MemoriesQuery, signal?: AbortSignal): Promise<contract.MemoryPage>;
  /** Forgets a memory; undo brings it back for 30 days, unless `forGood`. Returns the ids of what was forgotten. */
  forgetMemory(
    id: string,
    options?: { userId?: string | undefined; forGood?: boolean | undefined },
    signal?: AbortSignal,
  ): Promise<string[]>;
  /** Takes back what was last done with a memory. */
  undoMemory(id: string, userId?: string, signal?: AbortSignal): Promise<contract.Undone>;
  /** @param count also count the values by key */
  keys(count: boolean, signal?: AbortSignal): Promise<contract.KeyStatus>;
  rotateKey(signal?: AbortSignal): Promise<contract.KeyRotation>;
}

/** The client of the learning service at `base`. */
export function learningClient(base: string, transport: Transport): LearningClient {
  const api = hc<LearningApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  const user = (userId: string | undefined) => userId === undefined ? {} : { user_id: userId };
  return {
    async observe(json, signal) {
      await expectOk(api.observe.$post({ json }, init(signal)));
    },
    async adaptation(userId, signal) {
      return await (await expectOk(api.adaptation.$get({ query: { user_id: userId } }, init(signal)))).json();
    },
    async updatePreferences(json, signal) {
      return await (await expectOk(api.update_preferences.$post({ json }, init(signal)))).json();
    },
    async memories({ limit, ...query }, signal) {
      const texts = { ...query, ...(limit === undefined ? {} : { limit: String(limit) }) };
      return await (await expectOk(api.memories.$get({ query: texts }, init(signal)))).json();
    },
    async forgetMemory(id, { userId, forGood } = {}, signal) {
      const query = { ...user(userId), ...(forGood ? { for_good: "true" as const } : {}) };
      const response = await expectOk(api.memories[":id"].$delete({ param: { id }, query }, init(signal)));
      return (await response.json()).deleted;
    },
    async undoMemory(id, userId, signal) {
      const request = { param: { id }, query: user(userId) };
      return await (await expectOk(api.memories[":id"].undo.$post(request, init(signal)))).json();
    },
    async keys(count, signal) {
      const query = { count: count ? "true" as const : "false" as const };
      return await (await expectOk(api.keys.$get({ query }, init(signal)))).json();
    },
    async rotateKey(signal) {
      return await (await expectOk(api.keys.rotate.$post({}, init(signal)))).json();
    },
  };
}
