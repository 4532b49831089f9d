import assert from "node:assert/strict";
import { post, problemOf } from "../support/requests.ts";
import type { Register } from "./suite.ts";

/** What is learned, as programs see it through core. */
export function learningTests(test: Register): void {
  test("preferences follow feedback, are told with what changed, and can be taken back", async (running) => {
    const user_id = "lise";
    const response = await post(running, "/api/update_preferences", {
      user_id,
      signals: [{ kind: "feedback", text: "zu lang, bitte in Stichpunkten", rating: 2 }],
    });
    assert.equal(response.status, 200);
    const { preferences, changed } = await response.json();
    assert.deepEqual(
      preferences.map(({ type, value }: Record<string, string>) => `${type} ${value}`).sort(),
      ["format bullets", "length short"],
    );
    for (const { confidence, since } of preferences) {
      assert.ok(confidence > 0 && confidence <= 1 && Date.parse(since));
    }
    const { memories } = await running.client.memories({ user_id });
    assert.deepEqual(memories.map(({ why }) => why.text), Array(2).fill("zu lang, bitte in Stichpunkten"));
    const undone = await running.client.undoMemory(changed[0].id, user_id);
    assert.equal(undone.memory.state, "undone");
    assert.equal((await running.client.memories({ user_id })).memories.length, 1);
  });

  test("memories belong to their user, and what is wrong with a call is said", async (running) => {
    const { changed: [change] } = await running.client.updatePreferences({
      user_id: "grace",
      preferences: [{ type: "language", value: "de" }],
    });
    assert.ok(change);
    assert.deepEqual((await running.client.memories({ user_id: "ada" })).memories, []);
    await assert.rejects(running.client.forgetMemory(change.id, { userId: "ada" }), { code: "not_found" });
    assert.deepEqual(await running.client.forgetMemory(change.id, { userId: "grace" }), [change.id]);
    const wrong = await post(running, "/api/update_preferences", {
      preferences: [{ type: "length", value: "tiny" }],
    });
    const problem = await problemOf(wrong, 400);
    assert.match(String(problem.detail), /preferences\.0\.value/);
    await problemOf(await running.call("/api/memories/nothing/undo", { method: "POST" }), 404);
  });

  test("the key is told without itself, and can be rotated while Morgan runs", async (running) => {
    const before = await running.client.keys(true);
    if (running.several) {
      // The other processes would go on with the former key.
      await assert.rejects(running.client.rotateKey(), { code: "conflict", message: /Other processes/ });
      assert.deepEqual(await running.client.keys(true), before);
      return;
    }
    const { key } = await running.client.rotateKey();
    assert.notEqual(key, before.current);
    const after = await running.client.keys(true);
    assert.deepEqual([after.current, after.former], [key, []]);
    const file = await Deno.readTextFile(after.file);
    for (const line of file.split("\n").filter((line) => line && !line.startsWith("#"))) {
      assert.doesNotMatch(JSON.stringify(after), new RegExp(line.replace(/[+/=]/g, "\\$&")));
    }
  });
}
