import { MorganError } from "../../lib/errors.ts";
import { readAnswer } from "./output.ts";

/**
 * Asks on a terminal and returns only on consent: `y`, or the text in `expected`. Throws `usage` where nobody can be asked,
 * `cancelled` on anything else.
 */
export async function confirm(question: string, expected?: string): Promise<void> {
  if (!Deno.stdin.isTerminal()) {
    throw new MorganError("usage", "This needs a confirmation, and there is no terminal to ask on.", {
      hint: "Add -y if you are sure.",
    });
  }
  const answer = await readAnswer(`${question} ${expected ? `Type "${expected}": ` : "[y/N] "}`);
  const agreed = expected ? answer.trim() === expected : /^y(es)?$/i.test(answer.trim());
  if (!agreed) throw new MorganError("cancelled", "Nothing was changed.");
}
