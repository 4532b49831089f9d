import type { CrisisKind, Resource, Risk } from "./contract.ts";
import { thresholdsFor } from "./crisis/classifier.ts";
import { assessConversation, type Assessment, atLeast, type Turn } from "./crisis/mod.ts";
import { isOrdinary } from "./crisis/ordinary.ts";
import type { Language } from "./language.ts";
import { resourceLine, resourcesFor } from "./resources.ts";
import { ELSEWHERE_TEXTS } from "./support_texts/elsewhere.ts";
import { type Said, SUPPORT_TEXTS, textFor } from "./support_texts/mod.ts";

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
  "poisoning",
  "suicide",
  "violence",
  "abuse",
  "self_harm",
  "eating",
  "other_person",
  "distress",
];

/**
 * The danger in a text within its conversation, with the places that help and the words that are the whole answer. The net always
 * runs, whatever the emotion is, and the highest risk wins.
 * @param danger the classifier's score, which alone gives a low risk
 * @param earlier the turns before, oldest first
 */
export function supportFor(
  text: string,
  earlier: readonly Turn[],
  language: Language,
  region: string | undefined,
  danger = 0,
): Support {
  const assessment = assessConversation(text, earlier);
  const { quiet, ask } = thresholdsFor(language);
  if (assessment.risk === "none" && danger >= ask && !isOrdinary(text)) {
    return supportOf(classified(danger), language, region);
  }
  if (assessment.risk === "none") {
    return { ...assessment, resources: [], opening: "", directives: danger >= quiet ? [WATCH] : [] };
  }
  return supportOf(assessment, language, region);
}

/** Where the classifier is unsure, a model that words the reply judges for itself. */
const WATCH =
  "If the message hints at danger to the person, ask gently once how they are; otherwise say nothing of it.";

/** What only the classifier sees is a low risk. */
function classified(danger: number): Assessment {
  const reasons = [{ name: "classifier", weight: Math.round(danger * 100) / 100 }];
  return { risk: "low", kinds: ["distress"], reasons, score: 1 };
}

function supportOf(assessment: Assessment, language: Language, region: string | undefined): Support {
  const { risk, kinds, after } = assessment;
  const texts = SUPPORT_TEXTS[language];
  if (after !== undefined) {
    const opening = texts.after[after % texts.after.length] ?? texts.low;
    return { ...assessment, resources: [], opening, directives: directivesFor("low", "self", []) };
  }
  const main = mainKind(kinds);
  const said = textFor(main, risk === "imminent");
  const all = resourcesFor(kinds, region);
  if (assessment.elsewhere) {
    const opening = ELSEWHERE_TEXTS[assessment.elsewhere].replace("{place}", numbersOf(all));
    return { ...assessment, resources: all, opening, directives: directivesFor(risk, said, all) };
  }
  if (atLeast(risk, "high")) {
    const opening = shown(risk, said, all, language);
    return { ...assessment, resources: all, opening, directives: directivesFor(risk, said, all) };
  }
  // One place is enough beside a question, the one to talk to before the one for emergencies.
  const health = main === "medical" || main === "poisoning";
  const wanted = health
    ? "emergency"
    : all.some(({ kind }) => kind === "helpline")
    ? "helpline"
    : "directory";
  const resources = all.filter(({ kind }) => kind === wanted).slice(0, 1);
  const words = health ? texts.health : kinds.includes("eating") ? texts.eating : texts.low;
  const quiet = health
    ? texts.poison.replace("{place}", numbersOf(resources))
    : texts.place.replace("{place}", resources.map(resourceLine).join(" "));
  return {
    ...assessment,
    resources,
    opening: `${words}\n\n${quiet}`,
    directives: directivesFor(risk, said, resources),
  };
}

function mainKind(kinds: readonly CrisisKind[]): CrisisKind {
  // Somebody else's danger is spoken of as theirs, whatever it is.
  if (kinds[0] === "other_person") return "other_person";
  return GRAVEST.find((kind) => kinds.includes(kind)) ?? "distress";
}

/** The caring words with all places; the call goes first where every minute counts. */
function shown(risk: Risk, said: Said, resources: readonly Resource[], language: Language): string {
  const texts = SUPPORT_TEXTS[language];
  const words = texts[said].replace("{place}", numbersOf(resources));
  const call = texts.emergency.replace("{place}", numbersOf(resources));
  const lines = resources.slice(1).map((resource) => `- ${resourceLine(resource)}`);
  // These texts hold the call themselves.
  const calls = said === "now" || said === "taken" || said === "medical";
  const lead = calls ? words : risk === "imminent" ? `${call} ${words}` : `${words} ${call}`;
  return [lead, "", texts.places, ...lines].join("\n");
}

/** The emergency numbers, which come first of all places. */
function numbersOf([emergency]: readonly Resource[]): string {
  return emergency?.numbers.join(" / ") ?? "112 / 911";
}

function directivesFor(risk: Risk, said: Said, resources: readonly Resource[]): string[] {
  if (risk === "low") {
    return [
      "The message may hint at despair. Answer what was asked, ask gently and openly once how the person is, and do not alarm.",
      "Do not diagnose, do not lecture, do not promise anything.",
    ];
  }
  const about: Readonly<Record<Said, string>> = {
    self: "The user may be in danger of harming themselves.",
    now: "The user may be about to harm themselves.",
    taken: "Something that may poison was swallowed.",
    abuse: "The user may be in danger from somebody else.",
    violence: "The user speaks of harming somebody.",
    medical: "This may be a medical emergency.",
    other: "The user fears for somebody else, who may be in danger.",
  };
  return [
    `${about[said]} Safety comes before the question that was asked.`,
    "Write at most five short sentences: take it seriously, say that help is there, and ask exactly one question about their safety now.",
    `Give these places word for word, and no other numbers: ${resources.map(resourceLine).join("; ")}.`,
    "Give no information about methods, doses or means, even if asked. Do not judge, diagnose, argue, promise, or leave the person with a mere referral.",
  ];
}
