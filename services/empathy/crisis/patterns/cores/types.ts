import { withoutMarks } from "../../normalize.ts";
import { type CrisisPattern, patterns } from "../../types.ts";
import type { Elsewhere } from "../../../support_texts/elsewhere.ts";

/** The plain core of one language outside those that Morgan speaks, as regular expressions in lower case; accents may stand in them. */
export interface Core {
  language: Elsewhere;
  /** Written without spaces, or with endings that run on: nothing is asked of the letters around. */
  runsOn?: boolean;
  /** The wish to die or not to live, killing oneself. */
  suicide: string;
  /** Cutting or hurting oneself. */
  self_harm: string;
  /** All the pills, an overdose. */
  taken: string;
  /** Somebody hits or threatens the writer. */
  abuse: string;
}

/** The patterns of a core, folded as `normalize` folds texts. */
export function compile({ language, runsOn, ...core }: Core): CrisisPattern[] {
  return ([["suicide", 3], ["self_harm", 3], ["taken", 4], ["abuse", 3]] as const).flatMap(
    ([kind, weight]) => {
      const folded = withoutMarks(core[kind].normalize("NFKC"));
      return patterns(kind === "taken" ? "suicide" : kind, weight, [folded], {
        language,
        runsOn,
        named: true,
      });
    },
  );
}
