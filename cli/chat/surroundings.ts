import type { CoreClient } from "../../services/core/client.ts";
import type { Source } from "../../services/core/contract.ts";
import { clean } from "../terminal/clean.ts";
import { note, paint, writeLine } from "../terminal/output.ts";
import { displayPath } from "../terminal/paths.ts";
import { wrap } from "../terminal/wrap.ts";

/** Shows a source's passage with the ones before and after it, the quoted span marked. */
export async function showSurroundings(
  client: CoreClient,
  source: Omit<Source, "score">,
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
      : clean(chunk.text).split("\n").map((line) => paint("dim", line)).join("\n");
    writeLine();
    for (const line of text.split("\n")) writeLine(wrap(line, "  "));
  }
}

/** The quote between »…«, in words too for those who see no colours; blanks may differ from the document's. */
function marked(text: string, quote: string): string {
  const words = quote.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const found = new RegExp(words.join("\\s+")).exec(text);
  if (!found) return clean(text);
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  // Each line by itself, so that wrapping and indenting leave the colours whole.
  const lines = `»${clean(found[0])}«`.split("\n").map((line) => paint(["bold", "yellow"], line));
  return clean(before) + lines.join("\n") + clean(after);
}
