import { type FeelingName, FEELINGS } from "./feelings.ts";
import { mirrorSentences } from "./mirror.ts";
import { NEEDS } from "./openings/templates.ts";
import { checkEmpathy, type EmpathyContext } from "./rules/mod.ts";

export { checkEmpathy, type EmpathyContext, type Rule, RULES } from "./rules/mod.ts";

/** What validating a feeling asks of a model. */
export function validationDirectives(feeling: FeelingName): string[] {
  return [
    NEEDS[FEELINGS[feeling].group],
    "Never say: calm down, at least, don't worry, it could be worse, stay positive, I know how you feel, everything will be fine.",
    "Do not diagnose, flatter, compare, promise, or claim feelings of your own. At most one sentence on the feeling; the facts and their sources stay exactly as they are.",
  ];
}

/** The first of the sentences for a feeling that breaks no rule; empty where none passes, or no feeling is to be answered. */
export function validOpening(context: EmpathyContext): string {
  if (!context.feeling) return "";
  return mirrorSentences(context.text, context.feeling, context.language)
    .find((sentence) => checkEmpathy(sentence, context).length === 0) ?? "";
}
