import { linkedAbort } from "../../lib/abort.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { VERSION } from "../../lib/version.ts";
import type { TextResponse } from "../../services/core/contract.ts";
import { logError } from "../cli_log.ts";
import { EXIT } from "../exit.ts";
import { clean } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { markdownStream } from "../terminal/markdown/stream.ts";
import { note, paint, printError, writeLine } from "../terminal/output.ts";
import { formatSources } from "../terminal/sources.ts";
import { spin } from "../terminal/spinner.ts";
import { wrap } from "../terminal/wrap.ts";
import { type ChatState, completeCommand, isCommand, runCommand } from "./commands.ts";
import { askForMessage } from "./editor/prompt.ts";
import { formatRecalled } from "./format.ts";
import { openSentHistory } from "./history.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { showLastTurns } from "./turns.ts";

interface ScreenOptions {
  first: string | undefined;
  resumed: boolean;
  quiet: boolean;
}

/** A chat on a terminal. Returns the exit code. */
export async function runTerminal(state: ChatState, options: ScreenOptions): Promise<number> {
  const sent = await openSentHistory(homePaths(Deno.env.toObject()).root);
  const client = await state.conversation.client();
  if (!options.quiet) note(`Morgan ${VERSION}. /help lists the commands, Ctrl-D leaves.`);
  if (options.resumed) await showLastTurns(client, state.conversation.session_id, state.signal);
  using terminal = openTerminal();
  /** What an answer lacks is said once, not under each. */
  const told = new Set<string>();
  let next = options.first;
  let warned = false;
  for (;;) {
    if (state.signal.aborted) return EXIT.interrupted;
    let sentMark = () => {};
    if (next === undefined) {
      const answered = await askForMessage(terminal, {
        history: sent.entries,
        complete: completeCommand,
        signal: state.signal,
      });
      if (answered.then === "leave") return state.signal.aborted ? EXIT.interrupted : EXIT.ok;
      if (answered.then === "interrupt") {
        if (warned) return EXIT.interrupted;
        warned = true;
        note("Press Ctrl-C again to leave.");
        continue;
      }
      next = answered.text;
      sentMark = answered.sent;
    }
    warned = false;
    const text = next;
    next = undefined;
    await sent.add(text);
    try {
      if (isCommand(text)) {
        if (await runCommand(state, text) === "leave") return EXIT.ok;
        writeLine();
      } else await answer(terminal, state, text, sentMark, told);
    } catch (error) {
      if (state.signal.aborted) return EXIT.interrupted;
      const known = toMorganError(error);
      await logError(["chat"], known);
      printError(known, false);
    }
  }
}

async function answer(
  terminal: Terminal,
  { conversation, signal }: ChatState,
  text: string,
  onSent: () => void,
  told: Set<string>,
): Promise<void> {
  using stop = linkedAbort(signal);
  using _keys = terminal.listen((key) => {
    if (key.type === "key" && key.name === "interrupt") stop.abort(new MorganError("cancelled", "Stopped."));
  });
  let waiting: Disposable | undefined;
  let stream = markdownStream(terminal);
  try {
    const response = await conversation.ask(text, {
      onAccepted() {
        onSent();
        waiting ??= spin("Thinking…", terminal.write);
      },
      onText(piece) {
        waiting?.[Symbol.dispose]();
        waiting = undefined;
        stream.push(clean(piece));
      },
      onRetry() {
        waiting?.[Symbol.dispose]();
        waiting = undefined;
        stream.end();
        stream = markdownStream(terminal);
        note("Morgan's server went away; it is started again.");
      },
    }, stop.signal);
    waiting?.[Symbol.dispose]();
    stream.end();
    showBeneath(response, told);
  } catch (error) {
    waiting?.[Symbol.dispose]();
    stream.end();
    if (signal.aborted || !stop.signal.aborted) throw error;
    note("(stopped; what was said is kept)");
  }
}

/** What stands under an answer: its sources, what it recalled, what it lacks. */
function showBeneath(
  { sources, nearest, recalled, degraded, notice, query }: TextResponse,
  told: Set<string>,
): void {
  if (sources.length > 0) writeLine(`\n${formatSources(sources)}`);
  if (nearest) writeLine(`\n${formatSources(nearest, "What the documents say")}`);
  if (recalled) writeLine(`\n${formatRecalled(recalled)}`);
  if (query) writeLine(paint("dim", wrap(`Understood as: ${clean(query)}`)));
  const news = degraded.filter((code) => !told.has(code));
  news.forEach((code) => told.add(code));
  if (news.length > 0 || (notice && degraded.length === 0)) explainDegraded(news, notice);
  writeLine();
}
