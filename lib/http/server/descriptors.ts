/** Assumed where the system does not tell: the usual limit of macOS' and Linux' login shells, or more. */
const ASSUMED = 1024;

/** Descriptors that are kept free for stores, indexes, models and the processes that read documents. */
const RESERVE = 128;

/** More than one person's programs ever open. */
const MOST = 1024;

/** How many descriptors this process may have open at once. */
export function descriptorLimit(): number {
  try {
    const line = /^Max open files\s+(\d+)/m.exec(Deno.readTextFileSync("/proc/self/limits"));
    return line ? Number(line[1]) : ASSUMED;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotCapable) return ASSUMED;
    throw error;
  }
}

/** How many connections leave room for the work on files: each may bring a file, which takes a descriptor of its own. */
export function connectionLimit(descriptors: number = descriptorLimit()): number {
  return Math.min(MOST, Math.max(8, Math.floor((descriptors - RESERVE) / 2)));
}
