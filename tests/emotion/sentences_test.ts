import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { memoryCache } from "../../lib/cache/mod.ts";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { openClassifier } from "../../services/emotion/classifier/mod.ts";
import { createDetector, type Detector } from "../../services/emotion/detector.ts";
import { type Sentence, SENTENCES } from "./sentences.ts";

/** What must hold. The rest is reported in docs/emotion.md, with its failures. */
const CERTAIN: readonly Sentence["kind"][] = ["self-report", "technical", "others", "emoji"];
/** Sentences that may go wrong before somebody should look: five did when this was written. */
const MAY_FAIL = 8;

const assets = (path: string) => fileURLToPath(new URL(`../../assets/models/${path}`, import.meta.url));

async function check(detector: Detector): Promise<void> {
  const wrong: Sentence[] = [];
  for (const sentence of SENTENCES) {
    const { text, accept, kind, history = [] } = sentence;
    const [found] = await detector.detect([text], { history });
    if (accept.includes(found?.emotion ?? "")) continue;
    assert.ok(!CERTAIN.includes(kind), `${kind}: "${text}" gave ${found?.emotion}`);
    wrong.push(sentence);
  }
  assert.ok(wrong.length <= MAY_FAIL, wrong.map(({ text }) => text).join("\n"));
}

Deno.test("there are eighty sentences, none twice", () => {
  assert.equal(new Set(SENTENCES.map(({ text }) => text)).size, 80);
});

Deno.test("self-reports, technical questions, other people's feelings and emoji are heard right by n-grams alone", async () => {
  await check(
    createDetector({ classifier: await openClassifier(assets("morgan/emotion")), cache: memoryCache() }),
  );
});

Deno.test("the same holds with the embedding model", async () => {
  await using embedder = await openEmbedder({ kind: "folder", path: assets("BAAI/bge-small-en-v1.5") });
  const classifier = await openClassifier(assets("morgan/emotion"), {
    embedder: { id: embedder.id, embed: (texts) => embedder.embed(texts, "passage") },
  });
  const [found] = await classifier.classify(["fine"]);
  assert.equal(found?.model, "embedding");
  await check(createDetector({ classifier, cache: memoryCache() }));
});
