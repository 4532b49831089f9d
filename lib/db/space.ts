import type { KyselyPlugin } from "kysely";

/**
 * Bytes that must be free before the database writes. A new file of its log (WAL) takes 16 MiB at once, a checkpoint some more, and where it does not
 * get them PostgreSQL ends in a PANIC; refusing a write before that leaves all in order, and reading goes on.
 */
export const RESERVE = 32 * 1024 ** 2;

const WRITES: ReadonlySet<string> = new Set(["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode"]);

/** Lets statements that write through only where `requireRoom` does not throw. */
export function spaceForWrites(requireRoom: () => void): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (WRITES.has(node.kind)) requireRoom();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}
