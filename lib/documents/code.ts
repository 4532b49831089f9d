import type { Heading } from "./types.ts";

const MODIFIERS =
  "(?:(?:export|default|declare|public|private|protected|internal|static|final|abstract|sealed|async|open|data|pub(?:\\([^)]*\\))?|unsafe|extern|inline|virtual|override|partial|const)\\s+)*";
const DEFINITIONS = [
  new RegExp(
    `^${MODIFIERS}(?:class|struct|interface|trait|enum|module|namespace|object|protocol|extension|record|type|union|contract)\\s+(?<name>[\\w$:.]+)`,
    "u",
  ),
  new RegExp(
    `^${MODIFIERS}(?:function\\*?|def|fn|func|fun|sub|proc|macro)\\s+(?:\\([^)]*\\)\\s*)?(?<name>[\\w$:.!?]+)`,
    "u",
  ),
  /^impl\b(?:<[^>]*>)?\s+(?<name>[\w$:.<>]+(?:\s+for\s+[\w$:.<>]+)?)/u,
  /^(?:export\s+)?(?:const|let|var)\s+(?<name>[\w$]+)\s*(?::[^=]+)?=\s*(?:async\s*)?(?:function\b|\([^)]*\)\s*(?::[^=]+)?=>|\w+\s*=>)/u,
  /^(?:create|CREATE)\s+(?:or\s+replace\s+|OR\s+REPLACE\s+)?(?:table|view|function|procedure|TABLE|VIEW|FUNCTION|PROCEDURE)\s+(?:if not exists\s+|IF NOT EXISTS\s+)?(?<name>[\w."]+)/u,
  /^(?!(?:if|for|while|switch|return|else|do|catch|using|import|from|with)\b)(?:[\w:<>*&,[\]]+\s+)+[*&]*(?<name>[\w:~]+)\s*\([^;{}]*\)\s*(?:const\s*)?\{\s*$/u,
];

/** Top-level definitions of source code in any common language, by the shape of lines that are not indented. */
export function codeHeadings(text: string): Heading[] {
  const headings: Heading[] = [];
  const lines = /^[^\s#/*"'`\-{}()[\].,;].{0,400}/gm;
  for (let match = lines.exec(text); match !== null; match = lines.exec(text)) {
    for (const definition of DEFINITIONS) {
      const name = definition.exec(match[0])?.groups?.["name"];
      if (name === undefined) continue;
      headings.push({ level: 1, title: name, start: match.index });
      break;
    }
  }
  return headings;
}
