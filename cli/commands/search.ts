import { dayAfter, startOfDay } from "../../lib/zone.ts";
import { connect } from "../local_server.ts";
import { note, paint, writeJson, writeLine } from "../terminal/output.ts";
import { placeNamed } from "../documents.ts";
import { displayPath } from "../terminal/paths.ts";
import { readQuestion } from "../input.ts";
import { wrap } from "../terminal/wrap.ts";
import { explainDegraded } from "../terminal/degraded.ts";

/** Flags of `morgan search`. */
export interface SearchOptions {
  topK?: number | undefined;
  leg: "fused" | "dense" | "lexical";
  under?: string | undefined;
  type?: "pdf" | "docx" | "html" | "markdown" | "text" | "code" | undefined;
  since?: string | undefined;
  until?: string | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Prints the passages that fit a query best. */
export async function search(words: string[], options: SearchOptions, signal: AbortSignal): Promise<void> {
  const query = await readQuestion(words);
  const { client } = await connect(signal, options);
  const filter = {
    ...(options.under ? { path_prefix: await placeNamed(client, options.under, signal) } : {}),
    ...(options.type ? { type: options.type } : {}),
    ...(options.since ? { since: moment(options.since, "since") } : {}),
    ...(options.until ? { until: moment(options.until, "until") } : {}),
  };
  const response = await client.search({
    query,
    leg: options.leg,
    ...(options.topK ? { top_k: options.topK } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
  }, signal);
  if (options.json) return writeJson(response);
  for (const [i, { path, page, heading, text, score, also_at }] of response.results.entries()) {
    const place = [page === undefined ? "" : `page ${page}`, heading ?? ""].filter(Boolean).join(", ");
    writeLine(
      `${i + 1}. ${paint("cyan", displayPath(path))}${place ? `  ${place}` : ""}  ${
        paint("dim", score.toFixed(3))
      }`,
    );
    if (also_at) writeLine(paint("dim", `   also ${also_at.map(displayPath).join(", ")}`));
    writeLine(`${wrap(excerpt(text), "   ")}\n`);
  }
  if (response.results.length === 0) {
    note("Nothing was found. `morgan documents list` shows what there is to search.");
  }
  if (!options.quiet) explainDegraded(response.degraded, undefined);
}

/** A day in the user's own zone as the moment at which it begins, or for `until` ends; a moment as it is. */
function moment(given: string, option: "since" | "until"): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return given;
  const day = option === "until" ? dayAfter(given) : given;
  return startOfDay(day).toISOString();
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length <= 400 ? flat : `${flat.slice(0, 399)}…`;
}
