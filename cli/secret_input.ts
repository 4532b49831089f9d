import process from "node:process";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { MorganError } from "../lib/errors.ts";
import { writeError } from "./terminal/output.ts";

/** A setting's value from standard input: what is piped in, or one line typed on a terminal, which does not show it. */
export async function readValue(key: string, signal: AbortSignal): Promise<string> {
  const text = Deno.stdin.isTerminal()
    ? await typed(key, signal)
    : await new Response(Deno.stdin.readable).text();
  const value = text.trim();
  if (value !== "") return value;
  throw new MorganError("usage", `Standard input holds no value for ${key}.`, {
    hint: `Pipe it in, such as: morgan config set ${key} - < FILE`,
  });
}

function typed(key: string, signal: AbortSignal): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  writeError(`Value of ${key}? Not shown while you type: `);
  return new Promise((resolve, reject) => {
    const stop = () => {
      terminal.close();
      writeError("\n");
    };
    terminal.on("line", (line) => (stop(), resolve(line)));
    const cancel = () => (stop(), reject(new MorganError("cancelled", "Nothing was changed.")));
    // In this mode Ctrl-C reaches the reader of lines, not the process.
    terminal.on("SIGINT", cancel);
    signal.addEventListener("abort", cancel, { once: true });
  });
}
