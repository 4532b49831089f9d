import { oneAtATime } from "../one_at_a_time.ts";
import type { ObjectStore } from "./mod.ts";

/** A store whose deletions can be put off, so that what is being read by its name stays. */
export interface HoldableStore extends ObjectStore {
  /** Until it is disposed, deleted objects stay; then those are deleted that were not stored again meanwhile. */
  hold(): AsyncDisposable;
}

/** The same store with `hold()`. All of the program's deletions must go through it. */
export function holdable(store: ObjectStore): HoldableStore {
  const waiting = new Map<string, { bucket: string; key: string }>();
  const id = (bucket: string, key: string) => `${bucket}/${key}`;
  // What is stored again is not deleted in the same moment.
  const inOrder = oneAtATime();
  let holds = 0;
  const stage: ObjectStore["stage"] = async (bucket, content, signal) => {
    const staged = await store.stage(bucket, content, signal);
    return {
      ...staged,
      store: () =>
        inOrder(async () => {
          waiting.delete(id(bucket, staged.key));
          await staged.store();
        }),
    };
  };
  return {
    ...store,
    stage,
    async put(bucket, key, content, signal) {
      const stored = await store.put(bucket, key, content, signal);
      waiting.delete(id(bucket, stored.key));
      return stored;
    },
    async putContent(bucket, content, signal) {
      await using staged = await stage(bucket, content, signal);
      await staged.store();
      return { key: staged.key, size: staged.size };
    },
    async delete(bucket, key) {
      if (holds === 0) return await store.delete(bucket, key);
      const there = await store.has(bucket, key);
      if (there) waiting.set(id(bucket, key), { bucket, key });
      return there;
    },
    hold() {
      let held = true;
      holds++;
      return {
        async [Symbol.asyncDispose]() {
          if (!held) return;
          held = false;
          if (--holds > 0) return;
          for (const [name, { bucket, key }] of waiting) {
            await inOrder(async () => {
              if (waiting.delete(name)) await store.delete(bucket, key);
            });
          }
        },
      };
    },
  };
}
