import type { Explanation } from "../../services/core/contract.ts";
import { paint } from "./output.ts";
import { displayPath } from "./paths.ts";
import { table } from "./table.ts";

/** How an answer came about: what was searched, found, kept, dropped and sent. */
export function formatExplanation(explain: Explanation): string {
  const { searched, candidates, left_out = [], evidence, sent, citations } = explain;
  const number = (value: number | undefined) => value === undefined ? "" : value.toFixed(3);
  const parts: string[] = [];
  if (searched) {
    const terms = searched.terms.map(({ term, idf }) => `${term} ${idf.toFixed(1)}`).join(", ");
    parts.push(
      paint("bold", "Searched"),
      `  for: ${searched.query}\n  terms (idf): ${terms || "none"}\n  embedding model: ${
        searched.embedding_model ?? "none"
      }`,
    );
  }
  if (candidates) {
    parts.push(
      paint("bold", "Found"),
      table(
        ["", "score", "dense", "lexical", "document"],
        candidates.map(({ kept, score, dense, lexical, path, heading }) => [
          kept ? "kept" : "dropped",
          number(score),
          number(dense),
          number(lexical),
          displayPath(path) + (heading ? `  ${heading}` : ""),
        ]),
        4,
      ),
    );
  }
  if (left_out.length > 0) {
    parts.push(
      paint("bold", "No evidence"),
      ...left_out.map(({ path, sentences }) =>
        `  ${sentences} ${
          sentences === 1 ? "sentence" : "sentences"
        } that may speak to an assistant or of other documents: ${displayPath(path)}`
      ),
    );
  }
  if (evidence) {
    const features = Object.entries(evidence.features).map(([name, value]) => `${name} ${value.toFixed(2)}`);
    parts.push(
      paint("bold", "Evidence"),
      `  ${evidence.supported ? "enough" : "not enough"}: confidence ${evidence.confidence.toFixed(2)}, ` +
        `threshold ${evidence.threshold.toFixed(2)} (${features.join(", ")})`,
    );
  }
  if (sent) {
    parts.push(
      paint("bold", "Sent to the model"),
      `  ${sent.passages.length} chunks, about ${sent.estimated_tokens} of ${sent.context_window} tokens`,
      ...sent.dropped.map(({ chunk_id, reason }) => `  left out: ${chunk_id} (${reason})`),
      ...sent.messages.map(({ role, content }) => `  ${role}:\n${content.replace(/^/gm, "    ")}`),
    );
  }
  if (citations) {
    parts.push(
      paint("bold", "Citations"),
      ...citations.map(({ marker, kept, reason }) => `  ${marker} ${kept ? "kept" : "removed"}: ${reason}`),
    );
  }
  return parts.join("\n");
}
