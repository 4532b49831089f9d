import { createRoute } from "@hono/zod-openapi";
import { linkedAbort } from "../../lib/abort.ts";
import { isAbort, MorganError, toMorganError } from "../../lib/errors.ts";
import {
  actFor,
  asPartOfCall,
  jsonBody,
  jsonResponse,
  NDJSON_HEADERS,
  readQuery,
  serviceApp,
  SSE_HEADERS,
  sseStream,
  toProblem,
} from "../../lib/http/mod.ts";
import { createBackup } from "../../lib/backup/mod.ts";
import { errorFields, type Logger } from "../../lib/telemetry/mod.ts";
import { routes as emotionRoutes } from "../emotion/routes.ts";
import { routes as empathyRoutes } from "../empathy/routes.ts";
import { routes as learningRoutes } from "../learning/routes.ts";
import * as rag from "../rag/contract.ts";
import { routes as ragRoutes } from "../rag/routes.ts";
import { answerText } from "./answer/answer.ts";
import type { AnswerEvent } from "./answer/events.ts";
import type { CoreContext } from "./context.ts";
import * as contract from "./contract.ts";
import { saveFeedback } from "./conversation/feedback.ts";
import { conversationDetail, conversationPage, removeConversation } from "./conversation/list.ts";
import { conversationRoutes } from "./conversation/routes.ts";
import { addOpenAi } from "./openai/app.ts";
import { openAiError } from "./openai/errors.ts";
import { examine } from "./doctor.ts";
import { status, STORES } from "./status.ts";

const routes = {
  ...ragRoutes,
  text: createRoute({
    method: "post",
    path: "/api/text",
    request: jsonBody(contract.TextRequest),
    responses: {
      200: {
        content: { "application/json": { schema: contract.TextResponse }, "text/event-stream": {} },
        description: "The answer; with `stream` as events: `accepted`, `token`, `sources`, `done`, `error`.",
      },
    },
  }),
  backup: createRoute({
    method: "post",
    path: "/api/backup",
    request: jsonBody(contract.BackupRequest),
    responses: {
      200: {
        content: { "application/gzip": {} },
        description: "Everything that Morgan keeps at this moment, as a gzipped tar with checksums.",
      },
    },
  }),
  status: createRoute({
    method: "get",
    path: "/api/status",
    responses: jsonResponse(contract.Status, "Hosts, services and stores."),
  }),
};

