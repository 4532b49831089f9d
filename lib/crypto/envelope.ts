import { MorganError } from "../errors.ts";

/** A key as it is used: the parts that the owner's 32 bytes are stretched to. */
export interface DataKey {
  /** First 8 bytes of the SHA-256 of the key, in hex: names it without giving it away. */
  id: string;
  /** The line of the key file. */
  text: string;
  encryption: CryptoKey;
  equality: CryptoKey;
}

/** Version of the envelope's layout, `m1.KEY_ID.BASE64URL(nonce, ciphertext, tag)`. */
const VERSION = "m1";
/** Bytes of a nonce: 96 bits, at random. Safe for 2^32 values a key (NIST SP 800-38D, 8.3). */
const NONCE = 12;
const BASE64URL = { alphabet: "base64url", omitPadding: true } as const;
const ENVELOPE = /^m1\.([0-9a-f]{16})\.([\w-]+)$/;

/** Makes a key of 32 bytes usable. Encryption and equality get keys of their own (HKDF, RFC 5869). */
export async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const derive = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(info) },
      base,
      algorithm,
      false,
      usages,
    );
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    id: digest.subarray(0, 8).toHex(),
    text: bytes.toBase64(),
    encryption: await derive("morgan data v1", { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]),
    equality: await derive("morgan equality v1", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]),
  };
}

/** Encrypts a text; only the same `aad` opens it again. */
export async function sealWith(key: DataKey, plain: string, aad: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt(parameters(nonce, aad), key.encryption, encode(plain));
  const bytes = new Uint8Array(NONCE + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), NONCE);
  return `${VERSION}.${key.id}.${bytes.toBase64(BASE64URL)}`;
}

/** Decrypts what `sealWith` gave. Throws `storage` where it was altered or belongs elsewhere. */
export async function openWith(key: DataKey, envelope: string, aad: string): Promise<string> {
  const [, , payload = ""] = ENVELOPE.exec(envelope) ?? [];
  try {
    const bytes = Uint8Array.fromBase64(payload, { alphabet: "base64url" });
    const plain = await crypto.subtle.decrypt(
      parameters(bytes.slice(0, NONCE), aad),
      key.encryption,
      bytes.slice(NONCE),
    );
    return new TextDecoder().decode(plain);
  } catch (error) {
    throw new MorganError("storage", `The encrypted value of ${aad} was altered or moved.`, {
      cause: error,
      hint: "Restore a backup: morgan restore FILE.",
      details: { aad },
    });
  }
}

/** What stands for a text where equality is all that is asked: equal texts give equal values, which tell nothing else. */
export async function blindWith(key: DataKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", key.equality, encode(text));
  return `${VERSION}.${key.id}.${new Uint8Array(mac).toBase64(BASE64URL)}`;
}

/** The id of the key that an envelope needs, or `undefined` for what is none. */
export function keyIdOf(envelope: string): string | undefined {
  return ENVELOPE.exec(envelope)?.[1];
}

function parameters(iv: Uint8Array<ArrayBuffer>, aad: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: encode(`${VERSION}/${aad}`), tagLength: 128 };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
