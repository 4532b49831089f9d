import type { Pattern } from "./types.ts";

/** What may stand right before a statement: the sentence's beginning, the end of another clause, or an opening word. */
const BEFORE =
  /(?:^|[.,;:!…–—()*]|(?<!\p{L})(?:and|but|so|because|since|as|also|well|btw|by the way|actually|plus|hi|hey|hello|yes|yeah|yep|no|oh|ok|okay|sure|thanks|that|know|myself|found out|realised|realized|learned|learnt|why|(?:told|tell) you|dir|und|aber|denn|also|übrigens|hallo|hi|ja|nein|naja|et|mais|car|bonjour|salut|oui|non|au fait|y|pero|porque|hola|sí|no|por cierto|FYI|remember|dass|que))\s*$/iu;
/** Nothing is stated where these stand in the same sentence before it: conditions, wishes, doubts, dreams, fiction. */
const UNREAL_BEFORE =
  /(?<!\p{L})(?:if|whether|unless|would|wouldn['’]t|could|might|may|maybe|perhaps|imagine|suppose|supposing|pretend|wish|hope|hoping|as though|let['’]s say|what if|dream\p{L}*|when|whenever|until|in case|used to|almost|nearly|never said|not true|doesn['’]t mean|wonder\p{L}*|guess|joke|joking|once|back then|wenn|falls|ob|würde|könnte|vielleicht|angenommen|als ob|wünschte|hoffe|träum\p{L}*|früher|damals|si|peut-être|imagin\p{L}*|voudrais|serais|comme si|rêv\p{L}*|quand|quizás?|tal vez|ojalá|como si|soñ\p{L}*|cuando|antes)(?!\p{L})/iu;
/** Somebody else's words: "she said I live in …", "according to him I'm …". What the user told, "I told you", is theirs. */
const REPORTED =
  /(?<!\p{L})(?!(?:i|ich|je|yo)\s)(?:\p{L}+\s+)?(?:said|says|say|saying|told\s+(?:me|us|him|her|them)|tells|asked|asks|wrote|writes|claims?|claimed|thinks?|thought|believes?|according\s+to|reads|quote|sagt\p{L}*|meint\p{L}*|behauptet\p{L}*|schrieb|schreibt|denkt|laut|dit|disait|écrit|pense|selon|dice|dijo|escribió|piensa|según)(?!\p{L})/iu;
const OWN_REPORT =
  /(?<!\p{L})(?:i|ich|je|yo)(?:['’]ve|\s+have|\s+habe|\s+ai|\s+he|\s+already|\s+just)*\s+(?:said|say|told|mentioned|sagte|gesagt|dit|dije|dicho)\b|\blet\s+me\s+say\b|\bas\s+i\s+said\b|(?<!\p{L})(?:just\s+)?(?:to\s+|i\s+)?(?:must|should|can|want\s+to)\s+say\b/iu;
/** Nothing is stated where these stand anywhere in the sentence. */
const UNREAL =
  /(?<!\p{L})(?:just\s+kidding|kidding|jk|for\s+example|e\.g\.|for\s+instance|hypothetical\p{L}*|in\s+(?:the|my|a|this)\s+(?:story|novel|game|movie|film|book|dream|play|song|poem|script)|my\s+character|zum\s+Beispiel|z\.\s?B\.|im\s+(?:Roman|Spiel|Film|Traum|Buch)|par\s+exemple|dans\s+(?:le|mon)\s+(?:roman|jeu|film|rêve|livre)|por\s+ejemplo|en\s+(?:la|mi)\s+(?:novela|película|historia))(?!\p{L})/iu;
/** What is so only for the moment, or only under a condition. */
const PASSING_AFTER =
  /^[^.;!?]{0,40}?(?<!\p{L})(?:today|tonight|this\s+(?:week|weekend|month|morning|afternoon|evening|summer|winter|spring|autumn|fall|time)|for\s+(?:the|a)\s+(?:weekend|week|night|day|moment|few\s+days|month)|for\s+now|right\s+now|temporarily|until|tomorrow|if|unless|or\s+not|in\s+the\s+(?:story|novel|game|movie|film|book|dream)|heute|morgen|diese\s+Woche|für\s+(?:eine\s+Woche|ein\s+paar)|bis|falls|wenn|vorübergehend|aujourd['’]hui|demain|cette\s+semaine|jusqu\p{L}*|hoy|mañana|esta\s+semana|hasta)(?!\p{L})/iu;

/** Whether a statement that stands between `before` and `after` in its sentence is meant, by its writer, of themselves, now. */
export function isMeant(
  before: string,
  after: string,
  { attribute, anywhere }: Pick<Pattern, "attribute" | "anywhere">,
): boolean {
  if (before.trim() !== "" && !anywhere && !BEFORE.test(before)) return false;
  // "People that I enjoy playing with": a relative clause tells nothing by itself.
  if (/^(?:dis)?likes$/.test(attribute) && /(?<!\p{L})(?:that|which|who)\s*$/iu.test(before)) return false;
  if (UNREAL.test(`${before} ${after}`)) return false;
  if (UNREAL_BEFORE.test(before)) return false;
  if (REPORTED.test(before) && !OWN_REPORT.test(before)) return false;
  return !LASTING.has(attribute) || !PASSING_AFTER.test(after);
}

/** Attributes that a passing state can be mistaken for. */
const LASTING: ReadonlySet<string> = new Set([
  "lives_in",
  "works_as",
  "works_at",
  "diet",
  "does_not_eat",
  "name",
  "trait",
  "plays",
  "likes",
  "is",
]);
