import { type CrisisPattern, patterns } from "../types.ts";

/** Up to `most` words within a clause. */
const gap = (most: number) => `(?:[ ,'-]+[\\p{L}\\d']+){0,${most}}[ ,'-]+`;

/**
 * What was done for it, in one language, as lists of words (regular expressions on normalised text): what was swallowed, tied, climbed, saved up, bought,
 * written. Verbs stand in all forms in which somebody tells it, "I" said or not.
 */
interface Acts {
  /** Taking in; the forms of a past. */
  took: string;
  /** So much of it. */
  much: string;
  /** Medicines, and what they come in. */
  drug: string;
  /** What nobody swallows on purpose otherwise. */
  poison: string;
  /** "All of them", after the medicine was named. */
  all: string;
  /** What one hangs oneself with, and how it hangs. */
  rope: string;
  hangs: string;
  /** Standing, and the places: on the brink. */
  stands: string;
  brink: string;
  /** Putting aside. */
  saved: string;
  /** Getting hold of a means, and what shows what for. */
  bought: string;
  means: string;
  purpose: string;
  /** Whole wordings: letters of farewell, and what else was done. */
  done: string;
  /** Whole wordings of a question about doses; of eating too little; of despair without an act. */
  doses: string;
  eating: string;
  despair: string;
}

/** Of an everyday use of a medicine: brought somewhere, or fetched. */
const CARRIED =
  "(?! (?:to (?:the|work|a|my)|back|home|with (?:me|us|him|her)|along|out|away|off the|from the|for the (?:trip|holiday|weekend)|mit(?:genommen)?|zuruck|weg))";
const FETCHED =
  "(?![^.!?]*(?:pharmac|chemist|drugstore|prescri|apothek|rezept|urlaub|holiday|trip|children|kids|kinder|farmac|apteka|apotheek))";

function acts(words: Acts): CrisisPattern[] {
  const { took, much, drug, poison, all, rope, hangs, stands, brink, saved, bought, means, purpose } = words;
  return [
    ...patterns("poisoning", 4, [
      `(?:${took})${gap(4)}(?:${much})${gap(4)}(?:${drug})${CARRIED}`,
      `(?:${much})${gap(4)}(?:${drug})${gap(5)}(?:${took})${CARRIED}`,
      `(?:${took})${gap(4)}(?:${poison})|(?:${poison})${gap(3)}(?:${took})`,
      `(?:${drug})[^]{0,60}?(?:${all})`,
    ]),
    ...patterns("suicide", 4, [
      `(?:${rope})${gap(3)}(?:${hangs})`,
      `(?:${stands})${gap(4)}(?:${brink})`,
      `(?:${saved})${gap(4)}(?:${drug})${FETCHED}|(?:${drug})${gap(3)}(?:${saved})${FETCHED}`,
      `(?:${bought})${gap(3)}(?:${means})[^]{0,100}?(?:${purpose})|(?:${means})${gap(3)}(?:${bought})[^]{0,100}?(?:${purpose})`,
      words.done,
    ]),
    ...patterns("poisoning", 1, [words.doses]),
    ...patterns("eating", 1, [words.eating]),
    ...patterns("distress", 1, [words.despair]),
  ];
}

/** Names that hardly differ between the languages. */
const NAMES =
  "paracetamol\\w*|acetaminophen|tylenol|doliprane|tachipirin\\w*|ben-u-ron|ibuprofen\\w*|ibuprofene|aspirin\\w*|xanax|valium|diazepam|lorazepam|tavor|ativan|benzos?|benzodiazepin\\w*|sertralin\\w*|prozac|fluoxetin\\w*|citalopram|quetiapin\\w*|lithium|insulin\\w*|codein\\w*|morphin\\w*|opioids?|oxy\\w*|fentanyl|tramadol\\w*|tilidin|ambien|zopiclon\\w*|zolpidem|melatonin\\w*|antidepress\\w*|antihistamin\\w*|digoxin|warfarin|propranolol";

