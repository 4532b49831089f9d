import { join } from "node:path";
import { type Database, databaseId } from "../../../lib/db/mod.ts";
import type { JobQueue } from "../../../lib/jobs/mod.ts";
import { oneAtATime } from "../../../lib/one_at_a_time.ts";
import { readFirstRecord } from "../../../lib/record_log/mod.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import { recordedModel, type VectorModel } from "../../../lib/vectors/mod.ts";
import { type EmbeddingClient, textEmbedding } from "../../embedding/client.ts";
import { SAID_QUEUE, type SaidJob } from "./contract.ts";
import { openSaidIndex, type SaidEmbedding, type SaidIndex, VECTORS_FILE } from "./index.ts";
import { readMark, removeMark, writeMark } from "./mark.ts";

/** What the index of what was said stands on. */
export interface SaidOptions {
  folder: string;
  embedding: Pick<EmbeddingClient, "open" | "embed" | "model">;
  database: Pick<Database, "db" | "backend">;
  jobs: Pick<JobQueue, "enqueue">;
}

/** It opens this long after the start, or when it is asked for: reading its files holds up the whole process for a moment. */
const OPENS_AFTER_MS = 1_000;

/** The index of what was said. It opens after the start, which does not wait for it. */
export interface Said extends AsyncDisposable {
  /** Opens it, or finds it open. Rejects where its files cannot be read. */
  opened(): Promise<SaidIndex>;
  /** Indexes messages, as `SaidIndex` does, and sees to it that what lacks its meaning gets it once the model answers. */
  index: SaidIndex["index"];
}

/** Opens the index. Where it has lost something, was made with another model or for another database, it has the messages compared. */
export function openSaid(options: SaidOptions): Said {
  const { folder, embedding, database, jobs } = options;
  const log = serviceLogger("rag");
  /** Whether a job is stored for all that the index lacks. */
  let whole = true;
  const change = oneAtATime();
  let opening: Promise<SaidIndex> | undefined;
  const timer = setTimeout(
    () =>
      opened().catch((error) => log.error("the index of what was said does not open", errorFields(error))),
    OPENS_AFTER_MS,
  );
  Deno.unrefTimer(timer);

  function opened(): Promise<SaidIndex> {
    return opening ??= open().catch((error) => {
      // What failed for a moment, such as the database, does not fail for good.
      opening = undefined;
      throw error;
    });
  }

  async function open(): Promise<SaidIndex> {
    const mark = await readMark(folder);
    // Until it is open nothing says that it is whole: a kill may come between a file's end and its new beginning.
    await removeMark(folder);
    await using stack = new AsyncDisposableStack();
    const index = stack.use(await openSaidIndex(folder, await openModel(folder, embedding)));
    const isSame = mark?.model === (index.model ?? null) && mark.database === await databaseId(database);
    if (!isSame || index.lost) await compareAll();
    await note(index);
    stack.move();
    return index;
  }

  async function note({ model }: SaidIndex): Promise<void> {
    whole = true;
    await writeMark(folder, { model: model ?? null, database: await databaseId(database) })
      // Without it the next start compares once more.
      .catch((error) => log.warning("the index of what was said is not marked as whole", errorFields(error)));
  }

  async function compareAll(): Promise<void> {
    await jobs.enqueue(SAID_QUEUE, { all: true } satisfies SaidJob);
  }

  return {
    opened,
    async index(messages, signal) {
      const index = await opened();
      const complete = await index.index(messages, signal);
      if (complete === whole) return complete;
      await change(async () => {
        if (!complete) {
          whole = false;
          await removeMark(folder);
        } else if (!whole) {
          await compareAll();
          await note(index);
        }
      });
      return complete;
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      const index = await opening?.catch(() => null);
      await change(() => Promise.resolve());
      await index?.[Symbol.asyncDispose]();
    },
  };
}

/** The configured model, open; `null` where there is none, or its server is away and nothing is known of it: words alone are searched then. */
async function openModel(
  folder: string,
  embedding: SaidOptions["embedding"],
): Promise<SaidEmbedding | null> {
  try {
    const known = await knownModel(join(folder, VECTORS_FILE));
    const model = await embedding.open(known ? { known } : {});
    return model && textEmbedding(embedding, model);
  } catch (error) {
    serviceLogger("rag").warning("what was said is searched by words alone", errorFields(error));
    return null;
  }
}

/** The model whose vectors a file holds; `null` where it is missing or damaged, which whoever opens it tells. */
async function knownModel(path: string): Promise<VectorModel | null> {
  try {
    const record = await readFirstRecord(path);
    return record && recordedModel(record);
  } catch {
    return null;
  }
}
