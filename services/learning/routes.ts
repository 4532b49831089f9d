import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse } from "../../lib/http/mod.ts";
import * as contract from "./contract.ts";

/** The calls of the learning service. Core offers all but `observe` and `adaptation` under the same names. */
export const routes = {
  update: createRoute({
    method: "post",
    path: "/api/update_preferences",
    request: jsonBody(contract.UpdatePreferencesRequest),
    responses: jsonResponse(contract.UpdatePreferencesResponse, "The preferences now, and what has changed."),
  }),
  observe: createRoute({
    method: "post",
    path: "/api/observe",
    request: jsonBody(contract.ObserveRequest),
    responses: {
      202: {
        content: { "application/json": { schema: contract.Observed } },
        description: "Stored; it is learned from soon, in order.",
      },
    },
  }),
  adaptation: createRoute({
    method: "get",
    path: "/api/adaptation",
    request: { query: contract.UserQuery },
    responses: jsonResponse(contract.Adaptation, "What is done otherwise for this user."),
  }),
  memories: createRoute({
    method: "get",
    path: "/api/memories",
    request: { query: contract.MemoriesQuery },
    responses: jsonResponse(
      contract.MemoryPage,
      "What was learned, newest first, each with the turn it came from.",
    ),
  }),
  forget: createRoute({
    method: "delete",
    path: "/api/memories/{id}",
    request: { params: contract.MemoryId, query: contract.ForgetQuery },
    responses: jsonResponse(contract.Forgotten, "The ids of what was forgotten."),
  }),
  undo: createRoute({
    method: "post",
    path: "/api/memories/{id}/undo",
    request: { params: contract.MemoryId, query: contract.UserQuery },
    responses: jsonResponse(contract.Undone, "The memory as it is now, and what that changed."),
  }),
  keys: createRoute({
    method: "get",
    path: "/api/keys",
    request: { query: contract.KeysQuery },
    responses: jsonResponse(contract.KeyStatus, "Which keys seal what was learned."),
  }),
  rotate: createRoute({
    method: "post",
    path: "/api/keys/rotate",
    responses: jsonResponse(contract.KeyRotation, "Everything is sealed with a new key."),
  }),
};
