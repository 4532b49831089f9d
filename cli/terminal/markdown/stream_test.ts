import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { lexBlocks } from "./lex.ts";
import { forTerminal } from "../own.ts";
import { renderBlocks } from "./render.ts";
import { markdownStream, type Screen } from "./stream.ts";

const TEXT = `# Lease

The **rent** is *950* pounds, due on the \`third\` [1].

- heat, which the landlord pays in the winter months from October until March
- water
  - cold
  - hot

1. first
2. second

> A quote that is long enough to be wrapped on a narrow screen, twice even.

\`\`\`ts
const rent = 950; // a comment that goes on and on beyond the margin of the screen
\`\`\`

| Item | Pounds |
| --- | ---: |
| Rent | 950 |
| Deposit of the tenant, held by the scheme | 1,200 |

See [the scheme](https://example.org/scheme) & more. &lt;end&gt;`;

/** A terminal as far as the stream uses one: text, CR LF, cursor up, erase below. Lines above its height are kept. */
function fakeTerminal(columns: number, rows: number): Screen & { text(): string } {
  const lines: string[] = [""];
  let row = 0;
  return {
    columns: () => columns,
    rows: () => rows,
    write(text) {
      // deno-lint-ignore no-control-regex
      for (const part of forTerminal(text).match(/\x1b\[\d*[AJ]|\r\n|\r|[^\r\x1b]+|\x1b\[[\d;]*m/g) ?? []) {
        // deno-lint-ignore no-control-regex
        const up = /^\x1b\[(\d+)A$/.exec(part);
        if (up) {
          row -= Number(up[1]);
          assert.ok(row >= lines.length - rows, "the cursor leaves the screen");
        } else if (part === "\x1b[J") lines.splice(row, Infinity, "");
        else if (part === "\r\n") {
          row++;
          lines[row] ??= "";
        } else if (part !== "\r") lines[row] = (lines[row] ?? "") + part;
      }
    },
    text: () => stripVTControlCharacters(lines.join("\n")).trimEnd(),
  };
}

const plain = (width: number) => stripVTControlCharacters(renderBlocks(lexBlocks(TEXT), width).join("\n"));

Deno.test("Markdown is rendered within the width, whatever the width", () => {
  for (const width of [20, 40, 60, 100]) {
    const text = plain(width);
    for (const line of text.split("\n")) assert.ok(stringWidth(line) <= width, `${width}: ${line}`);
    assert.match(text, /The rent is 950/);
  }
  const wide = plain(100);
  assert.match(wide, /^• heat, which .*March$/m);
  assert.match(wide, /^ {2}• cold$/m);
  assert.match(wide, /^ {4}const rent = 950;/m);
  assert.match(wide, /^Deposit of the tenant, held by the scheme +1,200$/m);
  assert.match(wide, /the scheme \(https:\/\/example\.org\/scheme\) & more\. <end>/);
});

Deno.test("however the pieces are cut, the screen ends as if the whole had come at once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
      fc.constantFrom(30, 60, 100),
      (sizes, columns) => {
        const screen = fakeTerminal(columns, 100);
        const stream = markdownStream(screen, 0);
        for (let at = 0, i = 0; at < TEXT.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          stream.push(TEXT.slice(at, at + size));
          at += size;
        }
        stream.end();
        assert.equal(screen.text(), plain(columns).trimEnd());
      },
    ),
  );
});

Deno.test("a block that is taller than the screen never moves the cursor out of it", () => {
  const screen = fakeTerminal(30, 5);
  const stream = markdownStream(screen, 0);
  const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(" ");
  for (const piece of long.match(/.{1,3}/gs) ?? []) stream.push(piece);
  stream.end();
  assert.equal(screen.text().replace(/\s+/g, " "), long);
});

Deno.test("pieces that come faster than they can be drawn are drawn together, the last of them without another", async () => {
  const screen = fakeTerminal(80, 1_000);
  const words = Array.from({ length: 2_000 }, (_, n) => `word${n}`);
  let drawings = 0;
  const whole = Promise.withResolvers<void>();
  const stream = markdownStream({
    ...screen,
    write(text) {
      drawings++;
      screen.write(text);
      if (screen.text().endsWith(words.at(-1)!)) whole.resolve();
    },
  });
  for (const word of words) stream.push(`${word} `);
  await whole.promise;
  stream.end();
  assert.ok(drawings < words.length / 2, `${drawings} drawings`);
  assert.equal(screen.text().replace(/\s+/g, " "), words.join(" "));
});
