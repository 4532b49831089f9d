import { Readability } from "@mozilla/readability";
import { DOMParser } from "linkedom";
import { type DomNode, DomText } from "./dom_text.ts";
import { checkNesting } from "./nesting.ts";
import type { Heading } from "./types.ts";

/** Words of a page with its headings; `whole` is false where only the article of the page was kept. */
export interface HtmlText {
  text: string;
  title: string | null;
  headings: Heading[];
}

/** Below this share of the page's own words, what Readability found is not taken for the article. */
const ARTICLE_SHARE = 0.5;
const BOILERPLATE = new Set(["nav", "footer", "aside", "dialog"]);

/** The readable text of an HTML page: its article where Readability finds one that holds most of the words, else its whole body. */
export function htmlText(html: string): HtmlText {
  const markup = complete(html);
  checkNesting(markup);
  const document = new DOMParser().parseFromString(markup, "text/html");
  const title = clean(document.querySelector("title")?.textContent) ??
    clean(document.querySelector("h1")?.textContent);
  const body = render(document.body ?? document.documentElement, isHiddenOrBoilerplate);
  const whole = body.text.length > 0 ? body : render(document.documentElement, isHidden);
  // Where nothing but text lies in the body, there is nothing to choose an article from.
  const bare = document.body !== null && document.body.querySelector("*") === null;
  const article = bare || whole.text.length < 1000 ? null : articleOf(markup);
  if (article === null || article.text.length < whole.text.length * ARTICLE_SHARE) return { title, ...whole };
  return { title, ...article };
}

/** All the text of an HTML fragment, nothing left out. */
export function fragmentText(html: string): Omit<HtmlText, "title"> {
  checkNesting(html);
  const document = new DOMParser().parseFromString(
    `<!doctype html><html><body>${html}</body></html>`,
    "text/html",
  );
  return render(document.body, isBackLink);
}

/** A script, or all that follows one which never ends. */
const SCRIPT = /<script\b(?:[\s\S]*?<\/script\s*>|[\s\S]*)/gi;

/** linkedom builds no `html` and `body` of its own around a fragment, and takes the first element, whatever it is, for the root. */
function complete(html: string): string {
  const scriptless = html.replace(/^\s*<\?xml[^>]*\?>/, "").replace(SCRIPT, "");
  const markup = scriptless.slice(Math.max(0, scriptless.search(/<html[\s>]/i)));
  if (/<body[\s>]/i.test(markup)) return /<html[\s>]/i.test(markup) ? markup : `<html>${markup}</html>`;
  if (/<html[\s>]/i.test(markup)) {
    if (/<\/head>/i.test(markup)) return markup.replace(/<\/head>/i, "</head><body>");
    return markup.replace(/(<html[^>]*>)/i, "$1<body>");
  }
  return `<html><body>${markup}</body></html>`;
}

function articleOf(markup: string): Omit<HtmlText, "title"> | null {
  const document = new DOMParser().parseFromString(markup, "text/html");
  try {
    const article = new Readability<DomNode>(document, { serializer: (node) => node }).parse();
    if (article?.content === null || article?.content === undefined) return null;
    const { text, headings } = render(article.content, () => false);
    const title = clean(article.title);
    if (title === null || text.slice(0, 500).includes(title)) return { text, headings };
    const shift = title.length + 2;
    return {
      text: `${title}\n\n${text}`,
      headings: [{ level: 1, title, start: 0 }, ...headings.map((h) => ({ ...h, start: h.start + shift }))],
    };
  } catch {
    return null;
  }
}

function render(node: DomNode, drop: (element: DomNode, tag: string) => boolean): Omit<HtmlText, "title"> {
  const out = new DomText();
  out.append(node, drop);
  return { text: out.text, headings: out.headings };
}

function isHidden(element: DomNode): boolean {
  const attribute = (name: string) => element.getAttribute?.(name) ?? null;
  return attribute("hidden") !== null || attribute("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute("style") ?? "");
}

function isHiddenOrBoilerplate(element: DomNode, tag: string): boolean {
  return BOILERPLATE.has(tag) || element.getAttribute?.("role") === "navigation" || isHidden(element);
}

/** The arrow by which a footnote leads back to its mark. */
function isBackLink(element: DomNode, tag: string): boolean {
  return tag === "a" && /^#(?:foot|end)note-ref|^#comment-ref/.test(element.getAttribute?.("href") ?? "");
}

function clean(text: string | null | undefined): string | null {
  const title = text?.replace(/\s+/g, " ").trim();
  return title === undefined || title === "" ? null : title;
}
