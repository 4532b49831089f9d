import process from "node:process";

/** Whether a process with this id runs, on every system; it is not disturbed. One that has ended but waits to be reaped doesn't. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether a process has a file open; `undefined` where the system does not tell: that takes Linux and the same user. */
export async function hasOpen(pid: number, path: string): Promise<boolean | undefined> {
  if (Deno.build.os !== "linux") return undefined;
  try {
    const { dev, ino } = await Deno.stat(path);
    for await (const { name } of Deno.readDir(`/proc/${pid}/fd`)) {
      const info = await Deno.stat(`/proc/${pid}/fd/${name}`).catch(() => null);
      if (info?.ino === ino && info.dev === dev) return true;
    }
    return false;
  } catch {
    return undefined;
  }
}

/**
 * A container's first process may reap its orphans late or never; until then a signal still finds them. While other threads of the
 * process run, its files are open yet.
 */
function isZombie(pid: number): boolean {
  if (Deno.build.os !== "linux") return false;
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // `pid (name) state …`, where the name may hold any character; the 20th field counts the threads.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" && Number(fields[17]) <= 1;
  } catch {
    // It ended in between, or there is no /proc: the signal's word stands.
    return false;
  }
}
