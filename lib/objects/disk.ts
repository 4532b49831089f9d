import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { MorganError, toMorganError } from "../errors.ts";
import type { Content, ListedObject, ObjectStore, StagedObject, StoredObject } from "./mod.ts";
import { bucketPath, keyOf, objectPath } from "./names.ts";
import { useFolder } from "./use.ts";

/** Not a bucket name, so that no bucket can be called so. */
const TEMPORARY = ".tmp";

/**
 * Objects as files below `root`. Each is written to a temporary file, synced and renamed, so that a kill leaves it whole or absent;
 * what a killed process left is removed by the first that opens the folder while no other has it open. Closing it drops what is still being received.
 */
export async function openDiskStore(root: string): Promise<ObjectStore> {
  const temporary = join(root, TEMPORARY);
  const removeTemporary = () => Deno.remove(temporary, { recursive: true }).catch(ignoreMissing);
  /** Temporary files of this process. */
  const parts = new Set<string>();
  await Deno.mkdir(root, { recursive: true, mode: 0o700 }).catch(failed);
  const use = await useFolder(root, removeTemporary).catch(failed);
  await Deno.mkdir(temporary, { recursive: true, mode: 0o700 }).catch(failed);

  function newPart(): string {
    const part = join(temporary, crypto.randomUUID());
    parts.add(part);
    return part;
  }
  async function dropPart(part: string): Promise<void> {
    await Deno.remove(part).catch(ignoreMissing);
    parts.delete(part);
  }

  async function put(
    bucket: string,
    key: string,
    content: Content,
    signal?: AbortSignal,
  ): Promise<StoredObject> {
    const part = newPart();
    try {
      // Checked before anything is written.
      const target = objectPath(root, bucket, key);
      const { size } = await writePart(part, content, signal);
      await place(part, target);
      parts.delete(part);
      return { key, size };
    } catch (error) {
      await dropPart(part).catch(() => {});
      return failed(error);
    }
  }

  async function stage(bucket: string, content: Content, signal?: AbortSignal): Promise<StagedObject> {
    const part = newPart();
    try {
      bucketPath(root, bucket);
      const { sha256, size } = await writePart(part, content, signal);
      const target = objectPath(root, bucket, sha256);
      return {
        key: sha256,
        size,
        async store() {
          if (await isFile(target, size)) return;
          await copyPart(part, `${part}.copy`).then(() => place(`${part}.copy`, target)).catch(failed);
        },
        [Symbol.asyncDispose]: () => dropPart(part),
      };
    } catch (error) {
      await dropPart(part).catch(() => {});
      return failed(error);
    }
  }

  return {
    put,
    async putContent(bucket, content, signal) {
      await using staged = await stage(bucket, content, signal);
      await staged.store();
      return { key: staged.key, size: staged.size };
    },
    stage,
    async get(bucket, key) {
      const file = await Deno.open(objectPath(root, bucket, key)).catch((error) =>
        missing(bucket, key, error)
      );
      return file.readable;
    },
    read: (bucket, key) =>
      Deno.readFile(objectPath(root, bucket, key)).catch((error) => missing(bucket, key, error)),
    has: (bucket, key) => isFile(objectPath(root, bucket, key)),
    async delete(bucket, key) {
      try {
        await Deno.remove(objectPath(root, bucket, key));
        return true;
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return false;
        return failed(error);
      }
    },
    list: (bucket) => listFiles(bucketPath(root, bucket)),
    path: (bucket, key) => objectPath(root, bucket, key),
    async health() {
      try {
        const probe = join(temporary, crypto.randomUUID());
        await Deno.writeFile(probe, new Uint8Array(1));
        await Deno.remove(probe);
        return { status: "ok", backend: "disk" };
      } catch (error) {
        return { status: "unavailable", backend: "disk", reason: toMorganError(error).message };
      }
    },
    // Who still sends bytes then may do so for ever.
    async [Symbol.asyncDispose]() {
      await Promise.all([...parts].map(dropPart));
      await use.end(removeTemporary);
    },
  };
}

async function writePart(
  path: string,
  content: Content,
  signal?: AbortSignal,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  const chunks = content instanceof Uint8Array ? [content] : content;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
    for (let written = 0; written < chunk.length;) written += await file.write(chunk.subarray(written));
  }
  await file.sync();
  return { sha256: hash.digest("hex"), size };
}

/** A second name for the same bytes; a copy where the file system has no such names. */
async function copyPart(from: string, to: string): Promise<void> {
  try {
    await Deno.link(from, to);
  } catch {
    await Deno.copyFile(from, to);
    using file = await Deno.open(to, { write: true });
    await file.sync();
  }
}

/** Gives a whole file its name, in place of what had it. */
async function place(part: string, target: string): Promise<void> {
  await Deno.mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await Deno.rename(part, target);
  await syncFolder(dirname(target));
}

/** Makes the rename itself survive a power cut; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  using folder = await Deno.open(path);
  await folder.sync();
}

async function* listFiles(folder: string, below = ""): AsyncGenerator<ListedObject> {
  for (const entry of await entriesOf(join(folder, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory) {
      yield* listFiles(folder, path);
      continue;
    }
    // One that is deleted while the list is read takes no other out of it.
    const info = await Deno.stat(join(folder, path)).catch(ignoreMissing);
    if (info) yield { key: keyOf(path), size: info.size, modified: info.mtime ?? new Date(0) };
  }
}

/** What lies in a folder; a bucket without objects has none. */
async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  return await Array.fromAsync(Deno.readDir(folder)).catch((error) => {
    ignoreMissing(error);
    return [];
  });
}

async function isFile(path: string, size?: number): Promise<boolean> {
  try {
    const info = await Deno.stat(path);
    return info.isFile && (size === undefined || info.size === size);
  } catch (error) {
    ignoreMissing(error);
    return false;
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

function missing(bucket: string, key: string, error: unknown): never {
  if (!(error instanceof Deno.errors.NotFound)) return failed(error);
  throw new MorganError("not_found", `There is no object ${key} in ${bucket}.`, { cause: error });
}

function failed(error: unknown): never {
  const known = toMorganError(error);
  if (known.code !== "internal") throw known;
  throw new MorganError("storage", `Cannot store the object: ${known.message}`, {
    cause: error,
    hint: "Check that Morgan's folder is writable.",
  });
}
