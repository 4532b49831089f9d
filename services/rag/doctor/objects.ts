import { createHash } from "node:crypto";
import { sql } from "kysely";
import { repositories } from "../../../lib/db/mod.ts";
import { type Check, counted, problem, repaired, steady, well } from "../../../lib/doctor.ts";
import { MorganError } from "../../../lib/errors.ts";
import { DOCUMENTS_BUCKET, type ObjectStore } from "../../../lib/objects/mod.ts";
import type { RagContext } from "../context.ts";
import { forgetOriginal } from "../forget.ts";
import { fail } from "../outcome.ts";

/** Where the bytes of damaged objects are kept, for whoever wants to look at them. */
const QUARANTINE_BUCKET = "morgan-quarantine";
/** Younger objects may belong to a file that is arriving: its row comes after its bytes. */
const ARRIVING_MS = 10 * 60 * 1000;

interface Original {
  key: string;
  /** Documents with it. */
  documents: { id: string; path: string; status: string }[];
}

/** Checks that the original of every document is there and is what its name says, and that no object belongs to nobody. */
export async function checkObjects(
  context: RagContext,
  repair: boolean,
  signal: AbortSignal,
): Promise<Check[]> {
  const originals = await namedOriginals(context);
  const broken: { original: Original; how: "missing" | "damaged" }[] = [];
  for (const original of originals.values()) {
    signal.throwIfAborted();
    const how = await state(context, original.key);
    if (how !== "whole") broken.push({ original, how });
  }
  const items = broken.flatMap(({ original, how }) =>
    original.documents.map(({ path }) => `${path}: ${how}`)
  );
  const name = "originals";
  const checks: Check[] = [];
  if (broken.length === 0) {
    checks.push(well(name, `The originals of ${counted(originals.size, "content")} are whole.`));
  } else if (!repair) {
    checks.push(
      problem(
        name,
        `${counted(broken.length, "original")} missing or damaged.`,
        "Run `morgan doctor --repair`; what it can't mend, `morgan ingest` the files again.",
        items,
      ),
    );
  } else {
    const lost: string[] = [];
    for (const { original, how } of broken) {
      if (how === "damaged") await quarantine(context, original.key);
      if (!await takeAgain(context, original)) lost.push(...await giveUp(context, original));
    }
    checks.push(
      lost.length === 0
        ? repaired(name, `${counted(broken.length, "original")} taken again from the files.`, items)
        : problem(
          name,
          `${counted(lost.length, "document")} without original: the file is gone or has changed.`,
          "Ingest the file again, or delete the document. What was read of it is still searched.",
          lost,
        ),
    );
  }
  checks.push(await checkSurplus(context, repair));
  return checks;
}

async function namedOriginals({ database }: RagContext): Promise<Map<string, Original>> {
  const { rows } = await sql<{ key: string; id: string; path: string; status: string }>`
    select object_key as key, id, path, ingestion_status as status from documents
    where deleted_at is null order by object_key, path`.execute(database.db);
  const originals = new Map<string, Original>();
  for (const { key, ...document } of rows) {
    const original = originals.get(key) ?? { key, documents: [] };
    original.documents.push(document);
    originals.set(key, original);
  }
  return originals;
}

async function state(
  { objects, database }: RagContext,
  key: string,
): Promise<"whole" | "missing" | "damaged"> {
  try {
    const hash = createHash("sha256");
    for await (const chunk of await objects.get(DOCUMENTS_BUCKET, key)) hash.update(chunk);
    return hash.digest("hex") === key ? "whole" : "damaged";
  } catch (error) {
    if (!(error instanceof MorganError) || error.code !== "not_found") throw error;
    // It may have been deleted with its document since the rows were read.
    return await repositories(database.db).documents.count({ object_key: key }) > 0 ? "missing" : "whole";
  }
}

async function quarantine({ objects }: RagContext, key: string): Promise<void> {
  await objects.put(QUARANTINE_BUCKET, key, await objects.get(DOCUMENTS_BUCKET, key));
  await objects.delete(DOCUMENTS_BUCKET, key);
}

/** Takes the bytes again from a document's file, if that is still the same; a document that failed meanwhile is left as it is. */
async function takeAgain({ objects }: RagContext, { key, documents }: Original): Promise<boolean> {
  for (const path of new Set(documents.map(({ path }) => path))) {
    if (await hashOfFile(path) !== key) continue;
    const file = await Deno.open(path);
    const stored = await objects.putContent(DOCUMENTS_BUCKET, file.readable);
    if (stored.key === key) return true;
    await objects.delete(DOCUMENTS_BUCKET, stored.key);
  }
  return false;
}

async function hashOfFile(path: string): Promise<string | null> {
  try {
    if (!(await Deno.stat(path)).isFile) return null;
    const hash = createHash("sha256");
    for await (const chunk of (await Deno.open(path)).readable) hash.update(chunk);
    return hash.digest("hex");
  } catch {
    // Another machine's file, or one that may not be read: it can't be taken again from here.
    return null;
  }
}

/** Ends documents that can't be read any more as failed. What was read before stays: its text is whole. Returns the paths of all. */
async function giveUp(context: RagContext, { documents }: Original): Promise<string[]> {
  for (const { id, path, status } of documents) {
    if (status !== "pending" && status !== "processing") continue;
    await fail(
      context,
      id,
      new MorganError("unreadable_document", `The original of ${path} is lost.`, {
        hint: "Ingest the file again.",
        details: { reason: "original_lost" },
      }),
    );
  }
  return documents.map(({ path }) => path);
}

/** The time by the clock that the store's objects are dated with, which need not be this machine's. */
async function storeTime(objects: ObjectStore): Promise<Date> {
  const key = `clock-${crypto.randomUUID()}`;
  await objects.put(QUARANTINE_BUCKET, key, new Uint8Array());
  try {
    for await (const object of objects.list(QUARANTINE_BUCKET)) {
      if (object.key === key) return object.modified;
    }
  } finally {
    await objects.delete(QUARANTINE_BUCKET, key);
  }
  throw new MorganError("storage", "The store of originals does not list what was just put there.");
}

async function checkSurplus(context: RagContext, repair: boolean): Promise<Check> {
  const { objects } = context;
  const name = "unused originals";
  const surplus = await steady(async () => {
    const named = await namedOriginals(context);
    const now = await storeTime(objects);
    const found: string[] = [];
    for await (const { key, modified } of objects.list(DOCUMENTS_BUCKET)) {
      if (!named.has(key) && now.getTime() - modified.getTime() > ARRIVING_MS) found.push(key);
    }
    return found;
  }, (key) => key);
  if (surplus.length === 0) return well(name, "Every stored original belongs to a document.");
  const what = `${counted(surplus.length, "stored original")} no document needs`;
  if (!repair) return problem(name, `${what}.`, "Run `morgan doctor --repair` to delete them.", surplus);
  for (const key of surplus) await forgetOriginal(context, key);
  return repaired(name, `${what}: deleted.`, surplus);
}
