import { z } from "zod";
import { type Config, loadConfig, nearest, publicAddress } from "../../lib/config/mod.ts";
import { isAbort, MorganError, toMorganError } from "../../lib/errors.ts";
import { type Home, homePaths, readIfThere } from "../../lib/home/mod.ts";
import { type LocalModel, localModels } from "../../lib/models/folders.ts";
import { removeOllama, type ServerModels, serverModels } from "../../lib/models/llm/server_models.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, paint, writeJson, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { formatBytes } from "../terminal/bytes.ts";
import { table } from "../terminal/table.ts";
import { appliedLine, applySetting, tellNext } from "./config.ts";
import { indexAnew } from "./reindex.ts";

interface Shared {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** All models that can be chosen. */
interface Available {
  config: Config;
  home: Home;
  embedding: (LocalModel & { in_use: boolean })[];
  server: ServerModels | null;
  /** Why the language model's server did not tell its models. */
  failure: MorganError | undefined;
}

/** Prints embedding models and language models, and which are in use. */
export async function listModels(options: Shared, signal: AbortSignal): Promise<void> {
  const { config, embedding, server, failure } = await available(signal);
  const { provider, model: endpointModel } = config.embedding;
  const inUse = server && languageModelInUse(server, config);
  const language = (server?.models ?? []).map(({ name, bytes }) => ({
    name,
    bytes: bytes ?? null,
    source: server?.provider ?? "",
    in_use: name === inUse,
  }));
  if (options.json) {
    return writeJson({
      embedding: {
        provider,
        models: embedding.map(({ name, source, bytes, in_use, path, pull }) => ({
          name,
          source,
          bytes,
          in_use,
          path,
          ...(pull ? { revision: pull.revision, commit: pull.commit, variant: pull.variant } : {}),
        })),
        ...(provider === "openai" || provider === "ollama" ? { endpoint_model: endpointModel } : {}),
      },
      llm: {
        server: server ? publicAddress(server.baseUrl) : null,
        models: language,
        ...(failure ? { reason: failure.message } : {}),
      },
    });
  }
  const mark = (used: boolean) => used ? paint("green", "in use") : "";
  writeLine(
    table(["embedding model", "from", "size", ""], [
      ...embedding.map(({ name, source, bytes, in_use, pull }) => [
        name,
        pull ? `${source}, ${pull.variant}` : source,
        formatBytes(bytes),
        mark(in_use),
      ]),
      ...(provider === "openai" || provider === "ollama"
        ? [[endpointModel, `${provider} server`, "", mark(true)]]
        : []),
    ]),
  );
  if (language.length > 0) {
    writeLine();
    writeLine(
      table(
        ["language model", "from", "size", ""],
        language.map(({ name, source, bytes, in_use }) => [
          name,
          `${source} server`,
          bytes === null ? "" : formatBytes(bytes),
          mark(in_use),
        ]),
      ),
    );
  }
  if (options.quiet) return;
  if (failure) note(`${failure.message} ${failure.hint ?? ""}`);
  else if (!server) note("No language model's server is configured: set llm.base_url.");
  else if (language.length === 0) note(`The server at ${publicAddress(server.baseUrl)} lists no models.`);
}

/** Removes a pulled embedding model, or one of Ollama's. */
export async function removeModel(
  name: string,
  options: Shared & { force?: true | undefined; yes?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const found = await available(signal);
  const { config, embedding, server } = found;
  const local = embedding.find((model) => model.name === name);
  if (local) {
    if (local.source === "built-in") {
      throw new MorganError("conflict", `${name} is part of Morgan and is not removed.`, {
        hint: "Choose another with `morgan models use NAME`.",
      });
    }
    const used = local.in_use
      ? "in use"
      : await ofActiveIndex(found.home, name)
      ? "the index's model"
      : undefined;
    refuseUsed(name, used, options.force);
    if (!options.yes) await confirm(`Delete ${displayPath(local.path)} (${formatBytes(local.bytes)})?`);
    await Deno.remove(local.path, { recursive: true });
    return removed(name, local.bytes, options);
  }
  const remote = server?.models.find((model) => model.name === name || model.name === `${name}:latest`);
  if (!server || !remote) throw unknownModel(name, found);
  if (server.provider !== "ollama") {
    throw new MorganError("conflict", `The server at ${server.baseUrl} keeps its models itself.`, {
      hint: "Only Ollama's models can be removed from here.",
    });
  }
  refuseUsed(
    remote.name,
    languageModelInUse(server, config) === remote.name ? "in use" : undefined,
    options.force,
  );
  if (!options.yes) await confirm(`Delete ${remote.name} from Ollama at ${publicAddress(server.baseUrl)}?`);
  await removeOllama(server.baseUrl, remote.name, { apiKey: config.llm.api_key, signal });
  removed(remote.name, remote.bytes, options);
}

/** Writes a model into the user's configuration; an embedding model's index is made then. */
export async function useModel(
  name: string,
  options: Shared & { reindex: boolean },
  signal: AbortSignal,
): Promise<void> {
  const found = await available(signal);
  const isEmbedding = found.embedding.some((model) => model.name === name);
  const remote = found.server?.models.find((model) => model.name === name || model.name === `${name}:latest`);
  if (!isEmbedding && !remote) throw unknownModel(name, found);
  const values: Record<string, string> = !isEmbedding
    ? { "llm.model": remote?.name ?? name }
    : found.config.embedding.provider === "onnx"
    ? { "embedding.model": name }
    : { "embedding.provider": "onnx", "embedding.model": name };
  const settings = [];
  for (const [key, value] of Object.entries(values)) {
    const applied = await applySetting(key, value);
    settings.push(applied);
    if (!options.json) writeLine(appliedLine(applied));
  }
  if (isEmbedding && options.reindex) {
    const { index, degraded } = await indexAnew(options, signal);
    return options.json
      ? writeJson({ settings, index, degraded })
      : writeLine(`Indexed again: ${index.vectors} vectors of ${index.model ?? "no model"}.`);
  }
  if (options.json) return writeJson({ settings });
  if (!options.quiet) { for (const applied of settings) await tellNext(applied); }
}

async function available(signal: AbortSignal): Promise<Available> {
  const env = Deno.env.toObject();
  const home = homePaths(env);
  const { config } = await loadConfig({ home: home.root, env });
  const local = await localModels(home.models);
  const { provider, model } = config.embedding;
  const embedding = local.map((one) => ({ ...one, in_use: provider === "onnx" && one.name === model }));
  const shared = { config, home, embedding };
  try {
    return { ...shared, server: await serverModels(config.llm, signal), failure: undefined };
  } catch (error) {
    if (signal.aborted || isAbort(error)) throw error;
    return { ...shared, server: null, failure: toMorganError(error) };
  }
}

/** The configured model, or the first of the list, which Morgan takes where none is. */
function languageModelInUse({ models }: ServerModels, { llm }: Config): string | undefined {
  if (!llm.model) return models[0]?.name;
  return models.find(({ name }) => name === llm.model || name === `${llm.model}:latest`)?.name;
}

function refuseUsed(name: string, used: string | undefined, force: true | undefined): void {
  if (!used || force) return;
  throw new MorganError("conflict", `${name} is ${used}.`, {
    hint: "Choose another first with `morgan models use NAME`, or add --force.",
  });
}

const ActiveModel = z.object({ model: z.object({ settings: z.object({ model: z.string() }) }).nullable() });

/** Whether questions are still embedded with a model, though another is configured by now. */
async function ofActiveIndex(home: Home, name: string): Promise<boolean> {
  const text = await readIfThere(`${home.index}/active.json`);
  const active = text === null ? undefined : ActiveModel.safeParse(JSON.parse(text)).data;
  return active?.model?.settings.model === name;
}

function removed(name: string, bytes: number | undefined, options: Shared): void {
  if (options.json) return writeJson({ removed: name, bytes: bytes ?? null });
  writeLine(`Removed ${name}${bytes === undefined ? "" : ` (${formatBytes(bytes)})`}.`);
}

function unknownModel(name: string, { embedding, server, failure }: Available): MorganError {
  const names = [...embedding, ...server?.models ?? []].map((model) => model.name);
  const near = nearest(name, names);
  return new MorganError("not_found", `There is no model ${name}${failure ? `: ${failure.message}` : "."}`, {
    hint: near
      ? `Did you mean ${near}?`
      : `See \`morgan models list\`, or fetch it: morgan models pull ${name}.`,
  });
}
