/** Prints what Morgan hears in eighty sentences of its own: `deno task bench:sentences [--held-out] [--no-embedding]`. */
import { fileURLToPath } from "node:url";
import { memoryCache } from "../../lib/cache/mod.ts";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { openClassifier } from "../../services/emotion/classifier/mod.ts";
import { createDetector } from "../../services/emotion/detector.ts";
import { HELD_OUT } from "../../tests/emotion/held_out.ts";
import { SENTENCES } from "../../tests/emotion/sentences.ts";

const assets = (path: string) => fileURLToPath(new URL(`../../assets/models/${path}`, import.meta.url));
await using embedder = await openEmbedder({ kind: "folder", path: assets("BAAI/bge-small-en-v1.5") });
const { id } = embedder;
const embed = (texts: readonly string[]) => embedder.embed(texts, "passage");
const alone = Deno.args.includes("--no-embedding");
const classifier = await openClassifier(
  assets("morgan/emotion"),
  alone ? {} : { embedder: { id, embed } },
);
const detector = createDetector({ classifier, cache: memoryCache() });

const right = new Map<string, [number, number]>();
console.log("| kind | sentence | heard | | intensity |\n| --- | --- | --- | --- | --- |");
for (const { kind, text, accept, history = [] } of Deno.args.includes("--held-out") ? HELD_OUT : SENTENCES) {
  const [found] = await detector.detect([text], { history });
  if (!found) continue;
  const ok = accept.includes(found.emotion);
  const [hits, all] = right.get(kind) ?? [0, 0];
  right.set(kind, [hits + (ok ? 1 : 0), all + 1]);
  const others = found.others.map(({ who, emotion }) => `; ${who}: ${emotion}`).join("");
  const mixed = found.mixed.map(({ emotion }) => ` + ${emotion}`).join("");
  const heard = `${found.emotion} ${found.confidence.toFixed(2)}${mixed}${others}`;
  console.log(
    `| ${kind} | ${text} | ${heard} | ${ok ? "right" : `wrong (${accept.join(", ")})`} | ${
      found.intensity.toFixed(2)
    } |`,
  );
}
console.log();
let [hits, all] = [0, 0];
for (const [kind, [ok, count]] of right) {
  console.log(`${kind}: ${ok} of ${count}`);
  [hits, all] = [hits + ok, all + count];
}
console.log(`all: ${hits} of ${all}`);
