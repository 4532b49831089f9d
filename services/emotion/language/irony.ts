/**
 * Irony as a pleasant word about an unpleasant event (Riloff et al. 2013, "Sarcasm as Contrast between a Positive Sentiment and Negative
 * Situation"): finds the plain cases and leaves the rest to the classifier.
 */
const PRAISE =
  /^(?:oh |well |ah |yeah,? |wow,? |just )*(?:great|wonderful|fantastic|brilliant|lovely|joy|perfect|awesome|amazing|nice|marvell?ous|excellent|terrific|super|fabulous|good job|well done|congratulations|just what i needed|how (?:nice|lovely|wonderful))(?=[,.!:]| another| timing| job)/;
const FONDNESS =
  /\b(?:i (?:just |really |absolutely |so )*(?:love|adore|enjoy)|my favou?rite(?: thing)?|nothing (?:better|like)|what i (?:always )?wanted)\b/;
const MISFORTUNE =
  /\b(?:crash\w*|fail(?:s|ed|ing|ure)?|broke|broken|breaks?|(?:is|are|went|goes) down|lost|losing|delete[sd]?|late|delay(?:s|ed)?|cancell?ed|errors?|bugs?|outage|stuck|ignored?|ruin\w*|stolen|freezes?|froze|flat tyre|leaks?|yelled|overtime|on hold|traffic|waiting (?:in|for|on)|(?:another|more) (?:meeting|bill|bug|error|delay|deadline|update|monday)s?|doesn't work|not working|stopped working)\b/;
const MARKERS =
  /🙄|\/s\b|\byeah,? right\b|\bas if\b|\bthanks for nothing\b|\bjust what i needed\b|\bwhat a surprise\b|\bof course it (?:did|does|is)\b|\bhow original\b|\bbig surprise\b/;

/** How far a marked message and a plain contrast are believed. */
const MARKED = 0.5;
const CONTRAST = 0.65;

/** How likely a message says something pleasant and means the opposite: 0 where nothing points to it. */
export function irony(text: string): number {
  const lower = text.replaceAll("’", "'").toLowerCase().trim();
  const contrast = lower.split(/(?<=[.!?])\s+(?=\S)/).some((sentence, i, all) => {
    const rest = `${sentence} ${all[i + 1] ?? ""}`;
    if (/\b(?:fixed|solved|works now|no longer|anymore|any more|luckily|thank(?:s| you) for)\b/.test(rest)) {
      return false;
    }
    const praise = PRAISE.exec(sentence);
    if (praise && MISFORTUNE.test(rest.slice(praise[0].length))) return true;
    return FONDNESS.test(sentence) &&
      /\b(?:when|how|being|getting|having|waiting|spending)\b/.test(sentence) &&
      MISFORTUNE.test(sentence);
  });
  return contrast ? CONTRAST : MARKERS.test(lower) ? MARKED : 0;
}
