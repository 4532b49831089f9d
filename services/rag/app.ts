import { NDJSON_HEADERS, ndjsonStream, problemError, readQuery, serviceApp } from "../../lib/http/mod.ts";
import type { RagContext } from "./context.ts";
import * as contract from "./contract.ts";
import { examine } from "./doctor/mod.ts";
import { deleteDocument, documentDetail, documentPage, ragStatus } from "./documents.ts";
import { ingest } from "./intake.ts";
import { requireMultipart } from "./multipart.ts";
import type { Reindexing } from "./reindex.ts";
import { passages } from "./passages.ts";
import { routes } from "./routes.ts";
import { saidRoutes } from "./said/routes.ts";
import { search } from "./search.ts";

/** The rag service: files in, searchable passages out. */
export function createRagApp(context: RagContext, reindexing: Reindexing) {
  const app = serviceApp("rag", context);
  app.openAPIRegistry.registerPath(routes.ingest);
  app.post(routes.ingest.path, async (c) => {
    const { force = false } = readQuery(contract.IngestQuery, c.req.query());
    requireMultipart(c.req.raw);
    const events = ingest(context, c.req.raw, { force, requestId: c.get("requestId") });
    return c.body(ndjsonStream(await begun(events)), 200, NDJSON_HEADERS);
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
      const { id } = c.req.valid("param");
      return c.json({ deleted: await deleteDocument(context, id, c.req.raw.signal) }, 200);
    })
    .openapi(routes.reindex, async (c) => c.json(await reindexing.start(), 202))
    .openapi(routes.reindexStatus, (c) => c.json(reindexing.status(), 200))
    .openapi(routes.cancelReindex, async (c) => c.json(await reindexing.cancel(), 200))
    .openapi(routes.doctor, async (c) => {
      const { repair } = c.req.valid("json");
      return c.json(await examine(context, repair, c.req.raw.signal), 200);
    })
    .openapi(routes.status, async (c) => c.json(await ragStatus(context), 200))
    .openapi(saidRoutes.index, async (c) => {
      const { messages } = c.req.valid("json");
      return c.json({ complete: await context.said.index(messages, c.req.raw.signal) }, 200);
    })
    .openapi(saidRoutes.search, async (c) => {
      const index = await context.said.opened();
      return c.json(await index.search(c.req.valid("json"), c.req.raw.signal), 200);
    })
    .openapi(saidRoutes.weights, async (c) => {
      const index = await context.said.opened();
      return c.json({ weights: index.weights(c.req.valid("json").terms) }, 200);
    })
    .openapi(saidRoutes.remove, async (c) => {
      const { message_ids } = c.req.valid("json");
      await (await context.said.opened()).remove(message_ids);
      return c.json({ message_ids }, 200);
    })
    .openapi(saidRoutes.lacks, async (c) => {
      const index = await context.said.opened();
      return c.json({ message_ids: index.lacks(c.req.valid("json").message_ids) }, 200);
    })
    .openapi(saidRoutes.page, async (c) => {
      const { after, limit } = c.req.valid("query");
      return c.json({ message_ids: (await context.said.opened()).page(after, limit) }, 200);
    });
}

export type RagApp = ReturnType<typeof createRagApp>;

/** The events from the first on. Throws the error that they begin with: then the request as a whole is wrong. */
async function begun(
  events: AsyncGenerator<contract.IngestEvent>,
): Promise<AsyncIterable<contract.IngestEvent>> {
  const first = await events.next();
  if (!first.done && first.value.event === "error") {
    await events.return(undefined);
    throw problemError(first.value);
  }
  return (async function* () {
    if (!first.done) yield first.value;
    yield* events;
  })();
}
