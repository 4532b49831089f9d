/** Texts that are hard on whoever reads them: what one finds in pasted logs and tables, and what somebody makes on purpose. */

/** A text of about `characters` characters. */
export type Shape = (characters: number) => string;

const repeated = (piece: string): Shape => (characters) =>
  piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);

/** Opened `characters` / 2 / length times, then closed as often. */
const nested = (open: string, inner: string, close: string): Shape => (characters) => {
  const depth = Math.floor(characters / (open.length + close.length));
  return open.repeat(depth) + inner + close.repeat(depth);
};

/** Letters and digits without sense, always the same ones. */
function noise(alphabet: string, word = Infinity): Shape {
  return (characters) => {
    const letters = Array.from(alphabet);
    let state = 1;
    let text = "";
    for (let i = 0; text.length < characters; i++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      text += (i + 1) % word === 0 ? " " : letters[(state >>> 16) % letters.length];
    }
    return text.slice(0, characters);
  };
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const BASE64 = `${LOWER}${LOWER.toUpperCase()}0123456789+/`;

export const SHAPES: Readonly<Record<string, Shape>> = {
  prose: repeated(
    "The kiln at Ostrava is fired on Tuesdays, and the key hangs in room 12. I was glad to hear that! Who asked?\n",
  ),
  paragraphs: repeated("Prices rose in May.\nNobody had said why they would.\n\n"),
  spaces: repeated(" "),
  "spaces, then a word": (n) => `${" ".repeat(n)}x`,
  newlines: repeated("\n"),
  "newlines and spaces": repeated(" \n"),
  tabs: repeated("\t"),
  digits: repeated("1234567890"),
  "digits and commas": repeated("1,"),
  "one word": repeated("a"),
  "one word of capitals": repeated("A"),
  camelCase: repeated("aBcDe"),
  "single letters": repeated("a "),
  "hyphened word": repeated("a-"),
  "dotted word": repeated("a."),
  "under_scored": repeated("a_"),
  apostrophes: repeated("a'"),
  "marks of sources": repeated("[1] "),
  "open marks of sources": repeated("[1"),
  quotes: repeated('"'),
  "quoted words": repeated('"a" '),
  "typographic quotes": repeated("“a"),
  "open brackets": repeated("["),
  "open parentheses": repeated("("),
  "open braces": repeated("{"),
  "nested brackets": nested("[", "a", "]"),
  "open tags": repeated("<"),
  dots: repeated("."),
  commas: repeated(","),
  exclamations: repeated("!"),
  questions: repeated("why? "),
  asterisks: repeated("*"),
  emphasis: repeated("**a "),
  underscores: repeated("_"),
  backticks: repeated("`"),
  "open code": repeated("`a "),
  fences: repeated("```\n"),
  hashes: repeated("#"),
  headings: repeated("# a\n"),
  dashes: repeated("-"),
  rules: repeated("---\n"),
  backslashes: repeated("\\"),
  quotation: repeated("> "),
  "lines of quotations": repeated("> a\n"),
  lists: repeated("- a\n"),
  "deep lists": (n) => {
    let text = "";
    for (let depth = 0; text.length < n; depth = (depth + 1) % 100) text += `${"  ".repeat(depth)}- a\n`;
    return text.slice(0, n);
  },
  table: repeated("| a | b | c |\n"),
  "Markdown table": (n) => `| a | b |\n| - | - |\n${"| 1 | 2 |\n".repeat(Math.ceil(n / 10))}`.slice(0, n),
  "a wide table": (n) => `${"| a ".repeat(n / 8)}\n${"| - ".repeat(n / 8)}\n`,
  "open links": repeated("[a]("),
  images: repeated("![a](b)"),
  references: repeated("[a][b]"),
  definitions: (n) => Array.from({ length: n / 12 }, (_, i) => `[a${i}]: /b`).join("\n"),
  emoji: repeated("😀"),
  families: repeated("👨‍👩‍👧‍👦"),
  flags: repeated("🇩🇪"),
  "combining marks": (n) => `a${"\u0301".repeat(n)}`,
  "marked letters": repeated("e\u0301"),
  Chinese: repeated("这是一个没有空格的长句子它一直在继续"),
  "Chinese sentences": repeated("今天天气很好。我们去公园吧！"),
  Japanese: repeated("サーバーの設定を変更してください"),
  Thai: repeated("วันนี้อากาศดีมากเราไปสวนกันเถอะ "),
  "Thai without spaces": repeated("วันนี้อากาศดีมาก"),
  Arabic: repeated("كتاب القواعد في العقد. "),
  "mixed scripts": repeated("aбγ字ก"),
  base64: noise(BASE64),
  "lines of base64": noise(BASE64, 77),
  "hexadecimal hashes": noise("0123456789abcdef", 65),
  words: noise(LOWER, 7),
  "short words": noise(LOWER, 3),
  addresses: repeated("https://a.example/b?c=d&e=f "),
  "one address": (n) => `https://${"a.".repeat(n / 2)}`,
  "mail addresses": repeated("a@b.example "),
  paths: repeated("/a/b.txt"),
  tags: repeated("<b>a</b>"),
  divisions: nested("<div>", "a", "</div>"),
  "open divisions": repeated("<div>"),
  "open comments": repeated("<!-- "),
  "open scripts": repeated("<script>"),
  attributes: (n) => `<p ${'a="b" '.repeat(n / 6)}>`,
  "open table cells": repeated("<td>"),
  entities: repeated("&amp;"),
  "open entities": repeated("&"),
  escapes: repeated("\x1b["),
  "operating system commands": repeated("\x1b]0;"),
  "null characters": repeated("\0"),
  "half emoji": repeated("\ud83d"),
  "zero width": repeated("\u200d"),
  "soft hyphens": repeated("a\u00ad"),
  bidi: repeated("\u202ea"),
  log: (n) => {
    let text = "";
    for (let i = 0; text.length < n; i++) {
      text += `2026-05-03T10:${String(i % 60).padStart(2, "0")}:00Z INFO [worker-${i % 8}] took ${i} ms (id=${
        i * 7919
      })\n`;
    }
    return text.slice(0, n);
  },
  json: repeated('{"a": [1, "b", null]},\n'),
  "nested json": nested('{"a":[', "1", "]}"),
  code: repeated("export function a(b: string): c {\n  return d(b);\n}\n"),
  "nested calls": nested("a(", "b", ")"),
  definitions_of_code: repeated("public static final "),
  csv: repeated("1,Part 1,3\n"),
  wishes: repeated("I want to "),
  "wishes without an end": repeated("i want to feel like i want to be "),
  "first person": repeated("I am "),
  "my friends": repeated("my best friend's "),
  "somebody said": repeated("she said that "),
  nobody: repeated("nobody would "),
  "not any more": repeated("not want anymore "),
  pills: repeated("took a lot of pills and "),
  negations: repeated("not "),
  names: repeated("Anna de la Maria, "),
  "names with and": repeated("Anna and "),
  "I live in": repeated("I live in Rome and "),
  "my daughter": repeated("my daughter Sara's "),
  "please, could you": repeated("please, "),
  "ignore all": repeated("ignore all previous "),
  "you are an": repeated("you are an ai assistant "),
  "system, at a line's start": repeated("system "),
  "it is too long": repeated("too "),
  "German wishes": repeated("ich will nicht mehr "),
  "Polish wishes": repeated("nie chce mi sie "),
  laughter: repeated("haha "),
  "drawn out": repeated("sooo "),
  abbreviations: repeated("e.g. "),
  initials: repeated("A. "),
  "spaced letters": repeated("k i l l "),
};
