import { fileURLToPath } from "node:url";
import { openEmbedder } from "../lib/models/embedding.ts";
import { embedAll } from "./bench/embedding_cache.ts";
const path = fileURLToPath(new URL("../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
await using e = await openEmbedder({ kind: "folder", path });
for (const part of ["dev", "train"]) {
  const texts = (await Deno.readTextFile(`/work/shared/data/goemotions/${part}.tsv`)).split("\n").filter(
    Boolean,
  ).map((l) => l.split("\t")[0]!);
  const v = await embedAll(e, texts, "passage", undefined);
  await Deno.writeFile(`/tmp/enc/${part}.f32`, new Uint8Array(v.buffer));
}
