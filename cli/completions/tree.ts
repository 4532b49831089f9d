import type { Command, CommandUnknownOpts, Option } from "@commander-js/extra-typings";

/** A command as completion sees it. */
export interface CommandNode {
  /** The words that lead to it, such as `morgan documents list`. */
  path: string;
  name: string;
  description: string;
  flags: Flag[];
  commands: CommandNode[];
  /** What its arguments may be, where that is known. */
  choices: string[];
}

/** A flag with its two spellings. */
export interface Flag {
  long?: string;
  short?: string;
  description: string;
  /** It takes a value: one of these, or anything (a file's name, say) where there are none. */
  value?: { choices: string[] };
}

/** Topics of `morgan help` beside the commands. */
const TOPICS = ["exit-codes", "environment"];

/** The command line as commander knows it, without what it hides. */
export function commandTree(program: Command): CommandNode {
  const root = nodeOf(program, program.name());
  const names = root.commands.map(({ name }) => name);
  root.commands.push({
    path: `${root.path} help`,
    name: "help",
    description: "display help for a command or topic",
    flags: [],
    commands: [],
    choices: [...names, ...TOPICS],
  });
  return root;
}

function nodeOf(command: CommandUnknownOpts, path: string): CommandNode {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).filter((child) => child.name() !== "help");
  return {
    path,
    name: command.name(),
    description: command.description(),
    flags: help.visibleOptions(command).map(flagOf),
    commands: commands.map((child) => nodeOf(child, `${path} ${child.name()}`)),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
}

function flagOf({ long, short, description, required, optional, argChoices }: Option): Flag {
  return {
    ...(long ? { long } : {}),
    ...(short ? { short } : {}),
    description,
    ...(required || optional ? { value: { choices: argChoices ?? [] } } : {}),
  };
}

/** A command and all below it. */
export function everyCommand(node: CommandNode): CommandNode[] {
  return [node, ...node.commands.flatMap(everyCommand)];
}

/** The spellings of a flag. */
export function spellings({ long, short }: Flag): string[] {
  return [long, short].filter((spelling) => spelling !== undefined);
}

/** The flags of a command that take a value, as `path flag` by their spellings. */
export function valueFlags(node: CommandNode): { words: string[]; choices: string[] }[] {
  return node.flags.flatMap((flag) =>
    flag.value
      ? [{ words: spellings(flag).map((word) => `${node.path} ${word}`), choices: flag.value.choices }]
      : []
  );
}
