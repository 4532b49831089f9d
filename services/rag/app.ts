import { createRoute } from "@hono/zod-openapi";
import {
  jsonBody,
  jsonResponse,
  NDJSON_HEADERS,
  ndjsonStream,
  readQuery,
  serviceApp,
} from "../../lib/http/mod.ts";
import type { RagContext } from "./context.ts";
import * as contract from "./contract.ts";
import { deleteDocument, documentDetail, documentPage, ragStatus } from "./documents.ts";
import { ingest } from "./intake.ts";
import { requireMultipart } from "./multipart.ts";
import { passages } from "./passages.ts";
import { search } from "./search.ts";

const routes = {
  ingest: createRoute({
    method: "post",
    path: "/api/ingest",
    request: {
      query: contract.IngestQuery,
      body: { content: { "multipart/form-data": { schema: { type: "object" } } } },
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
  status: createRoute({
    method: "get",
    path: "/api/status",
    responses: jsonResponse(contract.RagStatus, "Documents, jobs and indexes."),
  }),
};

/** The rag service: files in, searchable passages out. */
export function createRagApp(context: RagContext) {
  const app = serviceApp("rag", context);
  app.openAPIRegistry.registerPath(routes.ingest);
  app.post(routes.ingest.path, (c) => {
    const { force = false } = readQuery(contract.IngestQuery, c.req.query());
    requireMultipart(c.req.raw);
    const events = ingest(context, c.req.raw, { force, requestId: c.get("requestId") });
    return c.body(ndjsonStream(events), 200, NDJSON_HEADERS);
  });
  return app
    .openapi(
      routes.search,
      async (c) => c.json(await search(context, c.req.valid("json"), c.req.raw.signal), 200),
    )
    .openapi(
      routes.passages,
      async (c) => c.json(await passages(context, c.req.valid("json"), c.req.raw.signal), 200),
    )
    .openapi(routes.documents, async (c) => c.json(await documentPage(context, c.req.valid("query")), 200))
    .openapi(
      routes.document,
      async (c) => c.json(await documentDetail(context, c.req.valid("param").id), 200),
    )
    .openapi(routes.remove, async (c) => {
      return c.json({ deleted: await deleteDocument(context, c.req.valid("param").id) }, 200);
    })
    .openapi(routes.status, async (c) => c.json(await ragStatus(context), 200));
}

export type RagApp = ReturnType<typeof createRagApp>;
