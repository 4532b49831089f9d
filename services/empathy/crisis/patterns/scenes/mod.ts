import { type CrisisPattern, patterns } from "../../types.ts";
import { ACTS_BY_LANGUAGE } from "../acts/mod.ts";
import type { Acts } from "../acts/types.ts";
import { FOR_USE } from "../for_use.ts";
import { gap } from "../gap.ts";
import { NO_HUMAN } from "../no_human.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { ITALIAN } from "./it.ts";
import { DUTCH } from "./nl.ts";
import { POLISH } from "./pl.ts";
import { PORTUGUESE } from "./pt.ts";
import { THREATS } from "./threats.ts";
import { together } from "./together.ts";
import type { Scenes } from "./types.ts";
import { WORDINGS } from "./wordings.ts";

/** Of dreams, books and films. */
const TOLD =
  "match|players?|level|dream\\w*|nightmare|novel|book|story|film|movie|episode|chapter|scene|character|traum|getraumt|roman|buch|geschichte|folge|kapitel|reve|roman|livre|histoire|episode|chapitre|sone|novela|libro|historia|capitulo|sogno|sognato|romanzo|libro|sonhei|romance|livro|droom|gedroomd|boek|verhaal|snil\\w*|ksiazk\\w*|patients?|patienten?|report|bericht|rapport|informe";

/** Acids and alkalis that are eaten, and what merely bears the name. */
const NO_POISON =
  "scheiben\\w*|kuhler\\w*|radiator|engine|sink|drains?|toilet|abfluss|klo|ants?|ameisen|fourmis|hormigas|formiche|reflux|heartburn|stomach|folic|hyaluron\\w*|amino|fatty|ascorbic|citric|magensaure|folsaure|aminosaure\\w*|acide folique|acido folico|acidos grasos|how (?:much|many)|ivy|snake|schlange|dogs?|cats?|hund|katze|chien|chat|perro|gato|cane|gatto|photos?|bought|notes?";

function scenes(words: Scenes, acts: Acts): CrisisPattern[] {
  const never = (...lists: string[]) => [...lists, TOLD].join("|");
  return [
    ...patterns("poisoning", 4, [
      together([acts.took, acts.drug, `${words.whole}|${acts.whose}`], never(words.proper)),
      together([words.broken, acts.drug], never(words.proper)),
      together([acts.took, acts.poison], never(NO_POISON)),
    ]),
    ...patterns("suicide", 4, [
      together([acts.rope, words.ready], never(words.use)),
      together([words.gun, words.loaded], never(words.sport)),
      `(?<=^[^\\p{L}\\d]*)(?:${words.bare})(?=[^\\p{L}\\d?]*$)`,
      together(
        [acts.bought, acts.means, `${words.sign}|${acts.purpose}`],
        never(words.travel, `(?:${FOR_USE})\\p{L}*`),
      ),
      together([words.weapon, words.atHand], never(words.kitchen, words.sport)),
      together([words.leap, words.height], never(words.water)),
      together([words.decided, words.notLive], never(words.travel)),
      together([words.leaving, words.entrusted], never(words.travel)),
      `(?:${words.settled})(?![^]{0,120}(?:${words.travel}))[^]{0,120}?(?<![\\p{L}\\d])(?:${words.gone})`,
    ]),
    ...patterns("self_harm", 4, [together([words.cut, words.veins], never(words.mishap))]),
    ...patterns("poisoning", 1, [
      together([`${acts.drug}|${acts.poison}`, words.lethal, words.amount], never(NO_HUMAN)),
    ]),
    ...patterns("distress", 1, [
      `(?:${words.weary})${gap(2)}(?:${words.life})|(?:${words.life})${gap(2)}(?:${words.weary})`,
      words.fetched,
    ]),
  ];
}

export const SCENES: readonly CrisisPattern[] = [
  scenes(ENGLISH, ACTS_BY_LANGUAGE.en),
  scenes(GERMAN, ACTS_BY_LANGUAGE.de),
  scenes(FRENCH, ACTS_BY_LANGUAGE.fr),
  scenes(SPANISH, ACTS_BY_LANGUAGE.es),
  scenes(ITALIAN, ACTS_BY_LANGUAGE.it),
  scenes(PORTUGUESE, ACTS_BY_LANGUAGE.pt),
  scenes(DUTCH, ACTS_BY_LANGUAGE.nl),
  scenes(POLISH, ACTS_BY_LANGUAGE.pl),
  WORDINGS,
  THREATS,
].flat();
