import { fileURLToPath } from "node:url";
import { isAbsolute, resolve } from "node:path";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = `${ROOT}cli/main.ts`;

/** What a command left behind. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** How a command is run. */
export interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** What is piped in. @default nothing, as from /dev/null */
  stdin?: string;
}

/** The command itself, as users run it, over a folder of its own. Disposing it stops the server and removes the folder. */
export interface CommandHome extends AsyncDisposable {
  root: string;
  /** A folder for the documents of the test. */
  files: string;
  morgan(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Runs and parses what `--json` prints; throws what stderr says when that is not exit code 0. */
  json(args: readonly string[], options?: RunOptions): Promise<Record<string, unknown>>;
  /** Starts it and lets it run. */
  spawn(args: readonly string[], options?: RunOptions): Deno.ChildProcess;
  /** The words that run it, and the environment that belongs to them, for whoever starts it in another way. */
  commandLine(args: readonly string[]): string[];
  environment(): Record<string, string>;
  /** Writes files below `files`, by their names. */
  write(files: Record<string, string | Uint8Array>): Promise<void>;
  /** `pid` and `url` of the running server. */
  server(): Promise<{ pid: number; url: string }>;
}

/** A command that has not ended by then hangs, and is killed: its test fails instead of waiting for ever. */
const LATEST_MS = 300_000;

/** Words alone are searched unless a test wants vectors: the server is up in half the time. */
const QUICK = { MORGAN_EMBEDDING_PROVIDER: "none" };

/** A fresh home for the command; `env` holds for each of its runs. */
export async function commandHome(env: Record<string, string> = QUICK, at?: string): Promise<CommandHome> {
  const folder = at ?? await Deno.makeTempDir({ prefix: "morgan-e2e-" });
  const root = `${folder}/home`;
  const files = `${folder}/files`;
  await Deno.mkdir(files, { recursive: true });

  function command(args: readonly string[], options: RunOptions, stdin: "piped" | "null"): Deno.Command {
    return new Deno.Command(Deno.execPath(), {
      args: home.commandLine(args).slice(1),
      cwd: options.cwd ?? files,
      env: { ...home.environment(), ...options.env },
      clearEnv: true,
      stdin,
      stdout: "piped",
      stderr: "piped",
    });
  }
  const home: CommandHome = {
    root,
    files,
    commandLine: (args) => [Deno.execPath(), "run", "-A", "--no-prompt", MAIN, ...args],
    environment: () => ({ ...environment(), MORGAN_HOME: root, ...env }),
    async morgan(args, options = {}) {
      const child = command(args, options, options.stdin === undefined ? "null" : "piped").spawn();
      const feeding = options.stdin === undefined
        ? undefined
        : new Blob([options.stdin]).stream().pipeTo(child.stdin).catch(() => {});
      const timer = setTimeout(() => child.kill("SIGKILL"), LATEST_MS);
      const { code, stdout, stderr } = await child.output().finally(() => clearTimeout(timer));
      await feeding;
      const decoder = new TextDecoder();
      return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
    },
    async json(args, options) {
      const { code, stdout, stderr } = await home.morgan([...args, "--json"], options);
      if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
    spawn: (args, options = {}) => command(args, options, "null").spawn(),
    async write(contents) {
      for (const [name, content] of Object.entries(contents)) {
        const path = `${files}/${name}`;
        await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
        await Deno.writeFile(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
      }
    },
    server: async () => JSON.parse(await Deno.readTextFile(`${root}/server.json`)),
    async [Symbol.asyncDispose]() {
      await home.morgan(["stop"]);
      await Deno.remove(folder, { recursive: true }).catch((error) => {
        if (!at) throw error;
      });
    },
  };
  return home;
}

/** The suite's own clock (libfaketime), zone and language hold for its commands too. */
const CLOCK = [
  "LD_PRELOAD",
  "FAKETIME",
  "FAKETIME_NO_CACHE",
  "FAKETIME_DONT_FAKE_MONOTONIC",
  "TZ",
  "LANG",
  "LC_ALL",
];

/** What a command needs of this process's environment; never a setting of the tester's own Morgan. */
function environment(): Record<string, string> {
  const kept = [
    ...["PATH", "HOME", "DENO_DIR", "LD_LIBRARY_PATH", "TMPDIR", "SystemRoot", "TEMP", "USERPROFILE"],
    ...CLOCK,
  ];
  const coverage = Deno.env.get("DENO_COVERAGE_DIR");
  return {
    // A test asks nobody whether there is a newer Deno.
    DENO_NO_UPDATE_CHECK: "1",
    ...Object.fromEntries(kept.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    })),
    ...(coverage ? { DENO_COVERAGE_DIR: isAbsolute(coverage) ? coverage : resolve(ROOT, coverage) } : {}),
  };
}

/** An error's two lines: what failed, then what to do. */
export function twoLines(stderr: string): [what: string, next: string] {
  const lines = stderr.trimEnd().split("\n");
  if (lines.length !== 2 || !lines[0]?.startsWith("morgan: ") || !lines[1]?.startsWith("  → ")) {
    throw new Error(`Not an error of two lines:\n${stderr}`);
  }
  return [lines[0].slice("morgan: ".length), lines[1].slice("  → ".length)];
}
