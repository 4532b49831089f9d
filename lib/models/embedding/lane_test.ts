import assert from "node:assert/strict";
import { isAbort, MorganError } from "../../errors.ts";
import { openLane } from "./lane.ts";
import type { OpenRequest } from "./protocol.ts";

const request: OpenRequest = {
  type: "open",
  onnxPath: "model.onnx",
  tokenizerPath: "tokenizer.json",
  tokenizerConfigPath: "tokenizer_config.json",
  runtime: "auto",
  threads: 1,
  dimension: 1,
  maxTokens: 8,
  pooling: "cls",
  normalize: true,
};

/** Speaks the worker's protocol; a text "crash" ends it, "never" is not answered. */
const module = new URL(`data:text/javascript,${
  encodeURIComponent(`
  self.onmessage = ({ data }) => {
    if (data.type === "open") self.postMessage({ type: "opened", runtime: "wasm" });
    if (data.type !== "embed" || data.texts[0] === "never") return;
    if (data.texts[0] === "crash") throw new Error("out of memory");
    const vectors = new Float32Array(data.texts.map((text) => text.length));
    self.postMessage({ type: "embedded", job: data.job, vectors, inferenceMs: 1, tokens: 1 });
  };
`)
}`);

Deno.test("a worker that crashes fails its calls with a hint, and the next call starts another", async () => {
  using lane = openLane(request, { module });
  const waiting = lane.embed(["never"], undefined);
  const crashing = lane.embed(["crash"], undefined);
  for (const outcome of await Promise.allSettled([waiting, crashing])) {
    assert.ok(outcome.status === "rejected" && outcome.reason instanceof MorganError);
    assert.match(outcome.reason.message, /out of memory/);
    assert.ok(outcome.reason.hint);
  }
  assert.deepEqual([...(await lane.embed(["four", "a"], undefined)).vectors], [4, 1]);
});

Deno.test("aborting one call leaves the others alone", async () => {
  using lane = openLane(request, { module });
  const abort = new AbortController();
  const aborted = lane.embed(["never"], abort.signal);
  const other = lane.embed(["ab"], undefined);
  abort.abort();
  await assert.rejects(aborted, isAbort);
  assert.deepEqual([...(await other).vectors], [2]);
});

Deno.test("closing a lane ends the calls that wait", async () => {
  const lane = openLane(request, { module });
  const waiting = lane.embed(["never"], undefined);
  lane[Symbol.dispose]();
  await assert.rejects(waiting, (error) => error instanceof MorganError && error.code === "cancelled");
});
