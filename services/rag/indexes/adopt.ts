import { join } from "node:path";
import { readFirstRecord } from "../../../lib/record_log/mod.ts";
import { recordedModel, type VectorModel } from "../../../lib/vectors/mod.ts";
import type { IndexFiles, ModelSettings } from "./files.ts";

/** Files of the layout before generations, directly in the folder. */
const LOGS = ["lexical.log", "vectors.log"] as const;
const FIRST = "1";

/**
 * Takes over indexes of the layout before generations by renaming them into one. It may be interrupted anywhere: the next
 * start goes on with it.
 */
export async function adoptOlderLayout(root: string, files: IndexFiles): Promise<void> {
  if (await files.readActive()) return;
  const folder = files.folder(FIRST);
  for (const name of LOGS) {
    if (!await exists(join(root, name))) continue;
    await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    await Deno.rename(join(root, name), join(folder, name));
  }
  if (!await exists(join(folder, "lexical.log")) && !await exists(join(folder, "vectors.log"))) return;
  const model = await modelOf(join(folder, "vectors.log"));
  await files.writeActive({
    generation: FIRST,
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
