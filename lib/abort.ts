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

/** As `linkedAbort`, and aborted with `late` once `ms` have passed. @default a `TimeoutError` */
export function limitedAbort(
  signal: AbortSignal,
  ms: number,
  late: unknown = new DOMException(`It took longer than ${ms / 1000} s.`, "TimeoutError"),
): AbortController & Disposable {
  const linked = linkedAbort(signal);
  const unlink = linked[Symbol.dispose];
  const timer = setTimeout(() => linked.abort(late), ms);
  return Object.assign(linked, {
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      unlink();
    },
  });
}
