import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { isAbort, MorganError } from "../errors.ts";
import { type Embedder, openEmbedder } from "./embedding.ts";

const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
const PASSAGES = [
  "Paris is the capital of France and its largest city.",
  "Bananas ripen faster next to apples, which give off ethylene.",
  "A heat shield protects a spacecraft as it enters the atmosphere.",
];

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function row(embedder: Embedder, vectors: Float32Array, index: number): Float32Array {
  return vectors.subarray(index * embedder.dimension, (index + 1) * embedder.dimension);
}

Deno.test("the default model finds the passage that answers, by unit vectors in the order of the texts", async () => {
  await using embedder = await openEmbedder({ kind: "folder", path });
  assert.equal(embedder.dimension, 384);
  assert.match(embedder.id, /^BAAI\/bge-small-en-v1\.5\/model_quantized@[0-9a-f]{12}$/);
  const passages = await embedder.embed(PASSAGES, "passage");
  assert.equal(passages.length, 3 * 384);
  const questions = [
    "What is the capital of France?",
    "Why do bananas ripen?",
    "How does a capsule survive re-entry?",
  ];
  for (const [i, question] of questions.entries()) {
    const query = await embedder.embed([question], "query");
    assert.ok(Math.abs(cosine(query, query) - 1) < 1e-5);
    const scores = PASSAGES.map((_, j) => cosine(query, row(embedder, passages, j)));
    assert.equal(scores.indexOf(Math.max(...scores)), i);
  }
  assert.equal(embedder.stats().texts, 6);
});

Deno.test("a text's vector does not depend on the texts beside it or on the lane", async () => {
  await using embedder = await openEmbedder({ kind: "folder", path });
  const together = await embedder.embed(PASSAGES, "passage");
  for (const [i, text] of PASSAGES.entries()) {
    const alone = await embedder.embed([text], "passage", { priority: "interactive" });
    assert.ok(cosine(alone, row(embedder, together, i)) > 0.99999);
  }
});

Deno.test("WebAssembly gives the native library's vectors", async () => {
  await using native = await openEmbedder({ kind: "folder", path }, { runtime: "native" });
  await using wasm = await openEmbedder({ kind: "folder", path }, { runtime: "wasm" });
  const [a, b] = await Promise.all([native, wasm].map((one) =>
    one.embed(PASSAGES, "passage", {
      priority: "interactive",
    })
  ));
  for (const i of PASSAGES.keys()) assert.ok(cosine(row(native, a!, i), row(native, b!, i)) > 0.98);
});

Deno.test("a text longer than the model is cut, not refused, and an empty one has a vector", async () => {
  await using embedder = await openEmbedder({ kind: "folder", path });
  const long = "word ".repeat(2000);
  assert.equal(embedder.countTokens(long), 2002);
  const vectors = await embedder.embed([long, ""], "passage", { priority: "interactive" });
  assert.ok(vectors.every(Number.isFinite));
  assert.equal(embedder.stats().tokens, 512 + 2);
});

Deno.test("an aborted call ends with the abort, and the next one works", async () => {
  await using embedder = await openEmbedder({ kind: "folder", path });
  const abort = new AbortController();
  const call = embedder.embed(Array.from({ length: 500 }, () => PASSAGES[0]!), "passage", {
    signal: abort.signal,
  });
  abort.abort();
  await assert.rejects(call, isAbort);
  assert.equal((await embedder.embed(["after"], "passage")).length, 384);
  assert.equal(embedder.stats().texts, 1);
});

Deno.test("a folder without a model, and a model that cannot be loaded, say so", async () => {
  const folder = await Deno.makeTempDir();
  const missing = (error: unknown) =>
    error instanceof MorganError && error.code === "not_found" && !!error.hint;
  await assert.rejects(openEmbedder({ kind: "folder", path: folder }), missing);
  for (const name of ["config.json", "tokenizer.json", "tokenizer_config.json"]) {
    await Deno.copyFile(`${path}/${name}`, `${folder}/${name}`);
  }
  await Deno.writeTextFile(`${folder}/model.onnx`, "not a model");
  const broken = (error: unknown) =>
    error instanceof MorganError && error.code === "invalid_config" && !!error.hint;
  await assert.rejects(openEmbedder({ kind: "folder", path: folder }), broken);
  await Deno.remove(folder, { recursive: true });
});
