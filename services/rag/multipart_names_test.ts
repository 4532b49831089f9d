import assert from "node:assert/strict";
import { fileParts } from "./multipart.ts";
import { multipartBody, type UploadFile } from "../../lib/http/multipart_body.ts";

async function received(files: readonly UploadFile[], broken: string[] = []) {
  const { body, type } = multipartBody(files, (path) => broken.push(path));
  const request = new Request("http://h/", { method: "POST", body, headers: { "content-type": type } });
  const texts = new Map<string, string>();
  for await (const { path, bytes, skip } of fileParts(request)) {
    try {
      assert.ok(!texts.has(path), `two files came as ${path}`);
      texts.set(path, await new Response(ReadableStream.from(bytes)).text());
    } catch (error) {
      texts.set(path, error instanceof Error ? error.message : String(error));
      await skip();
    }
  }
  return texts;
}

const file = (path: string, text = path): UploadFile => ({ path, open: () => new Blob([text]).stream() });

Deno.test("every path comes as it was sent, whatever it is made of", async () => {
  const names = [
    'a"b.md',
    "a%22b.md",
    "a\\b.md",
    "a\\\\b.md",
    'a\\"b.md',
    "a\nb.md",
    "a\r\nb.md",
    "a%0Ab.md",
  ];
  names.push("\x1b[31mred.md", "\x7f.md", "\x01.md", "-rf.md", " a.md ", "a;b=c.md", "(a)'*!.md", "😀.md");
  names.push("ü.md", "u\u0308.md", "\u202egnp.md", "שלום.md", "a\tb.md", "%.md", "%zz.md", "\ufffd.md");
  names.push("x".repeat(255), `${"deep/".repeat(800)}a.md`, "C:\\a\\b.md", "file", "dir/file");
  const texts = await received(names.map((name) => file(name)));
  assert.deepEqual([...texts], names.map((name) => [name, name]));
});

Deno.test("a file that gives fewer bytes than announced costs itself, and the sender knows why", async () => {
  const broken: string[] = [];
  async function* cut() {
    yield new TextEncoder().encode("half");
    await Promise.reject(new Error("Input/output error"));
  }
  const files = [file("a"), { path: "b", size: 9, open: () => ReadableStream.from(cut()) }, {
    ...file("c"),
    size: 1,
  }];
  const texts = await received(files, broken);
  assert.deepEqual(broken, ["b"]);
  assert.deepEqual([texts.get("a"), texts.get("c")], ["a", "c"]);
  assert.match(texts.get("b") ?? "", /4 bytes instead of the 9 announced/);
});
