import { repositories } from "../../../lib/db/mod.ts";
import { type Check, counted, problem, repaired, steady, well } from "../../../lib/doctor.ts";
import { toMorganError } from "../../../lib/errors.ts";
import type { RagContext } from "../context.ts";
import { forgetContents, objectKeyOf } from "../forget.ts";
import { ANYBODY } from "../pipeline.ts";
import { recoverIndex } from "../recover.ts";

/** Checks that the indexes hold every searchable document and nothing else. */
export async function checkIndexes(context: RagContext, repair: boolean): Promise<Check[]> {
  return [await checkMissing(context, repair), await checkSurplus(context, repair)];
}

async function checkMissing(context: RagContext, repair: boolean): Promise<Check> {
  const { catalog } = context;
  const name = "indexes";
  const missing = await steady(
    () => Promise.resolve([...catalog.contentKeys()].filter((key) => !context.indexes.active.holds(key))),
    (key) => key,
  );
  const paths = missing.flatMap((key) => catalog.withContent(key).map(({ path }) => path));
  if (paths.length === 0) {
    return well(name, `${counted(catalog.size, "searchable document")}, all of them indexed.`);
  }
  const what = `${counted(paths.length, "document")} not in every index`;
  if (!repair) {
    return problem(name, `${what}: they are found incompletely.`, "Run `morgan doctor --repair`.", paths);
  }
  await recoverIndex(context);
  return repaired(name, `${what}: they are being indexed again.`, paths);
}

async function checkSurplus(context: RagContext, repair: boolean): Promise<Check> {
  const { indexes, database } = context;
  const name = "index entries";
  const surplus = await steady(async () => {
    const { documents } = repositories(database.db);
    const { lexical, dense } = indexes.active;
    const keys = new Set([...lexical.keys(), ...dense?.index.keys() ?? []]);
    const found: string[] = [];
    for (const key of keys) {
      if (context.catalog.withContent(key).length > 0) continue;
      // What is being read is indexed before it is published.
      if (await documents.count({ content_key: key }) === 0) found.push(key);
    }
    return found;
  }, (key) => key);
  if (surplus.length === 0) return well(name, "The indexes hold nothing of deleted documents.");
  const what = `${counted(surplus.length, "indexed content")} of no document`;
  if (!repair) return problem(name, `${what}.`, "Run `morgan doctor --repair` to remove it.", surplus);
  for (const content_key of surplus) {
    await forgetContents(context, [{ content_key, object_key: objectKeyOf(content_key) }]);
  }
  return repaired(name, `${what}: removed.`, surplus);
}

/** Checks that the embedding model opens and gives vectors of the index's size. */
export async function checkEmbedding({ indexes }: RagContext, signal: AbortSignal): Promise<Check> {
  const name = "embedding model";
  const { dense } = indexes.active;
  if (indexes.lack) {
    return problem(
      name,
      indexes.lack,
      indexes.configured
        ? "Run `morgan reindex` to index the documents with the configured model."
        : "Start the embedding server, then run `morgan stop`: the next command starts Morgan with it.",
    );
  }
  if (!dense) return { name, status: "absent", message: "None is configured: words alone are searched." };
  const { id, dimension } = dense.index.model;
  try {
    const vector = await dense.embedding.embed([...ANYBODY], "query", { signal });
    const fits = vector.length === ANYBODY.length * dimension && vector.every(Number.isFinite);
    if (fits) return well(name, `${id} answers with ${dimension} dimensions.`);
    return problem(
      name,
      `${id} gave ${vector.length / ANYBODY.length} values instead of ${dimension}.`,
      "Run `morgan reindex`.",
    );
  } catch (error) {
    const { message, hint } = toMorganError(error);
    return problem(
      name,
      `${id} does not answer: ${message}`,
      hint ?? "Run `morgan reindex` or set another model.",
    );
  }
}
