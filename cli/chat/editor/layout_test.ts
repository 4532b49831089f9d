import assert from "node:assert/strict";
import stringWidth from "string-width";
import { heightOf } from "../../terminal/height.ts";
import fc from "fast-check";
import { cursorDepth, layOut, visible } from "./layout.ts";

const prompt = { prompt: "> ", promptWidth: 2 };

Deno.test("a text wraps at the width, wide characters count two, the cursor is where it was put", () => {
  assert.deepEqual(layOut("abcdef", 6, 7, prompt), { rows: ["> abcd", "  ef"], row: 1, column: 4 });
  assert.deepEqual(layOut("abcd", 4, 7, prompt), { rows: ["> abcd"], row: 0, column: 6 });
  assert.deepEqual(layOut("漢字漢", 0, 7, prompt), { rows: ["> 漢字", "  漢"], row: 0, column: 2 });
  assert.deepEqual(layOut("a\nb", 2, 20, prompt), { rows: ["> a", "  b"], row: 1, column: 2 });
  assert.deepEqual(layOut("a\n", 2, 20, prompt), { rows: ["> a", "  "], row: 1, column: 2 });
});

Deno.test("rows break between words; the blank there hangs over, and a cursor behind it is in the next row", () => {
  assert.deepEqual(layOut("one two three", 5, 10, prompt), {
    rows: ["> one two ", "  three"],
    row: 0,
    column: 7,
  });
  assert.deepEqual(layOut("one two three", 8, 10, prompt).row, 1);
  assert.deepEqual(layOut("one two ", 8, 10, prompt), { rows: ["> one two ", "  "], row: 1, column: 2 });
  assert.deepEqual(layOut("one twos three", 0, 10, prompt).rows, ["> one ", "  twos ", "  three"]);
});

Deno.test("no row is wider than the screen, and the cursor is on it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.integer({ min: 12, max: 60 }),
      (text, width) => {
        const clean = text.replace(/[\p{C}]/gu, "");
        const layout = layOut(clean, clean.length, width, prompt);
        assert.ok(layout.rows.every((row) => stringWidth(row) <= width));
        assert.ok(layout.column < width && layout.row < layout.rows.length);
        const shown = visible(layout, 3);
        assert.ok(shown.rows.length <= 3 && shown.rows[shown.row] === layout.rows[layout.row]);
      },
    ),
  );
});

Deno.test("after a screen has become narrower, the place of the cursor is known by what its rows take now", () => {
  const drawn = layOut("abcdefgh\nij", 11, 13, prompt);
  assert.deepEqual(drawn.rows, ["> abcdefgh", "  ij"]);
  assert.equal(cursorDepth(drawn, 12), 1);
  assert.equal(cursorDepth(drawn, 10), 1);
  assert.equal(cursorDepth(drawn, 6), 2);
  assert.equal(cursorDepth(drawn, 3), 5);
  assert.equal(heightOf("", 10), 1);
  assert.equal(heightOf("漢字漢字", 4), 2);
});
