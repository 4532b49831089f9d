import { dirname, join } from "node:path";
import type { Random } from "./random.ts";

/** A folder of documents that is changed at random, as people and their editors do it. */
export interface Churn {
  /** Does one thing and returns its name. */
  step(): Promise<string>;
  /** How often each thing was done. */
  readonly done: ReadonlyMap<string, number>;
}

const THINGS = [
  "harbour",
  "orchard",
  "engine",
  "library",
  "glacier",
  "market",
  "bridge",
  "station",
  "ferry",
  "mill",
];
const DEEDS = ["was measured", "was repaired", "was described", "was painted", "was sold", "was visited"];

/** Writes `count` documents into folders below `root`, and gives the means to change them. */
export async function makeChurn(root: string, count: number, random: Random): Promise<Churn> {
  const files = new Set<string>();
  const folders = new Set(
    Array.from({ length: 20 }, (_, i) => join(root, `folder${i % 10}`, i < 10 ? "" : `deep${i}`)),
  );
  const done = new Map<string, number>();
  let serial = 0;
  const folder = () => random.pick([...folders]);
  const file = () => random.pick([...files]);
  const fresh = (at = folder()) => join(at, `note${++serial}.${random.pick(["md", "txt"])}`);
  const text = () =>
    Array.from(
      { length: 1 + random.below(4) },
      () =>
        Array.from({ length: 4 + random.below(20) }, () =>
          `The ${random.pick(THINGS)} of entry q${random.below(100_000)}z ${random.pick(DEEDS)} by visitor ${
            random.below(1000)
          }.`).join(" "),
    ).join("\n\n");
  async function write(path: string, content = text()): Promise<void> {
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, content);
    files.add(path);
  }
  async function moveFolder(from: string, to: string): Promise<void> {
    await Deno.mkdir(dirname(to), { recursive: true });
    await Deno.rename(from, to);
    const moved = (path: string) =>
      path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
    for (const paths of [files, folders]) {
      const all = [...paths].map(moved);
      paths.clear();
      for (const path of all) paths.add(path);
    }
  }
  const things: Record<string, () => Promise<void>> = {
    edit: () => write(file()),
    append: async () => await Deno.writeTextFile(file(), `\n\n${text()}`, { append: true }),
    create: () => write(fresh()),
    "save by rename": async () => {
      const path = file();
      await Deno.copyFile(path, `${path}~`);
      await Deno.writeTextFile(`${path}.tmp`, text());
      await Deno.rename(`${path}.tmp`, path);
      await Deno.remove(`${path}~`);
    },
    "delete and write again": async () => {
      const path = file();
      await Deno.remove(path);
      await write(path);
    },
    "rename a file": async () => {
      const [from, to] = [file(), fresh()];
      await Deno.mkdir(dirname(to), { recursive: true });
      await Deno.rename(from, to);
      files.delete(from);
      files.add(to);
    },
    "rename over another": async () => {
      const [from, to] = [file(), file()];
      if (from === to) return;
      await Deno.rename(from, to);
      files.delete(from);
    },
    delete: async () => {
      const path = file();
      await Deno.remove(path);
      files.delete(path);
    },
    copy: async () => {
      const path = fresh();
      await write(path, await Deno.readTextFile(file()));
    },
    "new folder with files": async () => {
      const at = join(root, `folder${random.below(10)}`, `new${++serial}`);
      folders.add(at);
      for (let n = 0; n < 3; n++) await write(fresh(at));
    },
    "rename a folder": async () => {
      const inhabited = [...folders].filter((at) => [...files].some((path) => path.startsWith(`${at}/`)));
      await moveFolder(random.pick(inhabited), join(root, `parent${random.below(3)}`, `moved${++serial}`));
    },
    "delete a folder": async () => {
      // Few at once, so that much is left to be changed.
      const small = [...folders].filter((at) => {
        const inside = [...files].filter((path) => path.startsWith(`${at}/`)).length;
        return inside > 0 && inside < 8;
      });
      if (small.length === 0) return;
      const at = random.pick(small);
      await Deno.remove(at, { recursive: true });
      for (const paths of [files, folders]) {
        for (const path of paths) if (path === at || path.startsWith(`${at}/`)) paths.delete(path);
      }
    },
  };
  for (let n = 0; n < count; n++) await write(fresh());
  // Everyday changes are the most frequent.
  const names = Object.keys(things);
  const everyday = ["edit", "save by rename", "create", "rename a file", "delete"];
  return {
    done,
    async step() {
      const name = random.pick([...names, ...everyday, ...everyday]);
      if (files.size === 0) await write(fresh());
      await things[name]?.();
      done.set(name, (done.get(name) ?? 0) + 1);
      return name;
    },
  };
}
