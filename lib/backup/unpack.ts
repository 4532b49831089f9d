import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract as tarExtract } from "tar-stream";
import { knownMigrations } from "../db/migrate.ts";
import { isDiskFull, MorganError } from "../errors.ts";
import { FORMAT, HEAD, Head, MANIFEST, Manifest, PARTS } from "./manifest.ts";

/** Takes the members of an archive while it is checked. They count only once the check has ended well. */
export interface Taker {
  folder(name: string): Promise<void>;
  file(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

const PARTS_SET: ReadonlySet<string> = new Set(PARTS);
const SMALL = 256 * 1024 * 1024;

/**
 * Reads a whole archive, checks every member against the manifest and returns that. Throws `invalid_input` naming the member that is
 * altered or in which the archive is cut short, `conflict` for one that a newer Morgan wrote.
 *
 * @param label how messages call the archive
 */
export async function checkArchive(
  archive: ReadableStream<Uint8Array<ArrayBuffer>>,
  label: string,
  take?: Taker,
): Promise<Manifest> {
  const seen = new Map<string, { size: number; sha256: string }>();
  let current = HEAD;
  let manifest: Manifest | undefined;
  const gunzip = createGunzip();
  const extract = tarExtract();
  const piping = pipeline(Readable.from(archive), gunzip, extract);
  piping.catch(() => {});
  try {
    for await (const entry of extract) {
      const { name, type, size = 0 } = entry.header;
      current = name.replace(/\/$/, "");
      if (manifest) throw damaged(label, `${current} stands behind its end`);
      if (seen.size === 0 && current !== HEAD) throw foreign(label);
      if (type === "directory") {
        await take?.folder(safeName(current, label));
        entry.resume();
      } else if (current === HEAD || current === MANIFEST) {
        if (size > SMALL) throw damaged(label, `its member ${current} is too large`);
        const bytes = await collect(bytesOf(entry));
        if (current === HEAD) accept(parse(Head, bytes, current, label), label);
        else manifest = parse(Manifest, bytes, current, label);
        seen.set(current, { size, sha256: "" });
      } else {
        const hash = createHash("sha256");
        const bytes = hashed(bytesOf(entry), hash);
        if (take) await take.file(safeName(current, label), bytes);
        else for await (const _ of bytes);
        seen.set(current, { size, sha256: hash.digest("hex") });
      }
    }
    await piping;
  } catch (error) {
    if (error instanceof MorganError || isDiskFull(error)) throw error;
    if (seen.size === 0 && !(gunzip.bytesWritten > 0 && isCutShort(error))) throw foreign(label, error);
    throw damaged(label, `it is altered or cut short in its member ${current}`, error);
  }
  if (!manifest) throw damaged(label, `it is cut short after its member ${current}`);
  compare(manifest, seen, label);
  return manifest;
}

/** Throws for an archive whose layout or database this Morgan does not know. */
function accept(head: Head, label: string): void {
  const known = new Set(knownMigrations());
  const unknown = head.migrations.filter((name) => !known.has(name));
  if (head.format <= FORMAT && unknown.length === 0) return;
  throw new MorganError("conflict", `${label} was written by a newer Morgan (${head.version}).`, {
    hint: `Restore it with Morgan ${head.version} or later.`,
    details: { version: head.version, unknown },
  });
}

function compare(
  manifest: Manifest,
  seen: ReadonlyMap<string, { size: number; sha256: string }>,
  label: string,
): void {
  for (const { name, size, sha256 } of manifest.members) {
    const found = seen.get(name);
    if (!found) throw damaged(label, `its member ${name} is missing`);
    if (found.sha256 !== sha256 || found.size !== size) {
      throw damaged(label, `its member ${name} does not match its checksum`);
    }
  }
  const named = new Set([HEAD, MANIFEST, ...manifest.members.map(({ name }) => name)]);
  for (const name of seen.keys()) {
    if (!named.has(name)) throw damaged(label, `its member ${name} is not in its manifest`);
  }
}

/** The name, if it is one that Morgan writes: nothing may be unpacked outside the folder. */
function safeName(name: string, label: string): string {
  const segments = name.split("/");
  const plain = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (plain && !/[\\:\0]/.test(name) && PARTS_SET.has(segments[0] ?? "")) return name;
  throw damaged(label, `its member ${JSON.stringify(name)} does not belong there`);
}

/** A member's bytes; the library's types leave open what they are. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const text = new TextDecoder();
  let all = "";
  for await (const chunk of chunks) all += text.decode(chunk, { stream: true });
  return all + text.decode();
}

function parse<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  text: string,
  member: string,
  label: string,
): T {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Not JSON: told below.
  }
  throw damaged(label, `its member ${member} cannot be read`);
}

/** What zlib says of a stream that ends too early; a small archive gives nothing before its end. */
function isCutShort(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
}

function damaged(label: string, what: string, cause?: unknown): MorganError {
  return new MorganError("invalid_input", `${label} is damaged: ${what}.`, {
    cause,
    hint: "Use another backup; nothing was changed.",
  });
}

function foreign(label: string, cause?: unknown): MorganError {
  return new MorganError("invalid_input", `${label} is no backup of Morgan's.`, {
    cause,
    hint: "Give a file that `morgan backup` wrote.",
  });
}
