import { join } from "node:path";
import { isAbort } from "../../../lib/errors.ts";
import { type LexicalIndex, openLexicalIndex } from "../../../lib/lexical/mod.ts";
import { oneAtATime } from "../../../lib/one_at_a_time.ts";
import { openDerived } from "../../../lib/record_log/mod.ts";
import { fuse, gatherCandidates } from "../../../lib/retrieval/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { openLocalVectorIndex, type VectorIndex, type VectorModel } from "../../../lib/vectors/mod.ts";
import type { TextEmbedding } from "../../embedding/client.ts";
import { messageParts } from "./parts.ts";

/** A message to be found again. */
export interface SaidMessage {
  message_id: string;
  conversation_id: string;
  user_id: string;
  text: string;
  /** What it replies to: an answer is often found by the words of its question. */
  before?: string | undefined;
}

/** A part of a message that was found. */
export interface MessageHit {
  message_id: string;
  conversation_id: string;
  /** Which of `messageParts`. */
  part: number;
  score: number;
  dense?: number;
  lexical?: number;
}

export interface MessageSearch {
  user_id: string;
  limit: number;
  /** @default "fused" */
  leg?: "fused" | "dense" | "lexical";
  /** Messages that are not wanted. */
  exclude?: ReadonlySet<string>;
  /** Only messages of this conversation. */
  conversation_id?: string;
}

/** Hybrid search in everything that was said. */
export interface MessageIndex extends AsyncDisposable {
  /** Indexes messages in the background; `idle` tells when that is done. Words are found before meaning is. */
  add(messages: readonly SaidMessage[]): void;
  /** Resolves when nothing of these messages can be found any more. */
  remove(messageIds: readonly string[]): Promise<void>;
  has(messageId: string): boolean;
  /** Best first. Words alone where no vector of the query can be had. */
  search(query: string, options: MessageSearch, signal?: AbortSignal): Promise<MessageHit[]>;
  /** How rare a term (as `analyze` gives it) is in what was said. */
  idf(term: string): number;
  /** Removes what was never added since it was opened: of messages that were deleted by a process which then was killed. */
  prune(): Promise<void>;
  /** Rewrites its files without what was removed. */
  compact(): Promise<void>;
  idle(): Promise<void>;
  /** Messages that are indexed. */
  readonly size: number;
  /** The id of the model that made the vectors; absent where words alone are searched. */
  readonly model: string | undefined;
}

/** What messages are embedded with. */
export type MessageEmbedding = Pick<TextEmbedding, "embed"> & { model: VectorModel };

/** Texts that are embedded at once. */
const BATCH = 64;
/**
 * Characters of what a message replies to that are indexed with its words. On LoCoMo this lifts recall@10 from .65 to .75;
 * in the vectors it lowers it, for they would tell the turns of a conversation apart less well.
 */
const BEFORE = 150;
/** Parts of a message that are indexed, some 20,000 characters: whoever says more has pasted a document, whose beginning tells what it was. */
const MOST_PARTS = 24;

/**
 * Opens the index in `folder`. What is damaged, or was made with another model than `model`, is dropped: whoever opens it adds what it has not.
 */
