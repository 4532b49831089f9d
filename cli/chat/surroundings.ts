import type { CoreClient } from "../../services/core/client.ts";
import type { Source } from "../../services/core/contract.ts";
import { clean } from "../terminal/clean.ts";
import { note, paint, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { wrap } from "../terminal/wrap.ts";

/** Shows a source's passage with the ones before and after it, the quoted span marked. */
export async function showSurroundings(
  client: CoreClient,
  source: Source,
  signal: AbortSignal,
): Promise<void> {
  const { content } = await client.document(source.document_id, signal);
  const at = content.findIndex(({ chunk_id }) => chunk_id === source.chunk_id);
  if (at === -1) return note("The document has changed since: that passage is no longer in it.");
  const place = [source.page === undefined ? "" : `page ${source.page}`, source.heading ?? ""].filter(
    Boolean,
  );
  writeLine(paint("bold", [displayPath(source.path), ...place].join(", ")));
  for (const chunk of content.slice(Math.max(0, at - 1), at + 2)) {
    const text = chunk.chunk_id === source.chunk_id
      ? marked(chunk.text, source.quote)
      : paint("dim", flat(chunk.text));
    writeLine();
    for (const line of text.split("\n")) writeLine(wrap(line, "  "));
  }
}

function marked(text: string, quote: string): string {
  const start = text.indexOf(quote);
  if (start === -1) return flat(text);
  // Marked in words too, for those who see no colours.
  const [before, after] = [text.slice(0, start), text.slice(start + quote.length)];
  return `${flat(before)}${paint(["bold", "yellow"], `»${flat(quote)}«`)}${flat(after)}`;
}

function flat(text: string): string {
  return clean(text);
}
