import { dirname } from "node:path";
import { isDiskFull, MorganError } from "../errors.ts";
import { readIfThere, writePrivate } from "../home/files.ts";
import { type DataKey, importKey } from "./envelope.ts";

const HEAD = "# The keys to what Morgan has learned, the one in use first. Without them it cannot be read.\n";

/** The keys of a file, the one in use first; `null` where there is no file. Throws `invalid_config` for what is no key. */
export async function readKeys(path: string): Promise<[DataKey, ...DataKey[]] | null> {
  const text = await readIfThere(path).catch((cause) => {
    throw new MorganError("storage", `Cannot read the key file ${path}.`, {
      cause,
      hint: "Make it readable for your user.",
      details: { path },
    });
  });
  if (text === null) return null;
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));
  const [first, ...rest] = await Promise.all(lines.map((line, i) => parseKey(line, i, path)));
  if (first) return [first, ...rest];
  throw malformed(path, "is empty");
}

/** Replaces the file by one with these keys. */
export async function writeKeys(path: string, keys: readonly DataKey[]): Promise<void> {
  try {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writePrivate(path, HEAD + keys.map(({ text }) => `${text}\n`).join(""));
  } catch (cause) {
    if (isDiskFull(cause)) throw cause;
    throw new MorganError("storage", `Cannot write the key file ${path}.`, {
      cause,
      hint:
        `Make it writable for Morgan, or change it yourself: the new key (openssl rand -base64 32) as the first line, ` +
        "the old one below it; then restart Morgan and run `morgan keys rotate`.",
      details: { path },
    });
  }
}

/** A new key: 32 random bytes. */
export function makeKey(): Promise<DataKey> {
  return importKey(crypto.getRandomValues(new Uint8Array(32)));
}

async function parseKey(line: string, i: number, path: string): Promise<DataKey> {
  const bytes = decode(line);
  if (bytes?.length === 32) return await importKey(bytes);
  throw malformed(path, `holds in key ${i + 1} something else than 32 bytes in base64 or hex`);
}

function decode(line: string): Uint8Array<ArrayBuffer> | null {
  try {
    if (/^[0-9a-f]{64}$/i.test(line)) return Uint8Array.fromHex(line);
    return Uint8Array.fromBase64(line, { alphabet: /[-_]/.test(line) ? "base64url" : "base64" });
  } catch {
    return null;
  }
}

function malformed(path: string, what: string): MorganError {
  return new MorganError("invalid_config", `The key file ${path} ${what}.`, {
    hint: "Put the file back from where you keep a copy. `openssl rand -base64 32` makes a new key.",
    details: { path },
  });
}
