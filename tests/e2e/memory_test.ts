import assert from "node:assert/strict";
import { commandHome, twoLines } from "../support/command.ts";

interface Listed {
  memories: { id: string; text: string; state: string }[];
}

Deno.test("preferences are set, listed, explained, forgotten, undone and exported", async () => {
  await using home = await commandHome();
  const empty = await home.morgan(["memory", "list"]);
  assert.equal(empty.code, 0);
  assert.equal(empty.stdout, "");
  assert.match(empty.stderr, /learned nothing about you yet/);

  assert.equal((await home.morgan(["memory", "set", "length", "short"])).stdout, "Answers are shorter.\n");
  await home.morgan(["memory", "set", "topic", "more", "--about", "sailing"]);
  const list = async (...flags: string[]) =>
    (await home.json(["memory", "list", ...flags]) as unknown as Listed).memories;
  assert.deepEqual((await list()).map(({ text }) => text).sort(), [
    "Answers are shorter.",
    "“sailing” is of interest.",
  ]);
  const [found] = await list("shorter");
  assert.ok(found);
  const short = found.id.slice(0, 8);

  const why = await home.morgan(["memory", "why", short]);
  assert.match(why.stdout, /Answers are shorter\.[\s\S]*set outright/);
  const shown = await home.json(["memory", "show", short]);
  assert.equal(shown.state, "live");
  const forgotten = await home.morgan(["memory", "forget", short]);
  assert.equal(forgotten.stdout, "Forgotten: Answers are shorter.\n");
  assert.deepEqual((await list()).map(({ text }) => text), ["“sailing” is of interest."]);
  const undone = await home.morgan(["memory", "undo", short]);
  assert.match(undone.stdout, /^Remembered again: Answers are shorter\./);
  assert.match(undone.stderr, /Changed: Answers are shorter\./);

  const exported = await home.morgan(["memory", "export", "-o", "memories.json"]);
  assert.equal(exported.code, 0);
  const saved = JSON.parse(await Deno.readTextFile(`${home.files}/memories.json`)) as Listed;
  assert.equal(saved.memories.length, 2);
  const again = twoLines((await home.morgan(["memory", "export", "-o", "memories.json"])).stderr);
  assert.match(again[0], /memories\.json: it exists already/);

  const unasked = await home.morgan(["memory", "forget", "--all", "--for-good"]);
  assert.equal(unasked.code, 64);
  assert.match(twoLines(unasked.stderr)[1], /-y/);
  await home.morgan(["memory", "forget", "--all", "--for-good", "-y"]);
  assert.deepEqual(await list("--all"), []);
});

Deno.test("what is wrong with a memory command is said with the next step", async () => {
  await using home = await commandHome();
  const unknown = await home.morgan(["memory", "why", "abcdef"]);
  assert.equal(unknown.code, 1);
  assert.match(twoLines(unknown.stderr)[1], /morgan memory list/);
  assert.equal((await home.morgan(["memory", "forget"])).code, 64);
  const value = await home.morgan(["memory", "set", "length", "tiny"]);
  assert.match(twoLines(value.stderr)[0], /length must be short or long/);
  assert.equal((await home.morgan(["memory", "set", "colour", "red"])).code, 64);
});
