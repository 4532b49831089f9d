import { serviceApp } from "../../lib/http/mod.ts";
import { timed } from "../../lib/telemetry/mod.ts";
import { classify } from "./classify.ts";
import type { EmpathyServiceContext } from "./context.ts";
import { thresholdsFor } from "./crisis/classifier.ts";
import { assessAhead } from "./crisis/mod.ts";
import { feelingOf } from "./feelings.ts";
import { generate } from "./generator.ts";
import { routes } from "./routes.ts";
import { checkEmpathy, RULES } from "./validator.ts";

/** The empathy service: a message in; danger, tone, instructions and an opening sentence out. */
export function createEmpathyApp(context: EmpathyServiceContext) {
  const { place, alerter, metrics } = context;
  return serviceApp("empathy", context)
    .openapi(routes.respond, async (c) => {
      const request = c.req.valid("json");
      const answer = await timed(metrics, "empathy", async () => {
        const earlier = (request.history ?? []).filter(({ role }) => role === "user");
        await assessAhead([request.text, ...earlier.map(({ content }) => content)]);
        const first = generate(request, place);
        // The patterns have spoken; the classifier can only raise.
        if (first.risk !== "none") return first;
        const danger = await classify(context, request.text, c.req.raw.signal);
        // Most messages stay below every threshold, and are as the patterns left them.
        const changes = danger !== undefined && danger >= thresholdsFor(first.language).quiet;
        return changes ? generate(request, place, danger) : first;
      });
      const { risk, risk_kinds: kinds } = answer;
      if (risk === "none") return c.json(answer, 200);
      // The words stay out of the log.
      c.get("log").warning("a message shows signs of danger", { risk, kinds });
      const alert = await alerter.alert({ risk, kinds, text: request.text });
      return c.json({ ...answer, ...(alert ? { alert } : {}) }, 200);
    })
    .openapi(routes.check, (c) => {
      const { reply, emotion, ...said } = c.req.valid("json");
      const broken = checkEmpathy(reply, { ...said, feeling: feelingOf(emotion) });
      return c.json({ broken: broken.map((rule) => ({ rule, meaning: RULES[rule] })) }, 200);
    });
}

export type EmpathyApp = ReturnType<typeof createEmpathyApp>;
