import { type ErrorCode, toMorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { IngestEvent } from "../../services/rag/contract.ts";
import { attention, type Dirty, type Pace } from "./attention.ts";
import type { PassedOver } from "../passed_over.ts";
import type { WalkRules } from "../walk.ts";
import { reconcile } from "./reconcile.ts";
import { type Root, watchRoot } from "./root.ts";

/** What a watch tells. */
export type WatchEvent =
  | IngestEvent
  | {
    event: "change";
    change: "added" | "changed" | "failed";
    path: string;
    chunks: number;
    reason?: string;
    message?: string;
  }
  | { event: "change"; change: "deleted"; path: string }
  | { event: "found"; files: number }
  | ({ event: "passed_over" } & PassedOver)
  | { event: "watching"; paths: string[]; files: number; notified: boolean }
  | { event: "away"; path: string; message: string }
  | { event: "back"; path: string }
  | { event: "retry"; message: string; seconds: number };

/** What a watch needs of a server. */
export type WatchClient = Pick<CoreClient, "ingest" | "documents" | "deleteDocument">;

/** How a watch goes. Milliseconds. */
export interface WatchOptions extends Pace {
  roots: readonly Root[];
  rules: WalkRules;
  /** Send every file of the first look again. */
  force: boolean;
  /** Finds the server or starts it; called again whenever it went away. */
  connect: () => Promise<WatchClient>;
  tell: (event: WatchEvent) => void;
  signal: AbortSignal;
  /** Everything is looked at this often, whatever the system tells. @default 60_000 */
  rescan?: number;
}

/** Time between looks for a root that is away. */
const AWAY_MS = 2_000;
/** Once changes have ended, everything is looked at after so long: in a burst the system may lose some without a word. */
const SETTLE_MS = 5_000;
/** Time between looks at everything where the system tells of no changes. */
const UNTOLD_MS = 10_000;
/** A look at everything may take this share of the time at most. */
const RESCAN_SHARE = 0.02;
const RETRY_MS = { first: 500, most: 15_000 };

/** Failures that another try can't mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  "unauthorized",
  "invalid_config",
  "model_mismatch",
  "usage",
  "not_found",
]);

/**
 * Keeps Morgan equal to files and folders until `signal` aborts, then returns; throws what stands in the way before that. Documents
 * whose file is gone are deleted; of a root that is away nothing is.
 */
export async function watchRoots(options: WatchOptions): Promise<void> {
  const { roots, rules, connect, tell, signal, rescan = 60_000 } = options;
  using stack = new DisposableStack();
  const noticed = attention(options);
  const watches = roots.map((root) => stack.use(watchRoot(root, rules.excluded, noticed)));
  const known = new Map<string, string>();
  const refused = new Set<string>();
  const away = new Set<string>();
  let client: WatchClient | undefined;
  let first = true;
  let dirty: Dirty = { all: true, paths: new Set() };
  let pause = RETRY_MS.first;
  let lookMs = 0;

  /** The roots that can be looked at. Those that are back, or another folder than before, are looked at whole. */
  async function present(): Promise<Root[]> {
    const there: Root[] = [];
    for (const watch of watches) {
      const { path } = watch.root;
      const state = await watch.look();
      if (state === "away") {
        if (!away.has(path)) tell({ event: "away", path, message: "missing or empty" });
        away.add(path);
        continue;
      }
      if (away.delete(path)) tell({ event: "back", path });
      if (state === "anew") dirty.paths.add(path);
      there.push(watch.root);
    }
    return there;
  }

  async function look(): Promise<void> {
    client ??= await connect();
    const there = await present();
    const started = performance.now();
    const targets = dirty.all ? there.map(({ path }) => path) : [...dirty.paths];
    await reconcile({
      client,
      roots: there,
      rules,
      known,
      refused,
      targets,
      force: options.force && first,
      first,
      tell,
      signal,
    });
    if (dirty.all) lookMs = performance.now() - started;
    if (first) {
      const notified = watches.every((watch) => watch.notified);
      tell({ event: "watching", paths: roots.map(({ path }) => path), files: known.size, notified });
    }
    first = false;
    pause = RETRY_MS.first;
    dirty = { all: false, paths: new Set() };
  }

  while (!signal.aborted) {
    try {
      const whole = dirty.all;
      await look();
      const told = watches.every((watch) => watch.notified);
      const wanted = whole ? told ? rescan : Math.min(rescan, UNTOLD_MS) : SETTLE_MS;
      const pace = Math.max(wanted, lookMs / RESCAN_SHARE);
      const within = away.size > 0 ? AWAY_MS : pace;
      dirty = await noticed.next(within, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Deno.errors.BrokenPipe) throw error;
      const failure = toMorganError(error);
      if (FINAL.has(failure.code)) throw failure;
      tell({ event: "retry", message: failure.message, seconds: pause / 1000 });
      client = undefined;
      const more = await noticed.next(pause, signal).catch(() => undefined);
      if (more && !more.all) { for (const path of more.paths) dirty.paths.add(path); }
      pause = Math.min(pause * 2, RETRY_MS.most);
    }
  }
}
