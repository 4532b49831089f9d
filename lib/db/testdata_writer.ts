/** A process for `pglite_test.ts` to kill: inserts rows without end and prints each number once its transaction has committed. */
import { openDatabase, repositories } from "./mod.ts";

const database = await openDatabase({ dataDir: Deno.args[0] ?? "" });
for (let n = Number(Deno.args[1]);; n++) {
  await database.transaction(async (tx) => {
    const { conversations, messages } = repositories(tx);
    const { id } = await conversations.insert({ user_id: "writer", session_id: String(n) });
    const content = "x".repeat(5000);
    await messages.insert({ conversation_id: id, role: "user", content, timestamp: new Date() });
  });
  console.log(n);
}
