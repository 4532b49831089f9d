import type { Conversation, Recalled } from "../../services/core/conversation/contract.ts";
import { paint, terminalWidth } from "../terminal/output.ts";
import { clean } from "../terminal/clean.ts";
import { wrap } from "../terminal/wrap.ts";

/** A moment as people read it, in their own time zone. */
export function when(iso: string): string {
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${
    two(date.getMinutes())
  }`;
}

/** Conversations a line each, with what was found in them; numbered where a number can be chosen. */
export function formatConversations(conversations: readonly Conversation[], numbered: boolean): string {
  const width = terminalWidth();
  return conversations.map(({ session_id, title, messages, updated_at, matches, kind }, i) => {
    const head = numbered ? `${String(i + 1).padStart(3)}  ` : `${session_id}  `;
    const tail = `  ${messages} messages${kind === "query" ? ", one-time" : ""}`;
    const room = Math.max(16, width - head.length - 18 - tail.length);
    const shown = [...clean(title)].length > room
      ? `${[...clean(title)].slice(0, room - 1).join("")}…`
      : clean(title);
    const line = `${paint("cyan", head)}${when(updated_at)}  ${shown}${paint("dim", tail)}`;
    const found = (matches ?? []).map(({ role, date, text }) =>
      paint(
        "dim",
        wrap(`${when(date)} ${role === "user" ? "you" : "Morgan"}: ${shorten(clean(text))}`, "     "),
      )
    );
    return [line, ...found].join("\n");
  }).join("\n");
}

/** Earlier turns that an answer drew on. */
export function formatRecalled(recalled: readonly Recalled[]): string {
  const lines = recalled.map(({ role, date, text }) =>
    wrap(`${when(date)}, ${role === "user" ? "you" : "Morgan"}: “${shorten(clean(text))}”`, "  ")
  );
  return [paint("bold", "From what was said"), ...lines.map((line) => paint("dim", line))].join("\n");
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length <= 200 ? flat : `${flat.slice(0, 199)}…`;
}
