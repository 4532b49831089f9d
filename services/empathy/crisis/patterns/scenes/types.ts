/**
 * The parts of which people tell what they have done, made ready or decided, in one language, as lists of words (regular expressions on
 * normalised text). The parts of one sentence may stand in any order.
 */
export interface Scenes {
  /** All of it, of a medicine: swallowed with this, it was too much. */
  whole: string;
  /** How much was swallowed, as people say it who hardly speak the language: no past, no plural. */
  broken: string;
  /** Taking medicine somewhere, or as one should. */
  proper: string;
  /** Made ready, of a rope. */
  ready: string;
  /** For something else: "for climbing", "to tow the car". */
  use: string;
  gun: string;
  loaded: string;
  /** Where guns are spoken of: hunting, law, games. */
  sport: string;
  /** Weapons, blades, poison with nothing but "I bought" around them. */
  bare: string;
  /** Beside having got hold of a means: what it is for. */
  sign: string;
  /** Within reach. */
  atHand: string;
  weapon: string;
  kitchen: string;
  /** Cutting, and where one cuts oneself. */
  cut: string;
  veins: string;
  /** By mishap or by a surgeon. */
  mishap: string;
  /** Going to jump, and from where. */
  leap: string;
  height: string;
  water: string;
  /** It is decided; and not to live on. */
  decided: string;
  notLive: string;
  /** Deciding to go, and what one leaves to others. */
  leaving: string;
  entrusted: string;
  /** Away for a while, or for another place. */
  travel: string;
  /** Everything was given away or put in order; and afterwards one is not there. */
  settled: string;
  gone: string;
  /** So much of it that it kills. */
  lethal: string;
  amount: string;
  /** Had enough; of living. */
  weary: string;
  life: string;
  /** Whole wordings of wishing to be fetched by God or death, and of having lived long enough. */
  fetched: string;
}
