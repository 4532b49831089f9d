import { MorganError } from "../errors.ts";

/** The error of a cursor that names no place in its list: made up, or of an entry that is gone. */
export function noSuchPage(): MorganError {
  return new MorganError("not_found", "There is no page at this cursor.", {
    hint: "Start again without a cursor.",
  });
}
