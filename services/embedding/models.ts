import type { Config } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { type Embedder, openEmbedder, type OpenEmbedderOptions } from "../../lib/models/embedding.ts";
import { oneAtATime } from "../../lib/one_at_a_time.ts";
import type { ModelSettings, OpenModel } from "./contract.ts";
import { configuredSettings, embedderSpec, withSecrets } from "./settings.ts";

/** A model that is not the configured one is closed when nobody has asked it for so long; it is opened again when named. */
const IDLE_MS = 300_000;
/** A model begins to load this long after it was asked for: its worker's start holds up the whole process for a moment. */
const WARM_AFTER_MS = 1_000;

/** What a model is asked for with. */
export interface ModelRequest {
  /** The configured model if left out. */
  settings?: ModelSettings | undefined;
  /** The model as known from before: where it is this one, a server that is away is opened too. */
  known?: { id: string; dimension: number } | undefined;
  /** Load it soon. */
  warm?: boolean | undefined;
}

/** The embedding models that are open: the configured one, and others for as long as they are asked. */
export interface Models extends AsyncDisposable {
  /**
   * Opens a model, or finds it open; `null`: none is configured. Throws `not_found` for one that is nowhere, `unavailable` for a server
   * that is away, `invalid_config` for settings that name none.
   */
  open(request: ModelRequest): Promise<OpenModel | null>;
  /** Works with an open model, which stays open meanwhile. Throws `unavailable` where it is not open and never was. */
  use<T>(id: string, work: (embedder: Embedder) => T | Promise<T>): Promise<T>;
}

/** What opens the models. */
export interface ModelsOptions {
  settings: Config["embedding"];
  /** The folder of models that were fetched. */
  folder: string;
  /** Hold for every model. */
  defaults?: OpenEmbedderOptions;
  /** @default 300,000 milliseconds */
  idleMs?: number;
}

interface Entry {
  embedder: Embedder;
  settings: ModelSettings;
  configured: boolean;
  calls: number;
  leaving?: ReturnType<typeof setTimeout> | undefined;
}

/** The models of these settings; nothing is opened yet. */
export function openModels({ settings, folder, defaults = {}, idleMs = IDLE_MS }: ModelsOptions): Models {
  const configured = configuredSettings(settings);
  const entries = new Map<string, Entry>();
  /** The settings of each id that was ever open: what was closed is opened again by its name. */
  const known = new Map<string, ModelSettings>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const inOrder = oneAtATime();

  /** Closes a model after a while without a call, unless it is the configured one. */
  function stay(id: string, entry: Entry): void {
    clearTimeout(entry.leaving);
    if (entry.configured) return;
    entry.leaving = setTimeout(async () => {
      if (entry.calls > 0) return stay(id, entry);
      entries.delete(id);
      await entry.embedder[Symbol.asyncDispose]();
    }, idleMs);
    Deno.unrefTimer(entry.leaving);
  }

  const openEntry = (wanted: ModelSettings, dimension?: number) =>
    inOrder(async () => {
      const isConfigured = isSame(wanted, configured);
      const there = [...entries.values()].find((entry) => isSame(entry.settings, wanted));
      if (there) return there;
      const spec = await embedderSpec(withSecrets(wanted, settings), folder);
      const embedder = await openEmbedder(spec, { ...defaults, dimension });
      // The same model, found at another place.
      const twin = entries.get(embedder.id);
      if (twin) {
        await embedder[Symbol.asyncDispose]();
        return twin;
      }
      const entry: Entry = { embedder, settings: wanted, configured: isConfigured, calls: 0 };
      entries.set(embedder.id, entry);
      known.set(embedder.id, wanted);
      stay(embedder.id, entry);
      return entry;
    });

  function warm({ embedder }: Entry): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      embedder.warm();
    }, WARM_AFTER_MS);
    timers.add(timer);
    Deno.unrefTimer(timer);
  }

  async function find(id: string): Promise<Entry> {
    const entry = entries.get(id);
    if (entry) return entry;
    const before = known.get(id);
    const again = before && await openEntry(before);
    if (again?.embedder.id === id) return again;
    throw new MorganError("unavailable", `The embedding model ${id} is not open.`, {
      hint: "Run `morgan reindex` to index the documents with the configured model.",
      details: { dependency: "embedding" },
    });
  }

  return {
    async open({ settings: wanted = configured ?? undefined, known: before, warm: soon = false }) {
      if (!wanted) return null;
      const isKnown = before?.id.startsWith(`${wanted.provider}:${wanted.model}@`);
      const entry = await openEntry(wanted, isKnown ? before?.dimension : undefined);
      if (soon) warm(entry);
      const { id, maxTokens, dimension } = entry.embedder;
      return { id, dimension, max_tokens: maxTokens, settings: entry.settings };
    },
    async use(id, work) {
      const entry = await find(id);
      entry.calls++;
      try {
        return await work(entry.embedder);
      } finally {
        entry.calls--;
        stay(id, entry);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const timer of timers) clearTimeout(timer);
      const all = [...entries.values()];
      entries.clear();
      for (const { embedder, leaving } of all) {
        clearTimeout(leaving);
        await embedder[Symbol.asyncDispose]();
      }
    },
  };
}

function isSame(a: ModelSettings, b: ModelSettings | null): boolean {
  return a.provider === b?.provider && a.model === b.model && a.base_url === b.base_url;
}
