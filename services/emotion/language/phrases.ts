/** Turns of speech in which the user shows a feeling without naming it. */
export const PHRASES: readonly { pattern: RegExp; feeling: string; shift?: number }[] = [
  phrase(
    "frustration",
    String
      .raw`can(?:'t|not) (?:take|stand|bear|deal with|do) (?:it|this|that|him|her|them|any of this)(?: any ?more| any longer)?|had (?:it up to here|enough)|at my wit'?s'? end|losing my mind|not what i (?:asked|wanted|said)|(?:you're|you are) (?:so |completely |totally |really |absolutely )?(?:useless|no help|not helping|worthless|hopeless)|driv(?:es?|ing) me (?:crazy|nuts|mad|insane|up the wall)|so done with|banging my head|pull(?:ing)? my hair out|on my (?:last )?nerves|nothing works|(?:keeps?|kept) (?:on )?(?:breaking|failing|crashing|freezing|happening|dying|disconnecting|going wrong)|waste of my time|going round in circles|for the (?:third|fourth|fifth|tenth|hundredth|millionth|umpteenth) time`,
  ),
  phrase(
    "hopelessness",
    String
      .raw`\bi (?:just |really |only )*(?:want|wanna|wish i could|would like) (?:to )?(?:die|be dead|disappear forever|end (?:it all|my life)|kill myself)\b|\bi (?:do not|don't) (?:want|wanna) (?:to )?(?:live|be alive|be here|exist|go on)(?: any ?more)?\b|\b(?:no reason|not worth) (?:to live|living)\b|better off (?:dead|without me)`,
    0.15,
  ),
  phrase(
    "discouragement",
    String
      .raw`i give up|i'm giving up|what's the point|why (?:do i )?(?:even )?bother|i'll never (?:get|be|make|manage|learn|finish|find)`,
  ),
  phrase(
    "overwhelm",
    String
      .raw`can(?:'t|not) (?:cope|keep up|handle (?:it|this|all))|too much (?:on my plate|going on|to handle)|everything (?:at once|is falling apart)|up to my (?:neck|eyeballs)`,
  ),
  phrase(
    "anger",
    String
      .raw`how dare|piss(?:es|ed|ing)? me off|makes my blood boil|i could scream|screw (?:you|this|them|him|her)|fuck (?:you|this|that|them|him|her|off)|go to hell|shut up`,
    0.1,
  ),
  phrase(
    "anger",
    String
      .raw`(?<!n't |not |never )\bi (?:really |just |absolutely |so |fucking |honestly )*(?:hate|loathe|despise|can't stand|detest)\b`,
  ),
  phrase(
    "irritation",
    String
      .raw`rolls? eyes|get on my nerves`,
  ),
  phrase(
    "fear",
    String
      .raw`\b(?:scares?|frightens?|freaks?|freaking|scared|terrif(?:ies|ied)) (?:the (?:hell|shit|crap) out of )?me\b|what if (?:i|they|he|she|it|something)\b.*\b(?:die|dies|fail|fails|lose|loses|wrong|worse|never)\b|can't stop (?:shaking|thinking about what)`,
  ),
  phrase(
    "panic",
    String
      .raw`heart (?:is |was |keeps )?(?:racing|pounding)|(?:can't|couldn't) breathe|chest (?:is |feels )?tight|panic attacks?`,
  ),
  phrase(
    "worry",
    String
      .raw`\bi(?:'m| am)? (?:really |so |just |constantly |keep )*worry(?:ing)?\b|worr(?:ies|ied|ying) me|keeps? me (?:up|awake)|can't sleep|couldn't sleep|losing sleep`,
  ),
  phrase("dread", String.raw`\bi (?:really |just |so |already )*dread\b`),
  phrase(
    "sadness",
    String
      .raw`\bi (?:really |just |so |still |do )*miss (?:you|him|her|them|my|the|our|home|being|having)\b|want(?:ed)? to cry|could cry|cried|in tears|tears? in my eyes|breaks? my heart|my heart (?:is )?(?:breaks|broke|broken|aches?|sank)|down in the dumps`,
  ),
  phrase(
    "grief",
    String
      .raw`\bmy (?:\w+ )?(?:mum|mom|mother|dad|father|wife|husband|partner|son|daughter|brother|sister|grand\w+|nan|gran|friend|dog|cat|uncle|aunt|baby)\b.{0,30}\b(?:died|passed away|passed|is dead|was killed|funeral)\b|\b(?:i|we) (?:just |recently )?(?:lost|buried|had to bury) (?:my|our) (?:\w+ )?(?:mum|mom|mother|dad|father|wife|husband|partner|son|daughter|brother|sister|grand\w+|nan|gran|friend|dog|cat|baby)\b`,
    0.05,
  ),
  phrase(
    "loneliness",
    String
      .raw`no ?one (?:to talk to|cares|understands|(?:ever )?(?:calls|listens|likes) )|nobody (?:to talk to|cares|understands|calls|listens|likes me)|have no friends|by myself (?:again|all)`,
  ),
  phrase(
    "hopelessness",
    String
      .raw`no (?:way out|hope|point)|nothing (?:matters|will ever|ever works|helps)|never get(?:s)? better|lost all hope`,
  ),
  phrase(
    "regret",
    String
      .raw`\bi (?:really |deeply |so )*regret\b|wish i (?:hadn't|could take it back)|should(?:n't| not|) have (?:said|done|told|listened)|my fault|i (?:messed|screwed|fucked) up|i ruined`,
  ),
  phrase(
    "disappointment",
    String
      .raw`expected (?:more|better|so much more)|not what i (?:hoped|expected)|what a (?:shame|pity|letdown|disappointment)|got my hopes up|if only`,
  ),
  phrase(
    "embarrassment",
    String
      .raw`(?:so|such an?) (?:awkward|embarrass\w+)|i could have died|wanted to (?:disappear|sink into)|face ?palm|my face (?:went|turned|is) red`,
  ),
  phrase(
    "disgust",
    String
      .raw`\b(?:makes me (?:sick|want to (?:vomit|puke|throw up)))\b|turns my stomach`,
  ),
  phrase(
    "confusion",
    String
      .raw`makes? no sense|(?:don't|do not|can't) (?:get|understand) (?:it|this|any of|anything|why|what)|no idea what(?:'s| is) going on|what am i (?:missing|doing wrong)`,
  ),
  phrase(
    "surprise",
    String
      .raw`(?:can't|cannot|couldn't) believe|out of nowhere|never (?:saw|expected)`,
  ),
  phrase("curiosity", String.raw`\bi (?:wonder|was wondering|'ve always wondered)\b|tell me more`),
  phrase(
    "joy",
    String
      .raw`\b(?:yay+|hooray|woo+hoo+|yippee)\b|made my (?:day|week|year)|best (?:day|news|thing|week) ever|over the moon|on cloud nine|cheers? me up|couldn't be happier|could not be happier|living the dream`,
  ),
  phrase(
    "excitement",
    String.raw`(?:can't|cannot) wait|so hyped|i got (?:the job|accepted|promoted)`,
  ),
  phrase(
    "relief",
    String
      .raw`thank (?:god|goodness|heavens)|weight off my|finally (?:over|done|works|worked|fixed|solved)|can breathe again|\b(?:i|we) (?:really )?dodged a bullet`,
  ),
  phrase(
    "gratitude",
    String
      .raw`thank(?:s| you) (?:so|very) much|thanks a (?:lot|million|ton|bunch)|thank(?:s| you) for (?!nothing)|really appreciate|i appreciate|i owe you|can't thank you|means a lot|(?:this|that|you|it) (?:really |has |have )?(?:helped|saved) me|how much (?:this|that|you|it) (?:helped|means)`,
  ),
  phrase(
    "love",
    String
      .raw`\bi (?:really |just |absolutely |so |do |still )*(?:love|adore)\b(?! (?:to know|it when|how it|when))`,
  ),
  phrase(
    "pride",
    String
      .raw`\bi (?:finally |actually )?(?:did it|made it|nailed it|passed|aced|won)\b(?!['’]t)|so proud of`,
  ),
  phrase(
    "amusement",
    String.raw`\b(?:lol|lmao|rofl|haha\w*|hehe\w*)\b|cracks me up|made me laugh|can't stop laughing`,
  ),
  phrase("hope", String.raw`fingers crossed|things are looking up|light at the end`),
  phrase(
    "hurt",
    String
      .raw`(?:cheated on|lied to|betrayed|dumped|left|ghosted|ignored|yelled at|laughed at|made fun of|forgot about|humiliated|bullied) me\b|behind my back`,
  ),
  phrase(
    "exhaustion",
    String
      .raw`no energy|can barely (?:keep my eyes|stand|think)|dead on my feet|haven't slept|burn(?:ing|ed) (?:the candle|out)|need a break`,
  ),
  phrase(
    "boredom",
    String.raw`bored (?:to death|out of my)|nothing to do(?! with)|watching paint dry|so tedious`,
  ),
];

/** Exclamations: they show that something is felt, and less surely what. */
export const EXCLAMATIONS: readonly { pattern: RegExp; feeling: string }[] = [
  phrase("surprise", String.raw`\b(?:wow|whoa|omg|oh my (?:god|gosh)|no way|holy (?:shit|cow|crap|moly))\b`),
  phrase("confusion", String.raw`\bhuh\b`),
  phrase("disappointment", String.raw`\b(?:sigh|meh)\b`),
  phrase(
    "irritation",
    String
      .raw`\b(?:ugh+|argh+|grr+|ffs|for (?:fuck|god|christ|heaven)'?s? ?sake|wtf|what the (?:hell|fuck|heck)|damn it|dammit|goddamn)\b`,
  ),
  phrase("disgust", String.raw`\b(?:yuck|ew+|gross|blech)\b`),
  phrase("relief", String.raw`\bphew\b`),
  phrase("embarrassment", String.raw`\boops\b`),
];

function phrase(
  feeling: string,
  source: string,
  shift = 0,
): { pattern: RegExp; feeling: string; shift: number } {
  return { pattern: new RegExp(source), feeling, shift };
}
