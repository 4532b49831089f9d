import type { Pattern } from "./types.ts";

const VERY = String.raw`(?:(?:really|also|absolutely|totally|just|always|still|especially)\s+)*`;
/** Words with which no lasting taste begins: "I love it", "I love how you …", "I like the idea". */
const NOTHING_LASTING = String
  .raw`(?!(?:it|me|u|ya|ur|dem|y['’]all|anybody|anyone|everybody|everyone|nobody|people|being|fucking|this|that|these|those|them|him|her|you|how|what|when|where|why|who|the|a|an|my|your|his|their|our|its|some|any|all|every|each|most|both|one|to|so|and|as|seeing|having|hearing|knowing|getting|going|making|doing|spending|sharing|helping|trying|working|giving|taking|finding|using|feeling|thinking|talking|chatting|catching|looking|being|running|everything|something|anything|nothing|things|stuff|ideas|more|such|another|watching\s+(?:them|it|him|her|you)|reading\s+(?:them|it|this|that|your)|coming|learning\s+(?:about|how|from|more))(?!\p{L}))`;
/** Up to three nouns. */
const WORD = String
  .raw`(?!(?:and|or|but|because|with|in|at|on|of|when|as|to|so|that|which|who|for|from|by|about|too|more|than|since|like|after|before|if|it|the|a|an|my|your|you|i|we|they|is|are|here|there|most|now|already|so|right|lately|every|sometimes|personally|lol|lmao|haha|honestly|tbh|though|either|still|even|again|today|only|way|all|much|just|u|me|ones|stuff|things|how|what|where|why|these|those|this|that|man|dude|bro|guys|folks)(?!\p{L}))[\p{L}-]+`;
const BARE = String.raw`${WORD}(?:\s${WORD}){0,3}`;
const CLAUSE_END = String
  .raw`(?=\s*(?:[.!;,–—:]|$)|\s+(?:and|but|because|'?cause|since|so|with\s+my|very\s+much|a\s+lot|too|as\s+well|the\s+most)(?!\p{L}))`;

/** What one likes, does and wants, in English. */
export const englishTastes: readonly Pattern[] = [
  {
    attribute: "favourite",
    single: true,
    form: String
      .raw`[Mm]y\s+(?:all[-\s]time\s+)?(?:absolute\s+)?(?:favou?rite|fave)\s+(?<subject>(?!(?:part|thing|one|is|are|moment|memory|time|bit|of|was)\b)[\p{L}-]+(?:\s(?!(?:is|are|was)\b)[\p{L}-]+)?)\s+(?:is|are)\s+(?!(?:when|how|that|the\s+one|it|probably|definitely|a\s+tie|these|those|this\s+one|called|her|his|their|about)\b)(?:by\s+far\s+|called\s+|this\s+(?:amazing|awesome|great|delicious|lovely|beautiful)\s+)?["“]?(?<value>(?!this\b)[^.,;!?"”]{2,50}?)["”]?(?=\s*(?:[.,;!]|$)|\s+(?:by|because|since|but|and\s+I)\b)`,
  },
  {
    attribute: "favourite",
    single: true,
    subject: "colour",
    form: String
      .raw`(?<value>[Bb]lue|[Rr]ed|[Gg]reen|[Yy]ellow|[Pp]urple|[Oo]range|[Pp]ink|[Bb]lack|[Ww]hite|[Tt]urquoise)(?:['’]s|\s+is)\s+my\s+fav(?:e|ou?rite)(?:\s+colou?r)?(?!\s+(?!colou?r)\p{L})`,
  },
  {
    attribute: "likes",
    form: String
      .raw`[Ii]\s+${VERY}(?:love|enjoy|adore)\s+${NOTHING_LASTING}(?<value>\p{L}+ing(?:\s${BARE})?(?:\s(?:in|on)\sthe\s\p{L}+)?|${BARE}(?:\sand\s${BARE})?)${CLAUSE_END}`,
  },
  {
    attribute: "likes",
    form: String
      .raw`[Ii](?:['’]?m|\s+am)\s+a\s+(?:(?:big|huge|massive|great)\s+)?fan\s+of\s+${NOTHING_LASTING}(?<value>${BARE})${CLAUSE_END}`,
  },
  {
    attribute: "dislikes",
    form: String
      .raw`[Ii]\s+${VERY}(?:hate|dislike|can['’]?t\s+stand|don['’]?t\s+like)\s+${NOTHING_LASTING}(?<value>${BARE})(?=\s*(?:[.!;]|$))`,
  },
  {
    attribute: "does",
    form: String
      .raw`[Ii](?:['’]ve|\s+have)\s+been\s+(?!(?:looking|thinking|trying|working|waiting|feeling|going|having|doing|dreaming|wanting|meaning|planning|sitting|standing|talking|considering)\b)(?<value>\p{L}+ing(?:\s(?!for|since|on|in|at|with|her|him|them|it|you|this|that|these|those)[\p{L}-]+){0,2}\s+(?:for\s+(?:about\s+|over\s+|almost\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many)\s+years|since\s+(?:\d{4}|I\s+was\s+(?:an?\s+)?\p{L}+)))`,
  },
  {
    attribute: "volunteers",
    form: String
      .raw`(?:[Ii]\s+${VERY}volunteer|[Ii](?:['’]ve|\s+have)\s+been\s+volunteering)\s+(?<value>(?:at|for|with|in)\s+(?!(?:it|this|that|the\s+same|my|your|a\s+while|ages|years|yesterday|today|night|noon|least|last|\d+)\b)(?:an?\s+|the\s+)?[\p{L}-]+(?:\s(?!(?:and|but|yesterday|today|last|this|every|on|where|which|who|lately|for|to)\b)[\p{L}-]+){0,2})`,
    anywhere: true,
  },
  {
    attribute: "wants_to",
    form: String
      .raw`(?:[Mm]y\s+(?:(?:biggest|big|main|ultimate)\s+)?(?:dream|goal)\s+is\s+to|[Ii](?:['’]d\s+(?:like|love)|\s+want)\s+to\s+(?=become\s+an?\s))\s+(?<value>(?!(?:be\s+there|do\s+it|make\s+it|help\s+you)\b)[\p{L}'’-]+(?:\s(?!(?:but|so|because|which|that)\b)[\p{L}'’-]+){1,9})(?=\s*(?:[.!;,–—:]|$)|\s+(?:but|so|because)\b)`,
  },
];
