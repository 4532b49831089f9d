import { MorganError } from "../lib/errors.ts";
import { note } from "./terminal/output.ts";

/** Wait for piped input after which the user is told what is being waited for. */
const PATIENCE_MS = 1_000;

/** Longest text of a question. */
const MOST_CHARACTERS = 100_000;

/**
 * The text of a command: its words, joined with what is piped in (`cat x | morgan query "explain"`). A terminal is never
 * waited for. Throws `usage` when there is neither, and `too_large` for more than a question may have.
 */
export async function readQuestion(words: readonly string[]): Promise<string> {
  const typed = words.join(" ").trim();
  const piped = await pipedText();
  const text = [typed, piped].filter(Boolean).join("\n\n");
  if (text.length > MOST_CHARACTERS) {
    const [has, most] = [text.length, MOST_CHARACTERS].map((count) => count.toLocaleString("en"));
    throw new MorganError("too_large", `The question has ${has} characters; at most ${most} are taken.`, {
      hint: "Let Morgan read the long text (`morgan ingest FILE`), and ask about it.",
    });
  }
  if (text) return text;
  throw new MorganError("usage", "There is no question.", {
    hint: 'Give it as an argument, such as morgan query "What is …?", or pipe it in.',
  });
}

/** What is piped in, or nothing where stdin is a terminal, closed or a device. */
async function pipedText(): Promise<string> {
  if (Deno.stdin.isTerminal()) return "";
  const info = await Deno.stat("/dev/stdin").catch(() => null);
  if (info && !info.isFile && !info.isFifo && !info.isSocket) return "";
  const timer = setTimeout(
    () => note("Reading standard input; end it with Ctrl-D, or use < /dev/null."),
    PATIENCE_MS,
  );
  try {
    return (await new Response(Deno.stdin.readable).text()).trim();
  } finally {
    clearTimeout(timer);
  }
}
