/** Assumed where the system does not tell: the usual limit of macOS' and Linux' login shells, or more. */
const ASSUMED = 1024;

/** Descriptors that are kept free for what is opened later: indexes, models, the processes that read documents. */
const RESERVE = 48;

/** More than one person's programs ever open. */
const MOST = 1024;

/** How many descriptors this process may have open at once. */
function descriptorLimit(): number {
  return readProc(() => {
    const line = /^Max open files\s+(\d+)/m.exec(Deno.readTextFileSync("/proc/self/limits"));
    return line ? Number(line[1]) : ASSUMED;
  }, ASSUMED);
}

/** How many descriptors this process has open. */
function openDescriptors(): number {
  return readProc(() => [...Deno.readDirSync("/proc/self/fd")].length, 0);
}

/** What Linux tells in /proc, or `otherwise` where there is none or it may not be read. */
function readProc(read: () => number, otherwise: number): number {
  try {
    return read();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotCapable) return otherwise;
    throw error;
  }
}

/** How many connections leave room for the work on files: each may bring a file, which takes a descriptor of its own. */
export function connectionLimit(limit: number = descriptorLimit(), used: number = openDescriptors()): number {
  return Math.min(MOST, Math.max(8, Math.floor((limit - used - RESERVE) / 2)));
}
