import assert from "node:assert/strict";
import { openSentHistory } from "./history.ts";

Deno.test("what was sent is kept for its owner alone, once in a row, from all chats that are open", async () => {
  const root = await Deno.makeTempDir();
  const [one, other] = [await openSentHistory(root), await openSentHistory(root)];
  await one.add("first\nof two lines");
  await one.add("first\nof two lines");
  await other.add("second");
  await one.add("third");
  const { entries } = await openSentHistory(root);
  assert.deepEqual(entries, ["first\nof two lines", "second", "third"]);
  if (Deno.build.os !== "windows") {
    assert.equal((await Deno.stat(`${root}/chat_history.json`)).mode! & 0o777, 0o600);
  }
  await Deno.writeTextFile(`${root}/chat_history.json`, '["half');
  assert.deepEqual((await openSentHistory(root)).entries, []);
  await Deno.remove(root, { recursive: true });
});
