import { join } from "node:path";
import { toMorganError } from "../../../lib/errors.ts";
import { isAway } from "../../../lib/models/embedding.ts";
import { oneAtATime } from "../../../lib/one_at_a_time.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { EmbeddingClient } from "../../embedding/client.ts";
import type { OpenModel } from "../../embedding/contract.ts";
import { adoptIndexes } from "./adopt.ts";
import { type ActiveFile, type BuildingFile, indexFiles, type IndexModel } from "./files.ts";
import { type Generation, openGeneration } from "./generation.ts";

export type { Generation } from "./generation.ts";

/** What the indexes are opened with. */
export interface IndexesOptions {
  /** The folder of all generations. */
  root: string;
  /** Owns the models; where it has none configured, words alone are searched. */
  embedding: Pick<EmbeddingClient, "open" | "embed" | "model" | "tokenizer">;
}

/** The generation that answers, and the one that is being made to take its place. */
export interface Indexes extends AsyncDisposable {
  readonly active: Generation;
  readonly building: Generation | null;
  /** What is known of the build, also of one that waits for its model to be configured again. */
  readonly build: BuildingFile | null;
  readonly configured: IndexModel | null;
  /** The active generation was made with another model than the configured one. */
  readonly needed: boolean;
  /** Why the active generation's model does not answer, where it can't be opened. */
  readonly lack: string | undefined;
  /** Codes of what an answer from the active generation lacks by it. */
  readonly degraded: readonly string[];
  /** Grows with each change of what a search gives. */
  readonly version: number;
  /** Starts a build with the configured model, or goes on with the one there is. */
  begin(): Promise<Generation>;
  /** Lets the build take the active generation's place: one write on disk, then at once in memory. */
  swap(): Promise<void>;
  /** Notes why a build stopped. */
  fail(reason: string): Promise<void>;
  /** Drops the build. */
  discard(): Promise<void>;
  /** Forgets contents in every generation. */
  remove(contentKeys: readonly string[]): Promise<void>;
}

/** Opens the indexes as an earlier process left them. */
export async function openIndexes(options: IndexesOptions): Promise<Indexes> {
  const { root, embedding } = options;
  await Deno.mkdir(root, { recursive: true, mode: 0o700 });
  const files = indexFiles(root);
  await adoptIndexes(root, files);
  const { model: configured, lack: away } = await openConfigured(
    embedding,
    (await files.readActive())?.model,
  );
  const wanted = configured && indexModel(configured);
  const found = await readActive(options, files, wanted);
  let build = await files.readBuilding();
  if (build?.generation === found.generation) await files.writeBuilding(build = null);
  await files.sweep([found.generation, ...(build ? [build.generation] : [])]);

  const { opened, lack } = away === undefined
    ? await openFormer(embedding, found, configured)
    : { opened: null, lack: away };
  const open = (name: string, model: IndexModel | null, opened: OpenModel | null) =>
    openGeneration(files.folder(name), { name, model, opened, embedding });
  const openBuild = ({ generation, model }: BuildingFile) => open(generation, model, configured);
  const state = { active: await open(found.generation, found.model, opened), lack, version: 0 };
  let building = build && sameModel(build.model, wanted) ? await openBuild(build) : null;
  // Changes of what there is follow one another.
  const change = oneAtATime();

  async function drop(): Promise<void> {
    const gone = building;
    building = build = null;
    state.version++;
    gone?.retire();
    await files.writeBuilding(null);
    await gone?.[Symbol.asyncDispose]();
    await files.sweep([state.active.name]);
  }

  const indexes: Indexes = {
    get active() {
      return state.active;
    },
    get building() {
      return building;
    },
    get build() {
      return build;
    },
    configured: wanted,
    get needed() {
      return wanted !== null && !sameModel(state.active.model, wanted);
    },
    get lack() {
      return state.lack;
    },
    get degraded() {
      if (!indexes.needed) return [];
      return [building && !build?.failure ? "reindexing" : "reindex_needed"];
    },
    get version() {
      return state.version;
    },
    begin: () =>
      change(async () => {
        if (!building) {
          await drop();
          build = {
            generation: await files.nextGeneration(),
            model: wanted,
            started_at: new Date().toISOString(),
          };
          await files.writeBuilding(build);
          building = await openBuild(build);
        } else if (build?.failure) {
          const { failure: _, ...again } = build;
          await files.writeBuilding(build = again);
        }
        state.version++;
        return building;
      }),
    swap: () =>
      change(async () => {
        if (!building) return;
        const [old, next] = [state.active, building];
        const since = new Date().toISOString();
        await files.writeActive({ generation: next.name, model: next.model, since });
        Object.assign(state, { active: next, lack: undefined, version: state.version + 1 });
        building = build = null;
        old.retire();
        await files.writeBuilding(null);
        await old[Symbol.asyncDispose]();
        await files.sweep([next.name]);
      }),
    fail: (failure) =>
      change(async () => {
        if (!build) return;
        await files.writeBuilding(build = { ...build, failure });
        state.version++;
      }),
    discard: () => change(drop),
    async remove(keys) {
      await Promise.all([state.active.remove(keys), building?.remove(keys)]);
    },
    async [Symbol.asyncDispose]() {
      await change(() => Promise.resolve());
      await building?.[Symbol.asyncDispose]();
      await state.active[Symbol.asyncDispose]();
    },
  };
  return indexes;
}

