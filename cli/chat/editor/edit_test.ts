import assert from "node:assert/strict";
import fc from "fast-check";
import { type Draft, edit, type Edited, newDraft } from "./edit.ts";
import { type Key, keyDecoder } from "./keys.ts";

const none = () => undefined;

/** Types a stream of bytes as a terminal sends it. */
function type(input: string, history: string[] = [], complete: (text: string) => string | undefined = none) {
  let draft: Draft = newDraft(history);
  const ends: Exclude<Edited, { then: "go on" }>[] = [];
  for (const key of keyDecoder()(input)) {
    const edited = edit(draft, key, complete);
    if (edited.then === "go on") draft = edited.draft;
    else ends.push(edited);
  }
  return { text: draft.buffer.text, cursor: draft.buffer.cursor, ends };
}

const LEFT = "\x1b[D";

Deno.test("enter sends, a trailing backslash, Alt-Enter and Ctrl-J add a line", () => {
  assert.deepEqual(type("one\\\rtwo\x1b\rthree\nfour\r").ends, [{
    then: "send",
    text: "one\ntwo\nthree\nfour",
  }]);
  assert.deepEqual(type("  \r"), { text: "", cursor: 0, ends: [] });
});

Deno.test("a paste of many lines is one message, however it is cut", () => {
  const input = "\x1b[200~first\r\nsecond\rthird\x1b[201~!\r";
  for (let at = 1; at < input.length; at++) {
    const decode = keyDecoder();
    const keys: Key[] = [...decode(input.slice(0, at)), ...decode(input.slice(at))];
    let draft = newDraft([]);
    let sent = "";
    for (const key of keys) {
      const edited = edit(draft, key, none);
      if (edited.then === "go on") draft = edited.draft;
      if (edited.then === "send") sent = edited.text;
    }
    assert.equal(sent, "first\nsecond\nthird!", `cut at ${at}`);
  }
});

Deno.test("the cursor moves by what a reader sees as one character, and by words and lines", () => {
  assert.equal(type(`a👩‍👩‍👧é${LEFT}${LEFT}x`).text, "ax👩‍👩‍👧é");
  assert.equal(type(`👩‍👩‍👧\x7f`).text, "");
  assert.equal(type("one two three\x1bb\x1bbX").text, "one Xtwo three");
  assert.equal(type("one two\x17").text, "one ");
  assert.equal(type("one two\x17\x19\x19").text, "one twotwo");
  assert.equal(type("first\nsecond\x1b[AX").text, "firstX\nsecond");
  assert.equal(type("first\nse\x1b[A\x1b[BX").text, "first\nseX");
  assert.equal(type("one\x01two").text, "twoone");
});

Deno.test("up and down go through what was sent, and the draft comes back", () => {
  assert.equal(type("dra\x1b[A", ["first", "second"]).text, "second");
  assert.equal(type("dra\x1b[A\x1b[A\x1b[A", ["first", "second"]).text, "first");
  assert.equal(type("dra\x1b[A\x1b[A\x1b[B\x1b[Bft", ["first", "second"]).text, "draft");
});

Deno.test("Ctrl-C clears a text and interrupts without one; Ctrl-D deletes, or leaves without a text", () => {
  assert.deepEqual(type("abc\x03\x03").ends, [{ then: "interrupt" }]);
  assert.deepEqual(type("\x04").ends, [{ then: "leave" }]);
  assert.equal(type(`ab${LEFT}\x04`).text, "a");
});

Deno.test("Tab completes", () => {
  assert.equal(type("/so\t", [], (text) => text === "/so" ? "/sources " : undefined).text, "/sources ");
});

Deno.test("whatever is typed, the cursor stays inside the text and no control character gets into it", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom(
            "\x1b[A",
            "\x1b[D",
            "\x7f",
            "\x17",
            "\x0b",
            "\x1b",
            "[",
            "\x00",
            "\x1b[200~",
            "\x1b[201~",
          ),
        ),
      ),
      (parts) => {
        const { text, cursor } = type(parts.join(""), ["earlier"]);
        assert.ok(cursor >= 0 && cursor <= text.length);
        // deno-lint-ignore no-control-regex
        assert.doesNotMatch(text, /[\x00-\x08\x0b-\x1f\x7f]/);
      },
    ),
  );
});
