import type { Heading } from "./types.ts";

/** The part of a DOM node that is used here, so that any DOM will do. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
}

const BLOCKS = new Set(
  ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 " +
    "h5 h6 header hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption option")
    .split(" "),
);
/** Blocks that follow one another line by line rather than with an empty line between. */
const LINES = new Set("li tr dt dd option".split(" "));
const DROPPED = new Set(
  "script style noscript template svg math head canvas select textarea button".split(" "),
);

/** Appends the words of a DOM as text: blocks as paragraphs, list items and table rows as lines, code blocks as they are. */
export class DomText {
  #text = "";
  #gap = 0;
  #space = false;
  /** The last character, so that a growing text need not be put together to look at it. */
  #last = "";
  #lists: ("ul" | number)[] = [];
  #inCell = false;
  #marked = false;
  readonly headings: Heading[] = [];

  get text(): string {
    return this.#text;
  }

  /** `drop` leaves out elements, with all that is in them, beside those that never hold words for the reader. */
  append(node: DomNode, drop: (element: DomNode, tag: string) => boolean): void {
    if (node.nodeType === 3) return this.#words(node.nodeValue ?? "");
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return;
    const tag = node.nodeName.toLowerCase();
    if (DROPPED.has(tag) || drop(node, tag)) return;
    if (tag === "br") return this.#break(1);
    if (tag === "img") return this.#words(` ${node.getAttribute?.("alt") ?? ""} `);
    if (tag === "pre") return this.#verbatim(node);
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (!BLOCKS.has(tag)) {
      const cell = tag === "td" || tag === "th";
      if (cell && this.#gap === 0 && this.#text !== "") this.#put(" | ");
      const outer = this.#inCell;
      this.#inCell ||= cell && isShort(node);
      for (const child of node.childNodes) this.append(child, drop);
      this.#inCell = outer;
      return;
    }
    const gap = LINES.has(tag) || (this.#lists.length > 0 && tag !== "p") ? 1 : 2;
    this.#break(gap);
    const start = this.#text.length;
    if (tag === "ul" || tag === "ol") this.#lists.push(tag === "ul" ? "ul" : 1);
    if (tag === "li") this.#marker();
    for (const child of node.childNodes) this.append(child, drop);
    if (tag === "ul" || tag === "ol") this.#lists.pop();
    if (level !== undefined) this.#heading(Number(level), start);
    this.#break(gap);
  }

  #heading(level: number, before: number): void {
    const start = before + (/^\s*/.exec(this.#text.slice(before))?.[0].length ?? 0);
    const title = this.#text.slice(start).replace(/\s+/g, " ").trim();
    if (title !== "") this.headings.push({ level, title, start });
  }

  #marker(): void {
    const list = this.#lists.at(-1);
    const marker = typeof list === "number" ? `${list}. ` : "- ";
    if (typeof list === "number") this.#lists[this.#lists.length - 1] = list + 1;
    this.#put("  ".repeat(Math.max(0, this.#lists.length - 1)) + marker);
    this.#marked = true;
  }

  #verbatim(node: DomNode): void {
    this.#break(2);
    this.#put(source(node).replace(/^\n+|\s+$/g, ""));
    this.#break(2);
  }

  #words(value: string): void {
    const words = value.replace(/[\t\n\f\r \u00a0]+/g, " ").replace(/[\u00ad\u200b\ufeff]/g, "");
    const trimmed = words.trim();
    if (words.startsWith(" ")) this.#space = true;
    if (trimmed === "") return;
    this.#put(trimmed);
    this.#space = words.endsWith(" ");
  }

  #put(words: string): void {
    if (this.#gap > 0) {
      if (this.#text !== "") this.#text += this.#last = "\n".repeat(this.#gap);
    } else if (
      this.#space && this.#last !== "" && !/\s/.test(this.#last) && !words.startsWith(" ")
    ) {
      this.#text += " ";
    }
    this.#gap = 0;
    this.#space = false;
    this.#marked = false;
    this.#text += words;
    this.#last = words.at(-1) ?? this.#last;
  }

  #break(lines: number): void {
    if (this.#marked) return;
    if (this.#inCell) {
      this.#space = true;
      return;
    }
    this.#gap = Math.max(this.#gap, lines);
    this.#space = false;
  }
}

function source(node: DomNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  if (node.nodeName.toLowerCase() === "br") return "\n";
  let text = "";
  for (const child of node.childNodes) text += source(child);
  return text;
}

/** A table cell of a few words, whose paragraphs are one line; in a table used for layout a cell may hold half a page. */
function isShort(cell: DomNode): boolean {
  return source(cell).trim().length < 300;
}
