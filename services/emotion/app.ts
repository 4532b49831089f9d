import { MorganError } from "../../lib/errors.ts";
import { serviceApp } from "../../lib/http/mod.ts";
import { timed } from "../../lib/telemetry/mod.ts";
import type { EmotionContext } from "./context.ts";
import type { Emotion } from "./contract.ts";
import { moodResponse } from "./mood.ts";
import { refine } from "./refine.ts";
import { routes } from "./routes.ts";

/** The emotion service: what messages show, and what a user's history of them tells. */
export function createEmotionApp(context: EmotionContext) {
  const { detector, tracker, metrics } = context;
  return serviceApp("emotion", context)
    .openapi(routes.detect, async (c) => {
      const { text, texts, history } = c.req.valid("json");
      const asked = texts ?? [text ?? ""];
      const options = { signal: c.req.raw.signal, ...(history ? { history } : {}) };
      const results = await timed(metrics, "detect_emotion", () => detector.detect(asked, options));
      return c.json(texts ? { results } : first(results), 200);
    })
    .openapi(routes.track, async (c) => {
      const { message_id, text, history, refined } = c.req.valid("json");
      const options = { signal: c.req.raw.signal, ...(history ? { history } : {}) };
      const detected = first(await timed(metrics, "detect_emotion", () => detector.detect([text], options)));
      const emotion = refined === undefined ? detected : refine(detected, refined);
      await tracker.track(message_id, emotion);
      return c.json(emotion, 200);
    })
    .openapi(routes.model, async (c) => c.json({ model: await context.model() }, 200))
    .openapi(routes.mood, async (c) => {
      const { user_id, days, time_zone } = c.req.valid("query");
      const report = await tracker.report(user_id, { days, zone: time_zone });
      return c.json(moodResponse(report), 200);
    })
    .openapi(routes.erase, async (c) => {
      const { user_id, older_than_days } = c.req.valid("query");
      return c.json({ erased: await tracker.erase(user_id, older_than_days) }, 200);
    });
}

export type EmotionApp = ReturnType<typeof createEmotionApp>;

function first(results: readonly Emotion[]): Emotion {
  const [result] = results;
  if (result) return result;
  throw new MorganError("internal", "The detector gave no result.");
}
