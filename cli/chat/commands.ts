import { nearest } from "../../lib/config/nearest.ts";
import { MorganError } from "../../lib/errors.ts";
import type { Feeling } from "../../services/emotion/contract.ts";
import { clean } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { formatSources } from "../terminal/sources.ts";
import { note, paint, writeLine } from "../terminal/output.ts";
import { wrap } from "../terminal/wrap.ts";
import { type AskSettings, type Conversation, currentClient, openConversation } from "./conversation.ts";
import { formatConversations, formatRecalled } from "./format.ts";
import { memory, MEMORY_WORDS, mood } from "./personal.ts";
import { showSurroundings } from "./surroundings.ts";
import { showLastTurns } from "./turns.ts";

/** What a command works on; it may put another conversation in its place. */
export interface ChatState {
  conversation: Conversation;
  settings: AskSettings;
  /** Session ids as `/sessions` numbered them. */
  listed: string[];
  /** What answers lack is said once, not under each; what the user asked for not at all. */
  told: Set<string>;
  /** Whether the prompt shows the mood by its colour. */
  coloured: boolean;
  /** What the last answered message showed of how the user feels. */
  feeling: Feeling | undefined;
}

interface Command {
  usage: string;
  does: string;
  /** Words that may follow it, for Tab. */
  words?: readonly string[];
  run(state: ChatState, argument: string, signal: AbortSignal): Promise<"leave" | void>;
}

const COMMANDS: Record<string, Command> = {
  "/help": { usage: "/help", does: "this list", run: () => Promise.resolve(writeLine(helpText())) },
  "/sources": {
    usage: "/sources [N]",
    does: "the sources of the last answer; with a number, that passage in its surroundings",
    run: sources,
  },
  "/feedback": { usage: "/feedback 1-5 [COMMENT]", does: "rate the last answer", run: feedback },
  "/new": {
    usage: "/new",
    does: "start another conversation",
    run(state) {
      state.conversation = openConversation(state.settings);
      state.feeling = undefined;
      note("A new conversation.");
      return Promise.resolve();
    },
  },
  "/sessions": {
    usage: "/sessions [N|WORDS]",
    does: "your conversations; with a number, go on with that one; with words, search them",
    run: sessions,
  },
  "/mood": {
    usage: "/mood",
    does: "how you felt in the last days (more: morgan mood)",
    run: (_state, _argument, signal) => mood(signal),
  },
  "/memory": {
    usage: "/memory [WORDS]",
    does: "what is remembered of you; /memory forget ID forgets it, /memory undo ID takes that back",
    words: MEMORY_WORDS,
    run: (_state, argument, signal) => memory(argument, signal),
  },
  "/exit": {
    usage: "/exit",
    does: "leave (also /quit, Ctrl-D)",
    run: () => Promise.resolve("leave" as const),
  },
};
const ALIASES: Record<string, string> = { "/quit": "/exit", "/?": "/help" };

/** True for a line that is a command; a path such as `/etc/hosts is what?` is none. */
export function isCommand(text: string): boolean {
  return /^\/[a-z?]*(\s|$)/i.test(text) && !text.includes("\n");
}

/** Runs a command. Throws `usage`, naming the nearest, for one that is not there. */
export async function runCommand(
  state: ChatState,
  line: string,
  signal: AbortSignal,
): Promise<"leave" | void> {
  const [typed = "", ...rest] = line.trim().split(/\s+/);
  const word = typed.toLowerCase();
  const command = COMMANDS[ALIASES[word] ?? word];
  if (!command) {
    const near = nearest(word, names());
    throw new MorganError("usage", `There is no command ${typed}.`, {
      hint: near ? `Did you mean ${near}?` : "/help lists them.",
    });
  }
  return await command.run(state, rest.join(" "), signal);
}

