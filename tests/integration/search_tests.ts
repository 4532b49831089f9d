import assert from "node:assert/strict";
import { makeDocx, makePdf } from "../../lib/documents/testing.ts";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

const FILES = {
  "lib/bridge.md":
    "# Bridges\n\n## The stone bridge\n\nThe crossing at Vellmoor is carried by seven granite arches.",
  "lib/ferry.txt": "Before that, a ferryman rowed travellers over the water for a penny each.",
  "lib/road.ts": "/** Toll that carts pay at Vellmoor. */\nexport const toll = 3;\n",
  "lib/town/inn.html":
    "<html><body><h1>The inn</h1><p>Guests at the Vellmoor inn sleep above the stables.</p></body></html>",
};

const under = { path_prefix: "lib/" };

async function paths(running: Running, request: Parameters<Running["client"]["search"]>[0]) {
  return (await running.client.search(request)).results.map(({ path }) => path);
}

/** Legs, filters and limits of search. */
export function searchTests(test: Register): void {
  test("each leg finds what it can, and says by which score", async (running) => {
    await running.ingest(FILES);
    const lexical = await running.client.search({ query: "granite arches", leg: "lexical", filter: under });
    assert.equal(lexical.results[0]?.path, "lib/bridge.md");
    assert.equal(lexical.results[0]?.heading, "Bridges › The stone bridge");
    assert.equal(lexical.results[0]?.dense, undefined);
    // No word in common: meaning alone.
    const dense = await running.client.search({ query: "boat passengers", leg: "dense", filter: under });
    assert.equal(dense.results[0]?.path, "lib/ferry.txt");
    assert.equal(dense.results[0]?.lexical, undefined);
    assert.deepEqual(await paths(running, { query: "boat passengers", leg: "lexical", filter: under }), []);
    const fused = await running.client.search({ query: "granite arches", filter: under });
    assert.equal(fused.results[0]?.path, "lib/bridge.md");
    assert.ok(fused.results[0]?.dense !== undefined && fused.results[0]?.lexical !== undefined);
    const scores = fused.results.map(({ score }) => score);
    assert.deepEqual(scores, scores.toSorted((a, b) => b - a));
  });

  test("filters by path, type and date hold together", async (running) => {
    await running.ingest(FILES);
    const query = "Vellmoor";
    const found = await paths(running, { query, filter: { path_prefix: "lib/town/" } });
    assert.deepEqual(found, ["lib/town/inn.html"]);
    assert.deepEqual(await paths(running, { query, filter: { ...under, type: "code" } }), ["lib/road.ts"]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    assert.deepEqual(await paths(running, { query, filter: { since: tomorrow } }), []);
    const since = { ...under, since: "2020-01-31", until: tomorrow };
    assert.ok((await paths(running, { query, filter: since })).length >= 3);
    assert.deepEqual(await paths(running, { query, filter: { ...under, until: "2020-01-31" } }), []);
    assert.deepEqual(await paths(running, { query, filter: { path_prefix: "nowhere/" } }), []);
  });

  test("top_k limits the results, and is enough for all when it is large", async (running) => {
    const files = Array.from({ length: 12 }, (_, i) => [`many/${i}.txt`, `Larkspool number ${i} is blue.`]);
    await running.ingest(Object.fromEntries(files));
    for (const [top_k, length] of [[1, 1], [5, 5], [100, 12]] as const) {
      for (const leg of ["lexical", "dense", "fused"] as const) {
        const filter = { path_prefix: "many/" };
        const found = await running.client.search({ query: "larkspool", leg, top_k, filter });
        assert.equal(found.results.length, length, `${leg} ${top_k}`);
        assert.equal(new Set(found.results.map(({ chunk_id }) => chunk_id)).size, length);
      }
    }
  });

  test("Word and PDF are found, and a quote names the page that it stands on", async (running) => {
    const files = {
      "paper/deed.pdf": makePdf([["The first page is about nothing."], [
        "The orchard was sold to Wilhelmina.",
      ]]),
      "paper/letter.docx": makeDocx(
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Terms</w:t></w:r></w:p>' +
          "<w:p><w:r><w:t>The tenant feeds the peacocks.</w:t></w:r></w:p>",
      ),
    };
    const { summary } = await running.ingest(files);
    assert.equal(summary.failed, 0);
    const filter = { path_prefix: "paper/" };
    const deed = await running.client.search({ query: "orchard Wilhelmina", leg: "lexical", filter });
    assert.equal(deed.results[0]?.path, "paper/deed.pdf");
    const text = "To whom was the orchard sold?";
    const { sources } = await running.client.text({ text, llm: false, filter });
    assert.equal(sources[0]?.page, 2);
    assert.match(sources[0]?.quote ?? "", /sold to Wilhelmina/);
    const letter = await running.client.search({ query: "peacocks", leg: "lexical", filter });
    assert.equal(letter.results[0]?.path, "paper/letter.docx");
    assert.match(letter.results[0]?.text ?? "", /feeds the peacocks/);
  });

  test("odd queries are searched, not refused: signs, other scripts, very long ones", async (running) => {
    await running.ingest({
      "odd/ja.txt": "東京タワーは赤い。",
      "odd/ru.txt": "Молоко стоит в холодильнике.",
    });
    const filter = { path_prefix: "odd/" };
    assert.equal((await paths(running, { query: "молоко", leg: "lexical", filter }))[0], "odd/ru.txt");
    assert.equal((await paths(running, { query: "東京", leg: "lexical", filter }))[0], "odd/ja.txt");
    for (const query of ["'; drop table documents; --", "%_\\", "word ".repeat(1999)]) {
      await running.client.search({ query, filter });
    }
  });
}
