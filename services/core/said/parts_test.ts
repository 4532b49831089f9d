import assert from "node:assert/strict";
import fc from "fast-check";
import { messageParts } from "./parts.ts";

Deno.test("a short message is one part without the markers of its citations", () => {
  assert.deepEqual(messageParts(" The rent is due on the third [1]. "), ["The rent is due on the third."]);
  assert.deepEqual(messageParts("  "), []);
});

Deno.test("every word of a message is in a part, and no part is long or empty", () => {
  fc.assert(
    fc.property(
      fc.array(fc.lorem({ maxCount: 30, mode: "sentences" }), { minLength: 1, maxLength: 20 }),
      (texts) => {
        const text = texts.join(" ");
        const parts = messageParts(text);
        assert.ok(parts.every((part) => part.length > 0 && part.length <= 900));
        assert.equal(parts.join(" ").replace(/\s+/g, " "), text.replace(/\s+/g, " ").trim());
      },
    ),
  );
  assert.deepEqual(messageParts("x".repeat(2000)).map((part) => part.length), [900, 900, 200]);
});
