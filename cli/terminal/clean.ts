/** What ends a control string (ECMA-48, section 5.6): none of it stands within one. */
const STRING = String.raw`[^\x07\x18\x1a\x1b\x80-\x9f\n]*`;

/**
 * Control sequences (ECMA-48; invisible-island.net/xterm/ctlseqs), each whole: OSC, DCS, PM, APC, SOS and titles up to their end, CSI with its
 * parameters, escapes of two and more characters. Of a string that is never ended only the beginning goes: what follows is text.
 */
const SEQUENCES = String.raw`(?:\x1b[\]PX^_k]|[\x90\x98\x9d-\x9f])${STRING}(?:\x07|\x1b\\|\x9c)` +
  String.raw`|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]`;

/** C0 but tab and line end, DEL, C1; a carriage return only where a line end follows. */
const CONTROLS = String.raw`[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)`;

/**
 * What is not seen and changes what is: marks, embeddings, overrides and isolates of direction (Unicode Annex 9), which right-to-left
 * text can do without; blanks without width, joiners of words, annotations, tags. Joiners of letters and of emoji stay.
 */
const INVISIBLE = String.raw`\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb` +
  String.raw`\u{e0000}-\u{e0fff}`;

/** One sign that shows nothing of itself, or that begins a line: what names are told apart by. */
export const UNSEEN = new RegExp(String.raw`[\x00-\x1f\x7f-\x9f\u2028\u2029${INVISIBLE}]`, "gu");

const UNWANTED = new RegExp(`${SEQUENCES}|${CONTROLS}|[${INVISIBLE}]`, "gu");

/**
 * Text that comes from documents, models, names or other programs without what would steer a terminal or mislead its reader: control
 * sequences and characters, marks of direction, invisible characters. Line ends and tabs stay.
 */
export function clean(text: string): string {
  return text.replace(UNWANTED, "");
}

/** Longest beginning of a sequence that is held back. */
const MOST_HELD = 1024;

/** A sequence whose end is still to come. */
const UNFINISHED = new RegExp(
  String
    .raw`(?:(?:\x1b[\]PX^_k]|[\x90\x98\x9d-\x9f])${STRING}\x1b?|(?:\x1b\[|\x9b)[0-?]*[ -/]*|\x1b[ -/]*|\r)$`,
  "u",
);

/** Cleans a text that comes in pieces, also where a sequence is cut in two. */
export interface PieceCleaner {
  /** Returns what can be shown by now. */
  push(piece: string): string;
  /** Returns what was held back. */
  end(): string;
}

/** Begins a text that comes in pieces. */
export function pieceCleaner(): PieceCleaner {
  let held = "";
  return {
    push(piece) {
      const text = held + piece;
      const at = text.slice(-MOST_HELD).search(UNFINISHED);
      held = at === -1 ? "" : text.slice(-MOST_HELD).slice(at);
      return clean(text.slice(0, text.length - held.length));
    },
    end() {
      const rest = clean(held);
      held = "";
      return rest;
    },
  };
}

/** JSON in which everything that `clean` drops, and each end of a line, is written as `\uXXXX`: the same value, harmless on a terminal. */
export function toSafeJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(
    JSON_UNWANTED,
    (found) =>
      Array.from(
        { length: found.length },
        (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`,
      ).join(""),
  );
}

const JSON_UNWANTED = new RegExp(String.raw`[\x7f-\x9f\u2028\u2029${INVISIBLE}]`, "gu");
