import { note } from "./output.ts";

const REASONS: Record<string, string> = {
  no_llm:
    "No language model answered: these are the documents' own sentences. Set llm.base_url to have answers worded.",
  reindex_needed:
    "The index was made with another embedding model than the configured one. Run `morgan reindex` to change over.",
  reindexing:
    "The index with the configured embedding model is being made; the former one answers until then.",
  index_incomplete: "Documents are being indexed again: not all of them can be found yet.",
  no_embedding: "No embedding model answered: words alone were searched.",
  llm_unavailable: "The language model failed: these are the documents' own sentences.",
  no_recall: "What you said before was not searched this time: `morgan status` tells why.",
  no_emotion: "How you feel was not noticed this time: `morgan status` tells why.",
  no_empathy: "Signs of danger were not looked for this time: `morgan status` tells why.",
  learning_unavailable: "What Morgan has learned cannot be read: see `morgan keys status`.",
  not_saved: "The disk is full: this exchange was not stored.",
  source_deleted: "A document that the answer was drawn from was deleted meanwhile: it is not kept.",
  unsupported_answer: "No passage says what the model answered.",
};

/** Says on stderr in what an answer falls short, and why. A notice from the server says it best. */
export function explainDegraded(codes: readonly string[], notice: string | undefined): void {
  if (notice && !codes.includes("no_llm")) return note(notice);
  for (const code of codes) note(REASONS[code] ?? code);
}
