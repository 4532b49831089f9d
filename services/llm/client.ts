import { hc } from "hono/client";
import { MorganError } from "../../lib/errors.ts";
import { expectOk, problemError, readSse, type Transport } from "../../lib/http/mod.ts";
import type { LlmApp } from "./app.ts";
import { GenerateDone, type GenerateRequest, type LlmModel } from "./contract.ts";

/** How others use the llm service. */
export interface LlmClient {
  /** The model, or why none answers: also where the service itself is away. */
  model(signal?: AbortSignal): Promise<LlmModel>;
  /** Yields text as it arrives and returns why it ended and what it cost. Throws what the service reports. */
  generate(request: GenerateRequest, signal?: AbortSignal): AsyncGenerator<string, GenerateDone>;
}

/** The client of the llm service at `base`. */
export function llmClient(base: string, transport: Transport): LlmClient {
  const api = hc<LlmApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async model(signal) {
      try {
        return await (await expectOk(api.model.$get({}, init(signal)))).json();
      } catch (error) {
        if (!(error instanceof MorganError) || error.code !== "unavailable") throw error;
        const { message: reason, hint } = error;
        const settings = { temperature: 0, max_tokens: 0 };
        return { available: false, configured: true, ...settings, reason, ...(hint ? { hint } : {}) };
      }
    },
    async *generate(request, signal) {
      const response = await expectOk(api.generate.$post({ json: request }, init(signal)));
      for await (const { event, data } of readSse(response)) {
        const fields = data as Record<string, unknown>;
        if (event === "token") yield String(fields.text);
        if (event === "error") throw problemError(fields);
        if (event === "done") return GenerateDone.parse(data);
      }
      throw new MorganError("unavailable", "The llm service broke off in the middle of an answer.", {
        hint: "Ask again; if it goes on, see its log.",
        details: { dependency: "llm" },
      });
    },
  };
}
