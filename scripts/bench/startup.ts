/** Start-up times beside `deno eval ''`: `deno task bench:startup [--runs 15]`. Uses a Morgan of its own. */
import { parseArgs } from "node:util";
import { hasPty, startPty } from "../../tests/support/pty.ts";
import { selfCommand } from "../../cli/local_server.ts";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: { runs: { type: "string", default: "15" } },
});
const home = await Deno.makeTempDir({ prefix: "morgan-startup-" });
const note = `${home}/note.md`;
await Deno.writeTextFile(note, "The rent is due on the third of each month.\n");
const env = { MORGAN_HOME: `${home}/home`, NO_COLOR: "1" };

async function run(args: string[]): Promise<number> {
  const started = performance.now();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), { args, env, stdin: "null" }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return performance.now() - started;
}
/** Until `morgan chat` takes a first message. */
async function chat(): Promise<number> {
  const started = performance.now();
  await using terminal = startPty([Deno.execPath(), ...morgan("chat")], {
    env: { ...Deno.env.toObject(), ...env },
    cwd: home,
  });
  await terminal.until(/› $/);
  return performance.now() - started;
}
const morgan = (...args: string[]) => [...selfCommand(), ...args];

try {
  const first = await run(morgan("ingest", note));
  await run(morgan("stop"));
  const second = await run(morgan("status"));
  const commands = {
    "deno eval ''": ["eval", ""],
    "morgan --version": morgan("--version"),
    "morgan --help": morgan("--help"),
    "morgan search (server runs)": morgan("search", "rent"),
    "morgan query (server runs)": morgan("query", "When is the rent due?"),
  };
  const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
  const chats: number[] = [];
  if (hasPty) times.set("morgan chat to its prompt (server runs)", chats);
  for (let i = 0; i < Number(values.runs); i++) {
    for (const [name, args] of Object.entries(commands)) times.get(name)?.push(await run(args));
    if (hasPty) chats.push(await chat());
  }
  console.log("command".padEnd(44), "median ms".padStart(10), "p95 ms".padStart(10));
  console.log("first command ever (ingest of one note)".padEnd(44), first.toFixed(0).padStart(10));
  console.log("first command after a stop (status)".padEnd(44), second.toFixed(0).padStart(10));
  for (const [name, all] of times) {
    const sorted = all.sort((a, b) => a - b);
    const at = (q: number) => (sorted[Math.floor(q * (sorted.length - 1))] ?? NaN).toFixed(0).padStart(10);
    console.log(name.padEnd(44), at(0.5), at(0.95));
  }
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: morgan("status", "--json"), env })
    .output();
  const [host] = JSON.parse(new TextDecoder().decode(stdout)).hosts;
  console.log(
    "resident memory of the idle server".padEnd(44),
    `${(host.process_bytes / 1e6).toFixed(0)} MB`.padStart(10),
  );
} finally {
  await run(morgan("stop"));
  await Deno.remove(home, { recursive: true });
}
