import { createHash, type Hash } from "node:crypto";
import type { HubFile } from "./api.ts";

/** A file's digest while its bytes come. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** Whether the bytes were those that the hub lists; true where it lists no digest. */
  matches(): boolean;
}

/** The digest of a file that is read from its beginning. */
export function startDigest({ size, digest }: HubFile): Digest {
  if (!digest) return { update() {}, matches: () => true };
  const hash: Hash = createHash(digest.algorithm === "sha256" ? "sha256" : "sha1");
  // A Git blob is hashed with a head before it (Pro Git, "Git Objects").
  if (digest.algorithm === "git-sha1") hash.update(`blob ${size}\0`);
  return {
    update: (bytes) => void hash.update(bytes),
    matches: () => hash.digest("hex") === digest.hex.toLowerCase(),
  };
}
