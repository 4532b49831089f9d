import assert from "node:assert/strict";
import { configSchema } from "../../lib/config/schema.ts";
import { openLanguageModel } from "../../lib/models/llm.ts";
import { startRunning } from "../support/running.ts";

const SERVERS = [["MORGAN_TEST_OPENAI_URL", "openai"], ["MORGAN_TEST_OLLAMA_URL", "ollama"]] as const;

for (const [variable, provider] of SERVERS) {
  const base_url = Deno.env.get(variable);
  const test = (sentence: string, fn: (llm: { base_url: string; provider: string }) => Promise<void>) =>
    Deno.test({
      name: `${sentence} (${provider}${base_url ? "" : `, left out: ${variable} is not set`})`,
      ignore: !base_url,
      fn: () => fn({ base_url: base_url ?? "", provider }),
    });

  test("a real model's window is read and its answer streams", async (llm) => {
    const model = await openLanguageModel(configSchema.parse({ llm }).llm);
    const info = await model?.describe();
    assert.equal(info?.windowKnown, true);
    assert.ok((info?.contextWindow ?? 0) >= 512);
    const messages = [{ role: "user" as const, content: "Count from one to twenty." }];
    const answer = model?.generate({ messages, maxTokens: 40, temperature: 0 });
    if (!answer) throw new Error("There is no model.");
    const pieces: string[] = [];
    let next = await answer.next();
    for (; !next.done; next = await answer.next()) pieces.push(next.value);
    const { promptTokens = 0, completionTokens = 0 } = next.value;
    assert.ok(promptTokens > 0 && completionTokens > 0 && completionTokens <= 40);
    assert.ok(pieces.length > 3);
  });

  test("a real model stops when nobody waits any more", async (llm) => {
    const model = await openLanguageModel(configSchema.parse({ llm }).llm);
    const abort = new AbortController();
    const messages = [{ role: "user" as const, content: "Write a very long story about the sea." }];
    const answer = model?.generate({ messages, maxTokens: 2000 }, abort.signal);
    await answer?.next();
    abort.abort(new Error("enough"));
    await assert.rejects(async () => await Array.fromAsync(answer ?? []), /enough|abort/i);
    // The one slot of the server is free again: a short answer comes.
    const short = model?.generate({ messages: [{ role: "user", content: "Hi." }], maxTokens: 4 });
    assert.ok((await Array.fromAsync(short ?? [])).length > 0);
  });

  test("a real model's answer has sources that hold, or says that it has none", async (llm) => {
    await using running = await startRunning({ config: { llm: { ...llm, temperature: 0, max_tokens: 64 } } });
    const text = "The blue heron nests in Gloria's orchard every April. It eats small fish from the pond.";
    await running.ingest({ "birds.txt": text });
    const answer = running.client.stream({ text: "Where does the blue heron nest every April?" });
    let shown = "";
    let next = await answer.next();
    for (; !next.done; next = await answer.next()) shown += next.value;
    const { value } = next;
    assert.equal(shown.trim(), value.answer.trim());
    assert.ok(value.model);
    for (const { quote } of value.sources) assert.ok(text.includes(quote));
    const markers = [...value.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    assert.deepEqual(new Set(markers), new Set(value.sources.map(({ n }) => n)));
    if (value.sources.length === 0 && value.answered) {
      assert.ok(value.degraded.includes("unsupported_answer"));
    }
  });
}
