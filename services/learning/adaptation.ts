import type { Adaptation, Preference } from "./contract.ts";
import { languageName } from "./preferences.ts";

/** What a user said of themselves, to be told to a model. */
export interface About {
  memory_id: string;
  text: string;
}

/** Sentences that an extractive answer quotes without a preference. */
const SENTENCES = 3;
/** How much full trust adds to a document's score, and full distrust takes from it, as shares. */
const TRUST = 0.5;
const DISTRUST = 0.8;
/** Facts that a prompt is given at most. */
const MOST_FACTS = 20;

const DIRECTIVES: Readonly<Record<string, string>> = {
  "length/short": "Be brief: at most two sentences, unless the question needs more to be answered at all.",
  "length/long":
    "Be thorough: explain the context, the conditions and the exceptions that the passages give.",
  "formality/formal": "Use a formal, professional tone.",
  "formality/informal": "Use a relaxed, informal tone.",
  "depth/simple": "Use plain everyday words; explain every technical term that cannot be avoided.",
  "depth/technical": "Write for an expert: exact terms, figures and units, no introductory explanations.",
  "format/bullets": "Write the answer as a list of bullet points.",
  "format/prose": "Write in full sentences and paragraphs; use no lists.",
};

/** What preferences change. With none of them it is what every user gets. */
export function adapt(preferences: readonly Preference[], about: readonly About[] = []): Adaptation {
  const value = (type: Preference["type"]) =>
    preferences.find((preference) => preference.type === type)?.value;
  const length = value("length");
  const depth = value("depth");
  return {
    directives: directives(preferences),
    extractive: {
      sentences: length === "short" ? 1 : length === "long" ? 2 * SENTENCES : SENTENCES,
      format: value("format") === "bullets" ? "bullets" : "plain",
      ...(depth === "simple" || depth === "technical" ? { prefer: depth } : {}),
    },
    retrieval: {
      weights: preferences.filter(({ type }) => type === "source").map((
        { subject = "", value, confidence },
      ) => ({
        path_prefix: subject,
        weight: value === "trusted" ? 1 + TRUST * confidence : 1 - DISTRUST * confidence,
      })),
      topics: preferences.filter(({ type }) => type === "topic").map((
        { subject = "", value, confidence },
      ) => ({
        topic: subject,
        weight: value === "more" ? 1 + TRUST * confidence : 1 - TRUST * confidence,
      })),
    },
    about: about.slice(0, MOST_FACTS),
    preferences: [...preferences],
  };
}

function directives(preferences: readonly Preference[]): string[] {
  const style = preferences.flatMap(({ type, value }) => {
    if (type === "language") return [`Answer in ${languageName(value)}; leave quotations as they are.`];
    return DIRECTIVES[`${type}/${value}`] ?? [];
  });
  const topics = (value: string) =>
    preferences.filter((preference) => preference.type === "topic" && preference.value === value)
      .map(({ subject = "" }) => JSON.stringify(subject)).join(", ");
  const more = topics("more");
  const less = topics("less");
  return [
    ...style,
    ...(more ? [`The user takes an interest in ${more}: mention it where the passages do.`] : []),
    ...(less ? [`Leave out ${less} unless the question is about it.`] : []),
  ];
}
