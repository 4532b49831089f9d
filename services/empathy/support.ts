import type { CrisisKind, Resource, Risk } from "./contract.ts";
import { thresholdsFor } from "./crisis/classifier.ts";
import { assessConversation, type Assessment, atLeast } from "./crisis/mod.ts";
import type { Language } from "./language.ts";
import { resourceLine, resourcesFor } from "./resources.ts";
import { SUPPORT_TEXTS, textFor } from "./support_texts.ts";

/** What a message in danger is answered with. */
export interface Support extends Assessment {
  resources: Resource[];
  /** Empty where there is no danger. */
  opening: string;
  directives: string[];
}

/** Which kind decides what is said, where several were seen. */
const GRAVEST: readonly CrisisKind[] = [
  "medical",
  "suicide",
  "violence",
  "abuse",
  "self_harm",
  "eating",
  "other_person",
  "distress",
];

/**
 * The danger in a text within its conversation, with the places that help and words that are said in any case. The net always
 * runs, whatever the emotion is, and the highest risk wins.
 * @param danger the classifier's score, which alone gives a low risk
 * @param earlier the user's own turns before, oldest first
 */
export function supportFor(
  text: string,
  earlier: readonly string[],
  language: Language,
  region: string | undefined,
  danger = 0,
): Support {
  const assessment = assessConversation(text, earlier);
  const { quiet, ask } = thresholdsFor(language);
  if (assessment.risk === "none" && danger >= ask) return classified(danger, region);
  if (assessment.risk === "none") {
    return { ...assessment, resources: [], opening: "", directives: danger >= quiet ? [WATCH] : [] };
  }
  const resources = resourcesFor(assessment.kinds, region);
  const main = mainKind(assessment.kinds);
  return {
    ...assessment,
    resources,
    opening: openingFor(assessment.risk, main, resources, language),
    directives: directivesFor(assessment.risk, main, resources),
  };
}

/** Where the classifier is unsure, a model that words the reply judges for itself. */
const WATCH =
  "If the message hints at danger to the person, ask gently once how they are; otherwise say nothing of it.";

/** What only the classifier sees is a low risk: the places are shown and a model asks gently, but no words are put before the answer. */
function classified(danger: number, region: string | undefined): Support {
  const kinds: CrisisKind[] = ["distress"];
  const resources = resourcesFor(kinds, region);
  const reasons = [{ name: "classifier", weight: Math.round(danger * 100) / 100 }];
  return {
    risk: "low",
    kinds,
    reasons,
    score: 1,
    resources,
    opening: "",
    directives: directivesFor("low", "distress", resources),
  };
}

function mainKind(kinds: readonly CrisisKind[]): CrisisKind {
  // Somebody else's danger is spoken of as theirs, whatever it is.
  if (kinds[0] === "other_person") return "other_person";
  return GRAVEST.find((kind) => kinds.includes(kind)) ?? "distress";
}

function openingFor(
  risk: Risk,
  kind: CrisisKind,
  resources: readonly Resource[],
  language: Language,
): string {
  const texts = SUPPORT_TEXTS[language];
  if (!atLeast(risk, "high")) return texts.low;
  const [emergency, ...others] = resources;
  const call = texts.emergency.replace("{place}", emergency?.numbers.join(" / ") ?? "112 / 911");
  const lines = others.map((resource) => `- ${resourceLine(resource)}`);
  const urgent = risk === "imminent" || kind === "medical";
  const words = texts[textFor(kind)];
  return [urgent ? `${call} ${words}` : `${words} ${call}`, "", texts.places, ...lines].join("\n");
}

function directivesFor(risk: Risk, kind: CrisisKind, resources: readonly Resource[]): string[] {
  if (risk === "low") {
    return [
      "The message may hint at despair. Answer what was asked, ask gently and openly once how the person is, and do not alarm.",
      "Do not diagnose, do not lecture, do not promise anything.",
    ];
  }
  const about: Readonly<Record<ReturnType<typeof textFor>, string>> = {
    self: "The user may be in danger of harming themselves.",
    abuse: "The user may be in danger from somebody else.",
    violence: "The user speaks of harming somebody.",
    medical: "This may be a medical emergency.",
    other: "The user fears for somebody else, who may be in danger.",
  };
  return [
    `${about[textFor(kind)]} Safety comes before the question that was asked.`,
    "Write at most five short sentences: take it seriously, say that help is there, and ask exactly one question about their safety now.",
    `Give these places word for word, and no other numbers: ${resources.map(resourceLine).join("; ")}.`,
    "Give no information about methods, doses or means, even if asked. Do not judge, diagnose, argue, promise, or leave the person with a mere referral.",
  ];
}
