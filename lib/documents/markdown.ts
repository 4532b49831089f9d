import type { Heading } from "./types.ts";

/** Headings of Markdown source (CommonMark §4.2 ATX, §4.3 setext), outside code fences, front matter and HTML comments. */
export function markdownHeadings(text: string): { title: string | null; headings: Heading[] } {
  const matter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  const headings: Heading[] = [];
  let fence: string | null = null;
  let comment = false;
  let previous: { start: number; line: string } | null = null;
  for (let start = matter?.[0].length ?? 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end).replace(/\r$/, "");
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    let paragraph = false;
    if (fence !== null) {
      if (mark !== undefined && mark.startsWith(fence) && /^\s*[`~]+\s*$/.test(line)) fence = null;
    } else if (comment) {
      comment = !line.includes("-->");
    } else if (mark !== undefined) {
      fence = mark;
    } else if (/^\s*<!--/.test(line) && !line.includes("-->")) {
      comment = true;
    } else {
      const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
      const under = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
      if (atx !== null) {
        push(atx[1]?.length ?? 1, atx[2] ?? "", start);
      } else if (under !== undefined && previous !== null) {
        push(under.startsWith("=") ? 1 : 2, previous.line, previous.start);
      } else {
        paragraph = line.trim() !== "" && !/^ {0,3}(?:[>|]|[-*+] |\d+[.)] )|^(?: {4}|\t)/.test(line);
      }
    }
    previous = paragraph ? { start, line } : null;
    start = end + 1;
  }
  function push(level: number, source: string, start: number) {
    const title = plainInline(source);
    if (title !== "") headings.push({ level, title, start });
  }
  return {
    title: frontMatterTitle(matter?.[1]) ?? headings.find((h) => h.level === 1)?.title ?? null,
    headings,
  };
}

function frontMatterTitle(matter: string | undefined): string | null {
  const value = /^title:[ \t]*(.+?)[ \t\r]*$/m.exec(matter ?? "")?.[1];
  return value?.replace(/^(["'])(.*)\1$/, "$2") ?? null;
}

/** The words of inline Markdown: links and images by their text, without emphasis, code marks and tags. */
function plainInline(source: string): string {
  return source
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/g, "$1")
    .replace(/<[^>]+>/g, "")
    .replace(/\{#[\w-]+\}\s*$/, "")
    .replace(/(\*\*|__|~~|`+)(.+?)\1/g, "$2")
    .replace(/(^|\W)([*_])(\S.*?)\2(?=\W|$)/g, "$1$3")
    .replace(/\s+/g, " ").trim();
}
