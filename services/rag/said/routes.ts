import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse } from "../../../lib/http/mod.ts";
import * as contract from "./contract.ts";

/** The calls about what was said. */
export const saidRoutes = {
  index: createRoute({
    method: "post",
    path: "/api/said",
    request: jsonBody(contract.SaidIndexRequest),
    responses: jsonResponse(
      contract.SaidIndexResponse,
      "The messages are found; those that were, still are.",
    ),
  }),
  search: createRoute({
    method: "post",
    path: "/api/said/search",
    request: jsonBody(contract.SaidSearchRequest),
    responses: jsonResponse(contract.SaidSearchResponse, "Parts of messages, best first."),
  }),
  weights: createRoute({
    method: "post",
    path: "/api/said/weights",
    request: jsonBody(contract.SaidWeightsRequest),
    responses: jsonResponse(contract.SaidWeightsResponse, "How rare terms are."),
  }),
  remove: createRoute({
    method: "post",
    path: "/api/said/remove",
    request: jsonBody(contract.SaidIds),
    responses: jsonResponse(contract.SaidIds, "None of these can be found any more."),
  }),
  lacks: createRoute({
    method: "post",
    path: "/api/said/lacks",
    request: jsonBody(contract.SaidIds),
    responses: jsonResponse(contract.SaidIds, "Those of the given ids that the index does not hold."),
  }),
  page: createRoute({
    method: "get",
    path: "/api/said",
    request: { query: contract.SaidPageQuery },
    responses: jsonResponse(contract.SaidIds, "Ids that the index holds, in their order."),
  }),
};
