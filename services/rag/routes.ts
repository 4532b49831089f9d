import { createRoute } from "@hono/zod-openapi";
import { DoctorRequest, Report } from "../../lib/doctor.ts";
import { jsonBody, jsonResponse } from "../../lib/http/mod.ts";
import * as contract from "./contract.ts";

/** A form of files, each a part named by its path. */
const FILES = {
  type: "object",
  minProperties: 1,
  propertyNames: { minLength: 1 },
  additionalProperties: { type: "string", format: "binary" },
} as const;

/** The calls of the rag service. Core offers those that people and programs need under the same names. */
export const routes = {
  ingest: createRoute({
    method: "post",
    path: "/api/ingest",
    request: {
      query: contract.IngestQuery,
      body: {
        content: { "multipart/form-data": { schema: FILES } },
        required: true,
      },
    },
    responses: {
      200: {
        content: { "application/x-ndjson": { schema: contract.IngestEvent } },
        description: "One event a line.",
      },
    },
  }),
  search: createRoute({
    method: "post",
    path: "/api/search",
    request: jsonBody(contract.SearchRequest),
    responses: jsonResponse(contract.SearchResponse, "Chunks, best first."),
  }),
  passages: createRoute({
    method: "post",
    path: "/api/passages",
    request: jsonBody(contract.PassagesRequest),
    responses: jsonResponse(contract.PassagesResponse, "What an answer may draw on."),
  }),
  documents: createRoute({
    method: "get",
    path: "/api/documents",
    request: { query: contract.DocumentsQuery },
    responses: jsonResponse(contract.DocumentPage, "Documents in the order of their paths."),
  }),
  document: createRoute({
    method: "get",
    path: "/api/documents/{id}",
    request: { params: contract.DocumentId },
    responses: jsonResponse(contract.DocumentDetail, "The document with its chunks."),
  }),
  remove: createRoute({
    method: "delete",
    path: "/api/documents/{id}",
    request: { params: contract.DocumentId },
    responses: jsonResponse(contract.Deleted, "The ids of what was deleted."),
  }),
  reindex: createRoute({
    method: "post",
    path: "/api/reindex",
    responses: {
      202: {
        content: { "application/json": { schema: contract.ReindexStatus } },
        description:
          "The build that was started, or goes on. The indexes that there are answer until it is whole.",
      },
    },
  }),
  reindexStatus: createRoute({
    method: "get",
    path: "/api/reindex",
    responses: jsonResponse(contract.ReindexStatus, "How far the build is, and whether one is needed."),
  }),
  cancelReindex: createRoute({
    method: "delete",
    path: "/api/reindex",
    responses: jsonResponse(contract.ReindexStatus, "The build is stopped and dropped."),
  }),
  doctor: createRoute({
    method: "post",
    path: "/api/doctor",
    request: jsonBody(DoctorRequest),
    responses: jsonResponse(Report, "What was checked, found and mended."),
  }),
  status: createRoute({
    method: "get",
    path: "/api/status",
    responses: jsonResponse(contract.RagStatus, "Documents, jobs and indexes."),
  }),
};
