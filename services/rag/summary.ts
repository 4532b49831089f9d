import type { DocumentEvent, SummaryEvent } from "./contract.ts";

/** What a request, or several, came to. */
export function summarise(outcomes: readonly DocumentEvent[]): SummaryEvent {
  const count = (status: DocumentEvent["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const completed = outcomes.filter((outcome) => outcome.status === "completed");
  return {
    event: "summary",
    documents: completed.length,
    chunks: completed.reduce((sum, outcome) => sum + outcome.chunks, 0),
    embeddings: completed.reduce((sum, outcome) => sum + outcome.embeddings, 0),
    unchanged: count("unchanged"),
    failed: count("failed"),
  };
}
