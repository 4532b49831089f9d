import { z } from "zod";
import type { Config } from "../../config/mod.ts";
import { MorganError } from "../../errors.ts";
import { readNdjson } from "../../http/streams.ts";
import { askServer, describeFailure, fetchServer, isOllama, serverError } from "./server.ts";

/** Where Ollama listens unless it is told otherwise. */
export const OLLAMA_URL = "http://127.0.0.1:11434";

/** A model that a server offers. */
export interface ServerModel {
  name: string;
  /** Where the server tells. */
  bytes?: number | undefined;
}

/** The models of the configured server. */
export interface ServerModels {
  provider: "ollama" | "openai";
  baseUrl: string;
  models: ServerModel[];
}

/** How far a pull is. */
export interface OllamaProgress {
  /** As Ollama words it. */
  status: string;
  /** Bytes of all layers that are known by now. */
  done: number;
  total: number;
}

type LlmSettings = Pick<Config["llm"], "provider" | "base_url" | "api_key">;

const Tags = z.object({ models: z.array(z.object({ name: z.string(), size: z.number().optional() })) });
const List = z.object({ data: z.array(z.object({ id: z.string() })) });
const Line = z.object({
  status: z.string().default(""),
  digest: z.string().optional(),
  total: z.number().optional(),
  completed: z.number().optional(),
  error: z.string().optional(),
});

/** The address of the Ollama server that the settings name, or `null` where they name another kind, or none. */
export async function ollamaUrl(settings: LlmSettings, signal?: AbortSignal): Promise<string | null> {
  const { provider, base_url } = settings;
  const root = base_url?.replace(/\/+$/, "").replace(/\/v1$/, "");
  if (provider === "ollama") return root ?? OLLAMA_URL;
  if (provider === "auto" && root && await isOllama(root, signal)) return root;
  return null;
}

/** What the configured language model's server offers; `null` where none is configured. Throws where it does not answer. */
export async function serverModels(
  settings: LlmSettings,
  signal?: AbortSignal,
): Promise<ServerModels | null> {
  const { provider, base_url, api_key: apiKey } = settings;
  if (provider === "none") return null;
  const ollama = await ollamaUrl(settings, signal);
  if (ollama !== null) {
    const { models } = Tags.parse(await askServer(`${ollama}/api/tags`, { apiKey, signal }));
    return {
      provider: "ollama",
      baseUrl: ollama,
      models: models.map(({ name, size }) => ({ name, bytes: size })),
    };
  }
  if (!base_url) return null;
  const baseUrl = base_url.replace(/\/+$/, "");
  const list = List.safeParse(await askServer(`${baseUrl}/models`, { apiKey, signal }));
  return { provider: "openai", baseUrl, models: (list.data?.data ?? []).map(({ id }) => ({ name: id })) };
}

/** Lets Ollama fetch a model; it keeps what it has when this ends early. Throws `not_found` for one that it can't find. */
export async function pullOllama(
  baseUrl: string,
  name: string,
  options: { apiKey?: string | undefined; signal: AbortSignal; onProgress(progress: OllamaProgress): void },
): Promise<void> {
  const url = `${baseUrl}/api/pull`;
  const { apiKey, signal } = options;
  const response = await fetchServer(url, {
    apiKey,
    signal,
    timeoutMs: 60_000,
    body: { model: name, stream: true },
  }).catch((error) => {
    if (!(error instanceof MorganError) || error.code !== "unavailable") throw error;
    throw new MorganError("unavailable", `Ollama cannot be reached at ${baseUrl}.`, {
      cause: error,
      hint: "Start it with `ollama serve`, or set llm.base_url to where it runs.",
    });
  });
  if (!response.ok) throw await serverError(response, url);
  const layers = new Map<string, { done: number; total: number }>();
  let status = "";
  try {
    for await (const value of readNdjson(response)) {
      const line = Line.parse(value);
      if (line.error !== undefined) throw pullError(name, line.error, url);
      status = line.status;
      if (line.digest && line.total) {
        layers.set(line.digest, { done: line.completed ?? 0, total: line.total });
      }
      const sum = (of: "done" | "total") => [...layers.values()].reduce((all, layer) => all + layer[of], 0);
      options.onProgress({ status, done: sum("done"), total: sum("total") });
    }
  } catch (error) {
    if (error instanceof MorganError) throw error;
    if (signal.aborted) throw signal.reason;
    throw cutShort(name, url, error);
  }
  if (status !== "success") throw cutShort(name, url, new Error(`its last word was "${status}"`));
}

/** Lets Ollama delete a model. Throws `not_found` where it has none of that name. */
export async function removeOllama(
  baseUrl: string,
  name: string,
  { apiKey, signal }: { apiKey?: string | undefined; signal: AbortSignal },
): Promise<void> {
  const url = `${baseUrl}/api/delete`;
  const response = await fetchServer(url, { apiKey, signal, method: "DELETE", body: { model: name } });
  if (!response.ok) throw await serverError(response, url);
  await response.body?.cancel();
}

function pullError(name: string, said: string, url: string): MorganError {
  if (/file does not exist|not found/i.test(said)) {
    return new MorganError("not_found", `Ollama finds no model ${name}: ${said}`, {
      hint: "See the names on https://ollama.com/library.",
    });
  }
  return describeFailure(500, said, url);
}

function cutShort(name: string, url: string, cause: unknown): MorganError {
  return new MorganError(
    "unavailable",
    `Ollama at ${new URL(url).origin} broke off while it pulled ${name}.`,
    {
      cause,
      hint: "Pull again: Ollama goes on where it stopped.",
    },
  );
}
