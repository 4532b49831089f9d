/** What a person did at the keyboard. */
export type Key =
  | { type: "text"; text: string }
  /** Text that the terminal pasted, its lines ending in `\n`. */
  | { type: "paste"; text: string }
  | { type: "key"; name: KeyName };

export type KeyName =
  | "enter"
  | "newline"
  | "tab"
  | "backspace"
  | "delete"
  | "left"
  | "right"
  | "up"
  | "down"
  | "home"
  | "end"
  | "word-left"
  | "word-right"
  | "delete-word"
  | "delete-word-after"
  | "delete-to-start"
  | "delete-to-end"
  | "yank"
  | "clear"
  | "previous"
  | "next"
  | "interrupt"
  | "suspend"
  | "escape"
  | "end-of-input";

const CONTROL: Record<string, KeyName> = {
  "\r": "enter",
  "\n": "newline",
  "\t": "tab",
  "\x7f": "backspace",
  "\b": "backspace",
  "\x01": "home",
  "\x02": "left",
  "\x03": "interrupt",
  "\x04": "end-of-input",
  "\x05": "end",
  "\x06": "right",
  "\x0b": "delete-to-end",
  "\x0c": "clear",
  "\x0e": "next",
  "\x10": "previous",
  "\x15": "delete-to-start",
  "\x17": "delete-word",
  "\x19": "yank",
  "\x1a": "suspend",
};

/** What follows ESC, as xterm and those that imitate it send it (invisible-island.net/xterm/ctlseqs). */
const SEQUENCES: Record<string, KeyName> = {
  "[A": "up",
  "[B": "down",
  "[C": "right",
  "[D": "left",
  "OA": "up",
  "OB": "down",
  "OC": "right",
  "OD": "left",
  "[H": "home",
  "[F": "end",
  "OH": "home",
  "OF": "end",
  "[1~": "home",
  "[4~": "end",
  "[7~": "home",
  "[8~": "end",
  "[3~": "delete",
  "[1;5C": "word-right",
  "[1;5D": "word-left",
  "[1;3C": "word-right",
  "[1;3D": "word-left",
  "[13;2u": "newline",
  "[27;2;13~": "newline",
  "b": "word-left",
  "f": "word-right",
  "d": "delete-word-after",
  "\r": "newline",
  "\n": "newline",
  "\x7f": "delete-word",
};

const PASTE_START = "\x1b[200~";
const PASTE_END = "\x1b[201~";

/**
 * Decodes what a terminal in raw mode sends; sequences and pastes may be cut anywhere between two calls. With `over`
 * nothing more is coming for now: an ESC that waits for the rest of a sequence is the key of that name.
 */
export function keyDecoder(): (input: string, over?: boolean) => Key[] {
  let rest = "";
  let paste: string | undefined;

  return function decode(input, over = false) {
    rest += input;
    const keys: Key[] = [];
    while (rest !== "") {
      if (paste !== undefined) {
        const end = rest.indexOf(PASTE_END);
        // The end mark may be cut: what could be its beginning waits.
        const kept = end === -1 ? keptBack(rest, PASTE_END) : 0;
        paste += end === -1 ? rest.slice(0, rest.length - kept) : rest.slice(0, end);
        rest = end === -1 ? rest.slice(rest.length - kept) : rest.slice(end + PASTE_END.length);
        if (end === -1) break;
        keys.push({ type: "paste", text: normalised(paste) });
        paste = undefined;
        continue;
      }
      if (rest.startsWith(PASTE_START)) {
        paste = "";
        rest = rest.slice(PASTE_START.length);
        continue;
      }
      if (rest.startsWith("\x1b\x1b")) {
        // Alt with a key that is a sequence itself: the key counts.
        rest = rest.slice(1);
        continue;
      }
      if (rest[0] === "\x1b") {
        // deno-lint-ignore no-control-regex
        const sequence = /^\x1b(\[[\d;?]*[A-Za-z~]|O[A-Za-z]|[^[O])/.exec(rest);
        if (!sequence) {
          if (!over || rest !== "\x1b") break;
          keys.push({ type: "key", name: "escape" });
          rest = "";
          continue;
        }
        const name = SEQUENCES[sequence[1] ?? ""];
        if (name) keys.push({ type: "key", name });
        rest = rest.slice(sequence[0].length);
        continue;
      }
      const name = CONTROL[rest[0] ?? ""];
      if (name) {
        keys.push({ type: "key", name });
        rest = rest.slice(1);
        continue;
      }
      // deno-lint-ignore no-control-regex
      const text = /^[^\x00-\x1f\x7f]+/.exec(rest)?.[0];
      if (text) keys.push({ type: "text", text });
      rest = rest.slice(text?.length ?? 1);
    }
    return keys;
  };
}

function keptBack(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}

function normalised(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
}
