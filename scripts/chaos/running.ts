import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Runs `morgan` and gives its stdout; throws what stderr says where it fails. */
export type MorganRun = (...args: string[]) => Promise<string>;

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** The command `morgan` in an environment. */
export function morganCommand(env: Record<string, string>, args: readonly string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--no-prompt", MAIN, ...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

/** `morgan` in an environment. */
export function runMorgan(env: Record<string, string>): MorganRun {
  return async (...args) => {
    const { code, stdout, stderr } = await morganCommand(env, args).output();
    if (code !== 0) {
      throw new Error(`morgan ${args.join(" ")} (${code}): ${new TextDecoder().decode(stderr)}`);
    }
    return new TextDecoder().decode(stdout);
  };
}

/** What `--kills` says. */
export function killsAsked(otherwise: number): number {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: { kills: { type: "string", default: String(otherwise) } },
  });
  return Number(values.kills);
}

/** What was wrong after a number of kills; all zero where Morgan kept its word. */
export interface Wrong {
  /** Acknowledged things that are gone. */
  lost: number;
  /** States that are neither the old nor the new. */
  half: number;
  /** Restarts that needed a hand. */
  byHand: number;
}

/** Prints a run's result, and makes the exit code 1 where something was wrong. */
export function tellResult(what: string, kills: number, { lost, half, byHand }: Wrong): void {
  console.log(
    `${what}: ${kills} kills; acknowledged things lost ${lost}, half states ${half}, restarts that needed a hand ${byHand}`,
  );
  if (lost + half + byHand > 0) Deno.exitCode = 1;
}
