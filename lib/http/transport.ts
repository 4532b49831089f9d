import { MorganError } from "../errors.ts";
import { writeCall } from "./call.ts";
import { abortableFetch } from "./abortable_fetch.ts";

/** How a client reaches a service: the standard `fetch`, whatever lies beneath it. */
export type Transport = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** The base address of services in the same process. It is never looked up. */
export const IN_PROCESS = "http://morgan.internal";

/**
 * Reaches a service in the same process. As over HTTP, an aborted signal rejects the call at once and the service
 * sees the abort on its request; a body that is being read fails with the abort.
 */
export function inProcess(
  app: { request(input: Request): Response | Promise<Response> },
  token: string,
): Transport {
  return async (input, init) => {
    const request = withToken(new Request(input, init), token);
    request.signal.throwIfAborted();
    const aborted = Promise.withResolvers<never>();
    aborted.promise.catch(() => {});
    request.signal.addEventListener("abort", () => aborted.reject(request.signal.reason), { once: true });
    const response = await Promise.race([app.request(request), aborted.promise]);
    if (!response.body) return response;
    return new Response(abortable(response.body, request.signal), response);
  };
}

function abortable<T>(body: ReadableStream<T>, signal: AbortSignal): ReadableStream<T> {
  return body.pipeThrough(new TransformStream(), { signal });
}

/** Whom an error names that cannot be reached, and what may help. */
export interface Reached {
  /** @default Morgan */
  what?: string;
  hint?: string;
  /** What may help where the token is refused, if it is no token of the user's: a call then fails as `unavailable`, so that work waits for it. */
  refused?: string;
}

/** Reaches a service over HTTP. A refused or broken connection becomes `unavailable`, naming the address. */
export function overHttp(token: string, { what = "Morgan", hint, refused }: Reached = {}): Transport {
  return async (input, init) => {
    // What is sent is meant for this address alone.
    const request = withToken(new Request(input, { ...init, redirect: "error" }), token);
    const { origin } = new URL(request.url);
    let response: Response;
    try {
      const { signal } = init ?? {};
      response = watched(await abortableFetch(request, signal ? { signal } : {}), request.url, signal);
    } catch (error) {
      if (init?.signal?.aborted) throw init.signal.reason;
      throw new MorganError("unavailable", `Cannot reach ${what} at ${origin}.`, {
        cause: error,
        hint: hint ?? "Check that it runs (`morgan status`) and that the address is right.",
      });
    }
    if (response.status !== 401 || refused === undefined) return response;
    await response.body?.cancel();
    throw new MorganError(
      "unavailable",
      `${what[0]?.toUpperCase()}${what.slice(1)} at ${origin} refuses this process's token.`,
      {
        hint: refused,
      },
    );
  };
}

/** A response whose body, when the connection breaks, fails as `unavailable`. */
function watched(response: Response, url: string, signal: AbortSignal | null | undefined): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(signal?.aborted ? signal.reason : brokeOff(url, error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}

function brokeOff(url: string, cause: unknown): MorganError {
  return new MorganError(
    "unavailable",
    `Morgan at ${new URL(url).origin} broke off in the middle of an answer.`,
    {
      cause,
      hint: "Run the command again: what was acknowledged is kept.",
    },
  );
}

function withToken(request: Request, token: string): Request {
  writeCall(request.headers);
  if (!request.headers.has("authorization")) request.headers.set("authorization", `Bearer ${token}`);
  return request;
}
