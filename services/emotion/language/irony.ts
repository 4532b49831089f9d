/**
 * Irony as a pleasant word about an unpleasant event (Riloff et al. 2013, "Sarcasm as Contrast between a Positive Sentiment and Negative
 * Situation"): finds the plain cases and leaves the rest to the classifier.
 */
const PRAISE =
  /^(?:oh |well |ah |yeah,? |wow,? |just )*(?:great|wonderful|fantastic|brilliant|lovely|perfect|awesome|amazing|nice|marvell?ous|excellent|terrific|super|fabulous|good job|well done|congratulations|thanks|just what i needed|how (?:nice|lovely|wonderful))\b/;
const FONDNESS =
  /\b(?:i (?:just |really |absolutely |so )*(?:love|adore|enjoy)|my favou?rite(?: thing)?|nothing (?:better|like)|what i (?:always )?wanted)\b/;
const MISFORTUNE =
  /\b(?:crash\w*|fail\w*|broke|broken|breaks?|down|lost|loses?|losing|delete[sd]?|late|delay\w*|cancel\w*|error\w*|bug|bugs|outage|again|another|stuck|wait(?:ing)?|ignored?|rain\w*|meeting|traffic|monday|mondays|ruin\w*|worse|nothing|wrong|dead|sick|ill|fired|bill|bills|stolen|freezes?|froze|hours|useless|overtime|flat|leak\w*|yelled)\b/;
const MARKERS =
  /🙄|\/s\b|\byeah,? right\b|\bas if\b|\bthanks for nothing\b|\bjust what i needed\b|\bwhat a surprise\b|\bof course it (?:did|does|is)\b|\bhow original\b|\bbig surprise\b/;

/** Whether a message says something pleasant and means the opposite. */
export function isIronic(text: string): boolean {
  const lower = text.replaceAll("’", "'").toLowerCase().trim();
  if (MARKERS.test(lower)) return true;
  return lower.split(/(?<=[.!?])\s+(?=\S)/).some((sentence, i, all) => {
    const rest = `${sentence} ${all[i + 1] ?? ""}`;
    if (/\b(?:fixed|solved|works now|no longer|anymore|any more|luckily|thank(?:s| you) for)\b/.test(rest)) {
      return false;
    }
    const praise = PRAISE.exec(sentence);
    if (praise && MISFORTUNE.test(rest.slice(praise[0].length))) return true;
    return FONDNESS.test(sentence) &&
      /\b(?:when|how|being|getting|having|that|than|waiting|spending)\b/.test(sentence) &&
      MISFORTUNE.test(sentence.replace(/\b(?:down|another)\b/g, ""));
  });
}
