import assert from "node:assert/strict";
import stringWidth from "string-width";
import fc from "fast-check";
import { layOut, visible } from "./layout.ts";

const prompt = { prompt: "> ", promptWidth: 2 };

Deno.test("a text wraps at the width, wide characters count two, the cursor is where it was put", () => {
  assert.deepEqual(layOut("abcdef", 6, 6, prompt), { rows: ["> abcd", "  ef"], row: 1, column: 4 });
  assert.deepEqual(layOut("abcd", 4, 6, prompt), { rows: ["> abcd", "  "], row: 1, column: 2 });
  assert.deepEqual(layOut("漢字漢", 0, 7, prompt), { rows: ["> 漢字", "  漢"], row: 0, column: 2 });
  assert.deepEqual(layOut("a\nb", 2, 20, prompt), { rows: ["> a", "  b"], row: 1, column: 2 });
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
