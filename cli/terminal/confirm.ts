import process from "node:process";
import { createInterface } from "node:readline/promises";
import { MorganError } from "../../lib/errors.ts";

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
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} ${expected ? `Type "${expected}": ` : "[y/N] "}`);
  terminal.close();
  const agreed = expected ? answer.trim() === expected : /^y(es)?$/i.test(answer.trim());
  if (!agreed) throw new MorganError("cancelled", "Nothing was changed.");
}
