/**
 * `deno task start`: reads the handbook as a sample of documents, asks it one question, and on a terminal takes more. All of it
 * lies in a folder of its own that is gone afterwards, so that the handbook never answers for the user's documents.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { selfCommand } from "../cli/local_server.ts";
import { note, paint, writeLine } from "../cli/terminal/output.ts";

const HANDBOOK = "handbook";
const QUESTION = "What happens when my documents do not hold the answer?";

const home = await Deno.makeTempDir({ prefix: "morgan-start-" });

/** Runs `morgan` as a user would, and shows what is run. Returns its exit code. */
async function morgan(...args: string[]): Promise<number> {
  const shown = args.filter((arg) => arg !== "--").map((arg) => /\s/.test(arg) ? JSON.stringify(arg) : arg)
    .join(" ");
  writeLine(paint("dim", `$ morgan ${shown}`));
  // Ctrl-C goes to the command as well, which stops its answer; this program goes on.
  const stay = () => {};
  Deno.addSignalListener("SIGINT", stay);
  try {
    const { code } = await command(args).spawn().status;
    return code;
  } finally {
    Deno.removeSignalListener("SIGINT", stay);
  }
}

function command(args: string[], stdout: "inherit" | "null" = "inherit"): Deno.Command {
  const env = { MORGAN_HOME: home };
  return new Deno.Command(Deno.execPath(), { args: [...selfCommand(), ...args], env, stdin: "null", stdout });
}

/** Ends the server of the demonstration and removes its folder. */
async function leave(): Promise<void> {
  await command(["stop"], "null").output();
  await Deno.remove(home, { recursive: true });
}

/** One line from the terminal, or null after Ctrl-D or Ctrl-C. */
function readLine(history: string[]): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "\n? ", history });
  return new Promise((resolve) => {
    let answer: string | null = null;
    lines.on("line", (line) => {
      answer = line;
      lines.close();
    });
    lines.on("close", () => resolve(answer));
    lines.prompt();
  });
}

/** Takes questions until an empty line, Ctrl-D or Ctrl-C. */
async function converse(): Promise<void> {
  note("\nAsk more about Morgan; an empty line or Ctrl-D ends.");
  const history: string[] = [];
  for (;;) {
    const question = (await readLine(history))?.trim();
    if (!question) break;
    history.unshift(question);
    await morgan("query", "--", question);
  }
  writeLine();
}

async function demonstrate(): Promise<number> {
  const failed = await morgan("ingest", HANDBOOK);
  if (failed !== 0) return failed;
  writeLine();
  const code = await morgan("query", QUESTION, "--under", HANDBOOK);
  if (code !== 0) return code;
  if (Deno.stdin.isTerminal() && Deno.stdout.isTerminal()) await converse();
  const task = `npx -y deno@${Deno.version.deno} task morgan`;
  note(`
Your own documents:  ${task} ingest FOLDER
                     ${task} query "…"
The handbook was read for this demonstration only; your own folder of Morgan's is as it was.`);
  return 0;
}

if (import.meta.main) {
  Deno.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const code = await demonstrate().finally(leave);
  Deno.exit(code);
}
