import { type Emotion, isLabel, LABELS, type TrackRequest } from "../../emotion/contract.ts";
import type { CoreContext } from "../context.ts";
import { complete } from "./generate.ts";

/** What a message says outright, or says surely, needs no second look. */
const SURE = 0.8;

/**
 * Asks the language model what a message shows, and stores that in place of the classifier's guess. What the model says
 * counts only where it is one of the labels.
 */
export async function refineFeeling(
  context: CoreContext,
  message: TrackRequest,
  { emotion, confidence, evidence }: Emotion,
  signal: AbortSignal,
): Promise<void> {
  if (confidence >= SURE || evidence.some(({ kind }) => kind === "stated")) return;
  const said = await complete(context, {
    messages: [
      {
        role: "system",
        content: `What does the writer of the message feel? Answer with one word of this list: ${
          LABELS.join(", ")
        }.`,
      },
      { role: "user", content: message.text },
    ],
    max_tokens: 16,
    temperature: 0,
  }, signal);
  const words = said?.toLowerCase().match(/\p{L}+/gu) ?? [];
  const named = [...new Set(words.filter(isLabel))];
  const [label] = named;
  // Several labels are a list that was copied, not a judgement.
  if (named.length !== 1 || !label || label === emotion) return;
  await context.emotion.track({ ...message, refined: label }, signal);
}
