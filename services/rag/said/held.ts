import type { SaidMessage } from "./contract.ts";

/** What a key in the indexes tells: a message and whose it is. */
export type Owner = Pick<SaidMessage, "message_id" | "conversation_id" | "user_id">;

/** The keys that the indexes hold, by the messages they belong to. */
export function heldMessages(keys: Iterable<string>) {
  const byMessage = new Map<string, string[]>();
  let sorted: string[] | undefined;
  const add = (key: string) => {
    const { message_id } = parse(key);
    const others = byMessage.get(message_id) ?? [];
    if (others.includes(key)) return;
    if (others.length === 0) sorted = undefined;
    byMessage.set(message_id, [...others, key]);
  };
  for (const key of keys) add(key);
  return {
    add,
    drop(key: string): void {
      const { message_id } = parse(key);
      const others = (byMessage.get(message_id) ?? []).filter((other) => other !== key);
      if (others.length > 0) byMessage.set(message_id, others);
      else if (byMessage.delete(message_id)) sorted = undefined;
    },
    keysOf: (messageId: string): readonly string[] => byMessage.get(messageId) ?? [],
    /** Ids of messages in their order, from behind `after`. */
    page(after: string | undefined, limit: number): string[] {
      sorted ??= [...byMessage.keys()].sort();
      const from = after === undefined ? 0 : firstBehind(sorted, after);
      return sorted.slice(from, from + limit);
    },
    keyOf: ({ message_id, conversation_id, user_id }: Owner) => `${message_id} ${conversation_id} ${user_id}`,
    parse,
  };
}

function parse(key: string): Owner {
  const [message_id = "", conversation_id = "", ...user] = key.split(" ");
  return { message_id, conversation_id, user_id: user.join(" ") };
}

/** Where the first of sorted names lies that comes after `name`. */
function firstBehind(sorted: readonly string[], name: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? "") <= name) from = middle + 1;
    else to = middle;
  }
  return from;
}