/** What Tab makes of the beginning of a command. */
export function completeCommand(text: string): string | undefined {
  const [word = "", ...rest] = text.split(" ");
  const command = COMMANDS[word];
  const all = rest.length === 1 && command ? command.words?.map((next) => `${word} ${next}`) ?? [] : names();
  const fitting = all.filter((name) => text.length > 1 && name.startsWith(text));
  return fitting.length === 1 ? `${fitting[0]} ` : undefined;
}

function names(): string[] {
  return [...Object.keys(COMMANDS), ...Object.keys(ALIASES)];
}

const KEYS: Record<string, string> = {
  "Enter": "sends; Alt-Enter, Ctrl-J or a \\ at the end begins another line; pasted lines stay one message",
  "Up, Down": "through what you sent; Ctrl-A, Ctrl-E, Ctrl-W, Ctrl-K and Ctrl-Y as in a shell",
  "Tab": "completes a command",
  "Ctrl-C": "stops an answer, clears what is written, and twice leaves",
};

function helpText(): string {
  const commands = Object.values(COMMANDS).map(({ usage, does }) => [usage, does] as const);
  const keys = Object.entries(KEYS);
  const width = Math.max(...[...commands, ...keys].map(([name]) => name.length));
  const row = ([name, does]: readonly [string, string]) =>
    `  ${name.padEnd(width)}  ${wrap(does, " ".repeat(width + 4)).trimStart()}`;
  return [paint("bold", "Commands"), ...commands.map(row), paint("bold", "Keys"), ...keys.map(row)].join(
    "\n",
  );
}

async function sources(
  { conversation }: ChatState,
  argument: string,
  signal: AbortSignal,
): Promise<void> {
  const { sources = [], recalled = [] } = conversation.last ?? {};
  if (sources.length === 0 && recalled.length === 0) return note("The last answer has no sources.");
  if (argument === "") {
    if (sources.length > 0) writeLine(formatSources(sources));
    if (recalled.length > 0) writeLine(formatRecalled(recalled));
    return;
  }
  const source = sources.find(({ n }) => String(n) === argument);
  if (!source) {
    throw new MorganError("usage", `There is no source ${argument}.`, {
      hint: sources.length > 0
        ? `The last answer has ${sources.map(({ n }) => n).join(", ")}.`
        : "The last answer has none.",
    });
  }
  await showSurroundings(await currentClient(signal), source, signal);
}

async function feedback(
  { conversation }: ChatState,
  argument: string,
  signal: AbortSignal,
): Promise<void> {
  const [, digit, comment = ""] = /^([1-5])(?:\s+(.*))?$/s.exec(argument) ?? [];
  if (!digit) {
    throw new MorganError(
      "usage",
      "Feedback is a number from 1 (bad) to 5 (good), and a comment if you like.",
      {
        hint: "Such as /feedback 2 too long",
      },
    );
  }
  const { changed, degraded = [] } = await conversation.rate(
    Number(digit),
    comment.trim() || undefined,
    signal,
  );
  note(`Thank you: ${digit} of 5 for the last answer.`);
  for (const change of changed) note(`Changed: ${clean(change)}`);
  explainDegraded(degraded, undefined);
}

async function sessions(state: ChatState, argument: string, signal: AbortSignal): Promise<void> {
  const client = await currentClient(signal);
  if (/^\d+$/.test(argument)) {
    const id = state.listed[Number(argument) - 1];
    if (!id) {
      throw new MorganError("usage", `There is no conversation ${argument} in the list.`, {
        hint: "/sessions lists them.",
      });
    }
    const last = await showLastTurns(client, id, signal);
    state.conversation = openConversation(state.settings, { session_id: id, last });
    state.feeling = undefined;
    return;
  }
  const query = argument === "" ? {} : { query: argument };
  const { conversations } = await client.conversations({ kind: "chat", limit: 20, ...query }, signal);
  if (conversations.length === 0) {
    return note(argument ? "Nothing was found." : "There are no conversations yet.");
  }
  state.listed = conversations.map(({ session_id }) => session_id);
  writeLine(formatConversations(conversations, true));
  note("/sessions N goes on with one of them.");
}
