import { statfsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { MorganError, toMorganError } from "../errors.ts";
import { type Check, problem, well } from "../doctor.ts";
import type { Home } from "./home.ts";

const LOW_BYTES = 512 * 1024 ** 2;

/** Checks that there is room on the disk of Morgan's folder. */
export async function checkDisk(home: Home): Promise<Check> {
  const space = await spaceOf(home.root);
  if (!space) {
    return { name: "disk", status: "absent", message: "The system does not tell how much space is left." };
  }
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  const text = `${gigabytes(space.free)} of ${gigabytes(space.size)} are free.`;
  if (space.free >= LOW_BYTES) return well("disk", text);
  return problem("disk", text, "Free some space, or move MORGAN_HOME to a larger disk.");
}

/** Throws `storage_full` where a folder's disk has less than so many bytes for this user. Where the system does not tell, there is room. */
export function requireSpace(folder: string, bytes: number): void {
  let free: number;
  try {
    const { bavail, bsize } = statfsSync(folder);
    free = bavail * bsize;
  } catch {
    return;
  }
  if (free < bytes) throw diskFullError(folder, free, bytes);
}

/** What is said of a disk that is too full. */
function diskFullError(folder: string, free: number, needed?: number, cause?: unknown): MorganError {
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)} MB`;
  const need = needed === undefined ? "" : `, ${megabytes(needed)} are needed`;
  return new MorganError(
    "storage_full",
    `The disk that holds Morgan's data is full: ${megabytes(free)} are free for ${folder}${need}.`,
    {
      cause,
      hint: "Free some space, or move MORGAN_HOME to a larger disk, then try again.",
      details: { path: folder, free_bytes: free, ...(needed === undefined ? {} : { needed_bytes: needed }) },
    },
  );
}

/** The error of a full disk as it is told, with the folder and what is free there; any other as it is. */
export async function nameFullDisk(error: unknown, folder: string): Promise<unknown> {
  const known = toMorganError(error);
  if (known.code !== "storage_full" || known.details?.path !== undefined || isNamed(known.message)) {
    return error;
  }
  const space = await spaceOf(folder);
  return space ? diskFullError(folder, space.free, undefined, error) : error;
}

/** Whether a message says already which disk or file it is. */
function isNamed(message: string): boolean {
  return /[/\\"]/.test(message);
}

/** Bytes that are free for this user on a folder's disk, and its size; null where the system does not tell. */
async function spaceOf(folder: string): Promise<{ free: number; size: number } | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}
