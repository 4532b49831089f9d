import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { extract } from "./extract.ts";
import { type FailureReason, UnreadableDocument } from "./failure.ts";
import { isSupported } from "./kinds.ts";
import { makeDocx, makePdf } from "./testing.ts";

async function failsWith(reason: FailureReason, bytes: Uint8Array, path: string) {
  await assert.rejects(extract(bytes, path), (error) => {
    assert.ok(error instanceof UnreadableDocument, String(error));
    assert.equal(error.reason, reason);
    assert.equal(error.details?.["reason"], reason);
    assert.ok(error.hint);
    return true;
  });
}

Deno.test("extract() reads a PDF by pages, joining wrapped and hyphenated lines", async () => {
  const doc = await extract(
    makePdf([["The first page holds a hyphen-", "ated word in wrapped lines."], ["Second page."]]),
    "a.pdf",
  );
  assert.equal(doc.text, "The first page holds a hyphenated word in wrapped lines.\n\nSecond page.");
  assert.deepEqual(doc.pages, [0, doc.text.indexOf("Second")]);
  assert.equal(doc.page_count, 2);
});

Deno.test("extract() reads a DOCX with its headings and tables", async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const doc = await extract(
    makeDocx(
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Terms</w:t></w:r></w:p><w:p><w:r><w:t>Pay within 30 days.</w:t></w:r></w:p>` +
        `<w:tbl><w:tr>${cell("Rent")}${cell("100")}</w:tr></w:tbl>`,
    ),
    "a.docx",
  );
  assert.equal(doc.type, "docx");
  assert.match(doc.text, /Terms\n\nPay within 30 days\.\n\nRent \| 100/);
});

Deno.test("extract() takes the words of an HTML page and drops scripts, navigation and what is hidden", async () => {
  const html =
    "<html><head><title>T</title><script>var x = 'no'</script></head><body><nav>Home</nav><h1>Head</h1><p>Some <b>bold</b>\n text.</p>" +
    "<p style='display:none'>secret</p><ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table><pre>if x:\n  y</pre></body></html>";
  const doc = await extract(strToU8(html), "a.html");
  assert.equal(doc.text, "Head\n\nSome bold text.\n\n- one\n- two\n\na | b\n\nif x:\n  y");
  assert.deepEqual(doc.headings, [{ level: 1, title: "Head", start: 0 }]);
  assert.equal(doc.title, "T");
});

Deno.test("extract() finds the body of a page behind scripts that stand before its html element", async () => {
  const doc = await extract(
    strToU8("<script>var a = '<p>';</script>\n<html><head></head><body><p>Words.</p></body></html>"),
    "a.html",
  );
  assert.equal(doc.text, "Words.");
});

Deno.test("extract() keeps Markdown, text and code exactly, less the byte order mark", async () => {
  const markdown = "\ufeff---\ntitle: Hello\n---\r\n# A *b*\r\n\n```\n# no\n```\nSetext\n---\n";
  const doc = await extract(strToU8(markdown), "a.md");
  assert.equal(doc.text, markdown.slice(1));
  assert.equal(doc.title, "Hello");
  assert.deepEqual(doc.headings.map((h) => [h.level, h.title]), [[1, "A b"], [2, "Setext"]]);
  const code =
    "import x\n\nexport class Foo {\n}\n\nasync function bar() {}\n  def inner(): pass\ndef baz():\n";
  assert.deepEqual((await extract(strToU8(code), "a.ts")).headings.map((h) => h.title), [
    "Foo",
    "bar",
    "baz",
  ]);
});

Deno.test("extract() detects encodings by mark, by zero bytes, by validity and by statistics", async () => {
  const utf16 = new Uint8Array(Array.from("Hello, world. Good day.").flatMap((c) => [c.charCodeAt(0), 0]));
  assert.deepEqual([(await extract(utf16, "a.txt")).text, (await extract(utf16, "a.txt")).charset], [
    "Hello, world. Good day.",
    "utf-16le",
  ]);
  const latin = new Uint8Array(
    Array.from("Les élèves étaient très fâchés à cause de la leçon. ".repeat(5), (c) => c.charCodeAt(0)),
  );
  assert.match((await extract(latin, "a.txt")).text, /élèves étaient très fâchés/);
});

Deno.test("extract() goes by the bytes where they differ from the name, and says so", async () => {
  const doc = await extract(makePdf([["In truth a document of another type."]]), "a.txt");
  assert.equal(doc.type, "pdf");
  assert.equal(doc.warnings.length, 1);
  assert.equal((await extract(strToU8("<!doctype html><html><body>Hi</body></html>"), "a.pdf")).type, "html");
});

Deno.test("extract() fails with the true reason", async () => {
  const pdf = makePdf([["Some text."]]);
  await failsWith("empty", new Uint8Array(), "a.txt");
  await failsWith("empty", strToU8(" \n\t "), "a.md");
  await failsWith("empty", makePdf([[]]), "a.pdf");
  await failsWith(
    "binary",
    crypto.getRandomValues(new Uint8Array(5000)).map((b, i) => i % 7 === 0 ? 0 : b),
    "a.txt",
  );
  await failsWith("binary", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "a.md");
  await failsWith("type_mismatch", zipSync({ "a.txt": strToU8("hello") }), "a.docx");
  await failsWith(
    "encrypted",
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    "a.docx",
  );
  await failsWith("damaged", strToU8("%PDF-1.4\nnothing else\n%%EOF"), "a.pdf");
  await failsWith("truncated", makeDocx("<w:p/>").subarray(0, 500), "a.docx");
  await failsWith("bomb", zipSync({ "word/document.xml": new Uint8Array(60 * 1024 ** 2) }), "a.docx");
  await assert.rejects(extract(pdf, "a.pdf", { maxFileBytes: 10 }), { reason: "too_large" });
  await assert.rejects(extract(pdf, "a.pdf", { maxTextChars: 3 }), { reason: "too_large" });
});

Deno.test("isSupported() knows documents and source code by name", () => {
  assert.deepEqual(["a/B.PDF", "x.py", "Makefile", "a.png", "noext", ".git"].map(isSupported), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

Deno.test("extract() leaves NULs and halves of characters out of all that it gives, whatever the format", async () => {
  const words = "The kiln is fired on Tuesdays. ";
  const readable: [path: string, source: string][] = [
    ["a.txt", `${words}\0${words}`],
    ["a.txt", "short\0"],
    ["a.csv", `a,b\n1,2\n${"\0".repeat(4000)}`],
    ["a.py", `# kiln\0\ndef fi\0re():\n    pass\n`],
    ["a.md", `\0${words}\n\n# Gl\0aze\n\n${words}\n\n## On\0e\n`],
    ["a.html", `<title>Gl\0aze</title><p>${words}\0</p><h2>On\0e</h2><p>&#xD800; &#0; ${words}`],
  ];
  for (const [path, source] of readable) {
    const { text, title, headings } = await extract(strToU8(source), path);
    for (const said of [text, title ?? "", ...headings.map(({ title }) => title)]) {
      assert.ok(said.isWellFormed() && !said.includes("\0"), `${path}: ${JSON.stringify(said)}`);
    }
    for (const { title, start } of headings) {
      assert.ok(
        text.slice(start).replace(/^#+ |^def /, "").startsWith(title.replace(/^def |\W+$/g, "")),
        `${path}: ${title}`,
      );
    }
  }
});

Deno.test("extract() reads UTF-16 without a mark as it is", async () => {
  for (const big of [false, true]) {
    const source = "Der Ofen wird dienstags gebrannt. Grüße";
    const bytes = new DataView(new ArrayBuffer(source.length * 2));
    [...source].forEach((character, i) => bytes.setUint16(i * 2, character.charCodeAt(0), !big));
    assert.equal((await extract(new Uint8Array(bytes.buffer), "a.txt")).text, source);
  }
});

Deno.test("extract() names the reason where elements lie too deep within one another", async () => {
  const deep = 100_000;
  for (const open of ["<div>", "<b>", "<ul><li>", "<svg><g>", "<pre><span>", "<table><tr><td>"]) {
    await failsWith("nested", strToU8(`<html><body>${open.repeat(deep)}words`), "a.html");
  }
  const closed = `<html><body>${"<div>".repeat(deep)}words${"</div>".repeat(deep)}`;
  await failsWith("nested", strToU8(closed), "a.html");
  const part = (open: string, close: string) =>
    makeDocx(`${open.repeat(20_000)}<w:p><w:r><w:t>words</w:t></w:r></w:p>${close.repeat(20_000)}`);
  await failsWith("nested", part("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), "a.docx");
  await failsWith("nested", part("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), "a.docx");
  const nest = "<div>".repeat(300);
  assert.equal((await extract(strToU8(`<html><body>${nest}words`), "a.html")).text, "words");
  assert.match((await extract(strToU8(`${"> ".repeat(deep)}words`), "a.md")).text, /words$/);
});
