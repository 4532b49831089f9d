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

Deno.test("every broken multipart ends its own reading, as invalid input or as the files that it holds, and nothing else", async () => {
  const good = part('name="f"; filename="a.txt"', "text");
  const bodies = [
    "",
    "\r\n",
    "--x",
    "--x--",
    "--x\r\n\r\n",
    "--x\r\n--x--\r\n",
    `${good}--x\r\ncontent-disposition: form-data\r\n\r\nnameless\r\n--x--\r\n`,
    `${part("filename=", "empty")}--x--\r\n`,
    `${good}${part('filename="no name.txt"', "text")}--x--\r\n`,
    `${part('name=""; filename="a.txt"', "text")}--x--\r\n`,
    `--x\r\ncontent-disposition: form-data\r\ncontent-type: application/octet-stream\r\n\r\ntext\r\n--x--\r\n`,
    `${part('name=""; filename=""', "empty")}--x--\r\n`,
    "--x\r\nno header\r\n\r\ntext\r\n--x--\r\n",
    "--x\r\ncontent-disposition: attachment\r\n\r\ntext\r\n--x--\r\n",
    "--x\r\n\0\r\n\r\ntext\r\n--x--\r\n",
    `--x\r\n${"a: b\r\n".repeat(20_000)}\r\ntext\r\n--x--\r\n`,
    `${part(`name="f"; filename="${"n".repeat(100_000)}"`, "long")}--x--\r\n`,
    `${part('name="f"; filename="\0"', "nul")}--x--\r\n`,
    `${part("name*=utf-9''%ff; filename*=bad''%", "coding")}--x--\r\n`,
    `${good}--y--\r\n`,
    `${good}--x\r\ncontent-disposition: form-data; name="f"; filename="b.txt"\r\n`,
    `${good}${good}--x`,
    `${good}--x--\r\n${good}`,
    part('name="a field"', "x".repeat(2_000_000)),
  ];
  for (const body of bodies) {
    try {
      for await (const { path, bytes } of fileParts(requestOf(body))) {
        assert.notEqual(path, "");
        await new Response(ReadableStream.from(bytes)).text();
      }
    } catch (error) {
      assert.equal((error as { code?: unknown }).code, "invalid_input", JSON.stringify(body.slice(0, 200)));
    }
  }
});

Deno.test("an upload that breaks off in a file fails the reading of that file", async () => {
  const source = new TransformStream<Uint8Array<ArrayBuffer>>();
  const writer = source.writable.getWriter();
  const request = new Request("http://h/", {
    method: "POST",
    body: source.readable,
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  const parts = fileParts(request);
  const head = new TextEncoder().encode(part('name="f"; filename="a.txt"', "begun"));
  const [first] = await Promise.all([parts.next(), writer.write(head)]);
  assert.ok(first.value);
  const reading = new Response(ReadableStream.from(first.value.bytes)).text();
  await Promise.all([
    assert.rejects(reading, (error: unknown) => {
      const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
      return code === "invalid_input" || cause?.code === "invalid_input";
    }),
    writer.abort(new Error("the client has gone")),
  ]);
  await assert.rejects(parts.next(), { code: "invalid_input" });
});
