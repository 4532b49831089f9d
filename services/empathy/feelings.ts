import type { Language } from "./language.ts";

/** How one feeling is answered. */
export type FeelingGroup = "anger" | "sadness" | "fear" | "strain" | "joy" | "thanks";

/** The feelings that Morgan names, with their group and their noun in each language (with its article where the language has one). */
interface Feeling {
  group: FeelingGroup;
  words: Readonly<Record<Language, string>>;
}

const feeling = (group: FeelingGroup, words: string): Feeling => {
  const [en = "", de = "", fr = "", es = "", it = "", pt = "", nl = "", pl = ""] = words.split("|");
  return { group, words: { en, de, fr, es, it, pt, nl, pl } };
};

export const FEELINGS = {
  frustration: feeling(
    "anger",
    "frustration|der Frust|la frustration|la frustración|la frustrazione|a frustração|de frustratie|frustracja",
  ),
  anger: feeling("anger", "anger|die Wut|la colère|la rabia|la rabbia|a raiva|de woede|złość"),
  annoyance: feeling(
    "anger",
    "annoyance|der Ärger|l'agacement|el fastidio|il fastidio|a irritação|de ergernis|irytacja",
  ),
  jealousy: feeling(
    "anger",
    "jealousy|die Eifersucht|la jalousie|los celos|la gelosia|o ciúme|de jaloezie|zazdrość",
  ),
  disgust: feeling("anger", "disgust|der Ekel|le dégoût|el asco|il disgusto|o nojo|de afkeer|obrzydzenie"),
  disappointment: feeling(
    "sadness",
    "disappointment|die Enttäuschung|la déception|la decepción|la delusione|a desilusão|de teleurstelling|rozczarowanie",
  ),
  sadness: feeling(
    "sadness",
    "sadness|die Traurigkeit|la tristesse|la tristeza|la tristezza|a tristeza|het verdriet|smutek",
  ),
  grief: feeling("sadness", "grief|die Trauer|le deuil|el duelo|il lutto|o luto|de rouw|żałoba"),
  loneliness: feeling(
    "sadness",
    "loneliness|die Einsamkeit|la solitude|la soledad|la solitudine|a solidão|de eenzaamheid|samotność",
  ),
  despair: feeling(
    "sadness",
    "despair|die Verzweiflung|le désespoir|la desesperación|la disperazione|o desespero|de wanhoop|rozpacz",
  ),
  guilt: feeling(
    "sadness",
    "guilt|das Schuldgefühl|la culpabilité|la culpa|il senso di colpa|a culpa|het schuldgevoel|poczucie winy",
  ),
  shame: feeling("sadness", "shame|die Scham|la honte|la vergüenza|la vergogna|a vergonha|de schaamte|wstyd"),
  fear: feeling("fear", "fear|die Angst|la peur|el miedo|la paura|o medo|de angst|strach"),
  anxiety: feeling(
    "fear",
    "anxiety|die Nervosität|l'anxiété|la ansiedad|l'ansia|a ansiedade|de spanning|niepokój",
  ),
  worry: feeling(
    "fear",
    "worry|die Sorge|l'inquiétude|la preocupación|la preoccupazione|a preocupação|de bezorgdheid|obawa",
  ),
  overwhelm: feeling(
    "strain",
    "overload|die Überforderung|la surcharge|el agobio|il sovraccarico|a sobrecarga|de overbelasting|przytłoczenie",
  ),
  exhaustion: feeling(
    "strain",
    "exhaustion|die Erschöpfung|l'épuisement|el agotamiento|la stanchezza|o cansaço|de uitputting|wyczerpanie",
  ),
  stress: feeling("strain", "stress|der Stress|le stress|el estrés|lo stress|o stress|de stress|stres"),
  confusion: feeling(
    "strain",
    "confusion|die Verwirrung|la confusion|la confusión|la confusione|a confusão|de verwarring|dezorientacja",
  ),
  boredom: feeling(
    "strain",
    "boredom|die Langeweile|l'ennui|el aburrimiento|la noia|o tédio|de verveling|nuda",
  ),
  joy: feeling("joy", "joy|die Freude|la joie|la alegría|la gioia|a alegria|de blijdschap|radość"),
  excitement: feeling(
    "joy",
    "excitement|die Begeisterung|l'enthousiasme|la ilusión|l'entusiasmo|o entusiasmo|het enthousiasme|ekscytacja",
  ),
  pride: feeling("joy", "pride|der Stolz|la fierté|el orgullo|l'orgoglio|o orgulho|de trots|duma"),
  relief: feeling(
    "joy",
    "relief|die Erleichterung|le soulagement|el alivio|il sollievo|o alívio|de opluchting|ulga",
  ),
  hope: feeling("joy", "hope|die Hoffnung|l'espoir|la esperanza|la speranza|a esperança|de hoop|nadzieja"),
  love: feeling("joy", "love|die Liebe|l'amour|el amor|l'amore|o amor|de liefde|miłość"),
  gratitude: feeling(
    "thanks",
    "gratitude|die Dankbarkeit|la gratitude|la gratitud|la gratitudine|a gratidão|de dankbaarheid|wdzięczność",
  ),
} as const satisfies Record<string, Feeling>;

export type FeelingName = keyof typeof FEELINGS;

/** Labels of the emotion service (GoEmotions', Plutchik's and finer ones) that go by another name here. */
const ALIASES: Readonly<Record<string, FeelingName>> = {
  frustrated: "frustration",
  rage: "anger",
  fury: "anger",
  irritation: "annoyance",
  resentment: "anger",
  bitterness: "anger",
  envy: "jealousy",
  contempt: "disgust",
  loathing: "disgust",

  sorrow: "sadness",
  hurt: "sadness",
  melancholy: "sadness",
  heartbreak: "grief",
  lonely: "loneliness",
  hopelessness: "despair",
  remorse: "guilt",
  regret: "guilt",
  embarrassment: "shame",
  humiliation: "shame",
  terror: "fear",
  panic: "fear",
  nervousness: "anxiety",
  apprehension: "anxiety",
  tension: "anxiety",
  concern: "worry",
  overwhelmed: "overwhelm",
  burnout: "exhaustion",
  fatigue: "exhaustion",
  tiredness: "exhaustion",
  happiness: "joy",
  delight: "joy",
  ecstasy: "joy",
  enthusiasm: "excitement",
  optimism: "hope",
  thankfulness: "gratitude",
  affection: "love",
};

/** The feeling of a label; `undefined` for those that are answered without a word on feelings, such as `neutral` or `curiosity`. */
export function feelingOf(label: string): FeelingName | undefined {
  const name = label.trim().toLowerCase().replace(/[\s-]+/g, "_");
  return isFeeling(name) ? name : ALIASES[name];
}

function isFeeling(name: string): name is FeelingName {
  return Object.hasOwn(FEELINGS, name);
}

/** Whether the feeling is a hard one. */
export function isHard(name: FeelingName): boolean {
  const { group } = FEELINGS[name];
  return group !== "joy" && group !== "thanks";
}
