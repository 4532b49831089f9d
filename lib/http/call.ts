import { AsyncLocalStorage } from "node:async_hooks";

/** What travels with a request from service to service. */
export interface Call {
  requestId: string;
  /** Whose request it is, once that is known. */
  userId?: string | undefined;
  /** When nobody waits for the answer any more, by `performance.now()`. */
  deadline?: number | undefined;
}

const REQUEST_ID = "x-request-id";
const USER_ID = "x-user-id";
/** Milliseconds that are left: the clocks of hosts differ. */
const TIMEOUT = "x-timeout-ms";

const calls = new AsyncLocalStorage<Call>();

/** Answers a request: calls of services from within carry on what came with it. */
export function answering<T>(call: Call, body: () => T): T {
  return calls.run(call, body);
}

/** The same steps, each taken as part of the request that is being answered now, whoever asks for them later. */
export function asPartOfCall<T, R>(steps: AsyncGenerator<T, R>): AsyncGenerator<T, R> {
  const call = calls.getStore();
  if (!call) return steps;
  return {
    next: (...given) => calls.run(call, () => steps.next(...given)),
    return: (value) => calls.run(call, () => steps.return(value)),
    throw: (error) => calls.run(call, () => steps.throw(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: () => calls.run(call, () => steps[Symbol.asyncDispose]()),
  };
}

/** Notes whose request is being answered, for the services that are called from now on. */
export function actFor(userId: string): void {
  const call = calls.getStore();
  if (call) call.userId = userId;
}

/** What came with a request; without an id, or with one that is none, it gets a new one. */
export function readCall(headers: Headers): Call {
  const requestId = headers.get(REQUEST_ID) ?? "";
  const timeout = Number(headers.get(TIMEOUT) ?? NaN);
  return {
    requestId: /^[\w.-]{1,128}$/.test(requestId) ? requestId : crypto.randomUUID(),
    userId: decoded(headers.get(USER_ID)),
    deadline: Number.isFinite(timeout) ? performance.now() + timeout : undefined,
  };
}

/** Puts what came with the request that is being answered on a request to another service. */
export function writeCall(headers: Headers): void {
  const call = calls.getStore();
  if (!call) return;
  if (!headers.has(REQUEST_ID)) headers.set(REQUEST_ID, call.requestId);
  if (call.userId !== undefined) headers.set(USER_ID, encodeURIComponent(call.userId));
  if (call.deadline !== undefined) {
    headers.set(TIMEOUT, String(Math.max(0, Math.round(call.deadline - performance.now()))));
  }
}

function decoded(text: string | null): string | undefined {
  if (text === null) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    // Not written by a service.
    return undefined;
  }
}
