import type { LlmModel } from "../../llm/contract.ts";
import type { Explanation, TextRequest } from "../contract.ts";
import type { History } from "../conversation/history.ts";
import type { Talk } from "../conversation/talk.ts";
import type { Person } from "./person.ts";

/** One message on its way to an answer, with what is known around it. */
export interface Asking {
  request: TextRequest;
  /** What to search for: the message, understood from the conversation. */
  query: string;
  history: History;
  /** The conversation as the model is given it. */
  talk: Talk;
  /** False where the disk is full and the message is not kept. */
  stored: boolean;
  /** Who asks. */
  person: Person;
  /** `undefined`: no model was wanted. */
  model: LlmModel | undefined;
  /** Filled on the way, for `--explain`. */
  explain: Explanation;
  signal: AbortSignal;
}
