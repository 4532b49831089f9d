import assert from "node:assert/strict";
import fc from "fast-check";
import { ndjsonStream, readNdjson, readSse, sseStream } from "./streams.ts";
import { decodeVectors, encodeVectors } from "./vectors.ts";

/** The bytes of a stream cut at other places than its writer did. */
function recut(stream: ReadableStream<Uint8Array<ArrayBuffer>>, size: number) {
  const body = ReadableStream.from((async function* () {
    for await (const bytes of stream) {
      for (let i = 0; i < bytes.length; i += size) yield bytes.slice(i, i + size);
    }
  })());
  return { body };
}

Deno.test("values survive NDJSON and events SSE, however the bytes are cut", async () => {
  const values = fc.array(fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 7 }), async (values, size) => {
      async function* plain() {
        yield* values;
      }
      async function* events() {
        for (const data of values) yield { event: "token", data };
      }
      const expected = JSON.parse(JSON.stringify(values));
      assert.deepEqual(await Array.fromAsync(readNdjson(recut(ndjsonStream(plain()), size))), expected);
      const read = await Array.fromAsync(readSse(recut(sseStream(events()), size)));
      assert.deepEqual(read.map(({ data }) => data), expected);
    }),
    { numRuns: 50 },
  );
});

Deno.test("events of other writers are read: comments, CRLF, data on several lines, no name", async () => {
  const text = ': hello\r\nevent: a\r\ndata: {"x":\r\ndata: 1}\r\n\r\ndata:2\r\n\r\nevent: empty\r\n\r\n';
  const events = await Array.fromAsync(readSse(new Response(text)));
  assert.deepEqual(events, [{ event: "a", data: { x: 1 } }, { event: "message", data: 2 }]);
});

Deno.test("the source ends when its reader goes", async () => {
  let ended = false;
  async function* endless() {
    try {
      for (let n = 0;; n++) yield n;
    } finally {
      ended = true;
    }
  }
  const reader = ndjsonStream(endless()).getReader();
  await reader.read();
  await reader.cancel();
  assert.equal(ended, true);
});

Deno.test("vectors travel bit for bit", () => {
  fc.assert(fc.property(fc.float32Array(), (vectors) => {
    assert.deepEqual(decodeVectors(encodeVectors(vectors)), vectors);
  }));
});
