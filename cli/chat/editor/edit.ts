import {
  after,
  before,
  type Buffer,
  insert,
  lineEnd,
  lineStart,
  moveTo,
  removeTo,
  vertical,
  wordAfter,
  wordBefore,
} from "./buffer.ts";
import type { Key } from "./keys.ts";

/** What is being written: the text, what was cut last, and the place in the history of what was sent. */
export interface Draft {
  buffer: Buffer;
  cut: string;
  /** Earlier messages, oldest first. */
  history: readonly string[];
  /** Index in `history`; its length: the draft itself. */
  at: number;
  /** The draft, while an earlier message is looked at. */
  own: string;
}

/** What a key led to. */
export type Edited =
  | { then: "go on"; draft: Draft }
  | { then: "send"; text: string }
  | { then: "interrupt" }
  | { then: "leave" }
  | { then: "clear screen" };

export function newDraft(history: readonly string[]): Draft {
  return { buffer: { text: "", cursor: 0 }, cut: "", history, at: history.length, own: "" };
}

/** What a key makes of a draft. `complete` gives what Tab puts in place of a text. */
export function edit(draft: Draft, key: Key, complete: (text: string) => string | undefined): Edited {
  const { buffer } = draft;
  const set = (buffer: Buffer, more: Partial<Draft> = {}): Edited => ({
    then: "go on",
    draft: { ...draft, ...more, buffer },
  });
  const cut = (to: number) => {
    const [start, end] = to < buffer.cursor ? [to, buffer.cursor] : [buffer.cursor, to];
    return set(removeTo(buffer, to), end > start ? { cut: buffer.text.slice(start, end) } : {});
  };
  if (key.type !== "key") return set(insert(buffer, key.text));
  switch (key.name) {
    case "enter":
      // A backslash at the end asks for another line, as in a shell.
      if (buffer.text.endsWith("\\") && buffer.cursor === buffer.text.length) {
        return set(insert(removeTo(buffer, buffer.cursor - 1), "\n"));
      }
      return buffer.text.trim() === "" ? set({ text: "", cursor: 0 }) : { then: "send", text: buffer.text };
    case "newline":
      return set(insert(buffer, "\n"));
    case "tab": {
      const completed = complete(buffer.text);
      return completed === undefined ? set(buffer) : set({ text: completed, cursor: completed.length });
    }
    case "backspace":
      return set(removeTo(buffer, before(buffer)));
    case "delete":
      return set(removeTo(buffer, after(buffer)));
    case "left":
      return set(moveTo(buffer, before(buffer)));
    case "right":
      return set(moveTo(buffer, after(buffer)));
    case "home":
      return set(moveTo(buffer, lineStart(buffer)));
    case "end":
      return set(moveTo(buffer, lineEnd(buffer)));
    case "word-left":
      return set(moveTo(buffer, wordBefore(buffer)));
    case "word-right":
      return set(moveTo(buffer, wordAfter(buffer)));
    case "delete-word":
      return cut(wordBefore(buffer));
    case "delete-word-after":
      return cut(wordAfter(buffer));
    case "delete-to-start":
      return cut(lineStart(buffer));
    case "delete-to-end":
      return cut(lineEnd(buffer));
    case "yank":
      return set(insert(buffer, draft.cut));
    case "up":
    case "previous": {
      const above = key.name === "up" ? vertical(buffer, -1) : undefined;
      return above ? set(above) : recall(draft, -1);
    }
    case "down":
    case "next": {
      const below = key.name === "down" ? vertical(buffer, 1) : undefined;
      return below ? set(below) : recall(draft, 1);
    }
    case "clear":
      return { then: "clear screen" };
    case "interrupt":
      return buffer.text === "" ? { then: "interrupt" } : { then: "go on", draft: newDraft(draft.history) };
    case "end-of-input":
      return buffer.text === "" ? { then: "leave" } : set(removeTo(buffer, after(buffer)));
    case "escape":
    case "suspend":
      return set(buffer);
    default:
      key.name satisfies never;
      return set(buffer);
  }
}

/** An earlier message (-1) or a later one (1) in place of the draft, which comes back after the last. */
function recall(draft: Draft, step: -1 | 1): Edited {
  const at = draft.at + step;
  if (at < 0 || at > draft.history.length) return { then: "go on", draft };
  const own = draft.at === draft.history.length ? draft.buffer.text : draft.own;
  const text = at === draft.history.length ? own : draft.history[at] ?? "";
  return { then: "go on", draft: { ...draft, at, own, buffer: { text, cursor: text.length } } };
}
