import { stripVTControlCharacters } from "node:util";

/** A command on a pseudo-terminal. Disposing it kills what still runs. */
export interface Pty extends AsyncDisposable {
  /** Types, as bytes that a terminal would send. */
  type(text: string): Promise<void>;
  /** All that was written so far, without control sequences. */
  text(): string;
  /** All that was written so far, as it came. */
  raw(): string;
  /** Waits until what was written since the last call matches; gives up when the command has ended. */
  until(pattern: RegExp): Promise<void>;
  /** The exit code, once it has ended. */
  ended: Promise<number>;
}

/** Python's pty module makes the terminal: there is none in Deno. It gives back the command's exit code. */
const RELAY = `
import fcntl, os, pty, select, struct, sys, termios
columns, rows = int(sys.argv[1]), int(sys.argv[2])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
feeding = [fd, 0]
while True:
    ready, _, _ = select.select(feeding, [], [])
    if 0 in ready:
        data = os.read(0, 65536)
        if data: os.write(fd, data)
        else: feeding = [fd]
    if fd in ready:
        try: data = os.read(fd, 65536)
        except OSError: break
        if not data: break
        os.write(1, data)
_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
`;

/** A terminal that is silent for this long has nothing more to say: the test ends instead of hanging. */
const LATEST_MS = 30_000;

/** Whether a pseudo-terminal can be had here. */
export const hasPty = Deno.build.os !== "windows" &&
  await new Deno.Command("python3", { args: ["-c", "import pty"], stdout: "null", stderr: "null" }).output()
    .then(({ success }) => success, () => false);

/** Runs a command line on a terminal of this size. */
export function startPty(
  command: readonly string[],
  { columns = 100, rows = 30, env, cwd }: {
    columns?: number;
    rows?: number;
    env: Record<string, string>;
    cwd: string;
  },
): Pty {
  const child = new Deno.Command("python3", {
    args: ["-c", RELAY, String(columns), String(rows), ...command],
    env: { TERM: "xterm-256color", ...env },
    clearEnv: true,
    cwd,
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  let output = "";
  let seen = 0;
  let over = false;
  let changed = Promise.withResolvers<void>();
  const reading = (async () => {
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      output += text;
      changed.resolve();
      changed = Promise.withResolvers();
    }
    over = true;
    changed.resolve();
  })();
  return {
    async type(text) {
      await writer.write(new TextEncoder().encode(text));
    },
    text: () => stripVTControlCharacters(output).replaceAll("\r", ""),
    raw: () => output,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(stripVTControlCharacters(output.slice(seen)).replaceAll("\r", ""));
        if (match) {
          seen = output.length;
          return;
        }
        if (over) throw new Error(`It ended without ${pattern}:\n${stripVTControlCharacters(output)}`);
        const late = Promise.withResolvers<never>();
        const timer = setTimeout(
          () => late.reject(new Error(`It never said ${pattern}:\n${output}`)),
          LATEST_MS,
        );
        await Promise.race([changed.promise, late.promise]).finally(() => clearTimeout(timer));
      }
    },
    ended: child.status.then(({ code }) => code),
    async [Symbol.asyncDispose]() {
      await writer.close().catch(() => {});
      if (!over) child.kill("SIGKILL");
      await reading;
      await child.status;
    },
  };
}
