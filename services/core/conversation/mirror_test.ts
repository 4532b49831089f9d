import assert from "node:assert/strict";
import { openDatabase, repositories } from "../../../lib/db/mod.ts";
import { openMirror } from "./mirror.ts";

/** Longest wait for a write that is not expected to end. */
const WAIT_MS = 300;

Deno.test("of two writes of one copy the later one wins, however long the earlier takes", async () => {
  await using database = await openDatabase({ dataDir: "memory" });
  const { conversations, messages } = repositories(database.db);
  const { id } = await conversations.insert({ user_id: "u", session_id: "s", metadata: { kind: "chat" } });
  const said = await messages.insert({
    conversation_id: id,
    role: "assistant",
    content: "a quote",
    timestamp: new Date(),
  });
  const folder = await Deno.makeTempDir();
  try {
    const read = Promise.withResolvers<void>();
    const later = Promise.withResolvers<void>();
    let reads = 0;
    // The first write has read the messages and is held before it has them.
    const held = database.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (result.rows.some((row) => row.content === "a quote") && ++reads === 1) {
          read.resolve();
          await later.promise;
        }
        return result;
      },
    });
    const mirror = openMirror(held, folder);
    const first = mirror.write(id);
    await read.promise;
    await messages.update(said.id, { content: "taken back" });
    const second = mirror.write(id);
    const timer = setTimeout(later.resolve, WAIT_MS);
    await second;
    later.resolve();
    clearTimeout(timer);
    await first;
    assert.match(await Deno.readTextFile(`${folder}/s.json`), /taken back/);
    await mirror.remove("s");
    await assert.rejects(Deno.stat(`${folder}/s.json`), Deno.errors.NotFound);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
