import assert from "node:assert/strict";
import { isAlive } from "../../lib/home/mod.ts";
import { overHttp } from "../../lib/http/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { killIngest } from "../../scripts/chaos/kill_ingest.ts";
import { coreClient } from "../../services/core/client.ts";
import { commandHome } from "../support/command.ts";

Deno.test("kill -9 while documents are read loses none that was reported and shows none by half", async () => {
  const { findings, reported } = await killIngest({
    kills: 5,
    documents: 24,
    env: { MORGAN_EMBEDDING_PROVIDER: "none" },
  });
  assert.deepEqual(findings, { lost: [], partly: [], versions: [], failed: [] });
  assert.ok(reported >= 24);
});

Deno.test("kill -9 as soon as an answer is there: its feeling is kept and it is learned from, once", async () => {
  await using home = await commandHome();
  const said = [
    "My name is Ottilie. I am so happy today, it is wonderful!",
    "I am allergic to walnuts. That makes me really sad.",
    "I live in Trondheim. I am so angry about my broken roof!",
  ];
  const ids: string[] = [];
  for (const text of said) {
    await home.json(["status"]);
    const { url, pid } = await home.server();
    const token = (await Deno.readTextFile(`${home.root}/token`)).trim();
    const stream = coreClient(url, overHttp(token)).stream({ text, session_id: "s" });
    for (;;) {
      const next = await stream.next();
      if (!next.done) continue;
      ids.push(next.value.user_message_id);
      break;
    }
    Deno.kill(pid, "SIGKILL");
    await eventually("its end", () => !isAlive(pid));
  }
  const learned = async () => {
    const { memories } = await home.json(["memory", "list"]) as { memories: { text: string }[] };
    return memories.map(({ text }) => text);
  };
  const states = async () => (await home.json(["mood"]) as { states: number }).states;
  await eventually("three feelings", async () => await states() === said.length);
  for (const word of [/Ottilie/, /walnuts/, /Trondheim/]) {
    const times = async () => (await learned()).filter((text) => word.test(text)).length;
    await eventually(`${word} is learned`, async () => await times() > 0);
    assert.equal(await times(), 1, String(word));
  }
  assert.equal(new Set(ids).size, said.length);
  // The readable copy has what was answered too.
  await eventually("the copy is whole", async () => {
    const copy = JSON.parse(await Deno.readTextFile(`${home.root}/conversations/s.json`));
    return copy.messages.filter(({ text }: { text: string }) => text !== "").length === 2 * said.length;
  });
});
