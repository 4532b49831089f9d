import type { Source } from "../../services/core/contract.ts";
import { clean } from "./clean.ts";
import { paint } from "./output.ts";
import { displayPath } from "./paths.ts";
import { wrap } from "./wrap.ts";

/** The numbered sources under an answer: document, page or heading, and the quoted span. */
export function formatSources(sources: readonly Omit<Source, "score">[], title = "Sources"): string {
  const lines = sources.map(({ n, path, page, heading, quote, also_at }) => {
    const place = [page === undefined ? "" : `page ${page}`, heading ?? ""].filter(Boolean).join(", ");
    return [
      `[${n}] ${paint("cyan", displayPath(path))}`,
      ...(place ? [wrap(place, "    ")] : []),
      ...(also_at?.length ? [paint("dim", wrap(`also ${also_at.map(displayPath).join(", ")}`, "    "))] : []),
      paint("dim", wrap(`“${shorten(clean(quote).replace(/\s+/g, " "))}”`, "    ")),
    ].join("\n");
  });
  return [paint("bold", title), ...lines].join("\n");
}

function shorten(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 299)}…`;
}