/** The configured model, open; why it is not, where its server is away and nothing is known of it. */
async function openConfigured(
  embedding: IndexesOptions["embedding"],
  known: IndexModel | null | undefined,
): Promise<{ model: OpenModel | null; lack?: string }> {
  try {
    return { model: await embedding.open({ warm: true, ...(known ? { known } : {}) }) };
  } catch (error) {
    if (!isAway(error)) throw error;
    // A server that is away costs the search by meaning alone; the next start asks it again.
    serviceLogger("rag").warning("no embedding model answers; words alone are searched", errorFields(error));
    return { model: null, lack: toMorganError(error).message };
  }
}

/** The generation to answer from: a new one at the first start; one without vectors takes the configured model. */
async function readActive(
  { root }: IndexesOptions,
  files: ReturnType<typeof indexFiles>,
  wanted: IndexModel | null,
): Promise<ActiveFile> {
  const found = await files.readActive() ??
    { generation: await files.nextGeneration(), model: null, since: new Date().toISOString() };
  const hasVectors = await Deno.stat(join(root, found.generation, "vectors.log")).then(
    () => true,
    () => false,
  );
  // A model whose id is the same may be found elsewhere by now.
  const model = wanted && (!found.model || !hasVectors || sameModel(found.model, wanted))
    ? wanted
    : found.model;
  const active = { ...found, model };
  await files.writeActive(active);
  return active;
}

/** The model of the active generation, open: the configured one, or the former one for as long as it answers. */
async function openFormer(
  embedding: IndexesOptions["embedding"],
  { model }: ActiveFile,
  configured: OpenModel | null,
): Promise<{ opened: OpenModel | null; lack?: string }> {
  if (!configured || !model) return { opened: null };
  if (model.id === configured.id) return { opened: configured };
  try {
    const opened = await embedding.open({ settings: model.settings, warm: true });
    if (opened?.id === model.id) return { opened };
    return { opened: null, lack: `${model.settings.model} is not what it was when the index was made.` };
  } catch (error) {
    serviceLogger("rag").warning("the index's embedding model cannot be opened", errorFields(error));
    return { opened: null, lack: toMorganError(error).message };
  }
}

function indexModel({ id, dimension, settings }: OpenModel): IndexModel {
  return { id, dimension, settings };
}

function sameModel(a: IndexModel | null, b: IndexModel | null): boolean {
  return a?.id === b?.id;
}
