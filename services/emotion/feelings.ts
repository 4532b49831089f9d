import { type Dimensions, MAPPING } from "./classifier/mapping.ts";
import { isLabel, type Label } from "./labels.ts";

/** A feeling with a name of its own, finer than the 28 labels. */
export interface Feeling {
  name: string;
  /** The nearest of the 28. */
  label: Label;
  /** How strong it is when nothing is said about that, 0 to 1. */
  intensity: number;
  /** Words for having it ("I'm …", "I feel …"). */
  words: string[];
  /** Words for what gives it to one ("this is …"). */
  causes: string[];
  dimensions: Dimensions;
}

type Entry = [
  label: Label,
  intensity: number,
  words: string,
  causes?: string,
  dimensions?: Partial<Dimensions>,
];

/** Written for Morgan. Names describe a state and never a condition: "misery", not "depression". */
const TABLE: Record<string, Entry> = {
  frustration: [
    "annoyance",
    0.6,
    "frustrated,fed up,sick of,sick and tired of,tired of,exasperated,frustration",
    "frustrating,exasperating,maddening",
    { dominance: -0.3 },
  ],
  irritation: [
    "annoyance",
    0.4,
    "annoyed,irritated,irked,bugged,irritation,grumpy,cranky",
    "annoying,irritating",
  ],
  anger: ["anger", 0.7, "angry,mad,pissed,pissed off,anger,cross", "outrageous"],
  rage: ["anger", 0.95, "furious,enraged,livid,seething,fuming,outraged,raging,rage", "infuriating,enraging"],
  resentment: ["anger", 0.55, "resentful,bitter,resentment", ""],
  jealousy: ["annoyance", 0.55, "jealous,envious,jealousy", "", { dominance: -0.4 }],
  anxiety: ["nervousness", 0.65, "anxious,on edge,uneasy,anxiety,restless", "unsettling,unnerving"],
  worry: ["nervousness", 0.5, "worried,concerned,worry,worries", "worrying,worrisome,concerning", {
    arousal: 0.4,
  }],
  stress: [
    "nervousness",
    0.65,
    "stressed,stressed out,tense,under pressure,under a lot of pressure,stress",
    "stressful,nerve-wracking",
  ],
  nervousness: ["nervousness", 0.5, "nervous,jittery,apprehensive", ""],
  overwhelm: [
    "nervousness",
    0.75,
    "overwhelmed,swamped,snowed under,drowning,in over my head",
    "overwhelming,too much for me",
    { dominance: -0.8 },
  ],
  panic: ["fear", 0.95, "panicking,panicked,in a panic,freaking out,freaked out,panic", ""],
  fear: ["fear", 0.7, "afraid,scared,frightened,fearful,fear,fears", "scary,frightening"],
  terror: ["fear", 0.95, "terrified,petrified,horrified", "terrifying,horrifying"],
  dread: ["fear", 0.7, "dreading,filled with dread,dread", "dreadful", { arousal: 0.5 }],
  insecurity: [
    "nervousness",
    0.55,
    "insecure,inadequate,not good enough,like a failure,like an impostor,like a fraud,worthless,useless",
    "",
    { dominance: -0.8, arousal: 0 },
  ],
  sadness: [
    "sadness",
    0.6,
    "sad,unhappy,down,blue,upset,gutted,sadness,tearful,in tears,crying",
    "sad,saddening,upsetting",
  ],
  misery: [
    "sadness",
    0.85,
    "miserable,depressed,devastated,awful,terrible,horrible,wretched,broken,crushed",
    "depressing,devastating,heartbreaking",
  ],
  hopelessness: ["sadness", 0.85, "hopeless,despairing,in despair,despair,helpless,powerless", "hopeless", {
    dominance: -0.9,
  }],
  loneliness: ["sadness", 0.65, "lonely,alone,all alone,isolated,left out,loneliness", "lonely"],
  emptiness: ["sadness", 0.7, "empty,numb,hollow", "", { arousal: -0.6 }],
  grief: ["grief", 0.85, "grieving,mourning,heartbroken,bereaved,grief", ""],
  hurt: ["sadness", 0.65, "hurt,betrayed,rejected,abandoned,unappreciated", "hurtful"],
  disappointment: [
    "disappointment",
    0.55,
    "disappointed,let down,disheartened,disappointment",
    "disappointing,a letdown,a disappointment",
  ],
  discouragement: [
    "disappointment",
    0.55,
    "discouraged,demotivated,unmotivated,defeated,demoralized,demoralised",
    "discouraging,demoralizing",
  ],
  exhaustion: [
    "sadness",
    0.6,
    "exhausted,burned out,burnt out,drained,worn out,spent,tired,exhaustion,knackered,running on empty",
    "exhausting,draining,tiring",
    { valence: -0.5, arousal: -0.8, dominance: -0.5 },
  ],
  boredom: ["annoyance", 0.35, "bored,bored to death,bored to tears,boredom", "boring,tedious", {
    valence: -0.3,
    arousal: -0.7,
    dominance: 0,
  }],
  guilt: ["remorse", 0.65, "guilty,guilt", ""],
  regret: ["remorse", 0.55, "sorry,regretful,remorseful,regret", ""],
  shame: ["embarrassment", 0.7, "ashamed,humiliated,shame", "humiliating,shameful"],
  embarrassment: [
    "embarrassment",
    0.55,
    "embarrassed,mortified,awkward,embarrassment",
    "embarrassing,awkward,cringe",
  ],
  disgust: [
    "disgust",
    0.7,
    "disgusted,grossed out,repulsed,sickened,revolted,disgust",
    "disgusting,gross,revolting,repulsive",
  ],
  confusion: [
    "confusion",
    0.45,
    "confused,lost,stuck,puzzled,baffled,perplexed,bewildered,stumped,confusion",
    "confusing,baffling,bewildering,perplexing",
  ],
  doubt: ["confusion", 0.4, "torn,doubtful,in two minds,conflicted", "", { arousal: 0 }],
  curiosity: ["curiosity", 0.45, "curious,intrigued,fascinated", "intriguing,fascinating"],
  surprise: [
    "surprise",
    0.65,
    "surprised,shocked,astonished,stunned,speechless,blown away,taken aback",
    "surprising,shocking,astonishing,mind-blowing,unbelievable",
  ],
  joy: [
    "joy",
    0.65,
    "happy,glad,joyful,cheerful,delighted,in a good mood,great,wonderful,fantastic,good,joy,over the moon,on cloud nine",
    "delightful",
  ],
  elation: ["joy", 0.95, "ecstatic,elated,overjoyed,euphoric", ""],
  contentment: ["joy", 0.45, "content,satisfied,at peace,pleased,peaceful", "satisfying", { arousal: -0.3 }],
  calm: ["relief", 0.35, "calm,relaxed,at ease", "calming,relaxing,soothing", {
    valence: 0.5,
    arousal: -0.7,
  }],
  excitement: [
    "excitement",
    0.8,
    "excited,thrilled,pumped,stoked,hyped,psyched,excitement",
    "exciting,thrilling",
  ],
  anticipation: ["excitement", 0.6, "looking forward to,can't wait,cannot wait,counting the days", "", {
    arousal: 0.6,
  }],
  gratitude: ["gratitude", 0.6, "grateful,thankful,appreciative,blessed,touched,gratitude", ""],
  pride: ["pride", 0.65, "proud,accomplished", ""],
  hope: ["optimism", 0.5, "hopeful,optimistic,encouraged,hope", "promising,encouraging"],
  confidence: ["optimism", 0.55, "confident,determined,motivated,inspired", "motivating,inspiring", {
    dominance: 0.8,
  }],
  relief: ["relief", 0.55, "relieved,relief", "a relief,such a relief,a weight off my shoulders"],
  love: ["love", 0.75, "in love,loved,smitten", ""],
  admiration: ["admiration", 0.6, "impressed,in awe", "impressive,wonderful,amazing,awesome,brilliant"],
  amusement: ["amusement", 0.5, "amused,laughing,cracking up", "hilarious,funny"],
  longing: ["desire", 0.55, "longing for,yearning for,craving", "", { valence: -0.1, dominance: -0.3 }],
  nostalgia: ["sadness", 0.45, "nostalgic,homesick,wistful", "nostalgic", { valence: -0.1 }],
};

