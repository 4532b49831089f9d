import assert from "node:assert/strict";
import { DAMAGES } from "../../../lib/testing_damage.ts";
import { openMessageIndex, type SaidMessage } from "./index.ts";

const said = (message_id: string, text: string, user_id = "ada"): SaidMessage => ({
  message_id,
  conversation_id: "c1",
  user_id,
  text,
});

Deno.test("what was said is found by its user alone, also after a reopening, and never once it is removed", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const rex = said("m1", "My dog is called Rex.");
    const other = said("m2", "My dog is called Bella.", "a user with spaces");
    {
      await using index = await openMessageIndex(folder, null);
      index.add([rex, other]);
      await index.idle();
      const found = await index.search("dog called", { user_id: "ada", limit: 5 });
      assert.deepEqual(found.map(({ message_id }) => message_id), ["m1"]);
      assert.deepEqual(await index.search("dog", { user_id: "ada", limit: 5, exclude: new Set(["m1"]) }), []);
    }
    await using index = await openMessageIndex(folder, null);
    assert.deepEqual(
      await index.search("dog", { user_id: "ada", limit: 5 }),
      [],
      "nothing is found that nobody vouches for",
    );
    index.add([rex, other]);
    await index.idle();
    assert.equal((await index.search("dog", { user_id: other.user_id, limit: 5 }))[0]?.message_id, "m2");
    await index.remove(["m1"]);
    assert.ok(!index.has("m1") && index.has("m2"));
    assert.deepEqual(await index.search("dog", { user_id: "ada", limit: 5 }), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what was deleted by a process that was killed before it came to the index is removed by the next one", async () => {
  const folder = await Deno.makeTempDir();
  const message = (message_id: string, text: string) => ({
    message_id,
    conversation_id: "c",
    user_id: "u",
    text,
  });
  try {
    {
      await using index = await openMessageIndex(folder, null);
      index.add([message("kept", "The heron flies."), message("deleted", "The badger digs.")]);
      await index.idle();
    }
    await using index = await openMessageIndex(folder, null);
    index.add([message("kept", "The heron flies.")]);
    await index.prune();
    await index.compact();
    const text = new TextDecoder("latin1").decode(await Deno.readFile(`${folder}/lexical.log`));
    assert.match(text, /heron/);
    assert.doesNotMatch(text, /badger/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a damaged index of what was said opens, and takes again what it lost", async () => {
  for (const [how, damage] of Object.entries(DAMAGES)) {
    const folder = await Deno.makeTempDir();
    const rex = said("m1", "My dog is called Rex.");
    const open = async () => {
      await using index = await openMessageIndex(folder, null);
      index.add([rex]);
      await index.idle();
      return await index.search("dog", { user_id: "ada", limit: 5 });
    };
    try {
      assert.equal((await open()).length, 1);
      await damage(`${folder}/lexical.log`);
      assert.equal((await open()).length, 1, how);
      assert.equal((await open()).length, 1, how);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
});

Deno.test("of a pasted document only the beginning is found", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using index = await openMessageIndex(folder, null);
    index.add([said("m1", `The heron flies. ${"Nothing more was seen. ".repeat(4_000)}The badger digs.`)]);
    await index.idle();
    assert.equal((await index.search("heron", { user_id: "ada", limit: 5 })).length, 1);
    assert.deepEqual(await index.search("badger", { user_id: "ada", limit: 5 }), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
