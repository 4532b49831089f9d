import { isAbort } from "./errors.ts";
import { ARTIFACTS_BUCKET, type ObjectStore } from "./objects/mod.ts";
import { errorFields, type Logger } from "./telemetry/mod.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Work that is done once a day. */
export interface DailyOptions {
  /** Where the time of the last one is kept: a server that leaves when idle would never get a day old. */
  objects: ObjectStore;
  /** Of that file, such as `upkeep/last.json`. */
  name: string;
  log: Logger;
  /** @default always */
  isDue?: () => Promise<boolean>;
  /** @param last when this was done last */
  work(last: Date): Promise<void>;
  /** Milliseconds after the start, so that it is not slowed down. @default 60_000 */
  first?: number | undefined;
  /** Milliseconds between two looks whether it is due. @default an hour */
  every?: number | undefined;
}

/** Does something once a day, when it is due. Disposing it waits for what runs. */
export function startDaily(
  { objects, name, log, isDue, work, first = 60_000, every = 60 * 60 * 1000 }: DailyOptions,
): AsyncDisposable {
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(tick, first);
  Deno.unrefTimer(timer);

  async function once(): Promise<void> {
    const last = await lastTime(objects, name);
    if (Date.now() - last.getTime() < DAY_MS || await isDue?.() === false) return;
    await work(last);
    await note(objects, name);
  }
  function tick(): void {
    running = once().catch((error) => {
      if (!isAbort(error)) log.error("daily work failed", { name, ...errorFields(error) });
    }).then(() => {
      if (stopping.signal.aborted) return;
      timer = setTimeout(tick, every);
      Deno.unrefTimer(timer);
    });
  }
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

async function lastTime(objects: ObjectStore, name: string): Promise<Date> {
  // What is new has nothing to do yet: its first day begins now.
  if (!await objects.has(ARTIFACTS_BUCKET, name)) {
    await note(objects, name);
    return new Date();
  }
  try {
    const { at } = JSON.parse(new TextDecoder().decode(await objects.read(ARTIFACTS_BUCKET, name)));
    if (typeof at === "number") return new Date(at);
  } catch {
    // Unreadable: it is written anew.
  }
  return new Date(0);
}

async function note(objects: ObjectStore, name: string): Promise<void> {
  await objects.put(ARTIFACTS_BUCKET, name, new TextEncoder().encode(JSON.stringify({ at: Date.now() })));
}
