import type { Home } from "./home.ts";
import { readIfThere, writePrivate } from "./files.ts";

/** 32 bytes as base64url without padding. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The bearer token of this folder's server; made on first use (32 random bytes, base64url), its file kept at mode 0600. */
export async function ensureToken(home: Home): Promise<string> {
  const existing = await readToken(home);
  if (existing !== null) {
    if (Deno.build.os !== "windows") await Deno.chmod(home.token, 0o600);
    return existing;
  }
  const token = newToken();
  await writePrivate(home.token, `${token}\n`);
  return token;
}

/** 32 random bytes in base64url. */
export function newToken(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** The token if one was made, else null. */
export async function readToken(home: Home): Promise<string | null> {
  const token = (await readIfThere(home.token))?.trim() ?? "";
  return TOKEN.test(token) ? token : null;
}
