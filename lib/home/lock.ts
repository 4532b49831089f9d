import { MorganError } from "../errors.ts";
import type { Home } from "./home.ts";
import { endReplacing } from "./replace.ts";

/**
 * Takes the folder's exclusive lock (flock, LockFileEx on Windows), which the system releases when the process ends, however it ends; then ends
 * what a killed restore began in the folder.
 * Returns null if another process holds it. Not reentrant: a second call in the same process gets null too.
 */
export async function tryLockData(home: Home): Promise<AsyncDisposable | null> {
  const file = await Deno.open(home.lockFile, { read: true, write: true, create: true, mode: 0o600 });
  let locked = false;
  try {
    if (!await lockSoon(file)) return null;
    await endReplacing(home.root);
    locked = true;
  } finally {
    if (!locked) file.close();
  }
  return {
    async [Symbol.asyncDispose]() {
      // The file stays: removing it would let two processes lock two files of the same name.
      await file.unlock();
      file.close();
    },
  };
}

/** A file, as far as it can be locked without waiting. */
interface Lockable {
  tryLock?: (exclusive: boolean) => Promise<boolean>;
}

/** Longest wait for a lock where one can only be waited for. */
const MOMENT_MS = 250;

/** Locks at once, or as soon as a command that only looks whether the lock is held (`isLocked`) has had its look. */
async function lockSoon(file: Pick<Deno.FsFile, "lock"> & Lockable): Promise<boolean> {
  for (let left = 5;; left--) {
    if (await lockAtOnce(file)) return true;
    if (left === 0) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Locks without waiting. The Deno 2.6 beneath some compiled programs can only wait: there, a lock that is not had within a
 * moment counts as held by another. Closing the file ends that wait.
 */
export async function lockAtOnce(file: Pick<Deno.FsFile, "lock"> & Lockable): Promise<boolean> {
  if (file.tryLock) return await file.tryLock(true);
  const { promise: moment, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), MOMENT_MS);
  try {
    return await Promise.race([moment, file.lock(true).then(() => true)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Locks where that is possible without waiting; false also where it can only be waited for. */
async function triedLock(file: Lockable): Promise<boolean> {
  return await file.tryLock?.(true) ?? false;
}

/**
 * Whether another process holds the folder's lock. True also where that cannot be told without waiting. Does not make the lock file.
 */
export async function isLocked(home: Home): Promise<boolean> {
  try {
    using file: Lockable & Disposable = await Deno.open(home.lockFile, { read: true, write: true });
    // Shared: two that look do not take each other for a server. It is given back as the file is closed.
    return !file.tryLock || !await file.tryLock(false);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
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

/**
 * Runs a task while no other process runs one under the same lock file; waits for its turn.
 *
 * @param onWait called where another holds the lock
 */
export async function withLock<T>(path: string, task: () => Promise<T>, onWait?: () => void): Promise<T> {
  using file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
  if (!await triedLock(file)) {
    onWait?.();
    await file.lock(true);
  }
  try {
    return await task();
  } finally {
    await file.unlock();
  }
}
