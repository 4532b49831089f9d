import assert from "node:assert/strict";
import { fileParts, partPath } from "./multipart.ts";

function requestOf(body: string, type = "multipart/form-data; boundary=x"): Request {
  return new Request("http://h/", { method: "POST", body, headers: { "content-type": type } });
}

const part = (disposition: string, text: string) =>
  `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;

Deno.test("a part is named by its path, as its file name or as its field name", () => {
  assert.equal(partPath("file", "notes/a.md"), "notes/a.md");
  assert.equal(partPath("notes/a.md", "a.md"), "notes/a.md");
  assert.equal(partPath("notes/a.md", undefined), "notes/a.md");
  assert.equal(partPath("a.md", "a.md"), "a.md");
  assert.equal(partPath("notes/b.md", "a.md"), "a.md");
});

Deno.test("parts come one after the other with their bytes; one that is skipped holds nothing up", async () => {
  const body = part('name="f"; filename="a.txt"', "first") + part('name="f"; filename="b.txt"', "second") +
    part('name="f"; filename="ü/c.txt"', "third") + "--x--\r\n";
  const seen: [string, string][] = [];
  for await (const { path, bytes, skip } of fileParts(requestOf(body))) {
    if (path === "b.txt") {
      await skip();
      continue;
    }
    seen.push([path, await new Response(ReadableStream.from(bytes)).text()]);
  }
  assert.deepEqual(seen, [["a.txt", "first"], ["ü/c.txt", "third"]]);
});

Deno.test("a body that is not multipart, or breaks off, is invalid input", async () => {
  const parts = (request: Request) =>
    (async () => {
      for await (const { skip } of fileParts(request)) await skip();
    })();
  await assert.rejects(parts(requestOf("x", "text/plain")), { code: "invalid_input" });
  await assert.rejects(parts(requestOf("x", "multipart/form-data")), { code: "invalid_input" });
  await assert.rejects(parts(requestOf(part('name="f"; filename="a.txt"', "cut"))), {
    code: "invalid_input",
  });
});
