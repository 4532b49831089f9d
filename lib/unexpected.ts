/** What is done with what nobody caught. */
export interface UnexpectedHandlers {
  /** A promise that was rejected without anybody waiting for it. */
  rejected(error: unknown): void;
  /** An error that was thrown where no one could catch it, such as in a callback: what ran there is in an unknown state. */
  thrown(error: unknown): void;
}

const watching: UnexpectedHandlers[] = [];

const onRejection = (event: PromiseRejectionEvent) => {
  event.preventDefault();
  watching.at(-1)?.rejected(event.reason);
};
const onError = (event: ErrorEvent) => {
  event.preventDefault();
  watching.at(-1)?.thrown(event.error ?? new Error(event.message));
};

/** Takes over, until it is disposed, what would otherwise end the process at once. Of several, the last one decides. */
export function handleUnexpected(handlers: UnexpectedHandlers): Disposable {
  if (watching.length === 0) {
    globalThis.addEventListener("unhandledrejection", onRejection);
    globalThis.addEventListener("error", onError);
  }
  watching.push(handlers);
  return {
    [Symbol.dispose]() {
      watching.splice(watching.indexOf(handlers), 1);
      if (watching.length > 0) return;
      globalThis.removeEventListener("unhandledrejection", onRejection);
      globalThis.removeEventListener("error", onError);
    },
  };
}
