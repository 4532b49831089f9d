import { statfs } from "node:fs/promises";
import type { Home } from "./home.ts";

/** Bytes that are free for this user on the disk of Morgan's folder, and its size; null where the system does not tell. */
export async function diskSpace(home: Home): Promise<{ free: number; size: number } | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(home.root);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}
