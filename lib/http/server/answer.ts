import type { IncomingMessage, ServerResponse } from "node:http";
import { MorganError } from "../../errors.ts";
import { problemResponse } from "../problem.ts";

/** Answers requests. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** How one request is answered. */
export interface AnswerOptions {
  /** Longest wait for the next bytes of a body that is being read. */
  bodyTimeoutMs: number;
  /** Told what broke an answer off. */
  onError: (error: unknown) => void;
}

/**
 * Lets a web handler answer one request of Node's parser. The request's signal aborts when the client goes before it has the
 * whole answer; the answer's body is then cancelled. Never rejects.
 */
export async function answer(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: AnswerOptions,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on("error", () => {});
  incoming.on("error", () => {});
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) gone.abort(new DOMException("The client has gone.", "AbortError"));
  });
  try {
    const response = await respond(handler, incoming, outgoing, gone.signal, options.bodyTimeoutMs);
    if (outgoing.destroyed) return await response.body?.cancel();
    // The rest of a body that nobody asked for is not waited for.
    if (!incoming.complete) outgoing.setHeader("connection", "close");
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body && incoming.method !== "HEAD") await send(response.body, outgoing);
    else {
      await response.body?.cancel();
      outgoing.end();
    }
  } catch (error) {
    if (!gone.signal.aborted) options.onError(error);
    // The head has been sent: a connection that breaks is the only way left to say that the answer is not whole.
    outgoing.destroy();
  }
}

async function respond(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  signal: AbortSignal,
  bodyTimeoutMs: number,
): Promise<Response> {
  const { method } = incoming;
  if (method === "TRACE" || method === "TRACK") {
    const error = new MorganError("method_not_allowed", `${method} is not answered here.`, {
      hint: "GET /openapi.json lists the calls.",
    });
    const response = problemResponse(error);
    response.headers.set("allow", "GET, HEAD, POST, DELETE, OPTIONS");
    return response;
  }
  let request: Request;
  try {
    const body = method === "GET" || method === "HEAD" ? null : bodyOf(incoming, outgoing, bodyTimeoutMs);
    request = toRequest(incoming, body, signal);
  } catch (error) {
    const response = problemResponse(
      new MorganError("invalid_input", "The request's address, method or headers are not valid.", {
        cause: error,
        hint: "Send a request as HTTP/1.1 (RFC 9112) has it.",
      }),
    );
    // Who sends such a thing may mean something else by what follows.
    response.headers.set("connection", "close");
    return response;
  }
  return await handler(request);
}

function toRequest(
  incoming: IncomingMessage,
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Request {
  const { method = "GET", url = "/", headers: { host = "localhost" }, rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    headers.append(rawHeaders[i] ?? "", rawHeaders[i + 1] ?? "");
  }
  const address = new URL(`http://${host}${url.startsWith("/") ? url : pathOf(url)}`);
  if (address.username !== "" || address.password !== "") throw new TypeError("The host is not valid.");
  return new Request(address, { method, headers, body, signal });
}

/** The path of a target in a form that proxies or OPTIONS use (RFC 9112, section 3.2). */
function pathOf(target: string): string {
  if (target === "*") return "/";
  const { pathname, search } = new URL(target);
  return `${pathname}${search}`;
}

/** The body as a stream, which is asked for (`Expect: 100-continue`) with the first read. */
function bodyOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  timeoutMs: number,
): ReadableStream<Uint8Array> | null {
  const { "content-length": length, "transfer-encoding": coding, expect } = incoming.headers;
  if (coding === undefined && (length === undefined || Number(length) === 0)) return null;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream({
    async pull(controller) {
      if (!chunks) {
        if (expect !== undefined) outgoing.writeContinue();
        chunks = incoming[Symbol.asyncIterator]();
      }
      const timer = setTimeout(() => controller.error(stoppedError(timeoutMs)), timeoutMs);
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } finally {
        clearTimeout(timer);
      }
    },
  }, { highWaterMark: 0 });
}

function stoppedError(ms: number): MorganError {
  return new MorganError("request_timeout", `The request's body stopped coming for ${ms / 1000} seconds.`, {
    hint: "Send it again, or raise server.request_seconds.",
  });
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  // Whoever makes the body may wait for something: it hears at once that nobody listens any more.
  outgoing.once("close", () => void reader.cancel().catch(() => {}));
  // The head of a stream is sent before its first event; that of a whole answer travels with it.
  if (!/json$/.test(String(outgoing.getHeader("content-type")))) outgoing.flushHeaders();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || outgoing.destroyed) break;
    if (!outgoing.write(value)) await drained(outgoing);
  }
  outgoing.end();
}

/** Resolves when more may be written, or nothing more can be. */
function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      outgoing.off("drain", settle).off("close", settle);
      resolve();
    };
    outgoing.on("drain", settle).on("close", settle);
  });
}
