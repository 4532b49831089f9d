/** What users state about themselves, read from their own words alone. */
import { isMeant } from "./context.ts";
import { english } from "./english.ts";
import { englishTastes } from "./english_tastes.ts";
import { german, GERMAN_RELATION } from "./german.ts";
import { ownSentences } from "./own_words.ts";
import { french, spanish } from "./romance.ts";
import type { Fact, Pattern } from "./types.ts";
import { relation } from "./words.ts";

export type { Fact } from "./types.ts";

/** A taste for something that only the conversation tells. */
const POINTS = /(?<!\p{L})(?:it|him|her|them|these|those|their|his|your|mine|myself|yours)(?!\p{L})/iu;
/** The mark by which people online say that they mean the opposite. */
const SARCASM = /(?:^|\s)\/s(?:\s|[.!]?$)/iu;
/** Facts that one message may add: more is no conversation but a text. */
const MOST = 8;

interface Compiled {
  pattern: Pattern;
  expression: RegExp;
}

let compiled: readonly Compiled[] | undefined;

/** All patterns; compiled at the first message, which takes longer than a start may. */
function patterns(): readonly Compiled[] {
  return compiled ??= [...english, ...englishTastes, ...german, ...french, ...spanish].map((pattern) => ({
    pattern,
    expression: new RegExp(`(?<![\\p{L}\\p{N}'’])${pattern.form}`, pattern.loose ? "giu" : "gu"),
  }));
}

/**
 * The facts that a message of the user states about themselves, in its order. Questions, conditions, quotations, the words of others,
 * and what holds only for the moment are none: nothing is kept that was not plainly said.
 */
export function statedFacts(message: string): Fact[] {
  const facts: Fact[] = [];
  if (SARCASM.test(message)) return facts;
  for (const sentence of ownSentences(message)) {
    const found = patterns().flatMap(({ pattern, expression }) =>
      [...sentence.matchAll(expression)].flatMap((match) => read(pattern, match, sentence))
    );
    for (const { fact } of found.sort((a, b) => a.at - b.at)) {
      if (!facts.some((other) => covers(other, fact))) facts.push(fact);
    }
  }
  return facts.slice(0, MOST);
}

function read(pattern: Pattern, match: RegExpExecArray, sentence: string): { fact: Fact; at: number }[] {
  const end = match.index + match[0].length;
  if (!isMeant(sentence.slice(0, match.index), sentence.slice(end), pattern)) return [];
  const said = tidy(pattern.value ?? match.groups?.value ?? "");
  // "my daughter Sara's birthday"
  const value = pattern.anywhere ? said.replace(/['’]s$/u, "") : said;
  const subject = pattern.subject ?? match.groups?.subject;
  if (value === "" || /^(?:I|It|This|That|The|And|But|So|He|She|They|We|You|My)$/.test(value)) return [];
  if (/^(?:dis)?likes$/.test(pattern.attribute) && POINTS.test(value)) return [];
  // "My son, TLC aired shows": a name that is only put beside must look like one.
  if (pattern.anywhere && pattern.attribute === "name_of" && !/^\p{Lu}\p{Ll}/u.test(value)) return [];
  if (pattern.attribute === "name_of" && subject !== undefined && !GERMAN_RELATION.test(subject)) return [];
  return [{
    at: match.index,
    fact: {
      attribute: pattern.attribute,
      ...(subject === undefined ? {} : { subject: relation(subject) }),
      value,
      single: pattern.single ?? false,
      holds: pattern.holds ?? true,
      sentence,
    },
  }];
}

function tidy(value: string): string {
  return value.replace(/\s+(?:[:;]-?[()DPp]+|\p{Extended_Pictographic}.*)$/u, "").replace(
    /,\s(?:I|And|But|It|We|He|She|They|So|My|The|This|That|You)$/u,
    "",
  ).replace(/\s+/g, " ")
    .replace(/^["“„'‘]+|["”“'’.,;:!]+$/gu, "").trim();
}

/** Whether a fact says the same as another, or less. */
function covers(other: Fact, fact: Fact): boolean {
  if (other.attribute !== fact.attribute || (other.subject ?? "") !== (fact.subject ?? "")) return false;
  return other.single ? true : other.value.toLowerCase().includes(fact.value.toLowerCase());
}

/** What a fact is about: a new value for a single one takes the place of the old, an equal value is the same fact. */
export function factKey(fact: Pick<Fact, "attribute" | "subject" | "value" | "single">): string {
  const base = `${fact.attribute}/${fact.subject ?? ""}`;
  return fact.single ? base : `${base}/${fact.value.toLowerCase().normalize("NFKC")}`;
}
