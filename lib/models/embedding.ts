import { openFolderEmbedder } from "./embedding/folder_embedder.ts";
import { openHttpEmbedder } from "./embedding/http_embedder.ts";
export { isAway } from "./embedding/http_embedder.ts";
import type { Embedder, EmbedderSpec, OpenEmbedderOptions } from "./embedding/types.ts";

export type {
  Embedder,
  EmbedderSpec,
  EmbedderStats,
  EmbedKind,
  EmbedOptions,
  EmbedRuntime,
  OpenEmbedderOptions,
} from "./embedding/types.ts";

/**
 * Opens an embedding model: a folder in Hugging Face's layout, run in this program, or an embeddings endpoint.
 *
 * Throws `MorganError`: `not_found` or `invalid_config` for a folder that is missing or incomplete, `unavailable` for an
 * endpoint that does not answer.
 */
export function openEmbedder(spec: EmbedderSpec, options: OpenEmbedderOptions = {}): Promise<Embedder> {
  switch (spec.kind) {
    case "folder":
      return openFolderEmbedder(spec.path, options);
    case "openai":
    case "ollama":
      return openHttpEmbedder(spec, options);
    default:
      return spec satisfies never;
  }
}
