import assert from "node:assert/strict";
import { openDatabase, repositories } from "../../lib/db/mod.ts";
import { TextRequest, type TextResponse } from "./contract.ts";
import { forgetQuotes, newMessage, saveExchange } from "./conversations.ts";

const source = (document_id: string) => ({
  n: 1,
  document_id,
  chunk_id: "c",
  path: "a.txt",
  quote: "a secret",
  score: 1,
});

const response = (document_id: string, session?: string): TextResponse => ({
  ...newMessage(session),
  answer: "It is a secret [1].",
  answered: true,
  sources: [source(document_id)],
  degraded: [],
});

Deno.test("an exchange is two messages in order under its session, and nothing quotes a deleted document", async () => {
  await using database = await openDatabase({ dataDir: "memory" });
  const request = TextRequest.parse({ text: "What is it?" });
  const first = response("d1");
  await saveExchange(database, request, first);
  await saveExchange(database, request, response("d2", first.session_id));
  const { conversations, messages } = repositories(database.db);
  assert.equal(await conversations.count({}), 1);
  const stored = async () => (await messages.list({})).rows;
  assert.equal((await stored()).length, 4);
  await forgetQuotes(database, ["d1"]);
  const removed = (await stored()).find(({ id }) => id === first.message_id);
  assert.doesNotMatch(JSON.stringify(removed), /secret/);
  assert.match(removed?.content ?? "", /deleted/);
  assert.equal((await stored()).filter(({ content }) => content.includes("secret")).length, 1);
});
