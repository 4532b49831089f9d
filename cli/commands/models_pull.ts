import { type Config, loadConfig, publicAddress } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { openHome } from "../../lib/home/mod.ts";
import { hubAccess, parseModelName, pullModel } from "../../lib/models/hub/mod.ts";
import { OLLAMA_URL, ollamaUrl, pullOllama } from "../../lib/models/llm/server_models.ts";
import { formatBytes } from "../terminal/bytes.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { startProgress } from "../terminal/progress.ts";

/** Flags of `morgan models pull`. */
export interface PullFlags {
  variant?: string | undefined;
  ollama?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Fetches a model: from the hub into Morgan's folder, or through Ollama into Ollama's. */
export async function pullNamed(name: string, options: PullFlags, signal: AbortSignal): Promise<void> {
  const env = Deno.env.toObject();
  const home = await openHome(env);
  const { config } = await loadConfig({ home: home.root, env });
  if (options.ollama || isOllamaName(name)) return await pullByOllama(name, config, options, signal);
  const { repo, revision } = parseModelName(name);
  const progress = startProgress(!options.quiet && !options.json);
  const pulled = await withProgress(
    progress,
    () =>
      pullModel(hubAccess(env), home.models, { repo, revision, variant: options.variant }, {
        signal,
        onProgress: ({ file, done, total }) =>
          progress.update(done / total, `${formatBytes(done)} of ${formatBytes(total)}  ${file}`),
        onWait: () => note(`Another process pulls ${repo}; waiting for it.`),
      }),
  );
  const { note: from, path, files, bytes, resumed, unchanged } = pulled;
  if (options.json) {
    const { commit, variant } = from;
    return writeJson({
      name: repo,
      path,
      revision: from.revision,
      commit,
      variant,
      files,
      bytes,
      resumed,
      unchanged,
    });
  }
  const what = `${repo} (${from.variant}, ${formatBytes(bytes)}, commit ${from.commit.slice(0, 8)})`;
  writeLine(
    unchanged ? `${what} is there already: ${displayPath(path)}` : `Pulled ${what} to ${displayPath(path)}`,
  );
  if (options.quiet) return;
  const { provider, model } = config.embedding;
  if (provider !== "onnx" || model !== repo) note(`Use it: morgan models use ${repo}`);
  else if (!unchanged) note("It is in use: `morgan reindex` indexes the documents with these weights.");
}

async function pullByOllama(
  name: string,
  config: Config,
  options: PullFlags,
  signal: AbortSignal,
): Promise<void> {
  if (options.variant) {
    throw new MorganError("usage", "--variant is for models of the hub; Ollama's names hold it.", {
      hint: "Write it behind the name, such as llama3.2:3b-instruct-q4_K_M.",
    });
  }
  const baseUrl = await ollamaUrl(config.llm, signal) ??
    (options.ollama || !config.llm.base_url ? OLLAMA_URL : null);
  if (baseUrl === null) {
    throw new MorganError(
      "invalid_input",
      `${name} is a name of Ollama's, but llm.base_url is another kind of server.`,
      {
        hint: "Embedding models are named ORG/NAME; --ollama asks Ollama on this machine.",
      },
    );
  }
  const progress = startProgress(!options.quiet && !options.json);
  let last = "";
  let bytes = 0;
  await withProgress(progress, () =>
    pullOllama(baseUrl, name, {
      apiKey: config.llm.api_key,
      signal,
      onProgress({ status, done, total }) {
        bytes = total;
        if (total > 0) {
          progress.update(done / total, `${formatBytes(done)} of ${formatBytes(total)}  ${status}`);
        } // Without a terminal each step is a line, not each report of bytes.
        else if (status !== last && !progress.shown && !options.quiet && !options.json) {
          note(status);
        }
        last = status;
      },
    }));
  if (options.json) return writeJson({ name, server: publicAddress(baseUrl), bytes, pulled: true });
  writeLine(
    `Pulled ${name}${bytes > 0 ? ` (${formatBytes(bytes)})` : ""} to Ollama at ${publicAddress(baseUrl)}`,
  );
  if (options.quiet || config.llm.model === name) return;
  if (config.llm.base_url) note(`Use it: morgan models use ${name}`);
  else {note(
      `Let Morgan ask Ollama: morgan config set llm.base_url ${
        publicAddress(baseUrl)
      }, then morgan models use ${name}`,
    );}
}

/** Ollama's names have a tag, no owner, or another registry before them. */
function isOllamaName(name: string): boolean {
  const plain = name.replace(/@.*$/, "");
  return !plain.includes("/") || plain.includes(":") || plain.split("/").length > 2;
}

async function withProgress<T>(progress: Disposable, task: () => Promise<T>): Promise<T> {
  using _progress = progress;
  return await task();
}
