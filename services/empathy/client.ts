import { hc } from "hono/client";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import type { EmpathyApp } from "./app.ts";
import type { CheckRequest, CheckResponse, EmpathyRequest, EmpathyResponse } from "./contract.ts";

/** How others use the empathy service. */
export interface EmpathyClient {
  /** How a message is to be answered. Contacts are alerted by it where the settings say so. */
  respond(request: EmpathyRequest, signal?: AbortSignal): Promise<EmpathyResponse>;
  /** Which rules a reply breaks. */
  check(request: CheckRequest, signal?: AbortSignal): Promise<CheckResponse["broken"]>;
}

/** The client of the empathy service at `base`. */
export function empathyClient(base: string, transport: Transport): EmpathyClient {
  const api = hc<EmpathyApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async respond(json, signal) {
      return await (await expectOk(api.empathy_response.$post({ json }, init(signal)))).json();
    },
    async check(json, signal) {
      return (await (await expectOk(api.check_reply.$post({ json }, init(signal)))).json()).broken;
    },
  };
}