export async function openMessageIndex(
  folder: string,
  embedding: MessageEmbedding | null,
): Promise<MessageIndex> {
  const log = serviceLogger("core");
  const derived = <T>(file: string, open: (path: string) => Promise<T>) => {
    const path = join(folder, file);
    return openDerived(
      path,
      open,
      (reason) => log.warning("the index of what was said is made anew", { path, reason }),
    );
  };
  const lexical = await derived("lexical.log", openLexicalIndex);
  const vectors = embedding &&
    await derived("vectors.log", (path) => openLocalVectorIndex(path, embedding.model));
  const inOrder = oneAtATime();
  const closing = new AbortController();
  /** Of each message its key in the indexes. */
  const keys = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  async function index(messages: readonly SaidMessage[]): Promise<void> {
    const parts = messages.map((message) => ({
      key: keyOf(message),
      texts: messageParts(message.text).slice(0, MOST_PARTS),
      before: message.before?.slice(-BEFORE) ?? "",
    })).filter(({ texts }) => texts.length > 0);
    for (const { key, texts, before } of parts) {
      if (!lexical.has(key)) {
        await lexical.upsert(
          key,
          texts.map((text, i) => i === 0 ? `${text}\n${before}` : text),
        );
      }
    }
    if (!embedding || !vectors) return;
    const missing = parts.filter(({ key }) => !vectors.has(key));
    for (let at = 0; at < missing.length;) {
      const batch = missing.slice(at, at + BATCH);
      at += batch.length;
      await embedInto(vectors, embedding, batch, closing.signal);
    }
  }

  return {
    add(messages) {
      const wanted = messages.filter(({ message_id }) => !closing.signal.aborted && message_id !== "");
      for (const message of wanted) keys.set(message.message_id, keyOf(message));
      last = inOrder(() => index(wanted.filter(({ message_id }) => keys.has(message_id)))).catch((error) => {
        if (isAbort(error) || closing.signal.aborted) return;
        // They are added again at the next start.
        log.warning("messages were not indexed", { messages: wanted.length, ...errorFields(error) });
      });
    },
    async remove(messageIds) {
      for (const id of messageIds) keys.delete(id);
      const gone = new Set(messageIds);
      await inOrder(async () => {
        // Also what an earlier process put there, and this one was not told of.
        const held = [...lexical.keys(), ...vectors?.keys() ?? []];
        const unwanted = [...new Set(held)].filter((key) => gone.has(parseKey(key).message_id));
        await lexical.remove(unwanted);
        await vectors?.remove(unwanted);
      });
    },
    has(messageId) {
      const key = keys.get(messageId);
      return key !== undefined && lexical.has(key) && (!vectors || vectors.has(key));
    },
    async search(query, options, signal) {
      const allow = (key: string) => isWanted(key, keys, options);
      const vector = options.leg === "lexical" ? undefined : await queryVector(embedding, query, log, signal);
      return (await findKeys(query, vector, { lexical, vectors }, options, allow)).map(
        ({ contentKey, chunk, ...scores }) => {
          const { message_id, conversation_id } = parseKey(contentKey);
          return { message_id, conversation_id, part: chunk, ...scores };
        },
      );
    },
    idf: (term) => lexical.idf(term),
    prune: () =>
      inOrder(async () => {
        const known = new Set(keys.values());
        await lexical.remove([...lexical.keys()].filter((key) => !known.has(key)));
        await vectors?.remove([...vectors.keys()].filter((key) => !known.has(key)));
      }),
    compact: () =>
      inOrder(async () => {
        await lexical.compact();
        await vectors?.compact();
      }),
    async idle() {
      await last;
    },
    get size() {
      return keys.size;
    },
    model: embedding?.model.id,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await last;
      await lexical[Symbol.asyncDispose]();
      await vectors?.[Symbol.asyncDispose]();
    },
  };
}

async function embedInto(
  vectors: VectorIndex,
  embedding: MessageEmbedding,
  batch: readonly { key: string; texts: string[] }[],
  signal: AbortSignal,
): Promise<void> {
  const { dimension } = embedding.model;
  const all = await embedding.embed(batch.flatMap(({ texts }) => texts), "passage", {
    signal,
    // One exchange is done in a moment; the workers of ingestion need not be started for it.
    priority: batch.length > 2 ? "background" : "interactive",
  });
  let at = 0;
  for (const { key, texts } of batch) {
    const own = all.slice(at * dimension, (at + texts.length) * dimension);
    at += texts.length;
    await vectors.upsert(key, own);
  }
}

async function queryVector(
  embedding: Pick<TextEmbedding, "embed"> | null,
  query: string,
  log: ReturnType<typeof serviceLogger>,
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
  { limit, leg = "fused" }: MessageSearch,
  allow: (key: string) => boolean,
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

function isWanted(
  key: string,
  keys: ReadonlyMap<string, string>,
  { user_id, exclude, conversation_id }: MessageSearch,
): boolean {
  const parsed = parseKey(key);
  return parsed.user_id === user_id && keys.has(parsed.message_id) && !exclude?.has(parsed.message_id) &&
    (conversation_id === undefined || parsed.conversation_id === conversation_id);
}

function keyOf({ message_id, conversation_id, user_id }: SaidMessage): string {
  return `${message_id} ${conversation_id} ${user_id}`;
}

function parseKey(key: string) {
  const [message_id = "", conversation_id = "", ...user] = key.split(" ");
  return { message_id, conversation_id, user_id: user.join(" ") };
}
