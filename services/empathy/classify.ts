import { limitedAbort } from "../../lib/abort.ts";
import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import type { EmpathyServiceContext } from "./context.ts";
import { CLASSIFIER_MODEL, dangerOf, stretches } from "./crisis/classifier.ts";

/** Longest wait for the text's vectors: the answer does not hang on them. */
const TIMEOUT_MS = 1_000;

/**
 * How much the text sounds like one of a person in danger, 0 to 1; `undefined` where no embedding model, or another than the classifier's,
 * is in use or it does not answer in time. Then the patterns judge alone.
 */
export async function classify(
  { embedding }: EmpathyServiceContext,
  text: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  using limited = limitedAbort(signal, TIMEOUT_MS);
  try {
    if ((await embedding.open({}, limited.signal))?.id !== CLASSIFIER_MODEL) return undefined;
    const parts = stretches(text);
    const options = { signal: limited.signal, priority: "interactive" as const, model: CLASSIFIER_MODEL };
    return dangerOf(parts, await embedding.embed(parts, "passage", options));
  } catch (error) {
    signal.throwIfAborted();
    serviceLogger("empathy").warning("a message was judged without the classifier", errorFields(error));
    return undefined;
  }
}
