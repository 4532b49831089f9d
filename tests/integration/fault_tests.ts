import assert from "node:assert/strict";
import { readSse } from "../../lib/http/mod.ts";
import { post, within } from "../support/requests.ts";
import type { Running, RunningOptions } from "../support/running.ts";
import type { Register } from "./suite.ts";

const FILES = { "pier/a.txt": "The lantern on the pier is lit by Casimir at six in the evening." };
const QUESTION = "When is the lantern on the pier lit by Casimir in the evening?";
const ANSWER = /lit by Casimir at six/;

/** What becomes of an answer when its model fails. */
export function faultTests(test: Register, start: (options: RunningOptions) => Promise<Running>): void {
  /** A Morgan of its own for a test whose model server has a fault from the start. */
  async function withLlm(llm: Record<string, unknown>, body: (running: Running) => Promise<void>) {
    const config = { llm: { provider: "openai", ...llm }, embedding: { provider: "none" } };
    await using running = await start({ config });
    await running.ingest(FILES);
    await body(running);
  }

  test("a client that goes in the middle of an answer stops the model", async (running) => {
    await running.ingest(FILES);
    Object.assign(running.llm.behaviour, { reply: ["Casimir ", "lights ", "it"], ending: "hang" });
    const abort = new AbortController();
    const answer = running.client.stream({ text: QUESTION, filter: { path_prefix: "pier/" } }, abort.signal);
    const first = await within(answer.next(), "a first token");
    assert.equal(first.value, "Casimir");
    const left = running.llm.left();
    abort.abort();
    await within(left, "the model server sees its client go");
    // Over HTTP some tokens may have come already.
    await assert.rejects(Array.fromAsync(answer));
    running.llm.behaviour.ending = "stop";
  });

  test("a model that goes round in circles is stopped, and its answer says so", async (running) => {
    await running.ingest(FILES);
    const circle = Array.from({ length: 50 }, () => "Casimir lights it every evening. ");
    Object.assign(running.llm.behaviour, { reply: circle, ending: "hang" });
    const response = await within(
      running.client.text({ text: QUESTION, filter: { path_prefix: "pier/" } }),
      "an end",
    );
    assert.equal(response.cut, true);
    assert.match(response.notice ?? "", /repeated itself/);
    assert.ok((response.answer.match(/every evening/g)?.length ?? 0) <= 4, response.answer);
    running.llm.behaviour.ending = "stop";
  });

  test("a model that dies midway ends a stream with its error, and otherwise falls back to quotes", async (running) => {
    await running.ingest(FILES);
    const request = { text: QUESTION, filter: { path_prefix: "pier/" } };
    Object.assign(running.llm.behaviour, { reply: ["Casimir lights ", "the lantern"], ending: "die" });
    const events = await Array.fromAsync(
      readSse(await post(running, "/api/text", { ...request, stream: true })),
    );
    const last = events.at(-1);
    assert.equal(last?.event, "error");
    const problem = last?.data as Record<string, unknown>;
    assert.match(String(problem.detail), /broke off in the middle/);
    assert.equal(problem.code, "unavailable");
    assert.ok(problem.hint && problem.request_id);
    assert.ok(events.some(({ event }) => event === "token"));

    const whole = await running.client.text(request);
    assert.match(whole.answer, ANSWER);
    assert.deepEqual(whole.degraded, ["llm_unavailable"]);
    assert.ok(whole.notice);
    assert.equal(whole.model, undefined);
    running.llm.behaviour.ending = "stop";
  });

  test("a model server that is down is said, and quotes answer", async () => {
    // Port 9 (discard) answers nobody on a machine of today.
    await withLlm({ base_url: "http://127.0.0.1:9/v1" }, async (running) => {
      const response = await running.client.text({ text: QUESTION });
      assert.match(response.answer, ANSWER);
      assert.ok(response.degraded.includes("llm_unavailable"));
      assert.match(response.notice ?? "", /127\.0\.0\.1:9 cannot be reached.*--no-llm/);
      const status = await running.client.status();
      assert.ok(status.degraded.includes("llm_unavailable"));
      await assert.rejects(running.client.text({ text: QUESTION, rag: false }), { code: "unavailable" });
    });
  });

  test("a model server without a model, and one that wants another key, are named with the next step", async (running) => {
    const { behaviour, url } = running.llm;
    await withLlm({ base_url: url, model: "other-7b" }, async (other) => {
      const response = await other.client.text({ text: QUESTION });
      assert.match(response.notice ?? "", /does not have the model other-7b.*fake-1b/);
    });
    const models = behaviour.models;
    behaviour.models = [];
    await withLlm({ base_url: url }, async (other) => {
      const response = await other.client.text({ text: QUESTION });
      assert.match(response.notice ?? "", /has no model yet\. Pull one/);
      assert.match(response.answer, ANSWER);
    });
    Object.assign(behaviour, { models, key: "right" });
    await withLlm({ base_url: url, api_key: "wrong" }, async (other) => {
      const response = await other.client.text({ text: QUESTION });
      assert.match(response.notice ?? "", /refused the key\. Set llm\.api_key/);
      assert.doesNotMatch(JSON.stringify(response), /wrong/);
    });
    await withLlm({ base_url: url, api_key: "right" }, async (other) => {
      other.llm.behaviour.reply = [];
      behaviour.reply = ["The lantern on the pier is lit by Casimir [1]."];
      const response = await other.client.text({ text: QUESTION });
      assert.equal(response.model, "fake-1b");
      assert.deepEqual(response.degraded, ["no_embedding"]);
    });
    behaviour.key = undefined;
  });

  test("with no model configured answers are quotes and say why", async () => {
    await withLlm({ provider: "none" }, async (running) => {
      const response = await running.client.text({ text: QUESTION });
      assert.match(response.answer, ANSWER);
      assert.deepEqual(response.degraded, ["no_embedding", "no_llm"]);
      assert.match(response.notice ?? "", /No language model is configured/);
      await assert.rejects(running.client.search({ query: "lantern", leg: "dense" }), {
        code: "unavailable",
      });
    });
  });
}
