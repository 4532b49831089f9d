/** What has not come by then will not come: the test fails instead of hanging. Far above what any of them takes on a busy machine. */
const LATEST_MS = 60_000;

/** What `promise` becomes. Throws, naming `what` was waited for, when that takes longer than `latestMs`. */
export async function within<T>(what: string, promise: Promise<T>, latestMs = LATEST_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`It took too long: ${what}.`)), latestMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Looks again and again until `isSo`. Throws, naming `what` was waited for, when it is not so after `latestMs`. */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  latestMs = LATEST_MS,
): Promise<void> {
  const latest = performance.now() + latestMs;
  while (!await isSo()) {
    if (performance.now() > latest) throw new Error(`It never came to this: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
