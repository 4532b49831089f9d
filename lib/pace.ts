/**
 * Lets the rest of the process run in between long work on the main thread: the returned function gives way whenever the
 * work has had `budgetMs` since it last did.
 */
export function pacer(budgetMs = 15): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < budgetMs) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
