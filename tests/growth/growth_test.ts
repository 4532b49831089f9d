import assert from "node:assert/strict";
import { timeOf } from "./measure.ts";
import { SHAPES } from "./shapes.ts";
import { SUBJECTS } from "./subjects.ts";

/** Milliseconds that a text of 10 kB may take before it is looked at more closely. */
const QUICK_MS = 10;
/** Milliseconds for 100 kB at which nobody waits, however they came about. */
const SHORT_MS = 100;
/** Ten times the text takes ten times as long; the square of it would be a hundred times. */
const SUSPICIOUS = 20;
const TOO_STEEP = 40;
/** Measurements of which one has to be good: a busy machine spoils some. */
const ATTEMPTS = 3;

/** The shapes that most expressions stumble over, each in its own way; `deno task bench:growth` takes all. */
const SHAPES_HERE = [
  "spaces, then a word",
  "dotted word",
  "typographic quotes",
  "open brackets",
  "open tags",
  "open scripts",
  "quotation",
  "pills",
];

for (const [name, subject] of Object.entries(SUBJECTS)) {
  // The parser of a terminal's Markdown is steeper; it holds up its own terminal alone.
  if (name.startsWith("Markdown")) continue;
  Deno.test(`the time of ${name} grows no faster than its text, whatever that is`, async (t) => {
    for (const shape of SHAPES_HERE) {
      const make = SHAPES[shape];
      assert.ok(make, shape);
      const text = make(10_000);
      const once = await timeOf(subject, text, QUICK_MS);
      if (once < QUICK_MS || once < SUSPICIOUS * await timeOf(subject, make(1_000), 0)) continue;
      await t.step(shape, async () => {
        const longer = make(100_000);
        let best = Infinity;
        for (let attempt = 0; attempt < ATTEMPTS && best > TOO_STEEP; attempt++) {
          const time = await timeOf(subject, longer, Infinity);
          if (time < SHORT_MS) return;
          best = Math.min(best, time / once);
        }
        assert.ok(best < TOO_STEEP, `ten times the text takes ${best.toFixed(0)} times as long`);
      });
    }
  });
}
