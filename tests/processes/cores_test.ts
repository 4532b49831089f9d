import assert from "node:assert/strict";
import { makeTestPostgres, TEST_POSTGRES_URL } from "../../lib/db/testing.ts";
import { newToken } from "../../lib/home/mod.ts";
import { overHttp } from "../../lib/http/mod.ts";
import { eventually, within } from "../../lib/testing.ts";
import { type CoreClient, coreClient } from "../../services/core/client.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { given, serve, type Serving } from "../support/serving.ts";

const ROUNDS = 10;

/** Two processes of core, emotion and learning over one PostgreSQL, and one of all the rest. */
async function twoCores() {
  await using stack = new AsyncDisposableStack();
  const { url } = stack.use(await makeTestPostgres());
  const llm = stack.use(startFakeLlm());
  const keyFile = await Deno.makeTempFile({ prefix: "morgan-key-" });
  stack.defer(() => Deno.remove(keyFile));
  await Deno.writeTextFile(keyFile, crypto.getRandomValues(new Uint8Array(32)).toBase64());
  const token = newToken();
  const shared = {
    MORGAN_DATABASE_URL: url,
    MORGAN_SECURITY_KEY_FILE: keyFile,
    MORGAN_EMBEDDING_PROVIDER: "none",
    MORGAN_LLM_PROVIDER: "openai",
    MORGAN_LLM_BASE_URL: llm.url,
  };
  const rest = stack.use(await serve("embedding,llm,empathy,rag", { ...shared, ...given(token) }));
  const urls = { embedding: rest.url, llm: rest.url, empathy: rest.url, rag: rest.url };
  const core = async () =>
    stack.use(await serve("emotion,learning,core", { ...shared, ...given(token, urls) }));
  const [one, other] = await Promise.all([core(), core()]);
  const owned = stack.move();
  return {
    llm,
    rest,
    /** Another process that holds documents. */
    anotherRag: () => serve("embedding,rag", { ...shared, ...given(token) }),
    one: { ...one, client: await clientOf(one) },
    other: { ...other, client: await clientOf(other) },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function clientOf({ home, url }: Serving): Promise<CoreClient> {
  return coreClient(url, overHttp((await Deno.readTextFile(`${home.root}/token`)).trim()));
}

function test(name: string, body: (cores: Awaited<ReturnType<typeof twoCores>>) => Promise<void>): void {
  Deno.test({
    name,
    ignore: TEST_POSTGRES_URL === undefined,
    async fn() {
      await using cores = await twoCores();
      await body(cores);
    },
  });
}

test("two cores: first messages of a session, messages sent to both, and what one was taught", async ({ one, other }) => {
  const both = [one.client, other.client];
  for (let round = 0; round < ROUNDS; round++) {
    const session_id = crypto.randomUUID();
    const told = await Promise.all(
      both.map((client, i) => client.text({ text: `Hello from ${i}.`, session_id, llm: false })),
    );
    assert.deepEqual(told.map((answer) => answer.session_id), [session_id, session_id]);
    assert.equal((await one.client.conversation(session_id)).messages, 4, "one conversation");

    const message = { text: "Thank you!", session_id, user_message_id: crypto.randomUUID(), llm: false };
    const [first, second] = await Promise.all(both.map((client) => client.text(message)));
    assert.deepEqual(
      [first?.answer, first?.message_id],
      [second?.answer, second?.message_id],
      "one answer to one message",
    );
    assert.equal((await other.client.conversation(session_id)).messages, 6);
  }

  await one.home.write({
    "lease.md": "# Lease\n\nThe rent is 950 pounds a month. It is due on the third of each month.\n",
  });
  const ingested = await one.home.morgan(["ingest", "."]);
  assert.equal(ingested.code, 0, ingested.stderr);
  const ask = (client: CoreClient) => client.text({ text: "How much is the rent?", llm: false });
  const [before] = await Promise.all(both.map(ask));
  assert.match(before?.answer ?? "", /950 pounds/);
  assert.doesNotMatch(before?.answer ?? "", /^- /m);
  const { changed } = await one.client.feedback({ rating: 2, comment: "Bullet points, please." });
  assert.equal(changed.length, 1);
  for (const client of both) assert.match((await ask(client)).answer, /^- .*950 pounds/m);
});

test("two cores: what a user tells both is learned once each, and what was said last holds", async ({ one, other }) => {
  const places = ["Kiel", "Oslo", "Turin", "Porto", "Ghent", "Leeds"];
  for (const [i, place] of places.entries()) {
    const { client } = i % 2 === 0 ? one : other;
    await client.text({ text: `I live in ${place} now.`, session_id: `s${i % 2}`, llm: false });
  }
  const learned = async (all: boolean) =>
    (await other.client.memories({ kind: "fact", all: all ? "true" : "false" })).memories.map(({ value }) =>
      value
    );
  await eventually("all is learned", async () => (await learned(true)).length >= places.length);
  assert.deepEqual((await learned(true)).toSorted(), places.toSorted());
  assert.deepEqual(await learned(false), ["Leeds"]);
});

test("two cores: an answer whose core is killed is given by the other, and stored once", async ({ one, other, llm }) => {
  const message = {
    text: "Hello, how are you?",
    session_id: crypto.randomUUID(),
    user_message_id: crypto.randomUUID(),
    rag: false,
  };
  const [asked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  Object.assign(llm.behaviour, {
    reply: ["Very well."],
    before() {
      asked.resolve();
      return end.promise;
    },
  });
  const lost = assert.rejects(one.client.text(message));
  await within("the model is asked", asked.promise);
  one.child.kill("SIGKILL");
  await lost;
  delete llm.behaviour.before;
  end.resolve();
  const answer = await within("the other answers", other.client.text(message));
  assert.match(answer.answer, /Very well/);
  const { messages, messages_page } = await other.client.conversation(message.session_id);
  assert.equal(messages, 2);
  assert.equal(messages_page.messages[1]?.interrupted, undefined);
});

test("a second process with the documents over one database is refused with the remedy, until the first has gone", async ({ rest, anotherRag }) => {
  await assert.rejects(
    anotherRag(),
    /Another process has Morgan's documents and their index over postgres[^]*services\.rag\.url/,
  );
  rest.child.kill("SIGKILL");
  await rest.child.status;
  await using second = await anotherRag();
  assert.equal((await fetch(`${second.url}/services/rag/health`)).status, 200);
});
