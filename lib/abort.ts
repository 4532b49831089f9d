/** A controller that is aborted with `signal`, and by itself. Dispose it where `signal` outlives it by far. */
export function linkedAbort(signal: AbortSignal): AbortController & Disposable {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return Object.assign(controller, {
    [Symbol.dispose]: () => signal.removeEventListener("abort", abort),
  });
}
