import { type CommandNode, everyCommand, spellings, valueFlags } from "./tree.ts";

/** The script for PowerShell 5.1 and later. */
export function powershellScript(root: CommandNode): string {
  const nodes = everyCommand(root);
  const list = (items: readonly string[]) => `@(${items.map(quote).join(", ")})`;
  const values = nodes.flatMap(valueFlags).flatMap(({ words, choices }) =>
    words.map((word) => `    ${quote(word)} = ${list(choices)}`)
  );
  const entry = (name: string, description: string) => `@(${quote(name)}, ${quote(description)})`;
  const entries = nodes.map(({ path, flags, commands, choices }) => {
    const all = [
      ...commands.map(({ name, description }) => entry(name, description)),
      ...choices.map((choice) => entry(choice, choice)),
      ...flags.flatMap((flag) => spellings(flag).map((word) => entry(word, flag.description))),
    ];
    return `    ${quote(path)} = @(${all.map((item) => `,${item}`).join("; ")})`;
  });
  return `# PowerShell completion for ${root.name}. Load it with: ${root.name} completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${root.name} -ScriptBlock {
  param($word, $ast, $position)
  $values = @{
${values.join("\n")}
  }
  $commands = @{
${entries.join("\n")}
  }
  $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '' -and $given.Count -gt 1) { $given = $given[0..($given.Count - 2)] }
  $at = ${quote(root.name)}
  foreach ($next in $given | Select-Object -Skip 1) { if ($commands.ContainsKey("$at $next")) { $at = "$at $next" } }
  $flag = "$at $($given[-1])"
  if ($values.ContainsKey($flag)) {
    $values[$flag] | Where-Object { $_ -like "$word*" } |
      ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
    return
  }
  $commands[$at] | Where-Object { $_[0] -like "$word*" -and ($word -like '-*' -or $_[0] -notlike '-*') } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1]) }
}
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
