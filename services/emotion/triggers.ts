import { plainText } from "./language/clauses.ts";
import { FEELING_WORDS } from "./feelings.ts";
import { hoursOf, type State } from "./state.ts";

/** A word that goes before an emotion more often than before others. */
export interface Trigger {
  keyword: string;
  emotion: string;
  /** Messages with both. */
  frequency: number;
  last: Date;
  /** z of the association: how many standard errors the log-odds are above 0. */
  z: number;
}

export interface TriggerOptions {
  now: Date;
  /** Days after which a message counts half. @default {30} */
  halfLifeDays?: number;
  /** Fewest messages with the word and the emotion. @default {3} */
  least?: number;
  /** @default {20} */
  most?: number;
}

/** z at 1 %, two-sided: many words are tried. */
const SIGNIFICANT = 2.576;
/** Words of prior for the whole vocabulary; its share goes to each word by how common it is. */
const PRIOR = 10;
const STOP = new Set(
  "a about after again all also always am an and another any anything are as at back be because been before being but by can can't come could day did didn't do does doesn't doing don't done down even every everything feel feeling few for from get gets getting go going gone good got had has have haven't he her here him his how i i'd i'll i'm i've if im in into is isn't it it's its just keep know last least like little lot made make makes many me mean more most much my myself need never no not nothing now of off on one only or other our out over own really right said same say see she should so some someone something still such sure take tell than that that's the their them then there these they they're thing things think this those though through time to today told tomorrow too try trying two up us use very want was wasn't way we well went were what when where which while who why will with won't work works would yeah yes yesterday yet you you're your"
    .split(" "),
);
const FEELS = new Set(FEELING_WORDS.flatMap(([phrase]) => phrase.split(" ")));

/**
 * Words that reliably go with an emotion: weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words",
 * equations 15 to 22), each message counted once and by ½ to the power of its age in half-lives, so that old associations fade.
 */
export function findTriggers(states: readonly State[], options: TriggerOptions): Trigger[] {
  const { now, halfLifeDays = 30, least = 3, most = 20 } = options;
  const messages = states.map((state) => {
    const age = Math.max(0, hoursOf({ at: now }) - hoursOf(state)) / 24;
    return { state, words: wordsOf(state.text), weight: 0.5 ** (age / halfLifeDays) };
  });
  const everywhere = new Map<string, number>();
  let total = 0;
  for (const { words, weight } of messages) {
    for (const word of words) everywhere.set(word, (everywhere.get(word) ?? 0) + weight);
    total += weight * words.size;
  }
  const grouped = Map.groupBy(messages, ({ state }) => state.emotion);
  return [...grouped].filter(([emotion]) => emotion !== "neutral").flatMap(([emotion, own]) => {
    const here = new Map<string, { weight: number; frequency: number; last: Date }>();
    let size = 0;
    for (const { state, words, weight } of own) {
      size += weight * words.size;
      for (const word of words) {
        const seen = here.get(word) ?? { weight: 0, frequency: 0, last: state.at };
        const last = state.at > seen.last ? state.at : seen.last;
        here.set(word, { weight: seen.weight + weight, frequency: seen.frequency + 1, last });
      }
    }
    return [...here].flatMap(([keyword, { weight, frequency, last }]) => {
      const all = everywhere.get(keyword) ?? weight;
      const prior = PRIOR * all / total;
      const z = logOddsZ(weight, size, all - weight, total - size, prior);
      return frequency >= least && z >= SIGNIFICANT ? [{ keyword, emotion, frequency, last, z }] : [];
    });
  }).sort((a, b) => b.z - a.z).slice(0, most);
}

/**
 * z of a word's log-odds in one group of texts against another.
 *
 * @param count of the word here, `size` of all words here; `others` and `rest` the same elsewhere
 */
export function logOddsZ(count: number, size: number, others: number, rest: number, prior: number): number {
  const odds = (y: number, n: number) => Math.log((y + prior) / (n + PRIOR - y - prior));
  const variance = 1 / (count + prior) + 1 / (others + prior);
  return (odds(count, size) - odds(others, rest)) / Math.sqrt(variance);
}

/** The words of a message that can be a cause: no small words, no names of feelings. */
function wordsOf(text: string): Set<string> {
  const words = plainText(text).replaceAll("’", "'").toLowerCase().match(/[\p{L}][\p{L}'-]{2,}/gu) ?? [];
  return new Set(
    words.map((word) => word.replace(/'s$/, "")).filter((word) => !STOP.has(word) && !FEELS.has(word)),
  );
}
