import type { Command } from "@commander-js/extra-typings";
import { bashScript } from "../completions/bash.ts";
import { fishScript } from "../completions/fish.ts";
import { powershellScript } from "../completions/powershell.ts";
import { commandTree } from "../completions/tree.ts";
import { zshScript } from "../completions/zsh.ts";
import { write } from "../terminal/output.ts";

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript } as const;

/** The shells that completions can be printed for. */
export type Shell = keyof typeof SCRIPTS;

/** Prints the script by which a shell completes commands, flags and their values. */
export function printCompletions(shell: Shell, program: Command): void {
  write(SCRIPTS[shell](commandTree(program)));
}
