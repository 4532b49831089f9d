import { homePaths } from "../../lib/home/mod.ts";
import { connect, startReindexing } from "../local_server.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";
import { startProgress } from "../terminal/progress.ts";
import { stopServer } from "./stop.ts";

/** Makes both indexes anew from the stored chunks, for example with another embedding model, and waits for the end. */
export async function reindex(
  options: { json?: true | undefined; quiet?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const home = homePaths(Deno.env.toObject());
  await stopServer(home);
  await startReindexing(home, signal);
  const { client } = await connect(signal, options);
  const first = (await client.status(signal)).jobs;
  const all = first.waiting + first.active;
  {
    using progress = startProgress(!options.quiet && !options.json);
    for (;;) {
      const { jobs } = await client.status(signal);
      const left = jobs.waiting + jobs.active;
      if (left === 0) break;
      progress.update(1 - left / Math.max(all, 1), `${all - left}/${all} documents`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const { index, degraded } = await client.status(signal);
  if (options.json) return writeJson({ index, degraded });
  writeLine(`Indexed again: ${index.vectors} vectors of ${index.model ?? "no model"}.`);
  if (all === 0 && !options.quiet) note("There were no documents to index.");
}
