import assert from "node:assert/strict";
import { eventually } from "../../lib/testing.ts";
import { pathsWith, within } from "../support/requests.ts";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

const ROUNDS = 12;

/** Lets a promise's work get some steps ahead, more of them in each round. */
async function steps(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setTimeout(resolve));
}

async function idOf(running: Running, path: string, text: string): Promise<string> {
  return (await running.ingest({ [path]: text })).documents.get(path)?.document_id ?? "";
}

async function isWhole(running: Running, path: string, word: string): Promise<void> {
  assert.ok((await pathsWith(running, word)).includes(path), `${path} is found by ${word}`);
  const { checks } = await running.client.doctor(false);
  const problems = checks.filter(({ status, items = [] }) =>
    status === "problem" && items.some((item) => item.includes(path))
  );
  assert.deepEqual(problems, [], path);
}

/** Uploads, deletions and replacements that meet: what was acknowledged is there, what was deleted is not. */
export function raceTests(test: Register): void {
  test("the same bytes that arrive while their last document is deleted are kept", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const word = `gannetwold${round}`;
      const text = `The ${word} leaves from the pier.`;
      const id = await idOf(running, `race/old/${round}.txt`, text);
      const [again] = await within(
        Promise.all([
          running.ingest({ [`race/new/${round}.txt`]: text }),
          steps(round).then(() => running.client.deleteDocument(id)),
        ]),
        "upload and deletion end",
      );
      assert.equal(again.summary.documents, 1);
      assert.deepEqual(await pathsWith(running, word), [`race/new/${round}.txt`]);
    }
    await isWhole(running, `race/new/0.txt`, "gannetwold0");
  });

  test("the same bytes that arrive while their last document is replaced are kept", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const word = `ternwold${round}`;
      const text = `The ${word} leaves from the quay.`;
      await idOf(running, `race/path/${round}.txt`, text);
      await within(
        Promise.all([
          running.ingest({ [`race/path/${round}.txt`]: `Nothing leaves from quay ${round} any more.` }),
          steps(round).then(() => running.ingest({ [`race/copy/${round}.txt`]: text })),
        ]),
        "replacement and upload end",
      );
      await eventually("the old version is gone", async () => {
        return (await pathsWith(running, word)).join() === `race/copy/${round}.txt`;
      });
    }
    await isWhole(running, `race/copy/0.txt`, "ternwold0");
  });

  test("a document that is deleted while it is read leaves nothing, and its path can be used again", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const path = `race/reading/${round}.txt`;
      const word = `puffinwold${round}`;
      const reading = running.ingest({ [path]: `The ${word} sleeps. `.repeat(200) });
      let id: string | undefined;
      await eventually("it is listed", async () => {
        id = (await running.client.documents({ path_prefix: path })).documents[0]?.id;
        return id !== undefined;
      });
      await steps(round);
      await running.client.deleteDocument(id ?? "");
      const { documents } = await within(reading, "the upload ends");
      assert.ok(["completed", "failed"].includes(documents.get(path)?.status ?? ""));
      assert.deepEqual(await pathsWith(running, word), []);
      assert.deepEqual((await running.client.documents({ path_prefix: path })).documents, []);
    }
    await idOf(running, "race/reading/0.txt", "The puffinwold0 is back.");
    await isWhole(running, "race/reading/0.txt", "puffinwold0");
  });

  test("the first messages of a session that come at once are one conversation", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const user_id = `race-user-${round}`;
      const session_id = `race-session-${round}`;
      const texts = ["Hello there.", "Good morning.", "How are you?"];
      await within(
        Promise.all(texts.map((text) => running.client.text({ text, user_id, session_id }))),
        "all are answered",
      );
      const { conversations } = await running.client.conversations({ user_id });
      assert.deepEqual(conversations.map((found) => [found.session_id, found.messages]), [[session_id, 6]]);
    }
  });

  test("a conversation that is deleted while somebody speaks in it leaves nothing of what was said before", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const user_id = `race-gone-${round}`;
      const session_id = `race-gone-${round}`;
      await running.client.text({ text: `The dunlin ${round} is mine.`, user_id, session_id });
      const { conversations: [first] } = await running.client.conversations({ user_id });
      assert.ok(first);
      await within(
        Promise.all([
          running.client.text({ text: "And what else?", user_id, session_id }),
          steps(round).then(() => running.client.deleteConversation(first.id, user_id)),
        ]),
        "answer and deletion end",
      );
      await running.settled();
      const { checks } = await running.client.doctor(false);
      assert.equal(checks.find(({ name }) => name === "tables")?.status, "ok", JSON.stringify(checks));
    }
  });

  test("an answer that quotes a document while it is deleted leaves nothing of it", async (running) => {
    for (let round = 0; round < ROUNDS; round++) {
      const word = `dunlinwold${round}`;
      const id = await idOf(
        running,
        `race/quoted/${round}.txt`,
        `The keeper of pier ${round} hides the ${word}.`,
      );
      const session_id = crypto.randomUUID();
      const asked = { text: `What does the keeper of pier ${round} hide?`, session_id, llm: false };
      const [answer] = await within(
        Promise.all([
          running.client.text({ ...asked, filter: { path_prefix: "race/quoted/" } }),
          steps(round).then(() => running.client.deleteDocument(id)),
        ]),
        "answer and deletion end",
      );
      const told = await running.client.conversation(session_id);
      assert.ok(!JSON.stringify(told).includes(word), `${round}: ${answer.answer}`);
      const copy = `${running.home.conversations}/${session_id}.json`;
      assert.ok(!(await Deno.readTextFile(copy)).includes(word), `${round}: the copy`);
    }
  });

  test("a version that is empty or unreadable is not quoted by what the file said before", async (running) => {
    const now: Record<string, [content: string | Uint8Array, reason: string]> = {
      "emptied.txt": ["", "empty"],
      "blank.md": [" \n\t\n", "empty"],
      "overwritten.txt": [Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251), "binary"],
    };
    for (const [name, [content, reason]] of Object.entries(now)) {
      const path = `former/${name}`;
      const word = `skuawold${name.split(".")[0]}`;
      await running.ingest({ [path]: `The alarm code of the ${word} is 4471.` });
      assert.deepEqual(await pathsWith(running, word), [path]);
      const { documents } = await running.ingest({ [path]: content });
      const outcome = documents.get(path);
      assert.deepEqual([outcome?.status, outcome?.reason], ["failed", reason], name);
      assert.deepEqual(await pathsWith(running, word), [], name);
      const { answer } = await running.client.text({
        text: `What is the alarm code of the ${word}?`,
        llm: false,
      });
      assert.ok(!answer.includes("4471"), answer);
      const listed = (await running.client.documents({ path_prefix: path })).documents;
      assert.ok(listed.length <= 1, name);
      for (const { status } of listed) assert.equal(status, "failed", name);
      await running.ingest({ [path]: `The alarm code of the ${word} is 5582.` });
      assert.deepEqual(await pathsWith(running, word), [path], name);
    }
  });
}
