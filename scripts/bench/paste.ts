/**
 * How long another client waits while a text of 100 kB is pasted in the chat, and while one of 1 MB is ingested, shape by shape, on a
 * Morgan of its own without models: the longest time that a call of /health took meanwhile.
 *
 * usage: deno task bench:paste [SHAPE]...
 *        SHAPE: a shape's name in tests/growth/shapes.ts; left out, ten that expressions stumble over
 */
import { SHAPES } from "../../tests/growth/shapes.ts";
import { startServer } from "../chaos/http_server.ts";

const TEN = [
  "prose",
  "spaces, then a word",
  "one word",
  "dotted word",
  "open marks of sources",
  "typographic quotes",
  "log",
  "base64",
  "pills",
  "Chinese",
];
const EVERY_MS = 5;

await using server = await startServer(1024);

/** Runs the work and measures: its own milliseconds, and the longest that the other client waited. */
async function beside(work: () => Promise<unknown>): Promise<{ own: number; waited: number }> {
  let waited = 0;
  let over = false;
  const other = (async () => {
    while (!over) {
      const start = performance.now();
      await (await server.call("/health")).body?.cancel();
      waited = Math.max(waited, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const start = performance.now();
  await work();
  const own = performance.now() - start;
  over = true;
  await other;
  return { own, waited };
}

async function chat(text: string): Promise<void> {
  const response = await server.call("/api/text", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${answer.slice(0, 300)}`);
}

const cell = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`.padStart(10);
console.log(["chat", "waited", "ingest", "waited"].map((head) => head.padStart(10)).join(" "), "  shape");
for (const name of Deno.args.length > 0 ? Deno.args : TEN) {
  const shape = SHAPES[name];
  if (!shape) throw new Error(`There is no shape "${name}" in tests/growth/shapes.ts.`);
  // A word at its end, since what is all white space is no message.
  const pasted = await beside(() => chat(`${shape(99_990)} end`));
  const ingested = await beside(() => server.upload(`${name.replace(/\W+/g, "-")}.txt`, shape(1_000_000)));
  console.log([pasted.own, pasted.waited, ingested.own, ingested.waited].map(cell).join(" "), `  ${name}`);
}
