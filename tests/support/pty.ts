import { stripVTControlCharacters } from "node:util";

/** A command on a pseudo-terminal. Disposing it kills what still runs. */
export interface Pty extends AsyncDisposable {
  /** Types, as bytes that a terminal would send. */
  type(text: string): Promise<void>;
  /** Makes the window so many columns wide. */
  resize(columns: number): Promise<void>;
  /** Sends the command a signal, by its number. */
  signal(number: number): Promise<void>;
  /** All that was written so far, without control sequences. */
  text(): string;
  /** All that was written so far, as it came. */
  raw(): string;
  /** Waits until what was written since the last call matches, so many times; gives up when the command has ended. */
  until(pattern: RegExp, times?: number): Promise<void>;
  /** The exit code, once it has ended. */
  ended: Promise<number>;
  /** Resolves when all that it wrote has been read. */
  closed: Promise<void>;
}

/**
 * Python's pty module makes the terminal: there is none in Deno. It gives back the command's exit code. What it is fed is
 * typed, but for messages of its own (APC, which no keyboard sends) that change the width of the window or signal the command.
 */
const RELAY = `
import fcntl, os, pty, re, select, struct, sys, termios
columns, rows = int(sys.argv[1]), int(sys.argv[2])
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[3], sys.argv[3:])
def resize(columns): fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
resize(columns)
feeding = [fd, 0]
while True:
    ready, _, _ = select.select(feeding, [], [])
    if 0 in ready:
        data = os.read(0, 65536)
        width = re.fullmatch(rb"\\x1b_([0-9]+)\\x1b\\\\", data)
        signal = re.fullmatch(rb"\\x1b_s([0-9]+)\\x1b\\\\", data)
        if width: resize(int(width[1]))
        elif signal: os.kill(pid, int(signal[1]))
        elif data: os.write(fd, data)
        else: feeding = [fd]
    if fd in ready:
        try: data = os.read(fd, 65536)
        except OSError: break
        if not data: break
        os.write(1, data)
_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) & 255)
`;

/** What has not come by then will not come: the test ends instead of hanging. */
const LATEST_MS = 60_000;

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
  const tail = () => plain(output).slice(-4000);
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
    async resize(columns) {
      await writer.write(new TextEncoder().encode(`\x1b_${columns}\x1b\\`));
    },
    async signal(number) {
      await writer.write(new TextEncoder().encode(`\x1b_s${number}\x1b\\`));
    },
    text: () => plain(output),
    raw: () => output,
    async until(pattern, times = 1) {
      const every = new RegExp(pattern, `${pattern.flags.replace("g", "")}g`);
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(
        () => late.reject(new Error(`It never said ${pattern}:\n${tail()}`)),
        LATEST_MS,
      );
      try {
        for (;;) {
          if ((plain(output.slice(seen)).match(every) ?? []).length >= times) break;
          if (over) throw new Error(`It ended without ${pattern}:\n${tail()}`);
          await Promise.race([changed.promise, late.promise]);
        }
        seen = output.length;
      } finally {
        clearTimeout(timer);
      }
    },
    ended: child.status.then(({ code }) => code),
    closed: reading,
    async [Symbol.asyncDispose]() {
      await writer.close().catch(() => {});
      if (!over) child.kill("SIGKILL");
      await reading;
      await child.status;
    },
  };
}

function plain(output: string): string {
  return stripVTControlCharacters(output).replaceAll("\r", "");
}
