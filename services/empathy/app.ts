import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse, serviceApp } from "../../lib/http/mod.ts";
import { timed } from "../../lib/telemetry/mod.ts";
import type { EmpathyServiceContext } from "./context.ts";
import { classify } from "./classify.ts";
import { EmpathyRequest, EmpathyResponse } from "./contract.ts";
import { generate } from "./generator.ts";

const respond = createRoute({
  method: "post",
  path: "/api/empathy_response",
  request: jsonBody(EmpathyRequest),
  responses: jsonResponse(
    EmpathyResponse,
    "How the message is to be answered, and whether a person is in danger.",
  ),
});

/** The empathy service: a message in; danger, tone, instructions and an opening sentence out. */
export function createEmpathyApp(context: EmpathyServiceContext) {
  const { place, alerter, metrics } = context;
  return serviceApp("empathy", context)
    .openapi(respond, async (c) => {
      const request = c.req.valid("json");
      const answer = await timed(metrics, "empathy", async () => {
        const first = generate(request, place);
        // The patterns have spoken; the classifier can only raise.
        if (first.risk !== "none") return first;
        const danger = await classify(context, request.text, c.req.raw.signal);
        return danger === undefined ? first : generate(request, place, danger);
      });
      const { risk, risk_kinds: kinds } = answer;
      if (risk === "none") return c.json(answer, 200);
      // The words stay out of the log.
      c.get("log").warning("a message shows signs of danger", { risk, kinds });
      const alert = await alerter.alert({ risk, kinds, text: request.text });
      return c.json({ ...answer, ...(alert ? { alert } : {}) }, 200);
    });
}

export type EmpathyApp = ReturnType<typeof createEmpathyApp>;
