import { linkedAbort } from "../../lib/abort.ts";
import { toMorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { VERSION } from "../../lib/version.ts";
import { logError } from "../cli_log.ts";
import { EXIT } from "../exit.ts";
import { tintOf } from "../mood/tint.ts";
import { note, paint, printError, writeLine } from "../terminal/output.ts";
import { showAnswer } from "./answer.ts";
import { type ChatState, completeCommand, isCommand, runCommand } from "./commands.ts";
import { currentClient, openConversation } from "./conversation.ts";
import { type Answered, askForMessage } from "./editor/prompt.ts";
import { shortId } from "./format.ts";
import { openSentHistory, type SentHistory } from "./history.ts";
import { chooseSession } from "./picker.ts";
import { findSession } from "./session_id.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { showLastTurns } from "./turns.ts";

interface ScreenOptions {
  first: string | undefined;
  /** The session to go on with; `true`: the user chooses one. */
  resume: string | true | undefined;
  quiet: boolean;
}

/** A chat on a terminal. Returns the exit code. */
export async function runTerminal(
  state: ChatState,
  { first, resume, quiet }: ScreenOptions,
  signal: AbortSignal,
): Promise<number> {
  const sent = await openSentHistory(homePaths(Deno.env.toObject()).root);
  using terminal = openTerminal();
  if (!quiet) note(`Morgan ${VERSION}. /help lists the commands, Ctrl-D leaves.`);
  // Nobody should wait for the server before they can write; where it cannot start, writing is in vain.
  using failed = linkedAbort(signal);
  const ready = currentClient(signal);
  ready.catch((error) => failed.abort(error));
  if (resume !== undefined && await goOn(terminal, state, resume, signal) === "leave") return EXIT.ok;
  let warned = false;
  const leave = (code: number) => {
    const { last, session_id } = state.conversation;
    if (last && !quiet) note(`Go on with it: morgan chat --resume ${shortId(session_id)}`);
    return code;
  };
  for (let next = first;; next = undefined) {
    const answered = next === undefined
      ? await ask(terminal, state, sent, failed.signal)
      : { then: "send" as const, text: next, sent() {} };
    if (signal.aborted) return leave(EXIT.interrupted);
    failed.signal.throwIfAborted();
    if (answered.then === "leave") return leave(EXIT.ok);
    if (answered.then === "interrupt") {
      if (warned) return leave(EXIT.interrupted);
      warned = true;
      note("Press Ctrl-C again to leave.");
      continue;
    }
    warned = false;
    const { text } = answered;
    try {
      await sent.add(text);
      using stop = linkedAbort(signal);
      using _interrupt = terminal.onInterrupt(() => stop.abort());
      if (isCommand(text)) {
        if (await runCommand(state, text, stop.signal) === "leave") return leave(EXIT.ok);
        writeLine();
      } else {
        await showAnswer(terminal, state, text, { ready, sent: answered.sent }, stop.signal);
      }
    } catch (error) {
      if (signal.aborted) return leave(EXIT.interrupted);
      failed.signal.throwIfAborted();
      const known = toMorganError(error);
      if (known.code === "cancelled") note("(stopped)");
      else {
        await logError(["chat"], known);
        printError(known, false);
      }
      writeLine();
    }
  }
}

function ask(
  terminal: Terminal,
  { coloured, feeling }: ChatState,
  sent: SentHistory,
  signal: AbortSignal,
): Promise<Answered> {
  const tint = tintOf(feeling);
  const mark = (text: string) => paint(coloured ? tint ? ["bold", tint] : "bold" : ["bold", "green"], text);
  return askForMessage(terminal, { history: sent.entries, complete: completeCommand, mark, signal });
}

/** Puts the wanted session in the place of a new one, and shows its last turns. */
async function goOn(
  terminal: Terminal,
  state: ChatState,
  resume: string | true,
  signal: AbortSignal,
): Promise<"leave" | void> {
  const client = await currentClient(signal);
  const id = resume === true
    ? await chooseSession(terminal, client, signal)
    : await findSession(client, resume, signal);
  if (id === undefined) return "leave";
  const last = await showLastTurns(client, id, signal);
  writeLine();
  state.conversation = openConversation(state.settings, { session_id: id, last });
  state.feeling = undefined;
}
