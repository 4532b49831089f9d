import { dirname, join, relative, sep } from "node:path";
import { passReason } from "../passed_over.ts";
import { isMissing, readFailure } from "../unreadable.ts";
import { type Found, isWithin, openWalker, type WalkRules } from "../walk.ts";
import type { Root } from "./root.ts";

/** What is to be ingested at or below `paths`, each of which lies in one of `roots`, and what is not and why. */
export async function scan(
  paths: Iterable<string>,
  roots: readonly Root[],
  rules: WalkRules,
): Promise<Found> {
  const walker = await openWalker(roots.map(({ path }) => path), rules);
  for (const path of paths) {
    if (roots.some((root) => root.path === path)) {
      // What the user named is taken as it is; what is gone is no failure here.
      await walker.take(path).catch((error) => {
        if (error.code !== "not_found") walker.found.unreadable.set(path, readFailure(path, error));
      });
      continue;
    }
    const root = roots.find((root) => isWithin(path, root.path));
    if (root && await isReached(dirname(path), root, rules)) await walker.look(path);
  }
  await walker.followMet();
  return walker.found;
}

/** True when there is surely no file at `path`; what cannot be looked at may be there. */
export async function isGone(path: string): Promise<boolean> {
  try {
    return !(await Deno.stat(path)).isFile;
  } catch (error) {
    return isMissing(error);
  }
}

/** Paths without those that lie below another of them. */
export function outermost(paths: Iterable<string>): string[] {
  const kept: string[] = [];
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => isWithin(path, other))) kept.push(path);
  }
  return kept;
}

/** Whether a walk from the root comes to this folder below it: by no link and by no name that is passed over. */
async function isReached(folder: string, root: Root, { excluded }: WalkRules): Promise<boolean> {
  let at = root.path;
  for (const name of relative(root.path, folder).split(sep).filter(Boolean)) {
    at = join(at, name);
    if (passReason(name, excluded, { folder: true })) return false;
    if ((await Deno.lstat(at).catch(() => null))?.isSymlink) return false;
  }
  return true;
}
