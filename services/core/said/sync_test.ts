import assert from "node:assert/strict";
import { deleteConversation, newId, repositories } from "../../../lib/db/mod.ts";
import { IN_PROCESS, inProcess } from "../../../lib/http/mod.ts";
import { createRagApp } from "../../rag/app.ts";
import { ragClient } from "../../rag/client.ts";
import { startReindexing } from "../../rag/reindex.ts";
import { testContext } from "../../rag/testing.ts";
import type { SaidMessage } from "../../rag/said/contract.ts";
import { syncAll, syncMessages, withReplies } from "./sync.ts";

const { signal } = new AbortController();

/** A rag service over a database with one conversation, reached as core reaches it. */
async function makeScene() {
  const { context, [Symbol.asyncDispose]: dispose } = await testContext();
  const { database, token } = context;
  const rag = ragClient(IN_PROCESS, inProcess(createRagApp(context, await startReindexing(context)), token));
  const { conversations, messages } = repositories(database.db);
  const conversation = await conversations.insert({ user_id: "ada", session_id: "s" });
  let at = 0;
  return {
    core: { database, rag },
    conversation,
    /** Stores an exchange; `metadata` is the answer's. */
    async say(text: string, answer: string, metadata = {}) {
      const [user, assistant] = [newId(), newId()];
      const row = { conversation_id: conversation.id };
      await messages.insertMany([
        {
          ...row,
          id: user,
          role: "user",
          content: text,
          timestamp: new Date(at += 10),
          metadata: { reply: assistant },
        },
        {
          ...row,
          id: assistant,
          role: "assistant",
          content: answer,
          timestamp: new Date(at + 1),
          metadata: { state: "complete", answered: true, model: "m", ...metadata },
        },
      ]);
      return [user, assistant] as const;
    },
    async find(query: string): Promise<string[]> {
      const { hits } = await rag.said.search({ query, user_id: "ada", limit: 10 });
      return hits.map(({ message_id }) => message_id);
    },
    update: messages.update,
    [Symbol.asyncDispose]: dispose,
  };
}

Deno.test("an exchange is found by its words and by those that it replies to, however often it is brought in line", async () => {
  await using scene = await makeScene();
  const [told, noted] = await scene.say("My dog is called Rex.", "What a fine name.");
  const [asked, vague] = await scene.say("Is it old?", "I do not know that.", { answered: false });
  for (let times = 0; times < 2; times++) {
    for (const id of [asked, told]) {
      await syncMessages(scene.core, await withReplies(scene.core, [id]), signal);
    }
    assert.deepEqual((await scene.find("dog")).toSorted(), [told, noted].toSorted());
    assert.deepEqual((await scene.find("fine name")).toSorted(), [noted, asked].toSorted());
    assert.deepEqual(await scene.core.rag.said.lacks([told, noted, asked, vague]), [vague]);
  }
});

Deno.test("what follows an answer from documents is not found by that answer's words", async () => {
  await using scene = await makeScene();
  const sources = [{ document_id: newId(), path: "a.md" }];
  const [, quoted] = await scene.say("What is the code?", "The code is K-7741-Z.", { sources });
  const [asked] = await scene.say("Since when?", "Since the flood.");
  await syncAll(scene.core, signal);
  assert.deepEqual(await scene.find("K-7741-Z"), [quoted]);
  assert.deepEqual(await scene.core.rag.said.lacks([asked]), []);
});

Deno.test("a message that is deleted while it is indexed is found no more, whichever of two workers ends last", async () => {
  await using scene = await makeScene();
  const { core } = scene;
  const [told, noted] = await scene.say("My dog is called Rex.", "Noted.");
  const { said } = core.rag;
  // Another worker sees to the deletion between this one's reading and its indexing.
  const interrupted = {
    ...said,
    async index(messages: readonly SaidMessage[]) {
      await deleteConversation(core.database.db, scene.conversation.id);
      await syncMessages(core, [told, noted], signal);
      return await said.index(messages);
    },
  };
  await syncMessages({ ...core, rag: { ...core.rag, said: interrupted } }, [told, noted], signal);
  assert.deepEqual(await scene.find("dog Rex"), []);
  assert.deepEqual(await said.lacks([told, noted]), [told, noted]);
});

Deno.test("compared as a whole, the index takes what it lacks and drops what was deleted, or lost its document", async () => {
  await using scene = await makeScene();
  const { core } = scene;
  const kept = await scene.say("My dog is called Rex.", "Noted.");
  const [, removed] = await scene.say("What is the code?", "The code is K-7741-Z.", { model: "m" });
  await syncMessages(core, [removed], signal);
  await core.rag.said.index([
    { message_id: newId(), conversation_id: newId(), user_id: "ada", parts: ["The badger digs."] },
  ]);
  await scene.update(removed, { content: "(deleted)", metadata: { removed: true } });
  await syncAll(core, signal);
  assert.deepEqual(await core.rag.said.lacks([...kept, removed]), [removed]);
  assert.deepEqual(await scene.find("badger digs K-7741-Z"), []);
});
