import { type Answering, token } from "./events.ts";
import type { Person } from "./person.ts";

/**
 * The reply to a person who may be in danger, whole and at once: no document, no earlier turn and no model adds to it. Nothing is lacking in it
 * where there is no model.
 */
export async function* inNeed({ empathy }: Person): Answering {
  const answer = empathy?.opening ?? "";
  yield token(answer);
  return { answer, answered: true, sources: [], degraded: [] };
}
