import { type Check, problem, well } from "../../../lib/doctor.ts";
import { toMorganError } from "../../../lib/errors.ts";
import type { RagContext } from "../context.ts";
import { splitOptions } from "../pipeline.ts";

/** Checks that documents can be read: the process for that starts, and reads one of each kind. */
export async function checkReader(context: RagContext, signal: AbortSignal): Promise<Check> {
  const name = "reader";
  try {
    await context.extractor.tryOut(splitOptions(context), signal);
    return well(name, "The process that reads documents starts, and reads every kind.");
  } catch (error) {
    if (signal.aborted) throw error;
    const { message, hint } = toMorganError(error);
    return problem(name, message, hint ?? "Install Morgan again.");
  }
}
