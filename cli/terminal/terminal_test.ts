import assert from "node:assert/strict";
import { displayPath, documentPath } from "./paths.ts";
import { formatSources } from "./sources.ts";
import { table } from "./table.ts";

Deno.test("columns are as wide as what is in them, control codes not counted", () => {
  const text = table(["name", "n"], [["\x1b[32mlonger one\x1b[39m", "1"], ["x", "22"]]);
  assert.equal(text, "name        n\n\x1b[32mlonger one\x1b[39m  1\nx           22");
  assert.equal(table(["a", "b"], []), "a  b");
  assert.equal(table(["a", "b"], [["only"]]), "a     b\nonly");
});

Deno.test("a path is shown as short as it gets, and known by its whole", () => {
  const here = Deno.cwd();
  assert.equal(displayPath(`${here}/notes/a.md`), "notes/a.md");
  assert.equal(displayPath("notes/a.md"), "notes/a.md");
  assert.equal(displayPath(here), here);
  assert.equal(displayPath("a\n\x1b[m\u200b\u2028\u202eb.md"), "a\\n\\x1b[m\\u{200b}\\u{2028}\\u{202e}b.md");
  assert.equal(documentPath("notes/../a.md"), `${here}/a.md`);
  assert.equal(documentPath("/x/y.md"), "/x/y.md");
});

Deno.test("sources show page, heading, other paths and a long quote's beginning", () => {
  const source = { n: 1, document_id: "d", chunk_id: "c", path: "a.pdf", quote: "Short\n  one.", score: 1 };
  assert.match(
    formatSources([{ ...source, page: 3, heading: "Terms" }]),
    /\[1\] a\.pdf\s+page 3, Terms\s+“Short one\.”/,
  );
  assert.match(formatSources([{ ...source, also_at: ["b.pdf"] }]), /also b\.pdf/);
  const long = formatSources([{ ...source, quote: "word ".repeat(100) }]);
  assert.match(long, /…”/);
});
