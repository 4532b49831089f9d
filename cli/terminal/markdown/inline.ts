import type { Token } from "marked";
import { paint } from "../output.ts";

/** The inside of a block as one text with its styles. */
export function renderInline(tokens: readonly Token[]): string {
  return tokens.map(renderToken).join("");
}

function renderToken(token: Token): string {
  switch (token.type) {
    case "strong":
      return paint("bold", renderInline(token.tokens ?? []));
    case "em":
      return paint("italic", renderInline(token.tokens ?? []));
    case "del":
      return paint("strikethrough", renderInline(token.tokens ?? []));
    case "codespan":
      return paint("cyan", decode(token.text));
    case "br":
      return "\n";
    case "link": {
      const text = renderInline(token.tokens ?? []);
      return token.href === token.text
        ? paint("underline", text)
        : `${text} ${paint("dim", `(${token.href})`)}`;
    }
    case "image":
      return `${token.text || "image"} ${paint("dim", `(${token.href})`)}`;
    case "checkbox":
      return "";
    default:
      if ("tokens" in token && token.tokens) return renderInline(token.tokens);
      return decode("text" in token ? String(token.text) : token.raw);
  }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** The entities that a model writes now and then. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
