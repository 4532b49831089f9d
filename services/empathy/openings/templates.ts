import type { FeelingGroup } from "../feelings.ts";
import type { Language } from "../language.ts";

/** Sentences that begin an answer: `{n}` is the feeling's noun, `{N}` the same with a capital. They hold for any gender of it. */
export type Templates = Readonly<Record<"hard" | "good", readonly string[]>>;

export const TEMPLATES: Readonly<Record<Language, Templates>> = {
  en: {
    hard: [
      "The {n} in your message makes sense.",
      "With what you describe, {n} is understandable.",
      "It makes sense that there is {n} here.",
      "{N} is an understandable response to this.",
      "Anyone reading this can see where the {n} comes from, and it is understandable.",
    ],
    good: [
      "The {n} in your message comes through.",
      "There is real {n} in what you write.",
      "What a moment of {n} this is.",
    ],
  },
  de: {
    hard: [
      "{N} in diesen Zeilen ist verständlich.",
      "Bei dem, was hier beschrieben ist, ist {n} gut nachvollziehbar.",
      "In so einer Lage ist {n} verständlich.",
      "{N} ist hier eine nachvollziehbare Reaktion.",
    ],
    good: [
      "{N} ist in diesen Zeilen deutlich zu spüren.",
      "Hier klingt {n} durch, und das darf seinen Platz haben.",
      "Schön, wie klar {n} aus diesen Zeilen spricht.",
    ],
  },
  fr: {
    hard: [
      "Dans une telle situation, {n} est compréhensible.",
      "{N} qui ressort de ces lignes se comprend.",
      "Avec ce qui est décrit ici, on comprend {n}.",
      "{N} est une réaction compréhensible ici.",
    ],
    good: [
      "On sent {n} dans ces lignes.",
      "{N} de ce moment a toute sa place ici.",
      "Ces lignes laissent bien voir {n}.",
    ],
  },
  es: {
    hard: [
      "En una situación así, se entiende bien {n}.",
      "Con lo que cuentas, es comprensible sentir {n}.",
      "Es comprensible que aparezca {n} aquí.",
      "Se nota {n} en estas líneas, y es comprensible.",
    ],
    good: [
      "Se nota {n} en estas líneas.",
      "En este momento, {n} tiene su lugar.",
      "Estas líneas transmiten {n}, y con razón.",
    ],
  },
  it: {
    hard: [
      "In una situazione così si capisce bene {n}.",
      "{N} che si sente in queste righe è comprensibile.",
      "Con quello che racconti è comprensibile provare {n}.",
      "{N} è una reazione comprensibile qui.",
    ],
    good: [
      "Si sente {n} in queste righe.",
      "In questo momento {n} ha il suo spazio.",
      "Queste righe trasmettono {n}, ed è giusto così.",
    ],
  },
  pt: {
    hard: [
      "Numa situação assim, entende-se bem {n}.",
      "{N} que se nota nestas linhas é compreensível.",
      "Com o que está descrito aqui, é compreensível sentir {n}.",
      "{N} é uma reação compreensível aqui.",
    ],
    good: [
      "Nota-se {n} nestas linhas.",
      "Neste momento, {n} tem o seu lugar.",
      "Estas linhas transmitem {n}, e com razão.",
    ],
  },
  nl: {
    hard: [
      "In zo'n situatie is {n} goed te begrijpen.",
      "{N} in deze regels is begrijpelijk.",
      "Bij wat hier staat, is {n} begrijpelijk.",
      "{N} is hier een begrijpelijke reactie.",
    ],
    good: [
      "{N} klinkt door in deze regels.",
      "Op zo'n moment mag {n} er zijn.",
      "In deze regels is {n} goed te merken.",
    ],
  },
  pl: {
    hard: [
      "W takiej sytuacji {n} to zrozumiała reakcja.",
      "To zrozumiałe, że pojawia się tu {n}.",
      "{N} w tych słowach jest w pełni do zrozumienia.",
    ],
    good: ["{N} wyraźnie brzmi w tych słowach.", "W takiej chwili {n} ma swoje miejsce."],
  },
};

/** What a group of feelings asks of the answer, for a model. */
export const NEEDS: Readonly<Record<FeelingGroup, string>> = {
  anger:
    "Say in one sentence that the reaction is understandable, take no side against anybody, then help with the cause.",
  sadness:
    "Say in one sentence that the feeling is understandable before anything else; leave room, and do not hurry to a solution.",
  fear:
    "Say in one sentence that the feeling is understandable, then give what is certain and concrete first.",
  strain:
    "Say in one sentence that the load is real, then keep the answer short and ordered: the next step first.",
  joy: "Acknowledge the good news in one short sentence, then answer.",
  thanks: "Accept the thanks in a few words, without praise in return, then answer.",
};
