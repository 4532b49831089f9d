import { type Extractor, type ExtractorOptions, openExtractor } from "./extractor.ts";

/** A file of at most so many bytes is read in a moment. */
const SMALL_BYTES = 1024 ** 2;

/**
 * Opens an extractor with two processes: one for small files, so that none waits while a large one is read, and one for all others. Each keeps
 * within the memory limit; the one that has nothing to do is ended.
 */
export function openLanes(options: ExtractorOptions = {}): Extractor {
  const small = openExtractor(options);
  const large = openExtractor(options);
  return {
    async extract(file, name, split, signal) {
      // A file that is missing is told so by either.
      const size = await Deno.stat(file).then(({ size }) => size, () => 0);
      return await (size <= SMALL_BYTES ? small : large).extract(file, name, split, signal);
    },
    tryOut: (split, signal) => small.tryOut(split, signal),
    async [Symbol.asyncDispose]() {
      await Promise.all([small[Symbol.asyncDispose](), large[Symbol.asyncDispose]()]);
    },
  };
}
