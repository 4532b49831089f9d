import { MorganError } from "../errors.ts";
import { type Embedder, type EmbedderSpec, openEmbedder, type OpenEmbedderOptions } from "./embedding.ts";

/** How long a model that is no longer in use still answers: a question may have embedded its first text with it. */
const GRACE_MS = 30_000;
/** A model begins to load this long after it was put to use: its worker's start holds up the whole process for a moment. */
const WARM_AFTER_MS = 1_000;

/** The open embedding models by id: the one in use and, while an index is made anew, the one that comes after it. */
export interface EmbedderSet extends AsyncDisposable {
  /** Opens a model; one that is open already is not opened again. Throws as `openEmbedder` does. */
  open(spec: EmbedderSpec, options?: OpenEmbedderOptions): Promise<Embedder>;
  /** The model of this id, or the one in use. Throws `unavailable` where it is not open. */
  get(id?: string): Embedder;
  /** Makes a model the one in use, which loads a moment later or with its first call; `null`: there is none. */
  use(id: string | null): void;
  /** Closes a model once the calls under way, and those that a question may still make, have ended. */
  close(id: string): void;
}

interface Entry {
  embedder: Embedder;
  calls: number;
  leaving?: ReturnType<typeof setTimeout> | undefined;
}

/** Makes an empty set. @param defaults hold for every model that is opened */
export function embedderSet(defaults: OpenEmbedderOptions = {}, graceMs = GRACE_MS): EmbedderSet {
  const entries = new Map<string, Entry>();
  let inUse: string | null = null;
  let warming: ReturnType<typeof setTimeout> | undefined;

  function leave(id: string, entry: Entry): void {
    clearTimeout(entry.leaving);
    entry.leaving = setTimeout(async () => {
      if (entry.calls > 0) return leave(id, entry);
      entries.delete(id);
      await entry.embedder[Symbol.asyncDispose]();
    }, graceMs);
    Deno.unrefTimer(entry.leaving);
  }

  return {
    async open(spec, options) {
      const embedder = await openEmbedder(spec, { ...defaults, ...options });
      const known = entries.get(embedder.id);
      if (known) {
        clearTimeout(known.leaving);
        await embedder[Symbol.asyncDispose]();
        return known.embedder;
      }
      const entry: Entry = { embedder: counted(embedder, () => entry), calls: 0 };
      entries.set(embedder.id, entry);
      return entry.embedder;
    },
    get(id) {
      const wanted = id ?? inUse;
      const entry = wanted === null ? undefined : entries.get(wanted);
      if (entry) return entry.embedder;
      throw new MorganError("unavailable", `The embedding model ${wanted ?? "of the index"} is not open.`, {
        hint: "Run `morgan reindex` to index the documents with the configured model.",
        details: { dependency: "embedding" },
      });
    },
    use(id) {
      inUse = id;
      clearTimeout(warming);
      warming = setTimeout(() => id !== null && entries.get(id)?.embedder.warm(), WARM_AFTER_MS);
      Deno.unrefTimer(warming);
    },
    close(id) {
      const entry = entries.get(id);
      if (entry) leave(id, entry);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(warming);
      const all = [...entries.values()];
      entries.clear();
      for (const { embedder, leaving } of all) {
        clearTimeout(leaving);
        await embedder[Symbol.asyncDispose]();
      }
    },
  };
}

/** The same model, its calls counted. */
function counted(embedder: Embedder, entry: () => Entry): Embedder {
  return {
    ...embedder,
    async embed(texts, kind, options) {
      entry().calls++;
      try {
        return await embedder.embed(texts, kind, options);
      } finally {
        entry().calls--;
      }
    },
    [Symbol.asyncDispose]: () => embedder[Symbol.asyncDispose](),
  };
}
