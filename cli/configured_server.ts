import { loadConfig, publicAddress } from "../lib/config/mod.ts";
import { MorganError } from "../lib/errors.ts";
import { homePaths, readServerFile } from "../lib/home/mod.ts";
import type { ReindexStatus } from "../services/rag/contract.ts";
import { stopServer } from "./commands/stop.ts";
import { connect, type Connection } from "./local_server.ts";
import { note } from "./terminal/output.ts";

/**
 * A server that has the embedding model which is configured now. One that a command started with another is started anew;
 * one that somebody runs with `morgan serve` is theirs to restart: throws `conflict`.
 */
export async function connectWithConfiguredModel(
  signal: AbortSignal,
  options: { quiet?: boolean | undefined },
): Promise<Connection> {
  const env = Deno.env.toObject();
  const connection = await connect(signal, options);
  if (env.MORGAN_URL) return connection;
  const home = homePaths(env);
  const { config: { embedding } } = await loadConfig({ home: home.root, env });
  const { configured } = await connection.client.reindexStatus(signal);
  if (isSame(embedding, configured)) return connection;
  const wanted = embedding.provider === "none" ? "none" : embedding.model;
  if ((await readServerFile(home))?.background !== true) {
    throw new MorganError(
      "conflict",
      `\`morgan serve\` runs with the embedding model ${
        configured?.model ?? "none"
      }; configured now is ${wanted}.`,
      { hint: "Restart it, then run `morgan reindex` again." },
    );
  }
  if (!options.quiet) note(`Morgan is started anew with the embedding model ${wanted}.`);
  await stopServer(home);
  return await connect(signal, options);
}

interface EmbeddingSettings {
  provider: string;
  model: string;
  base_url?: string | undefined;
}

function isSame(wanted: EmbeddingSettings, has: ReindexStatus["configured"]): boolean {
  if (wanted.provider === "none" || !has) return wanted.provider === "none" && !has;
  if (wanted.provider !== has.provider) return false;
  // A relative path is the server's to resolve.
  if (wanted.provider === "onnx") return wanted.model === has.model || wanted.model.startsWith(".");
  return wanted.model === has.model &&
    publicAddress(wanted.base_url ?? "") === publicAddress(has.base_url ?? "");
}
