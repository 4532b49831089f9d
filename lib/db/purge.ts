import type { Database } from "./database.ts";
import { purge } from "./documents.ts";

/** Removes for good every row that was deleted before `before`, children first. Returns the number of rows and documents. */
export async function purgeDeleted(database: Database, before: Date): Promise<number> {
  const documents = await purge(database, before);
  return documents + await database.transaction(async (tx) => {
    let rows = 0;
    const gone = tx.selectFrom("conversations").select("id").where("deleted_at", "<", before);
    const messages = tx.selectFrom("messages").select("id")
      .where((is) => is.or([is("deleted_at", "<", before), is("conversation_id", "in", gone)]));
    const count = (result: { numDeletedRows: bigint }) => rows += Number(result.numDeletedRows);
    count(
      await tx.deleteFrom("emotional_states").where((is) =>
        is.or([is("deleted_at", "<", before), is("message_id", "in", messages)])
      ).executeTakeFirst(),
    );
    count(
      await tx.deleteFrom("feedback").where((is) =>
        is.or([
          is("deleted_at", "<", before),
          is("message_id", "in", messages),
          is("conversation_id", "in", gone),
        ])
      ).executeTakeFirst(),
    );
    count(await tx.deleteFrom("messages").where("id", "in", messages).executeTakeFirst());
    count(await tx.deleteFrom("conversations").where("deleted_at", "<", before).executeTakeFirst());
    for (
      const table of [
        "emotion_patterns",
        "emotion_triggers",
        "user_preferences",
        "behavioral_patterns",
      ] as const
    ) {
      count(await tx.deleteFrom(table).where("deleted_at", "<", before).executeTakeFirst());
    }
    return rows;
  });
}
