// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import fc from "fast-check";
import { clean, pieceCleaner, toSafeJson } from "./clean.ts";
import { forTerminal, own, restyled } from "./own.ts";

/** What must not be left of anything foreign. */
const STEERING =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\r(?!\n)|[\u{e0000}-\u{e0fff}]/u;

/** Texts of characters that sequences are made of. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ..."\x1b\x1b\x1b[]PX^_k\\\x07\x9b\x9d\x9c\x90;?0123m HJKab\r\n\t\b\x7f\u202e\u2066\u200f\ufeffאé",
    "\u{e0041}",
    "👍",
  ),
  maxLength: 60,
});

Deno.test("whole sequences go, with what they carry, and the text around them stays", () => {
  const cases: [string, string][] = [
    ["a\x1b[31mb\x1b[0mc", "abc"],
    ["a\x9b31mb", "ab"],
    ["a\x1b]0;title\x07b", "ab"],
    ["a\x1b]8;;http://x.org\x1b\\link\x1b]8;;\x1b\\b", "alinkb"],
    ["a\x9d52;c;cGF5\x9cb", "ab"],
    ["a\x1bP1$r0m\x1b\\b\x1b_apc\x1b\\c\x1b^pm\x1b\\d\x1bXsos\x1b\\e\x1bktitle\x1b\\f", "abcdef"],
    ["a\x1b(Bb\x1b#8c\x1bcd\x1b7e", "abcde"],
    ["a\x1b[?1049hb\x1b[2Jc\x1b[1;1Hd", "abcd"],
    ["good\rbad", "goodbad"],
    ["abc\b\b\bxyz", "abcxyz"],
    ["one\r\ntwo\tthree\n", "one\r\ntwo\tthree\n"],
    ["pay \u202eevil\u202c now \u2066x\u2069", "pay evil now x"],
    ["a\u{e0041}\u{e0042}b\u200bc\ufeff\ufff9", "abc"],
  ];
  for (const [text, expected] of cases) assert.equal(clean(text), expected, JSON.stringify(text));
});

Deno.test("a string that is never ended takes no text with it", () => {
  assert.equal(
    clean("a\x1b]0;the rest of the document\nsecond line"),
    "a0;the rest of the document\nsecond line",
  );
  assert.equal(clean("\x1b[31"), "31");
  assert.equal(clean("end\x1b"), "end");
});

Deno.test("right-to-left text, joiners of letters and emoji stay as they are", () => {
  for (const text of ["שלום עולם", "مرحبا بالعالم", "می‌خواهم", "👨‍👩‍👧", "❤️", "日本語", "naïve"]) {
    assert.equal(clean(text), text);
  }
});

Deno.test("nothing that steers a terminal is left of any text, whole or in pieces", () => {
  fc.assert(fc.property(hostile, (text) => assert.doesNotMatch(clean(text), STEERING)));
  fc.assert(fc.property(fc.array(hostile, { maxLength: 8 }), (pieces) => {
    const cleaner = pieceCleaner();
    const shown = pieces.map((piece) => cleaner.push(piece)).join("") + cleaner.end();
    assert.doesNotMatch(shown, STEERING);
  }));
});

Deno.test("a sequence that is cut in two leaves as little as one in one piece", () => {
  const text = "a\x1b[1;31mb\x1b]0;title\x1b\\c\r\nd\x9d0;x\x9ce";
  for (let at = 0; at <= text.length; at++) {
    const cleaner = pieceCleaner();
    assert.equal(cleaner.push(text.slice(0, at)) + cleaner.push(text.slice(at)) + cleaner.end(), "abc\r\nde");
  }
});

Deno.test("a beginning that never ends is not held back for ever", () => {
  const cleaner = pieceCleaner();
  let shown = cleaner.push("\x1b]");
  for (let i = 0; i < 500; i++) shown += cleaner.push("word ");
  assert.ok(shown.length > 1000);
});

Deno.test("JSON keeps its value and shows what it hides", () => {
  fc.assert(fc.property(hostile, (text) => {
    const json = toSafeJson({ text });
    assert.doesNotMatch(json, STEERING);
    assert.deepEqual(JSON.parse(json), { text });
  }));
  assert.equal(
    toSafeJson("\x1b\x9b\u202e\u{e0041}"),
    String.raw`"\u001b\u009b\u202e\udb40\udc41"`,
  );
});

Deno.test("Morgan's own sequences pass, the same ones of others do not", () => {
  const line = own("\r\x1b[K") + "\x1b[31mred\x1b[39m " + own("\x1b[1m") + "bold" + own("\x1b[22m");
  assert.equal(forTerminal(line), "\r\x1b[Kred \x1b[1mbold\x1b[22m");
  assert.equal(forTerminal(own("\x1b[?25l\x1b[2J\x1b[H\x1b[12A")), "\x1b[?25l\x1b[2J\x1b[H\x1b[12A");
  const styled = restyled("a\x1b[31mb", (plain) => `\x1b[1m${plain}\x1b[22m`);
  assert.equal(forTerminal(`x${styled}\x1b[5my`), "x\x1b[1mab\x1b[22my");
});

Deno.test("styled twice, a text keeps both styles", () => {
  const inner = restyled("b", (plain) => `\x1b[31m${plain}\x1b[39m`);
  const outer = restyled(`a${inner}c`, (plain) => `\x1b[1m${plain}\x1b[22m`);
  assert.equal(forTerminal(outer), "\x1b[1ma\x1b[31mb\x1b[39mc\x1b[22m");
});

Deno.test("a megabyte of beginnings of sequences is cleaned, in a time that a test can wait for", () => {
  for (const piece of ["\x1b]", "\x9d", "\x1b[", "\x1b[0", "\x1bP1;", "\x1b ", "\r", "\u202e"]) {
    const text = piece.repeat(1_000_000 / piece.length);
    assert.ok(clean(`${text}end`).length < text.length, JSON.stringify(piece));
  }
});
