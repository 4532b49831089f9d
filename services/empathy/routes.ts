import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse } from "../../lib/http/mod.ts";
import { CheckRequest, CheckResponse, EmpathyRequest, EmpathyResponse } from "./contract.ts";

/** The calls of the empathy service. */
export const routes = {
  respond: createRoute({
    method: "post",
    path: "/api/empathy_response",
    request: jsonBody(EmpathyRequest),
    responses: jsonResponse(
      EmpathyResponse,
      "How the message is to be answered, and whether a person is in danger.",
    ),
  }),
  check: createRoute({
    method: "post",
    path: "/api/check_reply",
    request: jsonBody(CheckRequest),
    responses: jsonResponse(CheckResponse, "The rules of empathy that the reply breaks."),
  }),
};
