/**
 * A controller that is aborted with `signal`, and by itself. Unlike `AbortSignal.any`, whose signals hang on to their
 * sources weakly, it is held until it is disposed, so that an abort always arrives.
 */
export function linkedAbort(signal: AbortSignal): AbortController & Disposable {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return Object.assign(controller, {
    [Symbol.dispose]: () => signal.removeEventListener("abort", abort),
  });
}
