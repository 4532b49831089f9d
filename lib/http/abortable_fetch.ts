/**
 * `fetch` whose abort always arrives. Deno's own ties a request to its signal weakly: once the garbage collector has passed, an
 * abort in the middle of a body may be lost, and its reader waits for ever.
 */
export async function abortableFetch(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const signal = init.signal ?? (input instanceof Request ? input.signal : undefined);
  if (!signal) return await fetch(input, init);
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => {});
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  const arriving = fetch(input, init);
  try {
    const response = await Promise.race([arriving, aborted.promise]);
    return response.body ? new Response(abortableBody(response.body, signal), response) : response;
  } catch (error) {
    // What comes after all is of no use.
    arriving.then((late) => late.body?.cancel(), () => {});
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** The same bytes; an abort ends them with its reason, and their source. */
function abortableBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let abort = () => {};
  const settle = () => signal.removeEventListener("abort", abort);
  return new ReadableStream({
    start(controller) {
      abort = () => {
        controller.error(signal.reason);
        reader.cancel(signal.reason).catch(() => {});
      };
      if (signal.aborted) abort();
      else signal.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (signal.aborted) return;
        if (!done) return controller.enqueue(value);
        settle();
        controller.close();
      } catch (error) {
        settle();
        if (!signal.aborted) controller.error(error);
      }
    },
    async cancel(reason) {
      settle();
      await reader.cancel(reason);
    },
  });
}
