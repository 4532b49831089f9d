import { isAbort, toMorganError } from "../../../lib/errors.ts";
import type { AnswerEvent } from "../answer/events.ts";
import { openAiError } from "./errors.ts";
import { annotations, type Completed, completionId, MODEL, usageOf } from "./chat.ts";

/** An answer as `chat.completion.chunk` events, ending with `[DONE]`, framed as server-sent events. */
export function chunkStream(
  answering: AsyncGenerator<AnswerEvent, Completed>,
  includeUsage: boolean,
  onGone: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const lines = chunks(answering, includeUsage);
  return new ReadableStream({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(`data: ${next.value}\n\n`));
    },
    async cancel() {
      onGone();
      await lines.return(undefined);
    },
  });
}

async function* chunks(
  answering: AsyncGenerator<AnswerEvent, Completed>,
  includeUsage: boolean,
): AsyncGenerator<string, void> {
  const id = completionId();
  const created = Math.floor(Date.now() / 1000);
  const chunk = (delta: object, finish: "stop" | "length" | null, more: object = {}) =>
    JSON.stringify({
      id,
      object: "chat.completion.chunk",
      created,
      model: MODEL,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(includeUsage ? { usage: null } : {}),
      ...more,
    });
  try {
    yield chunk({ role: "assistant", content: "" }, null);
    for (;;) {
      const next = await answering.next();
      if (next.done) {
        const { answered, degraded, notice } = next.value;
        yield chunk({ annotations: annotations(next.value) }, null);
        yield chunk({}, next.value.cut ? "length" : "stop", {
          morgan: { answered, degraded, ...(notice ? { notice } : {}) },
        });
        if (includeUsage) {
          const usage = usageOf(next.value);
          yield JSON.stringify({
            id,
            object: "chat.completion.chunk",
            created,
            model: MODEL,
            choices: [],
            usage,
          });
        }
        break;
      }
      if (next.value.event === "token") yield chunk({ content: next.value.data.text }, null);
    }
  } catch (error) {
    if (isAbort(error)) return;
    yield JSON.stringify(openAiError(toMorganError(error)));
  }
  yield "[DONE]";
}
