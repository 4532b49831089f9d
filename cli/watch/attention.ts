import { wakeSignal } from "../../lib/jobs/wake.ts";

/** Where something happened: paths, or `all` where that cannot be told. */
export interface Dirty {
  all: boolean;
  paths: Set<string>;
}

/** How long to wait for the end of a burst of changes. Milliseconds. */
export interface Pace {
  /** Changes are looked at once there was none for so long. @default 300 */
  quiet?: number;
  /** … and at the latest so long after the first. @default 3000 */
  most?: number;
}

/** Gathers what happened until it is worth a look. */
export interface Attention {
  /** Notes that something happened at `path`; without one, that it is not known where. */
  note(path?: string): void;
  /** What happened, once it has calmed down. Resolves with `all` after `within` ms without anything. Throws when aborted. */
  next(within: number, signal: AbortSignal): Promise<Dirty>;
}

/** Nothing noted yet. */
export function attention({ quiet = 300, most = 3000 }: Pace = {}): Attention {
  let dirty: Dirty = { all: false, paths: new Set() };
  let first: number | undefined;
  let last = 0;
  const noted = wakeSignal();
  return {
    note(path) {
      last = performance.now();
      first ??= last;
      if (path === undefined) dirty.all = true;
      else dirty.paths.add(path);
      noted.wake();
    },
    async next(within, signal) {
      const deadline = performance.now() + within;
      for (;;) {
        signal.throwIfAborted();
        const now = performance.now();
        if (first !== undefined) {
          const due = Math.min(last + quiet, first + most);
          if (now >= due) break;
          await wakeSignal().next(due - now, signal);
        } else if (now >= deadline) return { all: true, paths: new Set() };
        else await noted.next(deadline - now, signal);
      }
      const taken = dirty;
      dirty = { all: false, paths: new Set() };
      first = undefined;
      return taken;
    },
  };
}
