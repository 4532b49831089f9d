import { MorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Conversation } from "../../services/core/conversation/contract.ts";
import { heightOf } from "../terminal/height.ts";
import { note } from "../terminal/output.ts";
import { own } from "../terminal/own.ts";
import type { Key } from "./editor/keys.ts";
import { formatChoices } from "./format.ts";
import type { Terminal } from "./terminal.ts";

/** Conversations that are offered. */
const OFFERED = 100;

/** What is being chosen from: those whose title holds what was typed, and which of them is marked. */
export interface Picking {
  readonly all: readonly Conversation[];
  readonly typed: string;
  readonly marked: number;
}

/** What a key led to. */
export type Picked =
  | { then: "go on"; picking: Picking }
  | { then: "take"; session_id: string }
  | { then: "leave" };

/** Those that fit what was typed. */
export function fitting({ all, typed }: Picking): Conversation[] {
  const words = typed.toLowerCase().split(/\s+/);
  return all.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}

/** What a key makes of a choice: arrows move, text narrows, Enter takes, Escape, Ctrl-C and Ctrl-D leave. */
export function pick(picking: Picking, key: Key): Picked {
  const found = fitting(picking);
  const go = (change: Partial<Picking>): Picked => ({ then: "go on", picking: { ...picking, ...change } });
  const move = (step: number) =>
    go({ marked: Math.min(Math.max(0, picking.marked + step), Math.max(0, found.length - 1)) });
  if (key.type !== "key") return go({ typed: picking.typed + key.text.replace(/\s+/g, " "), marked: 0 });
  switch (key.name) {
    case "up":
    case "previous":
      return move(-1);
    case "down":
    case "next":
    case "tab":
      return move(1);
    case "backspace":
      return go({ typed: [...picking.typed].slice(0, -1).join(""), marked: 0 });
    case "delete-to-start":
    case "delete-word":
      return go({ typed: "", marked: 0 });
    case "enter": {
      const chosen = found[picking.marked];
      return chosen ? { then: "take", session_id: chosen.session_id } : go({});
    }
    case "escape":
    case "interrupt":
    case "end-of-input":
      return { then: "leave" };
    default:
      return go({});
  }
}

/** Lets the user choose a conversation; `undefined` when they leave. Throws `not_found` when there is none. */
export async function chooseSession(
  terminal: Terminal,
  client: CoreClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { conversations: all } = await client.conversations({ kind: "chat", limit: OFFERED }, signal);
  if (all.length === 0) {
    throw new MorganError("not_found", "There is no conversation yet.", {
      hint: "Begin one with `morgan chat`.",
    });
  }
  let picking: Picking = { all, typed: "", marked: 0 };
  let drawn: string[] = [];
  const ended = Promise.withResolvers<string | undefined>();
  note("Which conversation? Up and Down choose, letters search, Enter goes on with it, Escape leaves.");
  const erase = () => {
    const rows = drawn.slice(0, -1).reduce((sum, line) => sum + heightOf(line, terminal.columns()), 0);
    return own(`${rows > 0 ? `\x1b[${rows}A` : ""}\r\x1b[J`);
  };
  const draw = () => {
    const room = Math.max(1, Math.min(10, terminal.rows() - 4));
    const lines = formatChoices(fitting(picking), picking.marked, room, terminal.columns() - 1);
    const next = [...lines, `  ${picking.typed}`];
    terminal.write(erase() + next.join("\r\n"));
    drawn = next;
  };
  const finish = (id: string | undefined) => {
    terminal.write(erase());
    ended.resolve(id);
  };
  using keys = terminal.listen((key) => {
    const picked = pick(picking, key);
    if (picked.then === "go on") {
      picking = picked.picking;
      return draw();
    }
    keys[Symbol.dispose]();
    finish(picked.then === "take" ? picked.session_id : undefined);
  });
  using _change = terminal.onChange((change) => {
    if (change !== "suspended") return draw();
    terminal.write(erase());
    drawn = [];
  });
  signal.addEventListener("abort", () => ended.resolve(undefined), { once: true });
  void terminal.closed.then(() => ended.resolve(undefined));
  draw();
  return await ended.promise;
}
