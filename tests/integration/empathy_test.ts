import assert from "node:assert/strict";
import { sayAll } from "../empathy/sixty.ts";
import { type Running, startRunning } from "../support/running.ts";

/** Sixty messages keep the twenty rules, whoever words the replies. */
async function checkReplies(running: Running, llm: boolean): Promise<void> {
  const replies = await sayAll(running, { llm });
  const failed = replies.filter(({ broken }) => broken.length > 0);
  assert.deepEqual(failed, []);
  const moved = replies.filter(({ wanted }) => wanted !== null);
  const noticed = moved.filter(({ noticed }) => noticed !== "neutral");
  assert.ok(noticed.length >= moved.length - 2, `${noticed.length} of ${moved.length} feelings were noticed`);
  for (const { wanted, noticed, answer } of replies) {
    if (wanted === null) assert.deepEqual([noticed, answer.includes("\n\n")], ["neutral", false], answer);
  }
  if (llm) assert.ok(replies.filter(({ model }) => model).length >= 30);
}

Deno.test("sixty messages: without a model every reply keeps the twenty rules, and neutral ones get no sympathy", async () => {
  await using running = await startRunning();
  await checkReplies(running, false);
});

const base_url = Deno.env.get("MORGAN_TEST_OPENAI_URL");
Deno.test({
  name: `sixty messages: with a real model every reply keeps the twenty rules${
    base_url ? "" : " (left out: MORGAN_TEST_OPENAI_URL is not set)"
  }`,
  ignore: !base_url,
  async fn() {
    const llm = { base_url, provider: "openai", temperature: 0, max_tokens: 32 };
    await using running = await startRunning({ config: { llm } });
    await checkReplies(running, true);
  },
});
