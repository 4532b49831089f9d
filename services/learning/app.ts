import { serviceApp } from "../../lib/http/mod.ts";
import type { LearningContext } from "./context.ts";
import type { Learning } from "./engine.ts";
import { routes } from "./routes.ts";

/** The learning service: feedback and turns in, preferences and memories out. */
export function createLearningApp(context: LearningContext, learning: Learning) {
  return serviceApp("learning", context)
    .openapi(routes.update, async (c) => c.json(await learning.update(c.req.valid("json")), 200))
    .openapi(routes.observe, async (c) => {
      await learning.observe(c.req.valid("json"));
      return c.json({ accepted: true as const }, 202);
    })
    .openapi(
      routes.adaptation,
      async (c) => c.json(await learning.adaptation(c.req.valid("query").user_id), 200),
    )
    .openapi(routes.memories, async (c) => c.json(await learning.memories(c.req.valid("query")), 200))
    .openapi(routes.forget, async (c) => {
      const { user_id, for_good } = c.req.valid("query");
      const deleted = await learning.forget(user_id, c.req.valid("param").id, for_good === "true");
      return c.json({ deleted }, 200);
    })
    .openapi(routes.undo, async (c) => {
      return c.json(await learning.undo(c.req.valid("query").user_id, c.req.valid("param").id), 200);
    })
    .openapi(routes.keys, async (c) => {
      return c.json(await learning.keys(c.req.valid("query").count === "true"), 200);
    })
    .openapi(routes.rotate, async (c) => c.json(await learning.rotate(), 200));
}

export type LearningApp = ReturnType<typeof createLearningApp>;
