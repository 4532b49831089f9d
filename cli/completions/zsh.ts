import { type CommandNode, everyCommand, spellings, valueFlags } from "./tree.ts";

/** The script for zsh: load it, or put it as `_morgan` into a folder of `fpath`. */
export function zshScript(root: CommandNode): string {
  const nodes = everyCommand(root);
  const below = nodes.slice(1).map(({ path }) => quote(path)).join("|");
  const values = nodes.flatMap(valueFlags).map(({ words, choices }) =>
    `    (${words.map(quote).join("|")}) ${
      choices.length > 0 ? `compadd -- ${choices.map(quote).join(" ")}` : "_files"
    }; return ;;`
  );
  const described = (name: string, description: string) =>
    quote(`${name.replaceAll(":", "\\:")}:${description}`);
  const cases = nodes.map(({ path, flags, commands, choices }) => {
    const words = [
      ...commands.map(({ name, description }) => described(name, description)),
      ...choices.map(quote),
    ];
    const all = flags.flatMap((flag) => spellings(flag).map((word) => described(word, flag.description)));
    return `    (${quote(path)}) words_=(${words.join(" ")}) flags=(${all.join(" ")}) ;;`;
  });
  return `#compdef ${root.name}
# zsh completion for ${root.name}. Load it with: source <(${root.name} completions zsh)
_${root.name}() {
  local command=${root.name} i
  local -a words_ flags
  for ((i = 2; i < CURRENT; i++)); do
    case "$command \${words[i]}" in
    (${below}) command="$command \${words[i]}" ;;
    esac
  done
  case "$command \${words[CURRENT - 1]}" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
  esac
  if [[ $PREFIX == -* ]]; then _describe -o option flags
  elif (( \${#words_} )); then _describe command words_
  else _files; fi
}
if [[ $funcstack[1] == _${root.name} ]]; then _${root.name} "$@"
else compdef _${root.name} ${root.name}; fi
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
