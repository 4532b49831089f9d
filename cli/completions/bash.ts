import { type CommandNode, everyCommand, spellings, valueFlags } from "./tree.ts";

/** The script for bash 3.2 and later; it needs no bash-completion. File names stand in where nothing else is known. */
export function bashScript(root: CommandNode): string {
  const nodes = everyCommand(root);
  const below = nodes.slice(1).map(({ path }) => quote(path)).join(" | ");
  const values = nodes.flatMap(valueFlags).map(({ words, choices }) =>
    `    ${words.map(quote).join(" | ")}) COMPREPLY=($(compgen -W ${
      quote(choices.join(" "))
    } -- "$cur")); return ;;`
  );
  const cases = nodes.map(({ path, flags, commands, choices }) => {
    const words = [...commands.map(({ name }) => name), ...choices].join(" ");
    return `    ${quote(path)}) words=${quote(words)} flags=${quote(flags.flatMap(spellings).join(" "))} ;;`;
  });
  return `# bash completion for ${root.name}. Load it with: source <(${root.name} completions bash)
_${root.name}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}" command=${root.name} words flags i
  # --flag=value comes as three words.
  if [[ $cur == "=" ]]; then cur=""
  elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
    ${below}) command="$command \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$command $prev" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
  esac
  if [[ $cur == -* ]]; then words=$flags; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _${root.name} ${root.name}
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
