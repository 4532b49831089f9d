import { MorganError } from "../errors.ts";
import { oneAtATime } from "../one_at_a_time.ts";
import { openRecordLog } from "../record_log/mod.ts";
import { decodeRecord, encodeRecord } from "./codec.ts";
import { makeVectorStore, type VectorStore } from "./store.ts";
import type { VectorIndex, VectorModel } from "./types.ts";

/** Compaction pays once this share of the rows is dead. */
const DEAD_SHARE = 0.25;

/**
 * Opens the index in a file, or makes it for this model: an exact scan in memory, kept by a log. Throws `MorganError`
 * `model_mismatch` when the file holds another model's vectors.
 */
export async function openLocalVectorIndex(path: string, model: VectorModel): Promise<VectorIndex> {
  const { dimension } = model;
  let store = makeVectorStore(dimension);
  let named = false;
  const log = await openRecordLog(path, (payload) => {
    const record = decodeRecord(payload, dimension);
    if (record.op === "model") {
      requireSame(record.model, model);
      named = true;
    } else if (record.op === "upsert") store.put(record.key, record.chunks);
    else store.drop(record.key);
  });
  if (!named) await log.append([encodeRecord({ op: "model", model }, dimension)]);

  async function compact(share = DEAD_SHARE): Promise<void> {
    if (store.deadChunks <= share * (store.chunks + store.deadChunks)) return;
    await log.rewrite(live(model, store));
    const next = makeVectorStore(dimension);
    for (const [key, chunks] of store.entries()) next.put(key, chunks);
    store = next;
  }
  // Memory follows the log in its order.
  const change = oneAtATime();
  await compact();

  return {
    model,
    upsert: (key, chunks) =>
      change(async () => {
        if (chunks.length % dimension !== 0) {
          throw new MorganError("internal", `The vectors do not have the index's ${dimension} dimensions.`);
        }
        await log.append([encodeRecord({ op: "upsert", key, chunks }, dimension)]);
        store.put(key, chunks);
        await compact();
      }),
    remove: (keys) =>
      change(async () => {
        const known = keys.filter((key) => store.has(key));
        if (known.length === 0) return;
        await log.append(known.map((key) => encodeRecord({ op: "remove", key }, dimension)));
        for (const key of known) store.drop(key);
        await compact();
      }),
    has: (key) => store.has(key),
    keys: () => store.keys(),
    search: (query, options) => attempt(() => store.search(query, options)),
    scores: (query, refs) => attempt(() => store.scores(query, refs)),
    compact: () => change(() => compact(0)),
    stats: () => ({
      contents: store.contents,
      chunks: store.chunks,
      deadChunks: store.deadChunks,
      memoryBytes: store.memoryBytes,
      diskBytes: log.bytes,
      cutBytes: log.report.cutBytes,
    }),
    async [Symbol.asyncDispose]() {
      await change(() => Promise.resolve());
      await log[Symbol.asyncDispose]();
    },
  };
}

function attempt<T>(task: () => T): Promise<T> {
  return new Promise((resolve) => resolve(task()));
}

function* live(model: VectorModel, store: VectorStore): Iterable<Uint8Array> {
  yield encodeRecord({ op: "model", model }, model.dimension);
  for (const [key, chunks] of store.entries()) {
    yield encodeRecord({ op: "upsert", key, chunks }, model.dimension);
  }
}

function requireSame(found: VectorModel, wanted: VectorModel): void {
  if (found.id === wanted.id && found.dimension === wanted.dimension) return;
  throw new MorganError(
    "model_mismatch",
    `The index was made with the embedding model ${found.id} (${found.dimension} dimensions), not with ${wanted.id} (${wanted.dimension}).`,
    {
      hint: "Run `morgan reindex` to embed the documents anew, or set the former model again.",
      details: { found: found.id, wanted: wanted.id },
    },
  );
}
