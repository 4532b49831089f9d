import { errorFields, serviceLogger } from "../../lib/telemetry/mod.ts";
import type { EmpathyServiceContext } from "./context.ts";
import { CLASSIFIER_MODEL, dangerOf } from "./crisis/classifier.ts";

/** Longest wait for the text's vector: the answer does not hang on it. */
const TIMEOUT_MS = 1_000;

/** Characters that are judged; the model reads no more of a text. */
const MOST_CHARACTERS = 2_000;

/**
 * The probability that the text is of a person in danger; `undefined` where no embedding model, or another than the classifier's,
 * is in use or it does not answer in time. Then the patterns judge alone.
 */
export async function classify(
  { embedding }: EmpathyServiceContext,
  text: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (!embedding) return undefined;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    if ((await embedding.model(limited)).id !== CLASSIFIER_MODEL) return undefined;
    const vector = await embedding.embed([text.slice(0, MOST_CHARACTERS)], "passage", { signal: limited });
    return dangerOf(vector);
  } catch (error) {
    signal.throwIfAborted();
    serviceLogger("empathy").warning("a message was judged without the classifier", errorFields(error));
    return undefined;
  }
}