const ENGLISH: Acts = {
  took:
    "took|taken|taking|swallow(?:ed|ing)?|downed|drank|drunk|ate|eaten|gulped|ingested|popped|chewed|emptied|finished off|necked|washed down|injected|tipped|poured",
  much:
    "all|every|everything|whole|entire|full|too many|too much|(?:a )?(?:lot|bunch|load|handful|fistful|mouthful)s?(?: of)?|handfuls|loads|lots|dozens|bottles?|boxes|box|packs?|packets?|blisters?|strips?|jars?|tubs?|rest of|remaining|leftover|half (?:a|the)|\\d{2,3}(?! ?(?:mg|ml|minutes|hours|years|days))|ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|double|triple",
  drug:
    `${NAMES}|(?:sleeping |pain ?)?(?:pills|tablets|capsules)|painkillers?|meds|medications?|medicines?|blisters?(?: packs?)?|sleeping (?:pills|tablets)|(?:medicine|bathroom|pill) (?:cabinet|box|drawer)|contents of`,
  poison:
    "bleach|drain ?(?:cleaner|opener|unblocker)|toilet cleaner|oven cleaner|antifreeze|(?:rat|mouse|slug) (?:poison|pellets)|weed ?killer|pesticides?|insecticides?|herbicides?|paraquat|cyanide|lye|detergent|methanol|white spirit|turpentine|battery acid|poison(?! (?:ivy|oak|pill))|hydrochloric acid|an overdose|a massive dose",
  all:
    "(?:took|swallowed|ate|downed|have taken|taken) (?:them all|it all|all of (?:them|it)|every (?:one|single|last)\\w*|everything)|(?:box|bottle|pack(?:et)?) is empty(?: now)?",
  rope: "nooses?|rope|belt|cord|cable|chain|scarf|bed ?sheets?|sheets|leash",
  hangs:
    "tied|knotted|fastened|attached|hanging|hangs|hung|in place|set up|ready|around my neck|round my neck|waiting for me|from the (?:beam|ceiling|rafters?|tree|banister|hook)|to the (?:beam|ceiling|rafters?|banister|hook|pipe)|(?:in|on) the (?:beam|rafters|banister)",
  stands:
    "standing|stand|sitting|sit|stood|perched|hanging over|up here|out here|here|i am|climbed|climbing|leaning|walked|walking|gone|got|looking down|waiting",
  brink:
    "(?:on|onto|off|from) (?:the |a |this |some )?(?:\\w+ )?(?:bridge|overpass|viaduct|roof|rooftop|ledge|parapet|cliff|tracks|rails|railway line|window ?sill)|(?:the|a) (?:ledge|edge|parapet|railings?|guard ?rail)(?! of (?:the |my |a )?(?:bed|seat|chair|sofa|couch|world|city|town|forest|woods?|village|table|field|pool|park|map|property|garden|road))|over the (?:railings?|barrier|parapet|guard ?rail|balustrade|edge)|(?:wrong|other|far) side of the (?:railings?|barrier|parapet|fence|bridge)|top of (?:the|a) (?:\\w+ )?(?:car park|building|tower|bridge|cliff)",
  saved:
    "saving(?: up)?|saved(?: up)?|hoard\\w*|stockpil\\w*|stash\\w*|collect(?:ed|ing)|hid|hiding|set aside|put aside|putting aside|put by|gather(?:ed|ing)",
  bought: "bought|ordered|purchased|got|got hold of|borrowed|found|have",
  means:
    "(?:rope|noose|gun|pistol|rifle|shotgun|bullets|pills|sleeping pills|charcoal|helium|razor ?blades?|knife|blades?|poison)",
  purpose:
    "for it(?! to)|to do it|i will do it|use it on (?:me|myself)|(?:nobody|no one) knows|nothing can stop|no (?:way|turning|going) back|will (?:all |soon )*be over|end (?:it|everything|my)|end of (?:it|me|everything)|no more pain|on my own terms|say(?:ing)? goodbye|i am ready|know what (?:it|they) (?:is|are) for|when the time comes",
  done:
    "(?:wrote|written|writing|write|finished|left|leaving|sent|sealed|addressed|put|done|ready)(?: [\\p{L}']+){0,3} (?:goodbye|farewell|suicide|last|final|parting)(?: [\\p{L}']+)? (?:letters?|notes?|messages?)(?! (?:to|for) (?:the |a |my )?(?:team|class|company|customers?|school|boss|colleagues))|(?:goodbye|farewell|suicide) (?:letters?|notes?)(?: [\\p{L}']+){0,4} (?:written|finished|done|ready|on the|sealed|lies|lie)|(?:letters?|notes?) (?:to|for) (?:my (?:mum|mom|mother|dad|father|parents|kids|children|son|daughter|wife|husband|family|sister|brother)|everyone|everybody|each of them|those i love)(?=[^]{0,60}(?:(?:are|is|on|under|in) (?:the|my|a) (?:kitchen |bedside )?(?:table|desk|drawer|pillow|sealed|envelopes?)|written|sealed|when i am|after i|goodbye|find|forgive|sorry))|(?:made|come to|reached) (?:my|a|the) decision(?=[^]{0,60}(?:calm|peace|goodbye|relie|no more|tonight|over))|tonight is the night(?=[^]{0,60}(?:calm|decision|decided|peace|over|goodbye|end|pain))|(?:slit|slashed|cut open|opened)(?: both)? my (?:wrists?|veins?|throat)|(?:gas|exhaust|engine|car)(?: \\w+){0,3} running(?=[^.!?]*(?:garage|doors? (?:is |are )?(?:shut|closed)|window))",
  doses:
    `(?:what (?:happens|would happen|if)|is it|is|can|could|how|does|will|should)[^.!?]{0,50}(?:overdos\\w*|too (?:many|much) (?:${NAMES}|vitamins?|iron|pills|tablets|painkillers)|(?:double|triple|lethal|fatal|deadly|toxic|maximum|dangerous) (?:dose|dosage|amount)(?: of)? (?!chocolate)(?=(?:\\w+ ){0,3}(?:${NAMES}|medic\\w*|pills?|tablets?|vitamins?|antibiotics?|iron|caffeine|alcohol|my)))(?![^?]{0,40} (?:dogs?|cats?|rats?|mice|horses?|plants?))|how (?:many|much) (?:of (?:my|the) )?(?:${NAMES}|pills|tablets|painkillers|sleeping (?:pills|tablets))(?: \\w+){0,3} (?:too (?:many|much)|lethal|fatal|deadly|toxic|dangerous|at once|can i take|is safe|are safe)`,
  eating:
    "(?:lost|lose|losing|dropped)(?: \\w+){0,3} (?:kilos?|kgs?|pounds?|lbs|stones?)[^]{0,40}(?:still|but)(?: \\w+){0,3} (?:fat|huge|disgusting|overweight|ugly|big)|(?:feel|am|look) (?:so |too |still |disgustingly )*fat(?= (?:when|after|whenever|no matter|although|even|every)|[^.!?]*(?:not eat|stop eat|starv|throw up|skip|weigh))|(?:throw|threw|throwing|bring|sick)(?:ing)?(?: it| everything| my food)* up(?: \\w+){0,2} (?:after|on purpose|every)(?=[^.!?]*(?:dinner|lunch|meal|eat|food|gain|weight|fat|purpose))|(?:binge\\w*|purg(?:e|ing))(?: \\w+){0,3} (?:and|then|again|every|after)(?: \\w+)? ?(?:purg|vomit|throw|starv|meal|day)?|(?:scared|afraid|terrified) (?:of|to) (?:eat(?:ing)?|food|gain(?:ing)? weight)|(?:under|only|less than|just) [\\d,.]{3,5} (?:calories|kcal)(?: \\w+){0,2} (?:a|per) day|laxatives(?=[^.!?]*(?:weight|thin|every|eat|after))|hate my body(?=[^.!?]*(?:eat|food|starv|thin|weight))|do not deserve (?:to eat|food)|(?:eat|eating|ate) (?:almost |next to |hardly |barely )?(?:nothing|anything)(?: \\w+){0,3}(?=[^.!?]*(?:fat|thin|weight|skinny|disgust))",
  despair:
    "(?:i )?(?:feel|feeling|felt) (?:so |completely |totally |just |absolutely |only |like )*(?:nothing|empty|numb|hollow|dead)(?: at all| inside| anymore| these days| most days| all the time|(?=[.!]|$))(?! (?:finger|hand|leg|foot|lip|tooth|arm))|(?:cannot|can't|not able to) (?:feel|enjoy) anything(?: anymore)?|(?:what is|what's|whats|what|is there|there is|see|see no|see any|there's|no|not any)(?: even| the| a| any| really| no)* (?:point|sense|use)(?: (?:of|in|to))? (?:anything|anymore|any of (?:it|this)|it all|all (?:of )?this|everything|going on|carrying on|trying|getting up|waking up|me|my life|being here|life)|hate my (?:own )?life|(?:cannot|can't|not) (?:do|take|bear|stand|cope with|go on with) (?:this|it|life|any of this|things) (?:anymore|any longer|much longer)(?! (?:with|without) (?:this|the|my) (?:\\w+ )?(?:printer|software|laptop|job|commute|traffic))|(?:am|feel like|be|just|become|being)(?: such)? (?:a |an )?(?:burden|dead weight|waste of space)(?: (?:to|on|for) \\w+(?: \\w+)?)?|(?:family|everyone|everybody|they|world|kids|children|friends|people|nobody|no one) (?:would|will|could)(?: all| be| do| probably| even)* (?:manage|fine|better|happier|cope|relieved|miss me|notice|need me|easier|get over)(?:[^.!?]{0,20} (?:without me|if i (?:was|were) (?:not|gone)))?(?<=without me|miss me|gone|not|me)|(?:want|wish|wished|like|would like)(?: i (?:could|can|might))?(?: to)?(?: just| simply| only)* (?:disappear|vanish|stop existing|not exist|fade away|not be here)(?! (?:from|into|for the|on holiday))|(?:sleep|asleep)(?: \\w+){0,3} (?:not|never) wake(?: up)?|tired of (?:everything|it all|all of (?:it|this)|being (?:me|here)|fighting|pretending|my life|trying)|no way out(?= |[.!?]|$)(?! of (?:the|this) (?:building|contract|car|maze|room))|(?:nothing|no one|nobody) (?:matters|cares)(?: about me)?(?: anymore)?(?=[.!]|$)|i have lost (?:all )?hope|(?:there is|i have|have) no (?:hope|future)(?: left| anymore| for me)?(?=[.!]|$)|(?:given|giving|gave|give) up on (?:myself|life|everything|living)|everything is (?:pointless|meaningless|hopeless|dark|black)|i am (?:worthless|hopeless|broken|nothing)",
};
export const ACTS: readonly CrisisPattern[] = acts(ENGLISH);
