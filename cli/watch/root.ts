import { dirname, relative, sep } from "node:path";
import { MorganError } from "../../lib/errors.ts";
import { passReason } from "../passed_over.ts";
import type { Attention } from "./attention.ts";

/** A watched file or folder and whether it is there. */
export interface Root {
  path: string;
  /** False for a single file: its folder decides whether it was deleted or its disk is away. */
  folder: boolean;
}

/** How a look at a root ended. `away`: not there, so nothing is known of what is below it. `anew`: it is another one than before. */
export type RootState = "there" | "anew" | "away";

/** Keeps the system's watch on one root. */
export interface RootWatch extends Disposable {
  root: Root;
  /** Looks whether the root is there, and watches it again where it was replaced. */
  look(): Promise<RootState>;
  /** False where the system watches no more folders: changes are found by looking. */
  readonly notified: boolean;
}

/** Starts to watch. Events of names that are passed over are left out. */
export function watchRoot(root: Root, excluded: ReadonlySet<string>, { note }: Attention): RootWatch {
  const watched = root.folder ? root.path : dirname(root.path);
  let watcher: Deno.FsWatcher | undefined;
  let identity = "";
  let device: number | undefined;
  let notified = true;

  function close(): void {
    try {
      watcher?.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
    watcher = undefined;
  }
  function open(): void {
    close();
    try {
      watcher = Deno.watchFs(watched, { recursive: root.folder });
      notified = true;
      follow(watcher);
    } catch {
      // The system's limit of watched folders, or a file system that tells of no changes: looks have to do.
      notified = false;
    }
  }
  async function follow(own: Deno.FsWatcher): Promise<void> {
    try {
      for await (const { kind, flag, paths } of own) {
        if (flag === "rescan" || kind === "other" || paths.length === 0) note();
        // Reading a file is an access too: only what changes it counts.
        else if (kind !== "access") paths.filter(concerns).forEach(note);
      }
    } catch {
      note();
    }
  }
  function concerns(path: string): boolean {
    if (!root.folder) return path === root.path;
    const below = relative(root.path, path);
    return below === "" || below.startsWith("..") ||
      !below.split(sep).some((name) => passReason(name, excluded, { folder: true }));
  }

  return {
    root,
    get notified() {
      return notified;
    },
    async look() {
      const info = await Deno.stat(watched).catch(() => null);
      const there = info?.isDirectory === true;
      // A folder that changed its disk and is empty is the place where the disk was mounted.
      const unmounted = there && info.dev !== device && await isEmpty(watched);
      if (!there || unmounted) {
        close();
        identity = "";
        return "away";
      }
      const found = `${info.dev} ${info.ino}`;
      device = info.dev;
      if (found === identity) return "there";
      identity = found;
      open();
      return "anew";
    },
    [Symbol.dispose]: close,
  };
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    for await (const _ of Deno.readDir(folder)) return false;
    return true;
  } catch (error) {
    throw new MorganError("invalid_input", `Cannot read ${folder}.`, {
      cause: error,
      hint: "Check its permissions.",
    });
  }
}
