/**
 * Trains the emotion model on GoEmotions: `deno task train:emotion -- FOLDER [--output DIR] [--cache DIR] [--ngrams]`.
 *
 * FOLDER holds train.tsv and dev.tsv. Writes ngrams.bin (bit for bit the same everywhere) and embedding.bin (the same wherever the embedding
 * model gives the same vectors). `--cache` keeps the texts' vectors for the next run, `--ngrams` leaves embedding.bin alone.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { encodeEmbedding, encodeNgrams } from "../../services/emotion/classifier/files.ts";
import { embedAll } from "../bench/embedding_cache.ts";
import { readGoEmotions } from "./dataset.ts";
import { trainNetwork, trainNgrams } from "./training.ts";

const { values, positionals: [folder] } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: {
    output: {
      type: "string",
      default: fileURLToPath(new URL("../../assets/models/morgan/emotion", import.meta.url)),
    },
    cache: { type: "string" },
    ngrams: { type: "boolean", default: false },
  },
});
if (folder === undefined) {
  console.error("Usage: deno task train:emotion -- FOLDER [--output DIR] [--cache DIR] [--ngrams]");
  Deno.exit(64);
}

const started = performance.now();
const onProgress = (line: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0)} s: ${line}`);
const [train, dev] = await Promise.all([readGoEmotions(folder, "train"), readGoEmotions(folder, "dev")]);
await Deno.mkdir(values.output, { recursive: true });

const ngrams = trainNgrams(train, dev, { onProgress });
await write("ngrams.bin", encodeNgrams(ngrams));

if (!values.ngrams) {
  const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
  await using embedder = await openEmbedder({ kind: "folder", path });
  const vectors = {
    embedder: embedder.id,
    dimension: embedder.dimension,
    train: await embedAll(embedder, train.texts, "passage", values.cache),
    dev: await embedAll(embedder, dev.texts, "passage", values.cache),
  };
  await write("embedding.bin", encodeEmbedding(trainNetwork(train, dev, ngrams, vectors, { onProgress })));
}

async function write(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(values.output, name);
  await Deno.writeFile(path, bytes);
  console.log(`${path} (${(bytes.length / 1e6).toFixed(2)} MB)`);
}
