/**
 * What a text must hold for a regular expression to match in it: of each list one string at least. Empty where nothing can be said.
 * After Cox 2012, "Regular Expression Matching with a Trigram Index", with whole strings for trigrams. It only ever asks too little.
 */
export type Required = readonly (readonly string[])[];

/** Shorter strings stand nearly everywhere. */
const LEAST = 3;

/** What `source`, a regular expression without the flag `i`, requires. */
export function requiredBy(source: string): Required {
  const reader = new Reader(source);
  const required = reader.alternatives();
  if (!reader.atEnd) throw new SyntaxError(`Cannot read the pattern at ${reader.at}: ${source}`);
  return required;
}

/** Reads as much of the syntax as is needed to tell plain characters from all else. */
class Reader {
  at = 0;
  constructor(readonly source: string) {}

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Up to the end, or to the bracket that closes the group. */
  alternatives(): Required {
    const all = [this.#sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      all.push(this.#sequence());
    }
    const [only = []] = all;
    if (all.length === 1) return only;
    const bests = all.map(best);
    return bests.every((list) => list !== undefined) ? [[...new Set(bests.flat())]] : [];
  }

  #sequence(): Required {
    const required: (readonly string[])[] = [];
    let plain = "";
    const flush = () => {
      if (plain.length >= LEAST) required.push([plain]);
      plain = "";
    };
    while (!this.atEnd && this.source[this.at] !== "|" && this.source[this.at] !== ")") {
      const { character, inner } = this.#atom();
      const { least, most } = this.#quantifier();
      if (character !== undefined && least === 1 && most === 1) {
        plain += character;
        continue;
      }
      if (character !== undefined && least > 0) plain += character;
      flush();
      if (inner !== undefined && least > 0) required.push(...inner);
    }
    flush();
    return required;
  }

  /** One plain character, or what a group requires, or neither. */
  #atom(): { character?: string; inner?: Required } {
    const rest = this.source.slice(this.at);
    const opened = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(rest)?.[0];
    if (opened !== undefined) {
      this.at += opened.length;
      const inner = this.alternatives();
      if (this.source[this.at] !== ")") throw new SyntaxError(`An open group: ${this.source}`);
      this.at++;
      return opened.endsWith("!") ? {} : { inner };
    }
    const other = /^(?:\[(?:[^\]\\]|\\.)*\]|\\[pPu]\{[^}]*\}|\\[xu][\da-fA-F]+|\\\w|[.^$])/.exec(rest)?.[0];
    if (other !== undefined) {
      this.at += other.length;
      return {};
    }
    const escaped = rest.startsWith("\\") ? 1 : 0;
    const character = String.fromCodePoint(rest.codePointAt(escaped) ?? 0);
    this.at += escaped + character.length;
    return { character };
  }

  #quantifier(): { least: number; most: number } {
    const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at));
    if (!found) return { least: 1, most: 1 };
    this.at += found[0].length;
    const [text, from, comma, to] = found;
    if (from !== undefined) {
      return { least: Number(from), most: comma ? Number(to || Infinity) : Number(from) };
    }
    return { least: text.startsWith("+") ? 1 : 0, most: text.startsWith("?") ? 1 : Infinity };
  }
}

/** The list that says most: long strings, and few of them. */
function best(required: Required): readonly string[] | undefined {
  const worth = (list: readonly string[]) =>
    Math.min(...list.map(({ length }) => length)) - Math.log2(list.length);
  return required.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** Finds which of the strings stand in a text, in one pass over it. */
export function finderOf(strings: Iterable<string>): (text: string) => Set<string> {
  const byStart = Map.groupBy(new Set(strings), (string) => string.slice(0, LEAST));
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + LEAST <= text.length; at++) {
      for (const string of byStart.get(text.slice(at, at + LEAST)) ?? []) {
        if (text.startsWith(string, at)) found.add(string);
      }
    }
    return found;
  };
}

/** Whether a text in which `found` stands can hold what is required. */
export function isMet(required: Required, found: ReadonlySet<string>): boolean {
  return required.every((list) => list.some((string) => found.has(string)));
}
