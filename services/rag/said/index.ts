import { join } from "node:path";
import { analyze, type LexicalIndex, openLexicalIndex } from "../../../lib/lexical/mod.ts";
import { isAway } from "../../../lib/models/embedding.ts";
import { openDerived } from "../../../lib/record_log/mod.ts";
import { fuse, gatherCandidates } from "../../../lib/retrieval/mod.ts";
import { errorFields, type Logger, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { openLocalVectorIndex, type VectorIndex, type VectorModel } from "../../../lib/vectors/mod.ts";
import type { TextEmbedding } from "../../embedding/client.ts";
import type { SaidHit, SaidMessage, SaidSearchRequest, SaidSearchResponse } from "./contract.ts";
import { heldMessages } from "./held.ts";

/** Hybrid search in everything that was said. Which messages live, whoever searches looks up. */
export interface SaidIndex extends AsyncDisposable {
  /**
   * Indexes messages; those that it holds stay as they are. Words are found before meaning is. False where they are found by words alone,
   * because the embedding model does not answer. Throws what else fails; then it may be called again.
   */
  index(messages: readonly SaidMessage[], signal?: AbortSignal): Promise<boolean>;
  /** Resolves when nothing of these messages can be found any more. */
  remove(messageIds: readonly string[]): Promise<void>;
  /** Best first. Words alone where no vector of the query can be had. */
  search(request: SaidSearchRequest, signal?: AbortSignal): Promise<SaidSearchResponse>;
  /** How rare each term (as `analyze` gives it) is. */
  weights(terms: readonly string[]): number[];
  /** Those of these ids that it does not hold, or not by meaning too. */
  lacks(messageIds: readonly string[]): string[];
  /** Ids of messages that it holds, in their order, from behind `after`. */
  page(after: string | undefined, limit: number): string[];
  /** Rewrites its files without what was removed. */
  compact(): Promise<void>;
  /** Something was lost since it was closed: a file was damaged, made by another model or analyzer, or ended in the middle. */
  readonly lost: boolean;
  /** The id of the model that made the vectors; absent where words alone are searched. */
  readonly model: string | undefined;
}

/** What messages are embedded with. */
export type SaidEmbedding = Pick<TextEmbedding, "embed"> & { model: VectorModel };

/** Texts that are embedded at once. */
const BATCH = 64;
/**
 * Characters of what a message replies to that are indexed with its words. On LoCoMo this lifts recall@10 from .65 to .75;
 * in the vectors it lowers it, for they would tell the turns of a conversation apart less well.
 */
const BEFORE = 150;

export const LEXICAL_FILE = "lexical.log";
export const VECTORS_FILE = "vectors.log";

/** Opens the index in `folder`. What is damaged, or was made with another model than `embedding`'s, is begun anew. */
export async function openSaidIndex(folder: string, embedding: SaidEmbedding | null): Promise<SaidIndex> {
  const log = serviceLogger("rag");
  await using stack = new AsyncDisposableStack();
  let lost = false;
  const derived = async <T>(file: string, open: (path: string) => Promise<T>) => {
    const path = join(folder, file);
    const { size } = await Deno.stat(path).catch(() => ({ size: 0 }));
    lost ||= size === 0;
    return await openDerived(path, open, (reason) => {
      lost = true;
      log.warning("the index of what was said is made anew", { path, reason });
    });
  };
  const lexical = stack.use(await derived(LEXICAL_FILE, openLexicalIndex));
  const vectors = embedding &&
    stack.use(await derived(VECTORS_FILE, (path) => openLocalVectorIndex(path, embedding.model)));
  if (lexical.stats().cutBytes > 0 || (vectors?.stats().cutBytes ?? 0) > 0) lost = true;
  const held = heldMessages([...lexical.keys(), ...vectors?.keys() ?? []]);
  const owned = stack.move();

  async function embed(messages: readonly Keyed[], signal: AbortSignal | undefined): Promise<boolean> {
    if (!embedding || !vectors) return true;
    const missing = messages.filter(({ key }) => !vectors.has(key));
    try {
      for (let at = 0; at < missing.length; at += BATCH) {
        const batch = missing.slice(at, at + BATCH);
        const all = await embedParts(embedding, batch, signal);
        for (const [i, { key }] of batch.entries()) {
          // Once more: it may have been removed while it was embedded, and whoever removes it then is to find it.
          held.add(key);
          await vectors.upsert(key, all[i] ?? new Float32Array());
        }
      }
      return true;
    } catch (error) {
      if (signal?.aborted || !isAway(error)) throw error;
      log.warning("messages are found by their words alone until the embedding model answers", {
        messages: missing.length,
        ...errorFields(error),
      });
      return false;
    }
  }

  return {
    async index(messages, signal) {
      const wanted = messages.map((message): Keyed => ({ ...message, key: held.keyOf(message) }));
      // A conversation that became part of another one: its messages were held under its own name.
      await forget(
        wanted.flatMap(({ key, message_id }) => held.keysOf(message_id).filter((old) => old !== key)),
      );
      for (const { key, parts, before } of wanted) {
        if (lexical.has(key)) continue;
        const end = before?.slice(-BEFORE) ?? "";
        held.add(key);
        await lexical.upsert(key, parts.map((text, i) => i === 0 ? `${text}\n${end}` : text));
      }
      return await embed(wanted, signal);
    },
    remove: (messageIds) => forget(messageIds.flatMap((id) => held.keysOf(id))),
    async search({ query, limit, leg, ...filter }, signal) {
      const vector = leg === "lexical" ? undefined : await queryVector(embedding, query, log, signal);
      const allow = allowOnly(filter, held.parse);
      const found = await findKeys(query, vector, { lexical, vectors }, { limit, leg, allow });
      return {
        hits: found.map(({ contentKey, chunk, ...scores }): SaidHit => {
          const { message_id, conversation_id } = held.parse(contentKey);
          return { message_id, conversation_id, part: chunk, ...scores };
        }),
        terms: [...new Set(analyze(query))].map((term) => ({ term, idf: lexical.idf(term) })),
        ...(embedding ? { model: embedding.model.id } : {}),
      };
    },
    weights: (terms) => terms.map((term) => lexical.idf(term)),
    lacks: (messageIds) =>
      messageIds.filter((id) =>
        !held.keysOf(id).some((key) => lexical.has(key) && (!vectors || vectors.has(key)))
      ),
    page: (after, limit) => held.page(after, limit),
    async compact() {
      await lexical.compact();
      await vectors?.compact();
    },
    get lost() {
      return lost;
    },
    model: embedding?.model.id,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };

  async function forget(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    // First: who indexes one of them meanwhile adds it anew.
    for (const key of keys) held.drop(key);
    try {
      await lexical.remove(keys);
      await vectors?.remove(keys);
    } catch (error) {
      for (const key of keys) held.add(key);
      throw error;
    }
  }
}

/** A message with its key in the indexes. */
type Keyed = SaidMessage & { key: string };

/** The vectors of each message's parts, one after the other. */
async function embedParts(
  { embed, model: { dimension } }: SaidEmbedding,
  batch: readonly Keyed[],
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const all = await embed(batch.flatMap(({ parts }) => parts), "passage", {
    signal,
    // One exchange is done in a moment; the workers of ingestion need not be started for it.
    priority: batch.length > 2 ? "background" : "interactive",
  });
  let at = 0;
  return batch.map(({ parts }) => {
    const own = all.slice(at * dimension, (at + parts.length) * dimension);
    at += parts.length;
    return own;
  });
}

async function queryVector(
  embedding: SaidEmbedding | null,
  query: string,
  log: Logger,
  signal: AbortSignal | undefined,
): Promise<Float32Array | undefined> {
  if (!embedding) return undefined;
  try {
    return await embedding.embed([query], "query", { signal, priority: "interactive" });
  } catch (error) {
    if (signal?.aborted) throw error;
    log.warning("what was said is searched by words alone", errorFields(error));
    return undefined;
  }
}

async function findKeys(
  query: string,
  vector: Float32Array | undefined,
  { lexical, vectors }: { lexical: LexicalIndex; vectors: VectorIndex | null },
  { limit, leg, allow }: Pick<SaidSearchRequest, "limit" | "leg"> & { allow: (key: string) => boolean },
) {
  if (!vector || !vectors) {
    if (leg === "dense") return [];
    return (await lexical.search(query, { limit, allow })).map((hit) => ({ ...hit, lexical: hit.score }));
  }
  if (leg === "dense") {
    return (await vectors.search(vector, { limit, allow })).map((hit) => ({ ...hit, dense: hit.score }));
  }
  return fuse(await gatherCandidates(query, vector, { lexical, vectors }, { allow })).slice(0, limit);
}

/** The filter of a search as what the local indexes ask of each key. */
function allowOnly(
  { user_id, conversation_id, exclude }: Pick<SaidSearchRequest, "user_id" | "conversation_id" | "exclude">,
  parse: ReturnType<typeof heldMessages>["parse"],
): (key: string) => boolean {
  const unwanted = new Set(exclude);
  return (key) => {
    const found = parse(key);
    return found.user_id === user_id && !unwanted.has(found.message_id) &&
      (conversation_id === undefined || found.conversation_id === conversation_id);
  };
}
