import { note } from "./output.ts";

const REASONS: Record<string, string> = {
  no_llm:
    "No language model answered: these are the documents' own sentences. Set llm.base_url to have answers worded.",
  no_embedding: "No embedding model answered: words alone were searched.",
  llm_unavailable: "The language model failed: these are the documents' own sentences.",
  not_saved: "The disk is full: this exchange was not stored.",
  unsupported_answer: "No passage says what the model answered.",
};

/** Says on stderr in what an answer falls short, and why. A notice from the server says it best. */
export function explainDegraded(codes: readonly string[], notice: string | undefined): void {
  if (notice && !codes.includes("no_llm")) return note(notice);
  for (const code of codes) note(REASONS[code] ?? code);
}
