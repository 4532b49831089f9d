// deno-lint-ignore-file no-control-regex
/** What a terminal would obey or a reader be misled by, of every kind; none of it is what Morgan itself sends. */
export const HOSTILE: readonly string[] = [
  // Colours and styles.
  ..."5m 7m 8m 21m 53m 38;5;196m 48;2;1;2;3m 4:3m 0m 31m".split(" ").map((end) => `\x1b[${end}`),
  // Cursor, screen, modes, questions that a terminal answers into the input.
  ..."5;7H 99B 6n c >c ?1000h ?47h 20t !p 3J 2;5r 4h".split(" ").map((end) => `\x1b[${end}`),
  // Strings: titles, links, the clipboard, files; ended, ended otherwise, never ended.
  "\x1b]0;title\x07",
  "\x1b]2;title\x1b\\",
  "\x1b]8;;evil:x\x1b\\",
  "\x1b]52;c;cGF5\x07",
  "\x1b]1337;File=x\x07",
  "\x1b]0;never ended",
  "\x1bP$qm\x1b\\",
  "\x1b_Ga=T\x1b\\",
  "\x1b^private\x1b\\",
  "\x1bXstart\x1b\\",
  "\x1bktitle\x1b\\",
  // Short escapes.
  ..."c 7 8 (0 #8 = M N".split(" ").map((end) => `\x1b${end}`),
  // C0 and C1.
  ..."\x07\x0b\x0c\x0e\x0f\x1a\x7f\x84\x85\x8d\x9b\x9f",
  "\b\b\b",
  "\rX",
  "\x9b31m",
  "\x9d0;title\x9c",
  "\x90q\x9c",
  // Direction.
  ..."\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
  // What is not seen.
  ..."\u200b\u2060\u2064\u206e\ufeff\ufff9\ufffb",
  "\u{e0041}\u{e007f}",
];

/** Stands behind each of them, so that one that passed is found even where Morgan sends the same. */
export const BEHIND = "FOREIGN";

/** All of them in one line. */
export const ALL_HOSTILE = HOSTILE.map((sequence) => `${sequence}${BEHIND}`).join(" ");

/** Morgan's own: styles and colours by their numbers, what draws a line or a prompt anew, and what Node's reader of lines and Deno's loader send. */
const OWN = /\x1b\[(?:(?:[12349]|2[2-49]|3[1-69])m|\d*[AC]|[JKH]|0J|2K|\d+G|\?25[lh]|\?1049[hl]|\?2004[hl])/g;

const STEERING =
  /[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

/** What of anything foreign reached a terminal that shows this, each by what stands around it. */
export function reached(shown: string): string[] {
  const found = HOSTILE.filter((sequence) => shown.includes(sequence + BEHIND)).map((sequence) =>
    JSON.stringify(sequence + BEHIND)
  );
  const rest = shown.replaceAll(OWN, "\x1b").replaceAll("\r\x1b", "").replaceAll("\x1b", "");
  // What is left of escapes after Morgan's own went is looked for in the whole.
  for (const at of shown.matchAll(/\x1b/g)) {
    OWN.lastIndex = at.index;
    const own = OWN.exec(shown);
    OWN.lastIndex = 0;
    if (own?.index !== at.index) found.push(around(shown, at.index));
  }
  const steering = STEERING.exec(rest);
  if (steering) found.push(around(rest, steering.index));
  const tag = /[\u{e0000}-\u{e0fff}]/u.exec(rest);
  if (tag) found.push(around(rest, tag.index));
  const overwritten = /[^\r\n]\r(?![\r\n])[^\r\n]/.exec(rest);
  if (overwritten) found.push(around(rest, overwritten.index));
  if (rest.includes("\b")) found.push(around(rest, rest.indexOf("\b")));
  return found;
}

function around(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
}
