import { limitedAbort } from "../../../lib/abort.ts";
import { errorFields, serviceLogger, timed } from "../../../lib/telemetry/mod.ts";
import { type Emotion, Feeling } from "../../emotion/contract.ts";
import type { EmpathyResponse } from "../../empathy/contract.ts";
import type { Adaptation } from "../../learning/contract.ts";
import type { CoreContext } from "../context.ts";
import type { Explanation, SupportShown, TextRequest } from "../contract.ts";
import type { History } from "../conversation/history.ts";

/** Longest wait for what is known of the person, an embedding model that is only now loaded included: an answer does not hang on it. */
const LIMIT_MS = 10_000;
/** The user's last turns that a message is heard in. */
const HEARD = 4;

/** The person who asks: how they feel, how they are to be answered, how they like answers. */
export interface Person {
  /** Absent where that is turned off or failed. */
  emotion?: Emotion;
  empathy?: EmpathyResponse;
  adaptation?: Adaptation;
  /** Codes of what failed. */
  degraded: string[];
}

/** What the emotion, empathy and learning services say of who asks. One that fails is left out, which the answer says. */
export async function perceive(
  context: CoreContext,
  request: TextRequest,
  history: History,
  signal: AbortSignal,
): Promise<Person> {
  const degraded: string[] = [];
  using limited = limitedAbort(signal, LIMIT_MS);
  const asked = async <T>(code: string, ask: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      degraded.push(code);
      serviceLogger("core").warning("a message was answered without all that is known of the user", {
        lacks: code,
        ...errorFields(error),
      });
      return undefined;
    }
  };
  const feel = async () => {
    const { emotion: service, empathy: answerer, personal } = context;
    const earlier = history.turns.slice(-HEARD).flatMap(({ user, assistant }) => [
      ...(user ? [{ role: "user" as const, content: user }] : []),
      ...(assistant ? [{ role: "assistant" as const, content: assistant }] : []),
    ]);
    const heard = earlier.map(({ role, content }) => ({ role, text: content }));
    const emotion = personal.emotion.enabled
      ? await asked(
        "no_emotion",
        () => service.detect(request.text, { history: heard, signal: limited.signal }),
      )
      : undefined;
    const empathy = await asked("no_empathy", () =>
      answerer.respond({
        text: request.text,
        history: earlier,
        // Danger is looked for also where feelings are nobody's business.
        ...(emotion ? { emotion } : personal.emotion.enabled ? {} : { emotion: "neutral" }),
        ...(request.locale ? { locale: request.locale } : {}),
      }, limited.signal));
    return { ...(emotion ? { emotion } : {}), ...(empathy ? { empathy } : {}) };
  };
  const adapt = async () => {
    const { learning, personal } = context;
    if (!personal.learning.enabled) return {};
    const adaptation = await asked(
      "learning_unavailable",
      () => learning.adaptation(request.user_id, limited.signal),
    );
    return adaptation ? { adaptation } : {};
  };
  const [felt, adapted] = await timed(context.metrics, "perceive", () => Promise.all([feel(), adapt()]));
  return { ...felt, ...adapted, degraded };
}

/** What an answer says of the person it was given to. */
export function told(
  { emotion, empathy }: Person,
): { emotion?: Feeling; support?: SupportShown } {
  return {
    ...(emotion ? { emotion: Feeling.parse(emotion) } : {}),
    ...(empathy && empathy.risk !== "none"
      ? {
        support: {
          risk: empathy.risk,
          kinds: empathy.risk_kinds,
          resources: empathy.resources,
          ...(empathy.alert ? { alert: empathy.alert } : {}),
        },
      }
      : {}),
  };
}

/** True for a message of a person who may be in danger, or fears for somebody. */
export function inDanger({ empathy }: Person): boolean {
  return empathy !== undefined && empathy.risk !== "none";
}

/** What a model is told of the person before it words an answer from documents: Morgan itself says what there is to say of feelings. */
export function mannersOf({ empathy, adaptation }: Person): string {
  const moved = empathy && empathy.emotion !== "neutral";
  return [
    ...(moved
      ? [empathy.manner, "Say nothing of the user's feelings: that has been done. Answer the question."]
      : []),
    ...adaptation?.directives ?? [],
  ].join("\n");
}

/** What a model is told of the person before it replies to them in talk. */
export function guidanceOf({ empathy, adaptation }: Person): string {
  const about = adaptation?.about.map(({ text }) => `- ${text}`) ?? [];
  return [
    ...empathy?.directives ?? [],
    ...adaptation?.directives ?? [],
    ...(about.length > 0 ? [`What the user has said of themselves:\n${about.join("\n")}`] : []),
  ].join("\n");
}

/** How what is known of the person shaped the answer, for `--explain`. */
export function explained(
  { emotion, empathy, adaptation }: Person,
): Pick<Explanation, "empathy" | "adapted"> {
  return {
    ...(empathy
      ? {
        empathy: {
          emotion: empathy.emotion,
          language: empathy.language,
          tone: empathy.tone,
          directives: empathy.directives,
          evidence: emotion?.evidence ?? [],
        },
      }
      : {}),
    ...(adaptation
      ? {
        adapted: {
          directives: adaptation.directives,
          sentences: adaptation.extractive.sentences,
          format: adaptation.extractive.format,
          weighted: [],
        },
      }
      : {}),
  };
}
