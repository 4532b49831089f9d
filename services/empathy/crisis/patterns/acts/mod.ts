import type { Language } from "../../../language.ts";
import { type CrisisPattern, patterns } from "../../types.ts";
import { gap } from "../gap.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { ITALIAN } from "./it.ts";
import { DUTCH } from "./nl.ts";
import { POLISH } from "./pl.ts";
import { PORTUGUESE } from "./pt.ts";
import type { Acts } from "./types.ts";

/** Of an everyday use of a medicine: brought somewhere, or fetched. */
const CARRIED =
  "(?! (?:(?:bottle|boxe?|pack|bag)s? )?(?:to (?:the|work|a|my)|back|home|with (?:me|us|him|her)|along|out|away|off the|from the|for the (?:trip|holiday|weekend)|mit(?:genommen)?|zuruck|weg))";
const FETCHED =
  "(?![^.!?]*(?:pharmac|project|school|chemist|drugstore|prescri|apothek|rezept|urlaub|holiday|trip|children|kids|kinder|farmac|apteka|apotheek))";

function acts(words: Acts): CrisisPattern[] {
  const {
    took,
    much,
    few,
    whose,
    drug,
    poison,
    all,
    rope,
    hangs,
    stands,
    brink,
    saved,
    bought,
    means,
    purpose,
  } = words;
  const ofOthers = `(?:${few})${gap(3)}(?:${drug})${gap(3)}(?:${whose})|(?:${few}|${much})${
    gap(2)
  }(?:${whose})${gap(4)}(?:${drug})`;
  return [
    ...patterns("poisoning", 4, [
      `(?:${took})${gap(4)}(?:${much})${gap(4)}(?:${drug})${CARRIED}`,
      `(?:${much})${gap(4)}(?:${drug})${gap(5)}(?:${took})${CARRIED}`,
      `(?:${took})${gap(3)}(?:${ofOthers})${CARRIED}`,
      `(?:${ofOthers})${gap(4)}(?:${took})${CARRIED}`,
      `(?:(?:${drug})${gap(3)}(?:${whose})|(?:${whose})${gap(3)}(?:${drug}))${gap(7)}(?:${took})${
        gap(1)
      }(?:${much})`,
      `(?:${much})${gap(1)}(?:${drug})${gap(3)}(?:${whose})${gap(7)}(?:${took})${CARRIED}`,
      `(?:${took})${gap(4)}(?:${poison})|(?:${poison})${gap(3)}(?:${took})`,
      `(?:${drug}|${PACKS})[^]{0,60}?(?:${all})`,
    ]),
    ...patterns("suicide", 4, [
      `(?:${rope})${gap(3)}(?:${hangs})`,
      `(?:belt|cord|cable|chain|scarf|sheets?|leash|gurtel|kabel|kordel|bettlaken|leine|schal|ceinture|draps?|echarpe|cinturon|cable|sabana|cintura|cavo|lenzuolo|cinto|cabo|lencol|riem|koord|laken|sjaal|pasek|kabel|szalik)${
        gap(3)
      }(?:(?:around|round) my neck|(?:from|to|over|round|around) the (?:beam|ceiling|rafters?|banister)|um (?:den|meinen) hals|autour d[eu] (?:mon )?cou|al cuello|al collo|(?:no|ao) pescoco|om (?:mijn|m.n) nek|na szyi)`,
      `(?:${stands})${gap(4)}(?:${brink})`,
      `(?:${saved})${gap(4)}(?:${drug})${FETCHED}|(?:${drug})${gap(3)}(?:${saved})${FETCHED}`,
      `(?:${bought})${gap(3)}(?:${means})[^]{0,100}?(?:${purpose})|(?:${means})${
        gap(3)
      }(?:${bought})[^]{0,100}?(?:${purpose})`,
      words.done,
    ]),
    ...patterns("poisoning", 1, [words.doses]),
    ...patterns("eating", 1, [words.eating]),
    ...patterns("distress", 1, [words.despair]),
  ];
}

/** What medicines come in, and much else. */
const PACKS =
  "box|bottle|pack(?:et)?|strip|packung|schachtel|boite|plaquette|caja|scatola|caixa|cartela|doosje|strip|opakowanie|pudelko";

/** The words of acts, by language. */
export const ACTS_BY_LANGUAGE: Readonly<Record<Language, Acts>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  pl: POLISH,
};

export const ACTS: readonly CrisisPattern[] = Object.values(ACTS_BY_LANGUAGE).flatMap(acts);
