import { linkedAbort } from "../../abort.ts";
import { abortableFetch } from "../../http/abortable_fetch.ts";
import { MorganError } from "../../errors.ts";

/** Asks a model server for JSON. `undefined` when it has no such call (404, 405, 501). */
export async function askServer(
  url: string,
  options: {
    apiKey?: string | undefined;
    body?: unknown;
    signal?: AbortSignal | undefined;
    timeoutMs?: number;
  },
): Promise<unknown> {
  const response = await fetchServer(url, options);
  if (response.status === 404 || response.status === 405 || response.status === 501) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok) throw await serverError(response, url);
  return await response.json();
}

/** Sends a request to a model server. Throws `unavailable`, naming the server, when it cannot be reached. */
export async function fetchServer(
  url: string,
  { apiKey, body, method, signal, timeoutMs = 5_000 }: {
    apiKey?: string | undefined;
    /** @default GET, or POST with a body */
    method?: string | undefined;
    body?: unknown;
    signal?: AbortSignal | undefined;
    timeoutMs?: number;
  },
): Promise<Response> {
  // The time-out covers the wait for the response's head alone: a body may stream for minutes.
  const waiting = new AbortController();
  // Never disposed: the body is read after this call has ended.
  const linked = signal ? linkedAbort(signal) : waiting;
  const timer = setTimeout(() => {
    waiting.abort();
    linked.abort();
  }, timeoutMs);
  try {
    return await abortableFetch(url, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        "content-type": "application/json",
        ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      },
      // The key and what is said are meant for this address alone.
      redirect: "manual",
      signal: linked.signal,
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (waiting.signal.aborted) throw slow(url, timeoutMs, error);
    throw unreachable(url, error);
  } finally {
    clearTimeout(timer);
  }
}

/** True when an Ollama server answers at `baseUrl` (with or without `/v1`). */
export async function isOllama(baseUrl: string, signal?: AbortSignal): Promise<boolean> {
  try {
    const answer = await askServer(`${baseUrl.replace(/\/v1$/, "")}/api/version`, {
      signal,
      timeoutMs: 2_000,
    });
    return typeof answer === "object" && answer !== null && "version" in answer;
  } catch (error) {
    // Not there now, or not JSON: Ollama's own port tells which API to expect of it later.
    if (error instanceof MorganError || error instanceof SyntaxError) {
      return new URL(baseUrl).port === "11434";
    }
    throw error;
  }
}

/** The error for a server that cannot be reached or broke off. */
export function unreachable(url: string, cause: unknown): MorganError {
  const origin = new URL(url).origin;
  return new MorganError("unavailable", `The language model's server at ${origin} cannot be reached.`, {
    cause,
    hint: `Start it (for Ollama: \`ollama serve\`), correct llm.base_url, or ask with --no-llm.`,
    details: { dependency: "llm" },
  });
}

/** The error for a server whose answer ended before it was complete. */
export function brokeOff(url: string, cause: unknown): MorganError {
  const origin = new URL(url).origin;
  return new MorganError(
    "unavailable",
    `The language model's server at ${origin} broke off in the middle of an answer.`,
    {
      cause,
      hint: "Ask again, see that server's log, or ask with --no-llm.",
      details: { dependency: "llm" },
    },
  );
}

function slow(url: string, timeoutMs: number, cause: unknown): MorganError {
  return new MorganError(
    "timeout",
    `The language model's server at ${new URL(url).origin} did not answer within ${timeoutMs / 1000} s.`,
    {
      cause,
      hint: "Raise llm.timeout_seconds, use a smaller model, or ask with --no-llm.",
      details: { dependency: "llm" },
    },
  );
}

/** The error that an unsuccessful answer of a model server stands for. */
export async function serverError(response: Response, url: string): Promise<MorganError> {
  const text = (await response.text()).slice(0, 500);
  return describeFailure(response.status, text, url);
}

/** The error for a status and the text that came with it. */
export function describeFailure(status: number, text: string, url: string): MorganError {
  const origin = new URL(url).origin;
  const details = { dependency: "llm", status };
  if (status === 401 || status === 403) {
    return new MorganError("invalid_config", `The language model's server at ${origin} refused the key.`, {
      hint: "Set llm.api_key (MORGAN_LLM_API_KEY).",
      details,
    });
  }
  if (status === 404) {
    return new MorganError(
      "not_found",
      `The language model's server at ${origin} does not have the model: ${text}`,
      {
        hint: "Set llm.model to a model that it lists, or pull it there first.",
        details,
      },
    );
  }
  if (/context|too (long|large)|exceed/i.test(text) && status < 500) {
    return new MorganError("too_large", `The prompt does not fit the model's window: ${text}`, {
      hint: "Set llm.context_window to the model's real window, or lower query.top_k.",
      details,
    });
  }
  return new MorganError(
    status >= 500 || status === 429 ? "unavailable" : "internal",
    `The language model's server at ${origin} answered ${status}: ${text}`,
    {
      hint: "See that server's log, or ask with --no-llm.",
      details,
    },
  );
}
