import type { CommandHome } from "./command.ts";

/** What this machine lets a test do: it needs root and Linux, and containers often forbid it. */
async function succeeds(command: string, ...args: string[]): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  try {
    const { success } = await new Deno.Command(command, { args, stdout: "null", stderr: "null" }).output();
    return success;
  } catch {
    return false;
  }
}

/** True when a small file system can be mounted, to be filled up. */
export async function canMount(): Promise<boolean> {
  const folder = await Deno.makeTempDir();
  const mounted = await succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
  if (mounted) await succeeds("umount", folder);
  await Deno.remove(folder);
  return mounted;
}

/** True when a command can be run without any network but its own loopback. */
export async function canUnshareNetwork(): Promise<boolean> {
  return await succeeds("unshare", "-n", "sh", "-c", "ip link set lo up");
}

/** A folder on a file system of its own of so many MB, gone when it is disposed. */
export async function smallDisk(megabytes: number): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "morgan-small-" });
  if (!await succeeds("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path)) {
    await Deno.remove(path);
    throw new Error("Nothing can be mounted here.");
  }
  return {
    path,
    async [Symbol.asyncDispose]() {
      await succeeds("umount", path);
      await Deno.remove(path, { recursive: true });
    },
  };
}

/** Fills a disk up to so many free MB. Disposing it gives the space back. */
export async function filler(path: string, freeMegabytes: number): Promise<AsyncDisposable> {
  const block = new Uint8Array(1024 * 1024);
  let size = 0;
  {
    using file = await Deno.open(path, { write: true, create: true });
    try {
      for (;;) size += await file.write(block);
    } catch (error) {
      if (!(error instanceof Error && /ENOSPC|No space left/.test(error.message))) throw error;
    }
    await file.truncate(Math.max(0, size - freeMegabytes * block.length));
  }
  return { [Symbol.asyncDispose]: () => Deno.remove(path) };
}

/** True when a command can be run on a pseudo-terminal. */
export async function hasPseudoTerminal(): Promise<boolean> {
  return await succeeds("script", "-qec", "true", "/dev/null");
}

/** Runs a command on a pseudo-terminal of 80 columns, types `input` and gives back all that it shows. */
export async function onTerminal(
  home: CommandHome,
  args: readonly string[],
  input = "",
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const line = ["stty", "cols", "80", ";", ...home.commandLine(args)].map((word) =>
    word === ";" ? word : `'${word}'`
  );
  const child = new Deno.Command("script", {
    args: ["-qec", line.join(" "), "/dev/null"],
    cwd: home.files,
    env: { ...home.environment(), TERM: "xterm-256color", ...env },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const typing = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let output = "";
  let typed = input === "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    output += value;
    // Typed once it is asked for, as a person does.
    if (!typed && /\?.*(\[y\/N\]|: ?)/.test(output)) {
      typed = true;
      await typing.write(new TextEncoder().encode(input));
    }
  }
  await typing.close().catch(() => {});
  return { code: (await child.status).code, output };
}
