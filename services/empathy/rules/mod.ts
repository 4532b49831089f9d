import type { Risk } from "../contract.ts";
import { type FeelingName, FEELINGS, isHard } from "../feelings.ts";
import { type Language, languageOf } from "../language.ts";
import { PHRASES } from "./phrases.ts";

/** The twenty rules by which an answer to a person is judged. */
export const RULES = {
  names_feeling: "It names the specific feeling.",
  validates_first: "It says that a hard feeling is understandable before it advises.",
  minimises: "It never makes the matter smaller.",
  commands_calm: "It never tells anyone to calm down or cheer up.",
  diagnoses: "It never diagnoses.",
  flatters: "It never flatters.",
  toxic_positivity: "It offers no forced optimism.",
  bends_fact: "It bends no fact: every number and quotation stands in the sources or the message.",
  sympathises: "It gives no sympathy to a neutral message.",
  claims_feelings: "It claims no human feelings of its own.",
  promises: "It promises nothing.",
  claims_to_know: "It does not claim to know exactly how the person feels.",
  wrong_language: "It is in the user's language.",
  too_long: "The part on feelings is short.",
  blames: "It blames nobody for what they feel or did.",
  compares: "It compares with nobody else.",
  orders: "It gives no orders.",
  jokes: "It makes no jokes and uses no emoji about a hard feeling.",
  many_questions: "It asks at most one question.",
  withholds_help: "In danger it asks one question and shows where help is.",
} as const;
export type Rule = keyof typeof RULES;

/** What an answer is judged against. */
export interface EmpathyContext {
  /** The user's message. */
  text: string;
  /** The feeling that is to be answered; `undefined` for a neutral message. */
  feeling: FeelingName | undefined;
  language: Language;
  risk: Risk;
  /** The quotations and facts that the answer may use. Without them, rule `bends_fact` is not applied. */
  facts?: readonly string[] | undefined;
  /** Most words of the part on feelings (all that comes before the first blank line). @default 40 */
  maxWords?: number | undefined;
}

/** Wordings that always break their rule, and those that break it only beside a hard feeling or danger. */
const ALWAYS = [
  "diagnoses",
  "flatters",
  "toxic_positivity",
  "claims_feelings",
  "promises",
  "claims_to_know",
  "blames",
] as const;
const BESIDE_HARD = ["minimises", "commands_calm", "compares", "orders", "jokes"] as const;

const VALIDATES =
  /understandable|makes sense|no wonder|comes from|is real|verstandlich|nachvollzieh|kein wunder|comprehensible|se comprend|on comprend|comprensible|se entiende|comprensibile|si capisce|compreensivel|entende-se|begrijpelijk|te begrijpen|zrozumial|do zrozumienia/u;

const MOST_WORDS = 40;

/** The rules that an answer (or its opening) breaks, in the order of the list; none is best. A pure function of its arguments. */
export function checkEmpathy(answer: string, context: EmpathyContext): Rule[] {
  const { feeling, risk } = context;
  const danger = risk === "high" || risk === "imminent";
  const hard = danger || risk === "low" || (feeling !== undefined && isHard(feeling));
  const plain = plainText(answer);
  const broken = new Set<Rule>();
  const breaks = (rule: Rule, when: boolean) => {
    if (when) broken.add(rule);
  };
  const lead = answer.split(/\n\s*\n/)[0] ?? "";
  if (!danger && risk === "none" && feeling) {
    breaks("names_feeling", !names(plain, feeling, context.language));
    breaks("validates_first", isHard(feeling) && !validatesFirst(plain));
    breaks("too_long", wordsIn(lead) > (context.maxWords ?? MOST_WORDS));
  }
  for (const rule of ALWAYS) breaks(rule, PHRASES[rule].test(plain));
  if (hard) { for (const rule of BESIDE_HARD) breaks(rule, PHRASES[rule].test(plain)); }
  breaks("jokes", hard && /\p{Extended_Pictographic}/u.test(answer));
  breaks("sympathises", !feeling && risk === "none" && PHRASES.sympathises.test(plain));
  breaks("bends_fact", context.facts !== undefined && bendsFacts(answer, [...context.facts, context.text]));
  breaks("wrong_language", wordsIn(lead) >= 4 && languageOf(lead, context.language) !== context.language);
  const questions = (answer.match(/\?+/g) ?? []).length;
  breaks("many_questions", (feeling !== undefined || risk !== "none") && questions > 1);
  breaks("withholds_help", danger && (questions !== 1 || !/\d{3}|https?:\/\/\S+/.test(answer)));
  return Object.keys(RULES).filter(isRule).filter((rule) => broken.has(rule));
}

function isRule(name: string): name is Rule {
  return Object.hasOwn(RULES, name);
}

function plainText(text: string): string {
  return text.toLowerCase().replaceAll("ß", "ss").replaceAll("ł", "l").replace(/[’`´]/g, "'").normalize("NFD")
    .replace(/\p{M}+/gu, "");
}

/** The noun, or a word of its stem ("frustrating" for frustration). */
function names(plain: string, feeling: FeelingName, language: Language): boolean {
  const noun = plainText(FEELINGS[feeling].words[language]).replace(
    /^(?:der|die|das|le|la|l'|les|el|los|las|il|lo|gli|i|o|a|os|as|de|het) ?/,
    "",
  );
  const stem = noun.length > 6
    ? noun.slice(0, Math.max(5, noun.length - 4))
    : noun.slice(0, Math.max(3, noun.length - 1));
  return plain.includes(stem);
}

function validatesFirst(plain: string): boolean {
  const validated = plain.search(VALIDATES);
  if (validated < 0) return false;
  const advised = plain.search(PHRASES.advises);
  return advised < 0 || validated < advised;
}

/** A number or a quotation in the answer that none of the facts holds. */
function bendsFacts(answer: string, facts: readonly string[]): boolean {
  const known = facts.join("\n").replace(/\s+/g, " ");
  const text = answer.replace(/\[\d+(?:, ?\d+)*\]/g, " ");
  const numbers = text.match(/\d[\d.,:]*\d|\d/g) ?? [];
  if (numbers.some((number) => !known.includes(number))) return true;
  const quoted = [...text.matchAll(/["“„«]([^"”“»]{8,})["”“»]/g)].map(([, inner = ""]) =>
    inner.replace(/\s+/g, " ").trim()
  );
  return quoted.some((quotation) => !known.includes(quotation));
}

function wordsIn(text: string): number {
  return (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).length;
}
