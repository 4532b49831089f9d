import { createHmac, timingSafeEqual } from "node:crypto";
import { MorganError } from "../errors.ts";

/** Where a server proves that it knows the token. Asked without one. */
export const PROOF_PATH = "/proof";

/**
 * Names this process, anew at each start. What is proven holds for it alone: whoever listens on its port after it has died cannot have another
 * Morgan prove it in their place.
 */
export const INSTANCE = crypto.randomUUID();

/** 32 random bytes in base64url. A nonce of a fixed shape can't be made to look like anything else that is signed. */
const NONCE = /^[A-Za-z0-9_-]{43}$/;

/** What each side signs, so that what one side says is of no use in the mouth of the other. */
const CONTEXTS = {
  server: "morgan 1: the server knows the token",
  client: "morgan 1: the client knows the token",
} as const;

/** A server's answer to a nonce. */
export interface Proof {
  instance: string;
  /** HMAC-SHA256 (RFC 2104) with the token, in base64url. */
  proof: string;
}

function sign(token: string, side: keyof typeof CONTEXTS, ...parts: readonly string[]): string {
  return createHmac("sha256", token).update([CONTEXTS[side], ...parts].join("\n")).digest("base64url");
}

/** Proves that this process knows the token. Throws `invalid_input` where the nonce isn't 32 bytes in base64url. */
export function answerNonce(token: string, nonce: string): Proof {
  if (!NONCE.test(nonce)) {
    throw new MorganError("invalid_input", "A nonce is 32 random bytes in base64url without padding.", {
      hint: `GET ${PROOF_PATH}?nonce=…, with a new one each time.`,
    });
  }
  return { instance: INSTANCE, proof: sign(token, "server", INSTANCE, nonce) };
}

/** A nonce that was never used. */
export function newNonce(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Whether a server's answer proves that it is this instance and knows the token. Takes the same time for every wrong one. */
export function isProven(
  answer: unknown,
  expected: { token: string; instance: string; nonce: string },
): boolean {
  const { token, instance, nonce } = expected;
  if (typeof answer !== "object" || answer === null || !("proof" in answer)) return false;
  if (typeof answer.proof !== "string") return false;
  const right = new TextEncoder().encode(sign(token, "server", instance, nonce));
  const given = new TextEncoder().encode(answer.proof);
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * The bearer by which a client shows one instance that it knows the token, without telling it: to another process, and after this one has ended,
 * it is worth nothing.
 */
export function instanceToken(token: string, instance: string): string {
  return sign(token, "client", instance);
}
