import { toMorganError } from "../../lib/errors.ts";
import { EXIT, exitCode } from "../exit.ts";
import { clean } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { note, printError, writeJsonLine, writeLine } from "../terminal/output.ts";
import { formatSources } from "../terminal/sources.ts";
import { showSupport } from "../terminal/support.ts";
import { newLacks } from "./answer.ts";
import { type ChatState, isCommand, runCommand } from "./commands.ts";
import { formatRecalled } from "./format.ts";

/** Answers each line of stdin, plainly; an error concerns its line alone. Returns the code of the last error, if any. */
export async function runPiped(
  state: ChatState,
  { first, json, quiet }: { first: string | undefined; json: boolean; quiet: boolean },
  signal: AbortSignal,
): Promise<number> {
  let code: number = EXIT.ok;
  for await (const line of lines(first)) {
    const text = line.trim();
    if (text === "") continue;
    try {
      if (isCommand(text)) {
        if (await runCommand(state, text, signal) === "leave") break;
        continue;
      }
      const response = await state.conversation.ask(text, {}, signal);
      if (json) {
        writeJsonLine(response);
        continue;
      }
      writeLine(clean(response.answer));
      showSupport(response);
      const sources = response.sources.length > 0 ? response.sources : response.nearest ?? [];
      if (sources.length > 0) writeLine(`\n${formatSources(sources)}`);
      if (response.recalled) writeLine(`\n${formatRecalled(response.recalled)}`);
      writeLine();
      const news = newLacks(response, state.told);
      if (!quiet && (news.length > 0 || response.degraded.length === 0)) {
        explainDegraded(news, response.notice);
      }
    } catch (error) {
      if (signal.aborted) throw error;
      const known = toMorganError(error);
      printError(known, false);
      code = exitCode(known.code);
    }
  }
  return code;
}

async function* lines(first: string | undefined): AsyncGenerator<string> {
  if (first !== undefined) yield first;
  // Somebody types, but the answers go elsewhere (`morgan chat | tee log`): what is typed is read all the same.
  if (Deno.stdin.isTerminal()) {
    if (first !== undefined) return;
    note("Each line is a message; Ctrl-D ends.");
  }
  let rest = "";
  for await (const piece of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + piece).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  yield rest;
}
