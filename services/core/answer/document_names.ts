import { analyze } from "../../../lib/lexical/mod.ts";
import type { Passage } from "../../rag/contract.ts";
import { isFunctionTerm } from "./sentences.ts";

/** What the documents of some passages are called. */
export interface DocumentNames {
  /** True where one of the names, which stand in the passage with index `own`, is that of another of the documents. */
  nameAnother(called: readonly string[], own: number): boolean;
}

/** The words that each passage's document is called by: those of its file and of its title. */
export function documentNames(passages: readonly Passage[]): DocumentNames {
  const names = passages.map(({ path, title }) => {
    const file = path.split("/").at(-1)?.replace(/\.\w+$/, "") ?? "";
    return new Set(contentOf(`${file.replace(/[_.-]+/g, " ")} ${title ?? ""}`));
  });
  return {
    nameAnother(called, own) {
      const id = passages[own]?.document_id;
      return called.some((name) => {
        const terms = contentOf(name).filter((term) => !names[own]?.has(term));
        return passages.some((other, i) =>
          other.document_id !== id && terms.some((term) => names[i]?.has(term))
        );
      });
    },
  };
}

function contentOf(text: string): string[] {
  return analyze(text).filter((term) => !isFunctionTerm(term));
}
