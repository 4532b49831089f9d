import { dirname, join } from "node:path";
import { z } from "zod";
import { MorganError } from "../errors.ts";
import { readIfThere, syncFolder, writePrivate } from "./files.ts";

/** What is to be put in place of what, by names in Morgan's folder. */
const Plan = z.object({
  /** Moved aside. */
  old: z.array(z.string()),
  /** Put in place; one with a slash replaces a single file of a folder. */
  fresh: z.array(z.string()),
  /** Where the old parts lie in the end, below Morgan's folder. */
  aside: z.string(),
});
export type Plan = z.infer<typeof Plan>;

/** Told of each step before it is taken; tests break off there. */
export type OnStep = (step: string) => void | Promise<void>;

/** The folder, in Morgan's own, in which a replacement is prepared: a journal, what is fresh, what was old. */
export const REPLACING = "restore";
/** The journal's names: its being there says how far the replacement is, and a change of it is one rename. */
const [MOVING, PLACING] = ["moving.json", "placing.json"];

/** Where the fresh parts of a replacement are put together, and what already lies where the old ones will. */
export function replacementFolders(root: string): { fresh: string; old: string } {
  return { fresh: join(root, REPLACING, "fresh"), old: join(root, REPLACING, "old") };
}

/**
 * Puts what lies in the fresh folder in place of the old parts. From the moment that the journal is written it is carried out, if need be by
 * the next `endReplacing`; until then nothing has happened. The caller holds the lock.
 */
export async function replaceParts(root: string, plan: Plan, onStep: OnStep = () => {}): Promise<void> {
  await onStep("write the journal");
  await writePrivate(join(root, REPLACING, MOVING), `${JSON.stringify(plan)}\n`);
  await endReplacing(root, onStep);
}

/** Ends a replacement that was begun, and removes one that was only prepared. The caller holds the lock. */
export async function endReplacing(root: string, onStep: OnStep = () => {}): Promise<void> {
  const folder = join(root, REPLACING);
  const [moving, placing] = [join(folder, MOVING), join(folder, PLACING)];
  const { fresh, old } = replacementFolders(root);
  let plan = await readPlan(placing);
  if (!plan && (plan = await readPlan(moving))) {
    for (const name of plan.old) {
      if (!await exists(join(root, name)) || await exists(join(old, name))) continue;
      await onStep(`move ${name} aside`);
      await rename(join(root, name), join(old, name));
    }
    await onStep("go over to placing");
    await rename(moving, placing);
  }
  if (plan) {
    for (const name of plan.fresh) {
      if (!await exists(join(fresh, name))) continue;
      await onStep(`place ${name}`);
      // A folder that another command made meanwhile.
      if ((await Deno.lstat(join(root, name)).catch(() => null))?.isDirectory) {
        await Deno.remove(join(root, name), { recursive: true });
      }
      await rename(join(fresh, name), join(root, name));
    }
    if (await exists(old)) {
      await onStep("name what is aside");
      await rename(old, join(root, plan.aside));
    }
    await onStep("remove the journal");
    await Deno.remove(placing);
    await syncFolder(folder);
  }
  if (!await exists(folder)) return;
  await onStep("clean up");
  await Deno.remove(folder, { recursive: true });
}

/** Whether a replacement was begun and not ended. */
export async function isReplacing(root: string): Promise<boolean> {
  const there = await Promise.all([MOVING, PLACING].map((name) => exists(join(root, REPLACING, name))));
  return there.some(Boolean);
}

async function readPlan(path: string): Promise<Plan | undefined> {
  const text = await readIfThere(path);
  if (text === null) return undefined;
  try {
    return Plan.parse(JSON.parse(text));
  } catch (cause) {
    throw new MorganError("storage", `The journal of a restore cannot be read: ${path}`, {
      cause,
      hint: `Delete that file, then restore the backup again with --force.`,
      details: { path },
    });
  }
}

/** Renames for good, also through a power cut. */
async function rename(from: string, to: string): Promise<void> {
  await Deno.mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await Deno.rename(from, to);
  await syncFolder(dirname(to));
  await syncFolder(dirname(from));
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}
