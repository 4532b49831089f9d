import assert from "node:assert/strict";
import { readSse } from "../../lib/http/mod.ts";
import { post } from "../support/requests.ts";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

const HERON = "# Birds of the estate\n\n## Herons\n\nThe blue heron nests in Gloria's orchard every April. " +
  "It eats small fish from the pond.\n\n## Owls\n\nThe barn owl hunts voles on the north meadow at night.\n";

const FILES = {
  "farm/birds.md": HERON,
  "farm/ledger.txt": "The new tractor cost 41,300 euros in 2019. It was paid in four instalments.",
};

const filter = { path_prefix: "farm/" };

/** Every quote is word for word in its chunk, and in its file. */
async function checkQuotes(
  running: Running,
  sources: { document_id: string; chunk_id: string; quote: string }[],
) {
  for (const { document_id, chunk_id, quote } of sources) {
    const { path, content } = await running.client.document(document_id);
    const chunk = content.find((chunk) => chunk.chunk_id === chunk_id);
    assert.ok(chunk?.text.includes(quote), quote);
    assert.ok((FILES as Record<string, string>)[path]?.includes(quote), quote);
  }
}

/** Answers, with and without a model. */
export function answerTests(test: Register): void {
  test("with no documents Morgan says so and asks no model", async (running) => {
    const asked = running.llm.prompts.length;
    const response = await running.client.text({ text: "Where does the blue heron nest?" });
    assert.equal(response.answered, false);
    assert.match(response.answer, /no documents yet/);
    assert.deepEqual(response.sources, []);
    assert.equal(running.llm.prompts.length, asked);
    const { results } = await running.client.search({ query: "heron" });
    assert.deepEqual(results, []);
  });

  test("without a model the best sentences are quoted, word for word, with their sources", async (running) => {
    await running.ingest(FILES);
    const text = "Where does the blue heron nest?";
    const response = await running.client.text({ text, llm: false, filter, user_id: "ada" });
    assert.equal(response.answered, true);
    assert.deepEqual(response.degraded, ["no_llm"]);
    assert.match(response.answer, /nests in Gloria's orchard every April\. \[1\]/);
    const [source] = response.sources;
    assert.equal(source?.path, "farm/birds.md");
    assert.match(source?.heading ?? "", /^Birds of the estate/);
    assert.equal(response.model, undefined);
    await checkQuotes(running, response.sources);
    const how = await running.client.text({ text: "How much did the new tractor cost?", llm: false, filter });
    assert.match(how.answer, /41,300 euros/);
    await checkQuotes(running, how.sources);
  });

  test("with a model its words come with checked sources, its name and its usage", async (running) => {
    await running.ingest(FILES);
    Object.assign(running.llm.behaviour, {
      reply: ["The blue heron nests in ", "Gloria's orchard [1]", "."],
    });
    const text = "Where does the blue heron nest?";
    const response = await running.client.text({ text, filter, session_id: "s-1", explain: true });
    assert.equal(response.answer, "The blue heron nests in Gloria's orchard [1].");
    assert.equal(response.answered, true);
    assert.equal(response.model, "fake-1b");
    assert.equal(response.session_id, "s-1");
    assert.deepEqual(response.usage, { prompt_tokens: 7, completion_tokens: 3 });
    assert.deepEqual(response.degraded, []);
    assert.equal(response.sources.length, 1);
    await checkQuotes(running, response.sources);
    assert.ok(response.explain?.sent?.passages.includes(response.sources[0]?.chunk_id ?? ""));
    assert.ok(response.explain?.candidates?.some(({ kept }) => kept));
    assert.deepEqual(response.explain?.sent?.messages, running.llm.prompts.at(-1));
  });

  test("what the documents don't hold is not asked of a model", async (running) => {
    await running.ingest(FILES);
    const asked = running.llm.prompts.length;
    for (const text of ["What is the boiling point of tungsten?", "Who won the chess olympiad in Batumi?"]) {
      const response = await running.client.text({ text, filter });
      assert.equal(response.answered, false, text);
      assert.deepEqual(response.sources, []);
      assert.match(response.answer, /could not find/);
    }
    assert.equal(running.llm.prompts.length, asked);
  });

  test("as a stream an answer is tokens, sources and the whole", async (running) => {
    await running.ingest(FILES);
    Object.assign(running.llm.behaviour, {
      reply: ["The barn owl hunts ", "voles on the north meadow [", "1]."],
    });
    const body = { text: "What does the barn owl hunt on the north meadow?", stream: true, filter };
    const response = await post(running, "/api/text", body);
    assert.equal(response.headers.get("content-type"), "text/event-stream");
    const events = await Array.fromAsync(readSse(response)) as {
      event: string;
      data: Record<string, unknown>;
    }[];
    const names = events.map(({ event }) => event);
    assert.deepEqual(names.slice(-2), ["sources", "done"]);
    assert.equal(names[0], "accepted");
    const between = names.slice(1, -2);
    assert.ok(between.length > 1 && between.every((name) => name === "token"));
    const done = events.at(-1)?.data ?? {};
    const told = events.flatMap(({ event, data }) => event === "token" ? [data.text] : []).join("");
    assert.equal(told, done.answer);
    assert.equal(told, "The barn owl hunts voles on the north meadow [1].");
    assert.deepEqual(events.at(-2)?.data.sources, done.sources);
    assert.equal((done.sources as unknown[]).length, 1);
  });

  test("without rag the model is asked as it is, and without both there is nobody to ask", async (running) => {
    running.llm.behaviour.reply = ["Hello ", "there."];
    const response = await running.client.text({ text: "Greet me.", rag: false });
    assert.equal(response.answer, "Hello there.");
    assert.deepEqual(running.llm.prompts.at(-1), [{ role: "user", content: "Greet me." }]);
    await assert.rejects(running.client.text({ text: "Greet me.", rag: false, llm: false }), {
      code: "unavailable",
    });
  });
}
