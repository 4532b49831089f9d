import { join } from "node:path";
import { z } from "zod";
import { readIfThere, writePrivate } from "../../../lib/home/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { ModelSettings } from "../../embedding/contract.ts";

const IndexModel = z.object({ id: z.string(), dimension: z.int().positive(), settings: ModelSettings });
/** The model that a generation's vectors were made with. */
export type IndexModel = z.infer<typeof IndexModel>;

/** `active.json`: the generation that answers. Writing it is the instant of a swap. */
export const ActiveFile = z.object({
  generation: z.string(),
  /** `null`: words alone. */
  model: IndexModel.nullable(),
  since: z.string(),
});
export type ActiveFile = z.infer<typeof ActiveFile>;

/** `building.json`: the generation that is being made. */
export const BuildingFile = z.object({
  generation: z.string(),
  model: IndexModel.nullable(),
  started_at: z.string(),
  /** Why it stopped, where it did so by itself. */
  failure: z.string().optional(),
});
export type BuildingFile = z.infer<typeof BuildingFile>;

/** The files that say which folders of `index/` count. */
export interface IndexFiles {
  /** `null` where the file is missing or damaged. */
  readActive(): Promise<ActiveFile | null>;
  writeActive(active: ActiveFile): Promise<void>;
  readBuilding(): Promise<BuildingFile | null>;
  /** `null` removes it. */
  writeBuilding(building: BuildingFile | null): Promise<void>;
  /** The folder of a generation. */
  folder(generation: string): string;
  /** The newest generation that has a folder; `null` where there is none. */
  newest(except?: string): Promise<string | null>;
  /** A name that no folder has. */
  nextGeneration(): Promise<string>;
  /** Removes every generation but these. */
  sweep(kept: readonly string[]): Promise<void>;
}

/** The files in this folder. */
export function indexFiles(root: string): IndexFiles {
  const active = join(root, "active.json");
  const building = join(root, "building.json");
  return {
    readActive: () => read(active, ActiveFile),
    writeActive: (value) => write(active, value),
    readBuilding: () => read(building, BuildingFile),
    async writeBuilding(value) {
      if (value) return await write(building, value);
      await Deno.remove(building).catch(ignoreMissing);
    },
    folder: (generation) => join(root, generation),
    async newest(except) {
      const numbers = (await generations(root)).filter((name) => name !== except).map(Number);
      return numbers.length === 0 ? null : String(Math.max(...numbers));
    },
    async nextGeneration() {
      const numbers = (await generations(root)).map(Number);
      return String(Math.max(0, ...numbers) + 1);
    },
    async sweep(kept) {
      for (const name of await generations(root)) {
        if (!kept.includes(name)) {
          await Deno.remove(join(root, name), { recursive: true }).catch(ignoreMissing);
        }
      }
    },
  };
}

async function generations(root: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(root)) {
    if (isDirectory && /^\d+$/.test(name)) names.push(name);
  }
  return names;
}

async function read<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T> | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    serviceLogger("rag").warning("a file of the indexes is damaged; it is made anew", {
      path,
      ...errorFields(error),
    });
    return null;
  }
}

async function write(path: string, value: unknown): Promise<void> {
  await writePrivate(path, `${JSON.stringify(value, null, 2)}\n`);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
