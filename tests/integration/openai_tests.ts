import assert from "node:assert/strict";
import OpenAI, { APIError } from "openai";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

/** OpenAI's own client over the suite's Morgan. */
function openAi(running: Running, apiKey = running.token): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: "http://morgan.test/v1",
    maxRetries: 0,
    fetch: (url, init) =>
      running.call(new URL(String(url)).pathname, {
        method: init?.method ?? "GET",
        headers: new Headers(init?.headers as HeadersInit),
        ...(typeof init?.body === "string" ? { body: init.body } : {}),
        ...(init?.signal ? { signal: init.signal } : {}),
        token: null,
      }),
  });
}

const KILN = "# Kiln\n\nThe kiln of the pottery reaches 1,280 degrees. It was bought in 2014.\n";
const ask = (content: string) => ({ model: "morgan", messages: [{ role: "user" as const, content }] });

/** What `morgan` adds to a completion. */
interface Extra {
  morgan?: { answered: boolean; degraded: string[] };
}

/** Morgan as any client of OpenAI's API uses it. */
export function openAiTests(test: Register): void {
  test("OpenAI's client gets an answer with its sources as annotations", async (running) => {
    await running.ingest({ "pottery/kiln.md": KILN });
    running.llm.behaviour.reply = ["It reaches 1,280 degrees [1]."];
    const completion = await openAi(running).chat.completions.create(
      ask("How hot does the kiln of the pottery get?"),
    );
    const message = completion.choices[0]?.message;
    assert.equal(message?.content, "It reaches 1,280 degrees [1].");
    const [annotation] = message?.annotations ?? [];
    assert.equal(annotation?.type, "url_citation");
    const { start_index, end_index, title } = annotation.url_citation;
    assert.equal(message?.content?.slice(start_index, end_index), "[1]");
    assert.match(title, /kiln\.md/);
    assert.equal((completion as Extra).morgan?.answered, true);
    assert.ok((completion.usage?.completion_tokens ?? 0) > 0);
    running.llm.behaviour.reply = ["No answer."];
  });

  test("OpenAI's client streams, with usage at the end, and nothing is stored", async (running) => {
    running.llm.behaviour.reply = ["It was bought ", "in 2014 [1]."];
    const before = (await running.client.conversations({ limit: 1000 })).conversations.length;
    const stream = await openAi(running).chat.completions.create({
      ...ask("When was the kiln of the pottery bought?"),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = await Array.fromAsync(stream);
    assert.equal(
      chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join(""),
      "It was bought in 2014 [1].",
    );
    assert.ok(chunks.some((chunk) => "annotations" in (chunk.choices[0]?.delta ?? {})));
    assert.equal(chunks.at(-2)?.choices[0]?.finish_reason, "stop");
    assert.ok(chunks.at(-1)?.usage?.total_tokens);
    assert.equal((await running.client.conversations({ limit: 1000 })).conversations.length, before);
    running.llm.behaviour.reply = ["No answer."];
  });

  test("the client's own messages are the conversation that a question is understood from", async (running) => {
    running.llm.behaviour.reply = (messages) =>
      messages[0]?.content.startsWith("Rewrite")
        ? ["When was the kiln of the pottery bought?"]
        : ["In 2014 [1]."];
    const completion = await openAi(running).chat.completions.create({
      model: "morgan",
      messages: [
        { role: "system", content: "Answer like a pirate." },
        { role: "user", content: "How hot does the kiln of the pottery get?" },
        { role: "assistant", content: "It reaches 1,280 degrees." },
        { role: "user", content: [{ type: "text", text: "And when was it bought?" }] },
      ],
    });
    assert.match(completion.choices[0]?.message.content ?? "", /2014 \[1\]/);
    const prompt = running.llm.prompts.at(-1) ?? [];
    assert.match(prompt[0]?.content ?? "", /Answer like a pirate\./);
    assert.ok(prompt.some(({ role, content }) => role === "assistant" && content.includes("1,280")));
    running.llm.behaviour.reply = ["No answer."];
  });

  test("a question that the documents do not answer asks no model, also here", async (running) => {
    const asked = running.llm.prompts.length;
    const completion = await openAi(running).chat.completions.create(
      ask("Who won the chess olympiad of 1972?"),
    );
    assert.equal((completion as Extra).morgan?.answered, false);
    assert.equal(running.llm.prompts.length, asked);
  });

  test("embeddings come as numbers or base64, the same, of length 1", async (running) => {
    const client = openAi(running);
    const input = ["The kiln is hot.", "Owls hunt at night."];
    const numbers = await client.embeddings.create({ model: "morgan", input, encoding_format: "float" });
    const decoded = await client.embeddings.create({ model: "morgan", input });
    assert.equal(numbers.data.length, 2);
    const [first] = numbers.data;
    assert.ok(first);
    assert.ok(Math.abs(first.embedding.reduce((sum, value) => sum + value * value, 0) - 1) < 1e-3);
    for (const [i, value] of (decoded.data[0]?.embedding ?? []).entries()) {
      assert.ok(Math.abs(value - (first.embedding[i] ?? NaN)) < 1e-6);
    }
    const { data } = await client.models.list();
    assert.equal(data[0]?.id, "morgan");
    assert.ok(data.some(({ id }) => id === numbers.model));
  });

  test("what can't be done is refused by name, in the shape that the client reads", async (running) => {
    const client = openAi(running);
    const failure = async (body: Record<string, unknown>, key?: string) => {
      const caller = key ? openAi(running, key) : client;
      const error = await caller.post("/chat/completions", { body: { ...ask("What?"), ...body } }).then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(error instanceof APIError, JSON.stringify(body));
      return error;
    };
    assert.equal((await failure({ model: "gpt-4" })).status, 404);
    assert.match((await failure({ n: 2 })).message, /n is wrong: must be 1/);
    assert.match((await failure({ tools: [{ type: "function" }] })).message, /tools is wrong/);
    assert.match((await failure({ stop: ["x"] })).message, /stop is wrong/);
    assert.match(
      (await failure({ messages: [{ role: "assistant", content: "x" }] })).message,
      /last of messages/,
    );
    const stranger = await failure({}, "wrong");
    assert.equal(stranger.status, 401);
    assert.equal(stranger.type, "authentication_error");
  });
}
