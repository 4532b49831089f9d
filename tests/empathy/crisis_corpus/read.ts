/** One message of the corpus. */
export interface Message {
  text: string;
  /** Whether it is of a person in danger, or of one who fears for another. */
  danger: boolean;
  /** ISO 639-1. */
  language: string;
}

/** The messages of a file beside this one: a line each, under headings `# true en` or `# negative en`. Throws on anything else. */
export async function readCorpus(name: string): Promise<Message[]> {
  const messages: Message[] = [];
  let heading: { danger: boolean; language: string } | undefined;
  for (const line of (await Deno.readTextFile(new URL(name, import.meta.url))).split("\n")) {
    if (line === "") continue;
    if (line.startsWith("#")) {
      const [, kind, language] = /^# (true|negative) ([a-z]{2})\b/.exec(line) ?? [];
      if (kind === undefined || language === undefined) throw new Error(`${name}: no heading: ${line}`);
      heading = { danger: kind === "true", language };
    } else if (heading) messages.push({ ...heading, text: line });
    else throw new Error(`${name}: no heading before: ${line}`);
  }
  return messages;
}

/** All messages of the training files, whose dev part `isDev` tells. */
export async function readTraining(): Promise<Message[]> {
  const names = [
    "true_en.txt",
    "true_languages.txt",
    "negative_en.txt",
    "negative_languages.txt",
    "everyday.txt",
  ];
  return (await Promise.all(names.map(readCorpus))).flat();
}

/** Whether a message of the training files is kept for choosing among settings: a quarter of them, by FNV-1a of the text. */
export function isDev(text: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash >>> 8) % 4 === 0;
}
