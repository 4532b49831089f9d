import { join } from "node:path";
import { readFirstRecord } from "../../../lib/record_log/mod.ts";
import { recordedModel, type VectorModel } from "../../../lib/vectors/mod.ts";
import type { ModelSettings } from "../../embedding/contract.ts";
import type { IndexFiles } from "./files.ts";

/** Files of the layout before generations, directly in the folder. */
const LOGS = ["lexical.log", "vectors.log"] as const;
const FIRST = "1";

/**
 * Takes over the indexes that are there though nothing says that they answer: those of the layout before generations, which it
 * renames into one, and those whose `active.json` is missing or damaged. It may be interrupted anywhere: the next start goes on.
 */
export async function adoptIndexes(root: string, files: IndexFiles): Promise<void> {
  if (await files.readActive()) return;
  const building = await files.readBuilding();
  const generation = await files.newest(building?.generation) ?? FIRST;
  const folder = files.folder(generation);
  for (const name of LOGS) {
    if (!await exists(join(root, name))) continue;
    await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    await Deno.rename(join(root, name), join(folder, name));
  }
  if (!await exists(join(folder, "lexical.log")) && !await exists(join(folder, "vectors.log"))) return;
  const model = await modelOf(join(folder, "vectors.log"));
  await files.writeActive({
    generation,
    model: model && { ...model, settings: settingsOf(model.id) },
    since: new Date().toISOString(),
  });
}

/** The model whose vectors a log holds, or null where there is no such log. */
async function modelOf(path: string): Promise<VectorModel | null> {
  if (!await exists(path)) return null;
  const record = await readFirstRecord(path);
  return record && recordedModel(record);
}

/** What a model's id tells of how it was opened: `owner/name/file@hash`, `openai:name@384`. */
function settingsOf(id: string): ModelSettings {
  const [, provider, name = ""] = /^(openai|ollama):(.*)@\d+$/.exec(id) ?? [];
  if (provider === "openai" || provider === "ollama") return { provider, model: name };
  return { provider: "onnx", model: id.split("/").slice(0, -1).join("/") };
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
