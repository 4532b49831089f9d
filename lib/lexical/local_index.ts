import { MorganError } from "../errors.ts";
import { pacer } from "../pace.ts";
import { oneAtATime } from "../one_at_a_time.ts";
import { openRecordLog } from "../record_log/mod.ts";
import { analyze, ANALYZER } from "./analyze.ts";
import { BM25, type Bm25 } from "./bm25.ts";
import { type ContentTerms, decodeRecord, encodeRecord } from "./codec.ts";
import { type LexicalStore, makeLexicalStore } from "./store.ts";
import type { LexicalIndex } from "./types.ts";

/** Compaction pays once this share of the postings is dead. */
const DEAD_SHARE = 0.25;

/** Opens the index in a file, or makes it: BM25 in memory, kept by a log; opening analyses no text again. */
export async function openLexicalIndex(path: string, bm25: Bm25 = BM25): Promise<LexicalIndex> {
  let store = makeLexicalStore(bm25);
  let named = false;
  const log = await openRecordLog(path, (payload) => {
    const record = decodeRecord(payload);
    switch (record.op) {
      case "analyzer":
        requireSame(record.text);
        named = true;
        return;
      case "terms":
        return store.addTerms(record.text.split("\n"));
      case "upsert":
        return store.put(record.text, record.terms);
      case "remove":
        return store.drop(record.text);
    }
  });
  if (!named) await log.append([encodeRecord({ op: "analyzer", text: ANALYZER })]);

  async function compact(share = DEAD_SHARE): Promise<void> {
    if (store.deadPostings <= share * (store.postings + store.deadPostings)) return;
    const next = makeLexicalStore(bm25);
    for (const [key, terms] of store.entries()) next.put(key, renumbered(terms, store, next));
    await log.rewrite(records(next));
    store = next;
  }
  // Memory follows the log in its order.
  const change = oneAtATime();
  await compact();

  return {
    upsert: (key, chunks) =>
      change(async () => {
        const { terms, added } = await count(chunks, store);
        const upsert = encodeRecord({ op: "upsert", text: key, terms });
        await log.append(added.length === 0 ? [upsert] : [termsRecord(added), upsert]);
        store.addTerms(added);
        store.put(key, terms);
        await compact();
      }),
    remove: (keys) =>
      change(async () => {
        const known = keys.filter((key) => store.has(key));
        if (known.length === 0) return;
        await log.append(known.map((text) => encodeRecord({ op: "remove", text })));
        for (const key of known) store.drop(key);
        await compact();
      }),
    has: (key) => store.has(key),
    keys: () => store.keys(),
    search: (query, options) => attempt(() => store.search(analyze(query), options)),
    scores: (query, refs) => attempt(() => store.scores(analyze(query), refs)),
    idf: (term) => store.idf(term),
    compact: () => change(() => compact(0)),
    stats: () => ({
      contents: store.contents,
      chunks: store.chunks,
      terms: store.terms,
      postings: store.postings,
      diskBytes: log.bytes,
      cutBytes: log.report.cutBytes,
    }),
    async [Symbol.asyncDispose]() {
      await change(() => Promise.resolve());
      await log[Symbol.asyncDispose]();
    },
  };
}

/** The terms of chunks by number; `added` are those that the store does not know, numbered after its own. */
async function count(
  chunks: readonly string[],
  store: LexicalStore,
): Promise<{ terms: ContentTerms; added: string[] }> {
  const giveWay = pacer();
  const newIds = new Map<string, number>();
  const lengths = new Uint32Array(chunks.length);
  const offsets = new Uint32Array(chunks.length + 1);
  const postings: number[] = [];
  for (const [i, chunk] of chunks.entries()) {
    await giveWay();
    const tfs = new Map<number, number>();
    const terms = analyze(chunk);
    for (const term of terms) {
      let id = store.termId(term) ?? newIds.get(term);
      if (id === undefined) newIds.set(term, id = store.terms + newIds.size);
      tfs.set(id, (tfs.get(id) ?? 0) + 1);
    }
    for (const [id, tf] of tfs) postings.push(id * 256 + Math.min(tf, 255));
    lengths[i] = terms.length;
    offsets[i + 1] = postings.length;
  }
  return { terms: { lengths, offsets, postings: Uint32Array.from(postings) }, added: [...newIds.keys()] };
}

/** The same terms with the numbers of another store, which learns those it lacks. */
function renumbered(terms: ContentTerms, from: LexicalStore, to: LexicalStore): ContentTerms {
  const postings = terms.postings.map((posting) => {
    const term = from.term(posting >>> 8);
    if (to.termId(term) === undefined) to.addTerms([term]);
    return (to.termId(term) ?? 0) * 256 + (posting & 255);
  });
  return { ...terms, postings };
}

function* records(store: LexicalStore): Iterable<Uint8Array> {
  yield encodeRecord({ op: "analyzer", text: ANALYZER });
  if (store.terms > 0) yield termsRecord(Array.from({ length: store.terms }, (_, id) => store.term(id)));
  for (const [text, terms] of store.entries()) yield encodeRecord({ op: "upsert", text, terms });
}

function termsRecord(terms: readonly string[]): Uint8Array {
  return encodeRecord({ op: "terms", text: terms.join("\n") });
}

function attempt<T>(task: () => T): Promise<T> {
  return new Promise((resolve) => resolve(task()));
}

function requireSame(found: string): void {
  if (found === ANALYZER) return;
  throw new MorganError(
    "model_mismatch",
    `The text index was made by another analyzer (${found}, not ${ANALYZER}).`,
    {
      hint: "Run `morgan reindex` to build it anew.",
    },
  );
}
