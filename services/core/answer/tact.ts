import { splitSentences } from "../../../lib/documents/mod.ts";
import type { CoreContext } from "../context.ts";
import type { Asking } from "./asking.ts";
import { type Answering, token } from "./events.ts";

/** Rules that are about the beginning of a reply, not about each sentence of it. */
const OF_THE_LEAD: ReadonlySet<string> = new Set(["names_feeling", "validates_first", "too_long"]);

/**
 * A model's talk, sentence by sentence: a reply to a feeling that does not begin by naming it gets an opening that does,
 * and a sentence that breaks a rule of empathy is left out. `plain` is said where nothing is left.
 */
export async function* tactful(
  context: CoreContext,
  asking: Pick<Asking, "request" | "person" | "signal">,
  talk: Answering,
  plain: string,
): Answering {
  const { empathy } = asking.person;
  if (!empathy) return yield* talk;
  const { emotion, language, risk, opening } = empathy;
  const moved = emotion !== "neutral";
  // A small model now and then repeats what it was told, or itself.
  const said = new Set([words(asking.request.text)]);
  let shown = "";
  let pending = "";

  async function broken(reply: string): Promise<string[]> {
    const message = { text: asking.request.text, emotion, language, risk };
    return (await context.empathy.check({ ...message, reply }, asking.signal)).map(({ rule }) => rule);
  }
  async function kept(piece: string): Promise<string> {
    const sentence = piece.trim();
    if (!sentence) return shown ? piece : "";
    if (said.has(words(sentence))) return "";
    said.add(words(sentence));
    const rules = await broken(sentence);
    const whole = rules.filter((rule) => !OF_THE_LEAD.has(rule));
    const asksAgain = moved && sentence.includes("?") && shown.includes("?");
    const passes = whole.length === 0 && !asksAgain;
    if (shown || !opening) return passes ? piece : "";
    if (rules.length === 0) return `${sentence}\n\n`;
    return `${opening}\n\n${passes && !(sentence.includes("?") && opening.includes("?")) ? piece : ""}`;
  }
  async function* say(pieces: readonly string[]) {
    for (const piece of pieces) {
      const text = await kept(piece);
      if (!text) continue;
      shown += text;
      yield token(text);
    }
  }

  for (;;) {
    const next = await talk.next();
    if (next.done) {
      const pieces = cut(pending);
      const unfinished = next.value.cut && !/[.!?…:"'”’)\]*`]\s*$/.test(pending);
      if (unfinished && (shown || pieces.length > 1)) pieces.pop();
      yield* say(pieces);
      if (shown.trim() === "") yield token(shown = opening || plain);
      return { ...next.value, answer: shown.trim() };
    }
    if (next.value.event !== "token") {
      yield next.value;
      continue;
    }
    pending += next.value.data.text;
    if (!/[.!?…\n]/.test(pending)) continue;
    const pieces = cut(pending);
    // The last one may go on.
    pending = pieces.pop() ?? "";
    yield* say(pieces);
  }
}

/** A sentence's words alone, to compare it. */
function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** A text in sentences, each with the space after it. */
function cut(text: string): string[] {
  const starts = splitSentences(text).map(({ start }) => start);
  return starts.map((start, i) => text.slice(i === 0 ? 0 : start, starts[i + 1]));
}
