import { type CommandNode, everyCommand } from "./tree.ts";

/** The script for fish 3 and later. */
export function fishScript(root: CommandNode): string {
  const nodes = everyCommand(root);
  const at = (path: string) => `-n '__${root.name}_at ${path}'`;
  const lines = nodes.flatMap((node) => {
    const condition = at(node.path);
    // Where commands or choices are known, a file's name would be none of them.
    const words = node.commands.length > 0 || node.choices.length > 0 ? ["-f"] : [];
    return [
      ...node.commands.map(({ name, description }) =>
        `complete -c ${root.name} -f ${condition} -a ${name} -d ${quote(description)}`
      ),
      ...(node.choices.length > 0
        ? [`complete -c ${root.name} ${words.join(" ")} ${condition} -a ${quote(node.choices.join(" "))}`]
        : []),
      ...node.flags.map(({ long, short, description, value }) => {
        const parts = [
          ...(long ? [`-l ${long.slice(2)}`] : []),
          ...(short ? [`-s ${short.slice(1)}`] : []),
          ...(value ? [value.choices.length > 0 ? `-x -a ${quote(value.choices.join(" "))}` : "-r"] : []),
          `-d ${quote(description)}`,
        ];
        return `complete -c ${root.name} ${condition} ${parts.join(" ")}`;
      }),
    ];
  });
  return `# fish completion for ${root.name}. Load it with: ${root.name} completions fish | source
function __${root.name}_at
    set -l at ${root.name}
    for word in (commandline -opc)[2..-1]
        switch "$at $word"
            case ${nodes.slice(1).map(({ path }) => quote(path)).join(" ")}
                set at "$at $word"
        end
    end
    test "$at" = "$argv"
end
${lines.join("\n")}
`;
}

/** In fish's single quotes only the quote and the backslash mean something. */
function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