/** Every feeling by its name, the 28 labels included. */
export const FEELINGS: ReadonlyMap<string, Feeling> = new Map([
  ...Object.values(MAPPING).map((dimensions, i): [string, Feeling] => {
    const label = Object.keys(MAPPING)[i] ?? "neutral";
    const own = isLabel(label) ? label : "neutral";
    return [own, { name: own, label: own, intensity: 0.5, words: [], causes: [], dimensions }];
  }),
  ...Object.entries(TABLE).map(
    ([name, [label, intensity, words, causes = "", own = {}]]): [string, Feeling] => {
      const { valence, arousal, dominance } = MAPPING[label];
      const dimensions = { valence, arousal, dominance, ...own };
      return [name, { name, label, intensity, words: list(words), causes: list(causes), dimensions }];
    },
  ),
]);

/** The feeling of that name. Throws for a name that is not in the table: it is written in code. */
export function feelingOf(name: string): Feeling {
  const feeling = FEELINGS.get(name);
  if (!feeling) throw new Error(`There is no feeling named ${name}.`);
  return feeling;
}

/** Words for having a feeling, the longest first. */
export const FEELING_WORDS: readonly [word: string, feeling: string][] = phrases(({ words }) => words);

/** Words for what gives one a feeling, the longest first. */
export const CAUSE_WORDS: readonly [word: string, feeling: string][] = phrases(({ causes }) => causes);

function phrases(of: (feeling: Feeling) => string[]): [string, string][] {
  return [...FEELINGS.values()].flatMap((feeling) =>
    of(feeling).map((word): [string, string] => [word, feeling.name])
  ).sort(([a], [b]) => b.length - a.length);
}

function list(text: string): string[] {
  return text.split(",").filter((word) => word !== "");
}
