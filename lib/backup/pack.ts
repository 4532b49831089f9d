import { createHash } from "node:crypto";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { constants, createGzip, deflateRawSync } from "node:zlib";
import { type Pack, pack as tarPack } from "tar-stream";
import { MorganError } from "../errors.ts";
import { HEAD, type Head, MANIFEST, type Manifest } from "./manifest.ts";

/** What goes into an archive. */
export interface Member {
  name: string;
  /** Gives the bytes and how many they are, or null where they are gone by now; `null` itself for a folder. */
  open: (() => Promise<Content | null>) | null;
}

/** The bytes of a member. */
export interface Content {
  size: number;
  bytes: AsyncIterable<Uint8Array>;
}

/** What only the one who gathers the members knows in the end. */
export type Findings = Pick<Manifest, "tables" | "missing" | "damaged" | "index">;

/** Level of gzip: the server has other work. */
const LEVEL = 3;
/** What is compressed already, as most documents are, is stored as it is: ten times as fast. */
const STORED = 0;
/** Of larger members the beginning decides whether they can be compressed, when it shrinks below this share. */
const PROBE_BYTES = 64 * 1024;
const SHRINKS = 0.9;
const SHA256_NAME = /\/([0-9a-f]{64})$/;

/**
 * The archive as it is made: a gzipped tar (POSIX pax) of the head, the members and, last, the manifest with the SHA-256 of each. Nothing
 * of it is held in memory but the list of members.
 */
export async function* packArchive(
  head: Head,
  members: AsyncIterable<Member>,
  findings: Findings,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pack = tarPack();
  const gzip = createGzip({ level: LEVEL, chunkSize: 4 * PROBE_BYTES });
  let level = LEVEL;
  async function use(next: number): Promise<void> {
    if (next === level) return;
    level = next;
    await setLevel(gzip, next);
  }
  const piping = pipeline(pack, gzip);
  const feeding = feed(pack, use, head, members, findings).catch((error) => pack.destroy(error));
  // Errors come out of the loop below; nobody else listens.
  piping.catch(() => {});
  try {
    for await (const chunk of gzip) yield new Uint8Array(chunk);
    await piping;
  } finally {
    pack.destroy();
    await feeding;
  }
}

/** Changes the level for what is written from now on (zlib's `deflateParams`); the types of gzip streams leave it out. */
function setLevel(gzip: object, level: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!("params" in gzip) || typeof gzip.params !== "function") return resolve();
    const done = (error: Error | null) => error ? reject(error) : resolve();
    gzip.params(level, constants.Z_DEFAULT_STRATEGY, done);
  });
}

async function feed(
  pack: Pack,
  use: (level: number) => Promise<void>,
  head: Head,
  members: AsyncIterable<Member>,
  findings: Findings,
): Promise<void> {
  const written: Manifest["members"] = [];
  const text = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  await addBytes(pack, HEAD, text(head));
  for await (const { name, open } of members) {
    if (!open) {
      pack.entry({ name, type: "directory", mode: 0o700 });
      continue;
    }
    const content = await open();
    if (!content) continue;
    const { size, bytes } = content;
    const sha256 = await addStream(pack, name, size, probed(bytes, size, use));
    written.push({ name, size, sha256 });
    const named = name.startsWith("objects/") ? SHA256_NAME.exec(name)?.[1] : undefined;
    if (named && named !== sha256) findings.damaged.push(named);
  }
  await addBytes(pack, MANIFEST, text({ ...head, ...findings, members: written } satisfies Manifest));
  pack.finalize();
}

/** The same bytes; the beginning of a large member sets the level for it. */
async function* probed(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
  use: (level: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of bytes) {
    if (first) {
      const probe = chunk.subarray(0, PROBE_BYTES);
      const dense = size > PROBE_BYTES && deflateRawSync(probe, { level: 1 }).length > SHRINKS * probe.length;
      await use(dense ? STORED : LEVEL);
      first = false;
    }
    yield chunk;
  }
}

function addBytes(pack: Pack, name: string, bytes: Uint8Array): Promise<string> {
  return addStream(pack, name, bytes.length, ReadableStream.from([bytes]));
}

/** Adds one file and returns its SHA-256. */
async function addStream(
  pack: Pack,
  name: string,
  size: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<string> {
  const hash = createHash("sha256");
  const { promise: added, resolve, reject } = Promise.withResolvers<void>();
  added.catch(() => {});
  const entry = pack.entry({ name, size, mode: 0o600 }, (error) => error ? reject(error) : resolve());
  let left = size;
  // One listener for the whole of a large file: each would be kept until the end.
  const closed = once(entry, "close");
  closed.catch(() => {});
  for await (const chunk of bytes) {
    // What was appended since the file was opened belongs to the next backup.
    const part = chunk.subarray(0, left);
    left -= part.length;
    hash.update(part);
    if (!entry.write(part)) await Promise.race([once(entry, "drain"), closed]);
    if (entry.destroyed) throw new MorganError("cancelled", "The backup was given up.");
    if (left === 0) break;
  }
  if (left > 0) throw new MorganError("storage", `${name} became shorter while it was read.`);
  entry.end(null);
  await added;
  return hash.digest("hex");
}
