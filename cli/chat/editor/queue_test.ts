import assert from "node:assert/strict";
import { type Key, keyDecoder } from "./keys.ts";
import { keyQueue } from "./queue.ts";

/** Listens until Enter, and gives back what was typed before it. */
function line(queue: ReturnType<typeof keyQueue>): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = "";
  const listening = queue.listen((key) => {
    if (key.type !== "key") text += key.text;
    else if (key.name === "enter") {
      listening[Symbol.dispose]();
      resolve(text);
    }
  });
  return promise;
}

const typed = (text: string): Key[] => keyDecoder()(text);

Deno.test("what is typed ahead waits, and each listener gets its own line of it", async () => {
  const queue = keyQueue();
  for (const key of typed("one\rtwo\rthr")) queue.push(key);
  assert.equal(await line(queue), "one");
  assert.equal(await line(queue), "two");
  const last = line(queue);
  for (const key of typed("ee\r")) queue.push(key);
  assert.equal(await last, "three");
});

Deno.test("Ctrl-C while nobody listens goes to whoever can be interrupted, and drops what was typed ahead", async () => {
  const queue = keyQueue();
  let interrupted = 0;
  const stopping = queue.onInterrupt(() => interrupted++);
  for (const key of typed("ahead\r\x03")) queue.push(key);
  assert.equal(interrupted, 1);
  stopping[Symbol.dispose]();
  for (const key of typed("kept\r")) queue.push(key);
  assert.equal(await line(queue), "kept");
  assert.equal(interrupted, 1);
});