/** The core service: what people and programs talk to. */
export function createCoreApp(context: CoreContext) {
  const app = serviceApp(
    "core",
    context,
    (path, error) => path.startsWith("/v1/") ? openAiError(error) : undefined,
  );
  addOpenAi(app, context);
  app.openAPIRegistry.registerPath(routes.ingest);
  app.post(routes.ingest.path, async (c) => {
    const { force = false } = readQuery(rag.IngestQuery, c.req.query());
    const { body, signal } = c.req.raw;
    if (!body) {
      throw new MorganError("invalid_input", "The request has no body.", {
        hint: "Send files as multipart/form-data.",
      });
    }
    const headers = {
      "content-type": c.req.header("content-type") ?? "",
      "x-request-id": c.get("requestId"),
    };
    const response = await context.rag.ingest(body, headers, { force, signal });
    return new Response(response.body, { headers: NDJSON_HEADERS });
  });
  for (const [name, ask] of Object.entries(STORES)) {
    app.get(`/health/${name}`, async (c) => {
      const health = await ask(context);
      return c.json(health, health.status === "ok" ? 200 : 503);
    });
  }
  return app
    .openapi(routes.text, async (c) => {
      const request = c.req.valid("json");
      const gone = linkedAbort(c.req.raw.signal);
      actFor(request.user_id);
      const events = asPartOfCall(answerText(context, request, gone.signal));
      if (request.stream) {
        const body = sseStream(guarded(events, c.get("requestId")), () => gone.abort());
        return c.body(body, 200, SSE_HEADERS);
      }
      for await (const event of events) if (event.event === "done") return c.json(event.data, 200);
      throw new MorganError("internal", "The answer ended without a result.");
    })
    .openapi(
      routes.search,
      async (c) => c.json(await context.rag.search(c.req.valid("json"), c.req.raw.signal), 200),
    )
    .openapi(routes.documents, async (c) => {
      return c.json(await context.rag.documents(c.req.valid("query"), c.req.raw.signal), 200);
    })
    .openapi(routes.document, async (c) => {
      return c.json(await context.rag.document(c.req.valid("param").id, c.req.raw.signal), 200);
    })
    .openapi(routes.remove, async (c) => {
      const deleted = await context.rag.deleteDocument(c.req.valid("param").id, c.req.raw.signal);
      return c.json({ deleted }, 200);
    })
    .openapi(conversationRoutes.list, async (c) => {
      return c.json(await conversationPage(context, c.req.valid("query"), c.req.raw.signal), 200);
    })
    .openapi(conversationRoutes.show, async (c) => {
      return c.json(await conversationDetail(context, c.req.valid("param").id, c.req.valid("query")), 200);
    })
    .openapi(conversationRoutes.remove, async (c) => {
      const { user_id } = c.req.valid("query");
      return c.json({ deleted: await removeConversation(context, c.req.valid("param").id, user_id) }, 200);
    })
    .openapi(
      conversationRoutes.feedback,
      async (c) => c.json(await saveFeedback(context, c.req.valid("json"), c.req.raw.signal), 200),
    )
    .openapi(learningRoutes.update, async (c) => {
      return c.json(await context.learning.updatePreferences(c.req.valid("json"), c.req.raw.signal), 200);
    })
    .openapi(learningRoutes.memories, async (c) => {
      return c.json(await context.learning.memories(c.req.valid("query"), c.req.raw.signal), 200);
    })
    .openapi(learningRoutes.forget, async (c) => {
      const { user_id, for_good } = c.req.valid("query");
      const options = { userId: user_id, forGood: for_good === "true" };
      const deleted = await context.learning.forgetMemory(c.req.valid("param").id, options, c.req.raw.signal);
      return c.json({ deleted }, 200);
    })
    .openapi(learningRoutes.undo, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(
        await context.learning.undoMemory(id, c.req.valid("query").user_id, c.req.raw.signal),
        200,
      );
    })
    .openapi(learningRoutes.keys, async (c) => {
      const { count } = c.req.valid("query");
      return c.json(await context.learning.keys(count === "true", c.req.raw.signal), 200);
    })
    .openapi(
      learningRoutes.rotate,
      async (c) => c.json(await context.learning.rotateKey(c.req.raw.signal), 200),
    )
    .openapi(routes.reindex, async (c) => c.json(await context.rag.reindex(c.req.raw.signal), 202))
    .openapi(
      routes.reindexStatus,
      async (c) => c.json(await context.rag.reindexStatus(c.req.raw.signal), 200),
    )
    .openapi(
      routes.cancelReindex,
      async (c) => c.json(await context.rag.cancelReindex(c.req.raw.signal), 200),
    )
    .openapi(routes.doctor, async (c) => {
      return c.json(await examine(context, c.req.valid("json").repair, c.req.raw.signal), 200);
    })
    .openapi(routes.backup, async (c) => {
      const bytes = told(createBackup(context, c.req.valid("json")), c.get("log"));
      // Who goes away before the first byte has no stream yet that could be cancelled.
      c.req.raw.signal.addEventListener("abort", () => void bytes.return(undefined), { once: true });
      // Most of what can fail, such as the space for the copy, fails before the first byte: while an error can still be told.
      const first = await bytes.next();
      return c.body(ReadableStream.from(first.done ? bytes : following(first.value, bytes)), 200, {
        "content-type": "application/gzip",
      });
    })
    .openapi(emotionRoutes.detect, async (c) => {
      const { text, texts, history } = c.req.valid("json");
      const { signal } = c.req.raw;
      if (texts) return c.json({ results: await context.emotion.detectAll(texts, { history, signal }) }, 200);
      return c.json(await context.emotion.detect(text ?? "", { history, signal }), 200);
    })
    .openapi(empathyRoutes.respond, async (c) => {
      return c.json(await context.empathy.respond(c.req.valid("json"), c.req.raw.signal), 200);
    })
    .openapi(emotionRoutes.mood, async (c) => {
      return c.json(await context.emotion.mood(c.req.valid("query"), c.req.raw.signal), 200);
    })
    .openapi(emotionRoutes.erase, async (c) => {
      return c.json({ erased: await context.emotion.erase(c.req.valid("query"), c.req.raw.signal) }, 200);
    })
    .openapi(routes.status, async (c) => c.json(await status(context, c.req.raw.signal), 200));
}

export type CoreApp = ReturnType<typeof createCoreApp>;

/** A backup that fails breaks off: the log says why. */
async function* told<T>(bytes: AsyncIterable<T>, log: Logger): AsyncGenerator<T> {
  try {
    yield* bytes;
  } catch (error) {
    log.error("a backup failed", errorFields(error));
    throw error;
  }
}

/** What was read first, then the rest, which is ended where nobody wants it any more. */
async function* following<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** A stream's head is sent before its errors are known: they travel as its last event. */
async function* guarded(events: AsyncIterable<AnswerEvent>, requestId: string) {
  try {
    yield* events;
  } catch (error) {
    if (isAbort(error)) return;
    yield { event: "error", data: toProblem(toMorganError(error), requestId) };
  }
}
