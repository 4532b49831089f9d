import { hoursOf, LEANS, type State } from "./state.ts";
import { mean } from "./statistics/basics.ts";

/** Ways to deal with a feeling, by Gross's process model (Gross 1998; Aldao, Nolen-Hoeksema & Schweizer 2010 on which tend to help). */
const STRATEGIES: Record<string, RegExp> = {
  exercise:
    /\b(?:went for a (?:walk|run|ride|swim)|go(?:ing)? for a (?:walk|run)|walk(?:ed|ing) (?:it off|the dog|outside)|work(?:ed|ing)? out|at the gym|went running|yoga|exercis\w+|cycling)\b/i,
  breathing:
    /\b(?:deep breaths?|breath(?:ed|ing) (?:in|out|slowly|exercise\w*)|meditat\w+|mindful\w*|box breathing)\b/i,
  support:
    /\b(?:(?:talk(?:ed|ing)?|spoke|speaking|call(?:ed|ing)?|met|meeting|told) (?:to |with |up with )?(?:my |a )?(?:friends?|wife|husband|partner|mum|mom|dad|sister|brother|therapist|colleague|family)|asked (?:for|someone|somebody) (?:for )?help)\b/i,
  problem_solving:
    /\b(?:made a (?:plan|list)|making a (?:plan|list)|broke it (?:down|into)|step by step|one thing at a time|fix(?:ed|ing) (?:it|the)|sort(?:ed|ing) it out|figured (?:it )?out|schedul\w+|prioriti[sz]\w+)\b/i,
  reappraisal:
    /\b(?:look(?:ing)? (?:at it|on the bright side)|on the other hand|could be worse|learn(?:ed|ing)? from (?:it|this)|bigger picture|in perspective|silver lining|not the end of the world|maybe it's (?:good|better|for the best))\b/i,
  acceptance:
    /\b(?:accept(?:ed|ing)? (?:it|that)|it is what it is|let(?:ting)? (?:it )?go|made (?:my )?peace|can't change (?:it|that)|come to terms)\b/i,
  rest:
    /\b(?:slept (?:well|on it|in)|took a (?:nap|break|day off|bath|shower)|tak(?:e|ing) a (?:nap|break|day off)|rest(?:ed|ing)|early night|good night's sleep)\b/i,
  distraction:
    /\b(?:watch(?:ed|ing) (?:a |some )?(?:film|movie|series|tv|show)|play(?:ed|ing) (?:a |some |the )?(?:game\w*|guitar|piano)|listen(?:ed|ing) to music|read(?:ing)? a book|bak(?:ed|ing)|cook(?:ed|ing)|garden\w*|distract\w+)\b/i,
  expression:
    /\b(?:wr(?:ote|iting) (?:it )?(?:down|in my (?:journal|diary))|journal(?:ed|ing)?|had a (?:good )?cry|cried it out|vent(?:ed|ing)?|got it off my chest)\b/i,
  rumination:
    /\b(?:can't stop thinking|keep(?:s)? thinking|over ?think\w*|over and over (?:again )?in my (?:head|mind)|going (?:over|round) (?:it|and round)|dwell\w*|replay\w*)\b/i,
  suppression:
    /\b(?:bottl(?:ed|ing) (?:it )?up|pretend(?:ed|ing)? (?:that )?(?:i'm|everything|nothing|it)|kept it (?:in|inside|to myself)|hid(?:ing)? (?:it|my feelings)|put on a (?:smile|brave face))\b/i,
  avoidance:
    /\b(?:avoid(?:ed|ing)|put(?:ting)? (?:it )?off|procrastinat\w+|stay(?:ed|ing) in bed|got drunk|drank (?:too much|a lot))\b/i,
};

/** Hours within which the next message tells whether something helped. */
const WITHIN = 24;
/** Cases by which an effect is drawn towards 0: with few cases it says little (Efron & Morris 1977 on shrinkage). */
const SHRINK = 3;

/** What a strategy did so far. */
export interface Coping {
  strategy: string;
  /** Low moments in which it was mentioned and after which a message came. */
  used: number;
  /** How much more valence rose afterwards than without any strategy, shrunk by n / (n + 3). */
  effect: number;
  /** Chance that it is better afterwards: the mean of a Beta(1, 1) prior after these cases. */
  helped: number;
}

/** The strategies that a message mentions. */
export function strategiesIn(text: string): string[] {
  return Object.entries(STRATEGIES).filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** Which strategies were tried in low moments and what came after, the most helpful first. */
export function copingOf(states: readonly State[]): Coping[] {
  const changes = new Map<string, number[]>();
  const without: number[] = [];
  for (const [i, state] of states.entries()) {
    const next = states[i + 1];
    if (state.valence > -LEANS || !next || hoursOf(next) - hoursOf(state) > WITHIN) continue;
    // What is tried is often told in the next message rather than in the low one.
    const tried = new Set([...strategiesIn(state.text), ...strategiesIn(next.text)]);
    const change = next.valence - state.valence;
    if (tried.size === 0) without.push(change);
    for (const strategy of tried) changes.set(strategy, [...changes.get(strategy) ?? [], change]);
  }
  const usual = mean(without);
  return [...changes].map(([strategy, own]) => ({
    strategy,
    used: own.length,
    effect: (mean(own) - usual) * own.length / (own.length + SHRINK),
    helped: (1 + own.filter((change) => change > 0).length) / (2 + own.length),
  })).sort((a, b) => b.effect - a.effect);
}

/** Chance of helping from which on a user's own experience counts as good. */
const HELPS = 0.5;
/** What tends to help people in general: the meta-analysis of Aldao, Nolen-Hoeksema & Schweizer 2010 finds least distress with these. */
const IN_GENERAL = ["problem_solving", "reappraisal", "acceptance", "support"];

/** What to offer in a low moment: what helped this user before, the most helpful first, then what helps people in general and did not fail here. */
export function suggestStrategies(coping: readonly Coping[], most = 3): string[] {
  const own = coping.filter(({ effect, helped }) => effect > 0 && helped > HELPS).map(({ strategy }) =>
    strategy
  );
  const failed = new Set(coping.filter(({ effect }) => effect < 0).map(({ strategy }) => strategy));
  const further = IN_GENERAL.filter((strategy) => !own.includes(strategy) && !failed.has(strategy));
  return [...own, ...further].slice(0, most);
}
