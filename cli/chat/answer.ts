import type { TextResponse } from "../../services/core/contract.ts";
import { clean, pieceCleaner } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { markdownStream } from "../terminal/markdown/stream.ts";
import { note, paint, writeLine } from "../terminal/output.ts";
import { formatSources } from "../terminal/sources.ts";
import { wrap } from "../terminal/wrap.ts";
import type { ChatState } from "./commands.ts";
import { formatRecalled } from "./format.ts";
import type { Terminal } from "./terminal.ts";
import { spin } from "../terminal/spinner.ts";
import { showSupport } from "../terminal/support.ts";

/** What goes with a message on its way. */
export interface Sending {
  /** Settles when the server that was started with the chat is there. */
  ready: Promise<unknown>;
  /** Shows the message as sent. */
  sent(): void;
}

/** Sends a message and shows the answer while it comes, until the signal stops it. */
export async function showAnswer(
  terminal: Terminal,
  state: ChatState,
  text: string,
  { ready, sent }: Sending,
  signal: AbortSignal,
): Promise<void> {
  const { conversation, told } = state;
  let accepted = false;
  /** Some of the answer stands on the screen: a remark is set apart from it. */
  let begun = false;
  let stream = markdownStream(terminal);
  let pieces = pieceCleaner();
  let waiting: Disposable | undefined;
  const wait = (what: string | undefined) => {
    waiting?.[Symbol.dispose]();
    waiting = what === undefined ? undefined : spin(what, terminal.write);
  };
  wait("Starting Morgan…");
  ready.then(() => accepted || wait("Thinking…"), () => {});
  try {
    const response = await conversation.ask(text, {
      onAccepted() {
        wait(undefined);
        // A message that is sent again was marked before.
        if (!accepted) {
          sent();
          writeLine();
        }
        accepted = true;
        wait("Thinking…");
      },
      onText(piece) {
        wait(undefined);
        begun = true;
        stream.push(pieces.push(piece));
      },
      onRetry() {
        wait(undefined);
        stream.end();
        stream = markdownStream(terminal);
        pieces = pieceCleaner();
        if (begun) writeLine();
        note("Morgan's server went away; asking once more.");
        writeLine();
        begun = false;
        wait("Thinking…");
      },
    }, signal);
    wait(undefined);
    stream.push(pieces.end());
    stream.end();
    state.feeling = response.emotion;
    showSupport(response);
    showBeneath(response, told);
  } catch (error) {
    wait(undefined);
    stream.end();
    if (begun) writeLine();
    if (!signal.aborted) throw error;
    note(accepted ? "(stopped; what was said is kept)" : "(stopped before it was sent)");
    writeLine();
  }
}

/** What stands under an answer: its sources, what it recalled, what it lacks. */
function showBeneath(
  { sources, nearest, recalled, degraded, notice, query, answered }: TextResponse,
  told: Set<string>,
): void {
  if (sources.length > 0) writeLine(`\n${formatSources(sources)}`);
  if (nearest) writeLine(`\n${formatSources(nearest, "What the documents say")}`);
  if (recalled) writeLine(`\n${formatRecalled(recalled)}`);
  const searched = query && clean(query).replace(/\s+/g, " ");
  if (searched) writeLine(`\n${paint("dim", wrap(`Searched for: ${searched}`))}`);
  const news = newLacks({ degraded, answered }, told);
  if (news.length > 0 || (notice && degraded.length === 0)) {
    writeLine();
    explainDegraded(news, notice);
  }
  writeLine();
}

/** What is said of an answer itself, not of how Morgan is: each such answer tells it. */
const OF_ONE_ANSWER = "source_deleted";

/** In what an answer falls short that was not told before. Where nothing was found, no model was needed. */
export function newLacks(
  { degraded, answered }: Pick<TextResponse, "degraded" | "answered">,
  told: Set<string>,
): string[] {
  const news = degraded.filter((code) =>
    (code === OF_ONE_ANSWER || !told.has(code)) && (answered || !code.includes("llm"))
  );
  news.forEach((code) => told.add(code));
  return news;
}
