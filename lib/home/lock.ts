import { MorganError } from "../errors.ts";
import type { Home } from "./home.ts";

/**
 * Takes the folder's exclusive lock (flock, LockFileEx on Windows), which the system releases when the process ends, however it ends.
 * Returns null if another process holds it. Not reentrant: a second call in the same process gets null too.
 */
export async function tryLockData(home: Home): Promise<AsyncDisposable | null> {
  const file = await Deno.open(home.lockFile, { read: true, write: true, create: true, mode: 0o600 });
  let locked = false;
  try {
    locked = await file.tryLock(true);
  } finally {
    if (!locked) file.close();
  }
  if (!locked) return null;
  return {
    async [Symbol.asyncDispose]() {
      // The file stays: removing it would let two processes lock two files of the same name.
      await file.unlock();
      file.close();
    },
  };
}

/** Like `tryLockData`, but throws `conflict` if another Morgan holds the lock. */
export async function lockData(home: Home): Promise<AsyncDisposable> {
  const lock = await tryLockData(home);
  if (lock !== null) return lock;
  throw new MorganError("conflict", `Another Morgan is using ${home.root}.`, {
    hint: "See it with `morgan status`, or end it with `morgan stop`.",
    details: { path: home.root },
  });
}
