import { limitedAbort, linkedAbort } from "../../../lib/abort.ts";
import { MorganError, toMorganError } from "../../../lib/errors.ts";
import { errorFields, serviceLogger } from "../../../lib/telemetry/mod.ts";
import type { GenerateDone, GenerateRequest } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import type { TextResponse } from "../contract.ts";

/** How a generation ended. */
export interface Generated {
  /** The model wrote the sentinel: it found no answer in what it was given. */
  declined: boolean;
  /** It reached the most tokens that it may have, or was stopped because it went round in circles. */
  cut: boolean;
  usage: NonNullable<TextResponse["usage"]>;
}

/**
 * Streams a model's text. When it begins with `sentinel`, nothing is yielded and the model has declined. Errors after
 * the first text carry `details.shown`.
 */
export async function* generate(
  context: CoreContext,
  request: GenerateRequest,
  sentinel: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<string, Generated> {
  const end = context.metrics.steps.startTimer({ step: "generate" });
  using stop = linkedAbort(signal);
  let held = "";
  let said = "";
  let shown = false;
  try {
    const stream = context.llm.generate(request, stop.signal);
    for (;;) {
      const next = await stream.next();
      if (next.done) {
        if (sentinel && held.includes(sentinel)) return ended(true, next.value);
        if (held) yield held;
        return ended(false, next.value);
      }
      said += next.value;
      if (shown) {
        yield next.value;
        // Small models now and then say the same for ever.
        if (/[.!?\n]/.test(next.value) && CIRCLE.test(said.slice(-900))) {
          stop.abort();
          return ended(false, { finish: "length" });
        }
        continue;
      }
      held += next.value;
      if (sentinel && couldBecome(held, sentinel)) continue;
      shown = true;
      yield held.trimStart();
      held = "";
    }
  } catch (error) {
    const known = toMorganError(error);
    throw new MorganError(known.code, known.message, {
      cause: known,
      hint: known.hint,
      details: { ...known.details, shown },
    });
  } finally {
    end();
  }
}

/** The same sentence or more, three times on end. */
const CIRCLE = /(.{20,300}?)\1\1\W{0,3}$/s;

/** True while `text` may still turn out to begin with the sentinel. */
function couldBecome(text: string, sentinel: string): boolean {
  const begun = text.trimStart().replace(/^["'`*[(]+/, "");
  return sentinel.startsWith(begun) || begun.startsWith(sentinel);
}

function ended(declined: boolean, { finish, prompt_tokens, completion_tokens }: GenerateDone): Generated {
  const usage = {
    ...(prompt_tokens === undefined ? {} : { prompt_tokens }),
    ...(completion_tokens === undefined ? {} : { completion_tokens }),
  };
  return { declined, cut: finish === "length", usage };
}

/** Longest wait for a text that nobody sees coming. */
const COMPLETE_MS = 60_000;

/**
 * A short text from the model, for Morgan's own use; `undefined` where it fails or takes too long, which is logged.
 * @param limitMs longest wait for the whole text
 */
export async function complete(
  context: CoreContext,
  request: GenerateRequest,
  signal: AbortSignal,
  limitMs = COMPLETE_MS,
): Promise<string | undefined> {
  const late = new MorganError("timeout", `The model took longer than ${limitMs / 1000} s.`);
  using limited = limitedAbort(signal, limitMs, late);
  try {
    let text = "";
    for await (const piece of generate(context, request, undefined, limited.signal)) text += piece;
    return text;
  } catch (error) {
    if (signal.aborted) throw error;
    serviceLogger("core").warning("the model was of no help", errorFields(error));
    return undefined;
  }
}
