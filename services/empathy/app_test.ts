import assert from "node:assert/strict";
import { configSchema } from "../../lib/config/schema.ts";
import { IN_PROCESS, inProcess } from "../../lib/http/mod.ts";
import { createMetrics } from "../../lib/telemetry/mod.ts";
import { createEmpathyApp } from "./app.ts";
import { empathyClient } from "./client.ts";
import { type EmpathyServiceContext, fromConfig } from "./context.ts";
import { CLASSIFIER_MODEL } from "./crisis/classifier.ts";
import weights from "../../assets/resources/crisis_classifier.json" with { type: "json" };
import { decodeVectors } from "../../lib/http/vectors.ts";

const TOKEN = "token";

/** A country of which no helpline is known: what is shown then depends on no locale. */
const NOWHERE = "AQ";

function open(
  support: Record<string, unknown> = {},
  embedding: EmpathyServiceContext["embedding"] = withoutModel,
) {
  const config = configSchema.parse({ support });
  const context = fromConfig(config, { token: TOKEN, metrics: createMetrics() }, { embedding });
  const app = createEmpathyApp(context);
  return {
    app,
    client: empathyClient(IN_PROCESS, inProcess(app, TOKEN)),
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

Deno.test("a neutral question gets no sympathy and no resources", async () => {
  await using empathy = open();
  const answer = await empathy.client.respond({ text: "What is the notice period?" });
  assert.deepEqual([answer.risk, answer.tone, answer.opening, answer.resources], ["none", "neutral", "", []]);
});

Deno.test("the emotion may be a label or what the emotion service gave", async () => {
  await using empathy = open();
  const text = "The update failed three times.";
  const byLabel = await empathy.client.respond({ text, emotion: "frustration" });
  const byResult = await empathy.client.respond({
    text,
    emotion: { emotion: "frustration", confidence: 0.9, intensity: 0.5, valence: -0.5, labels: [] },
  });
  assert.equal(byLabel.opening, byResult.opening);
  assert.match(byLabel.opening, /frustration/i);
});

Deno.test("the region is the request's, else the setting's, else the locale's", async () => {
  await using empathy = open({ region: "fr" });
  const text = "I want to die";
  const numbers = async (request: { region?: string; locale?: string }) =>
    (await empathy.client.respond({ text, ...request })).resources.flatMap(({ numbers }) => numbers);
  assert.deepEqual(await numbers({ region: "US" }), ["911", "988"]);
  assert.deepEqual(await numbers({ locale: "de-DE" }), ["112", "3114"]);
});

Deno.test("in danger the answer in words is there though the alert fails, and says so", async () => {
  const closed = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = closed.addr;
  closed.close();
  await using empathy = open({ webhook_url: `http://127.0.0.1:${port}/`, alert_at: "high" });
  const answer = await empathy.client.respond({ text: "I took a whole bottle of pills", region: "GB" });
  assert.equal(answer.risk, "imminent");
  assert.match(answer.opening, /999/);
  assert.match(answer.opening, /116 123/);
  assert.deepEqual(answer.alert?.sent, []);
  assert.equal((answer.alert?.failed.length ?? 0) + (answer.alert?.pending.length ?? 0), 1);
});

Deno.test("bad input names the field, and the call needs the token", async () => {
  await using empathy = open();
  await assert.rejects(empathy.client.respond({ text: "" }), { code: "invalid_input", message: /text/ });
  const response = await empathy.app.request("/api/empathy_response", { method: "POST" });
  assert.equal(response.status, 401);
});

/** An embedding service for which no model is configured. */
const withoutModel: EmpathyServiceContext["embedding"] = {
  open: () => Promise.resolve(null),
  embed: () => Promise.reject(new Error("There is no model.")),
};

/** An embedding service whose vectors are the classifier's own weights, grown: the surest of all dangers. */
function embedding(id: string, fails = false): EmpathyServiceContext["embedding"] {
  const vector = decodeVectors(weights.weights).map((weight) => weight * 100);
  return {
    embed: () => fails ? Promise.reject(new Error("gone")) : Promise.resolve(vector),
    open: () =>
      Promise.resolve({
        ...{ id, dimension: weights.dimension, max_tokens: 512 },
        settings: { provider: "onnx", model: id },
      }),
  };
}

Deno.test("what only the classifier sees is a low risk with resources; another model's vectors and failures count for nothing", async () => {
  const text = "What is the notice period?";
  await using seen = open({ region: NOWHERE }, embedding(CLASSIFIER_MODEL));
  const answer = await seen.client.respond({ text });
  assert.equal(answer.risk, "low");
  assert.match(answer.opening, /^That sounds like a lot to carry\.[^\n]+\n\n[^\n]+findahelpline[^\n]+$/);
  assert.equal(answer.resources.length, 1);
  await using other = open({}, embedding("another/model"));
  assert.equal((await other.client.respond({ text })).risk, "none");
  await using failing = open({}, embedding(CLASSIFIER_MODEL, true));
  assert.equal((await failing.client.respond({ text })).risk, "none");
});

Deno.test("danger is found anywhere in a message of 100 kB, and others are served meanwhile", async () => {
  await using empathy = open();
  const walk = "We walked along the river and talked about the garden. ";
  for (const at of [0, 900, 1_800]) {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const text = `${walk.repeat(at)}I want to kill myself. ${walk.repeat(1_800 - at)}`;
    const { risk } = await empathy.client.respond({ text });
    clearInterval(timer);
    assert.equal(risk, "high", `after ${at} sentences`);
    assert.ok(turns > 0, `${turns} turns`);
  }
});
