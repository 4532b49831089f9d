import { feelingOf } from "../../services/empathy/feelings.ts";
import { checkEmpathy, type Rule } from "../../services/empathy/validator.ts";
import { LANGUAGES } from "../../services/empathy/language.ts";
import type { Running } from "../support/running.ts";
import { MESSAGES } from "./messages.ts";

/** How people add what they feel to what happened, by language and feeling. */
const STATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    frustration: "I'm so frustrated.",
    anger: "I'm angry.",
    annoyance: "I'm annoyed.",
    disappointment: "I'm disappointed.",
    sadness: "I feel sad.",
    grief: "",
    loneliness: "I feel lonely.",
    guilt: "I feel guilty.",
    shame: "I'm so ashamed.",
    fear: "I'm scared.",
    anxiety: "I'm nervous.",
    overwhelm: "I'm overwhelmed.",
    exhaustion: "I'm exhausted.",
    joy: "I'm so happy!",
    excitement: "I'm so excited!",
    gratitude: "",
    pride: "I'm so proud.",
    relief: "I'm so relieved.",
  },
  de: {
    frustration: "Ich bin frustriert.",
    sadness: "Ich bin traurig.",
    anxiety: "Ich bin nervös.",
    joy: "Ich freue mich so!",
  },
  fr: { anger: "Je suis en colère.", fear: "J'ai peur.", gratitude: "Merci beaucoup." },
  es: { frustration: "Estoy frustrado.", loneliness: "Me siento sola." },
  it: { disappointment: "Sono delusa.", joy: "Sono felice!" },
  pt: { annoyance: "Estou irritado.", relief: "Estou aliviada." },
  nl: { overwhelm: "Ik ben overweldigd.", gratitude: "Dank je wel." },
};

/** What Morgan replied to one of the sixty messages. */
export interface Replied {
  text: string;
  /** The feeling that is to be answered; `null` where none is. */
  wanted: string | null;
  /** The feeling that Morgan itself noticed, or `neutral`. */
  noticed: string;
  answer: string;
  model: string | undefined;
  broken: Rule[];
}

/**
 * Says each of the sixty messages in a chat of its own, with the feeling in words where there is one, and judges the replies by
 * the twenty rules against what Morgan noticed.
 */
export async function sayAll(running: Running, options: { llm: boolean }): Promise<Replied[]> {
  const replies: Replied[] = [];
  for (const { text: happened, emotion, feeling: wanted, language: spoken } of MESSAGES) {
    const text = emotion && wanted ? `${happened} ${STATED[spoken]?.[wanted] ?? ""}`.trim() : happened;
    const own = { session_id: crypto.randomUUID(), user_id: crypto.randomUUID() };
    const { answer, model, explain } = await running.client.text({ text, ...own, ...options, explain: true });
    const noticed = explain?.empathy?.emotion ?? "neutral";
    const language = LANGUAGES.find((known) => known === explain?.empathy?.language) ?? "en";
    const judged = { text, feeling: feelingOf(noticed), language, risk: "none" as const };
    // What Morgan says where it found nothing is in English, whatever is asked.
    const broken = checkEmpathy(answer, judged).filter((rule) =>
      rule !== "wrong_language" || noticed !== "neutral"
    );
    replies.push({ text, wanted, noticed, answer, model, broken });
  }
  return replies;
}
