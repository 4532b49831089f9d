import { MorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Status } from "../../services/core/contract.ts";
import type { ReindexStatus } from "../../services/rag/contract.ts";
import { connect } from "../local_server.ts";
import { connectWithConfiguredModel } from "../configured_server.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";
import { startProgress } from "../terminal/progress.ts";

/** Flags of `morgan reindex`. */
export interface ReindexOptions {
  detach?: true | undefined;
  status?: true | undefined;
  cancel?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

const POLL_MS = 200;

/** Makes the indexes anew in the background and waits for it; or tells how far that is, or stops it. */
export async function reindex(options: ReindexOptions, signal: AbortSignal): Promise<void> {
  if ([options.detach, options.status, options.cancel].filter(Boolean).length > 1) {
    throw new MorganError("usage", "--detach, --status and --cancel exclude one another.", {
      hint: "Give one of them.",
    });
  }
  if (options.status || options.cancel) {
    const { client } = await connect(signal, options);
    const status = options.cancel ? await client.cancelReindex(signal) : await client.reindexStatus(signal);
    if (options.json) return writeJson(status);
    if (options.cancel) return writeLine(`Cancelled. The index of ${nameOf(status.from)} stays in use.`);
    return writeLine(describe(status));
  }
  if (options.detach) {
    const { client } = await connectWithConfiguredModel(signal, options);
    const started = await client.reindex(signal);
    if (options.json) return writeJson(started);
    return writeLine(`${describe(started)} See how far it is with \`morgan reindex --status\`.`);
  }
  const { index, degraded } = await indexAnew(options, signal);
  if (options.json) return writeJson({ index, degraded });
  writeLine(`Indexed again: ${index.vectors} vectors of ${index.model ?? "no model"}.`);
}

/** Starts a build, or joins the one under way, and waits until it answers. Returns the index's figures. */
export async function indexAnew(
  options: Pick<ReindexOptions, "json" | "quiet">,
  signal: AbortSignal,
): Promise<Pick<Status, "index" | "degraded">> {
  const { client } = await connectWithConfiguredModel(signal, options);
  const started = await client.reindex(signal);
  await finished(client, started, options, signal);
  if (started.total === 0 && !options.quiet) note("There were no documents to index.");
  const { index, degraded } = await client.status(signal);
  return { index, degraded };
}

/** Waits until a build has taken the active index's place. Throws what it failed with. */
async function finished(
  client: CoreClient,
  { building }: ReindexStatus,
  options: Pick<ReindexOptions, "json" | "quiet">,
  signal: AbortSignal,
): Promise<void> {
  using progress = startProgress(!options.quiet && !options.json);
  try {
    for (;;) {
      const status = await client.reindexStatus(signal);
      // Nothing to index may be ready before the first look.
      if (status.generation === building || building === undefined) return;
      if (status.state === "failed") {
        throw new MorganError("unavailable", `Indexing stopped: ${status.reason}`, {
          hint: "Remove the cause, then run `morgan reindex` again: it goes on where it stopped.",
        });
      }
      if (status.building !== building) {
        throw new MorganError("cancelled", "Indexing was cancelled by another command.", {
          hint: "The index that there was stays in use.",
        });
      }
      progress.update(status.done / Math.max(status.total, 1), `${status.done}/${status.total} chunks`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      signal.throwIfAborted();
    }
  } catch (error) {
    progress.clear();
    if (signal.aborted && !options.quiet) {
      note("It goes on in the background. `morgan reindex --status` tells how far, `--cancel` stops it.");
    }
    throw error;
  }
}

function describe({ state, needed, from, to, done, total, reason }: ReindexStatus): string {
  const share = `${done} of ${total} chunks`;
  switch (state) {
    case "running":
      return `Indexing with ${nameOf(to)}: ${share}. The index of ${nameOf(from)} answers until it is whole.`;
    case "failed":
      return `Indexing with ${nameOf(to)} stopped: ${reason} Run \`morgan reindex\` to go on.`;
    case "paused":
      return `An index with ${
        nameOf(to)
      } was begun; another model is configured now. \`morgan reindex\` replaces it.`;
    case "idle":
      return needed
        ? `The index was made with ${nameOf(from)}, the configured model is ${
          nameOf(to)
        }: run \`morgan reindex\`.` +
          (reason ? ` Words alone are searched until then: ${reason}` : "")
        : `The index is up to date: ${share} with ${nameOf(from)}.`;
    default:
      return state satisfies never;
  }
}

function nameOf(model: string | null): string {
  return model ?? "words alone";
}
