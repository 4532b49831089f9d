import assert from "node:assert/strict";
import { encodeVectors } from "../../lib/http/vectors.ts";
import { embeddingClient } from "./client.ts";

Deno.test("one text's vector is asked for once of a model", async () => {
  const asked: string[] = [];
  const client = embeddingClient("http://embedding.test", async (input, init) => {
    const { texts, kind } = await new Request(input, init).json();
    asked.push(`${kind} ${texts}`);
    const vectors = encodeVectors(Float32Array.of(asked.length, 0));
    return Response.json({ model: "m", dimension: 2, vectors });
  });
  const named = { model: "m" };
  const first = await client.embed(["owl"], "query", named);
  assert.deepEqual(await client.embed(["owl"], "query", named), first);
  assert.equal(asked.length, 1);
  await client.embed(["owl"], "query", { model: "n" });
  await client.embed(["owl"], "passage", named);
  await client.embed(["owl"], "passage", named);
  assert.equal(asked.length, 3);
  await client.embed(["owl", "elk"], "passage", named);
  await client.embed(["owl", "elk"], "passage", named);
  assert.equal(asked.length, 5, "several texts are not kept");
  for (let i = 0; i < 70; i++) await client.embed([`${i}`], "query", named);
  await client.embed(["owl"], "query", named);
  assert.equal(asked.length, 76, "what is kept is bounded");
});
