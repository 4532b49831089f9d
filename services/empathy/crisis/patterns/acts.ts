import { type CrisisPattern, patterns } from "../types.ts";
import { gap } from "./gap.ts";

/**
 * What was done for it, in one language, as lists of words (regular expressions on normalised text): what was swallowed, tied, climbed, saved up, bought,
 * written. Verbs stand in all forms in which somebody tells it, "I" said or not.
 */
interface Acts {
  /** Taking in; the forms of a past. */
  took: string;
  /** So much of it. */
  much: string;
  /** Small numbers, which are too many only of somebody else's medicine. */
  few: string;
  /** Somebody else's, as it stands before or behind the medicine. */
  whose: string;
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
  "(?! (?:(?:bottle|boxe?|pack|bag)s? )?(?:to (?:the|work|a|my)|back|home|with (?:me|us|him|her)|along|out|away|off the|from the|for the (?:trip|holiday|weekend)|mit(?:genommen)?|zuruck|weg))";
const FETCHED =
  "(?![^.!?]*(?:pharmac|project|school|chemist|drugstore|prescri|apothek|rezept|urlaub|holiday|trip|children|kids|kinder|farmac|apteka|apotheek))";

function acts(words: Acts): CrisisPattern[] {
  const {
    took,
    much,
    few,
    whose,
    drug,
    poison,
    all,
    rope,
    hangs,
    stands,
    brink,
    saved,
    bought,
    means,
    purpose,
  } = words;
  const ofOthers = `(?:${few})${gap(3)}(?:${drug})${gap(3)}(?:${whose})|(?:${few}|${much})${
    gap(2)
  }(?:${whose})${gap(4)}(?:${drug})`;
  return [
    ...patterns("poisoning", 4, [
      `(?:${took})${gap(4)}(?:${much})${gap(4)}(?:${drug})${CARRIED}`,
      `(?:${much})${gap(4)}(?:${drug})${gap(5)}(?:${took})${CARRIED}`,
      `(?:${took})${gap(3)}(?:${ofOthers})${CARRIED}`,
      `(?:${ofOthers})${gap(4)}(?:${took})${CARRIED}`,
      `(?:(?:${drug})${gap(3)}(?:${whose})|(?:${whose})${gap(3)}(?:${drug}))${gap(7)}(?:${took})${
        gap(1)
      }(?:${much})`,
      `(?:${much})${gap(1)}(?:${drug})${gap(3)}(?:${whose})${gap(7)}(?:${took})${CARRIED}`,
      `(?:${took})${gap(4)}(?:${poison})|(?:${poison})${gap(3)}(?:${took})`,
      `(?:${drug}|${PACKS})[^]{0,60}?(?:${all})`,
    ]),
    ...patterns("suicide", 4, [
      `(?:${rope})${gap(3)}(?:${hangs})`,
      `(?:belt|cord|cable|chain|scarf|sheets?|leash|gurtel|kabel|kordel|bettlaken|leine|schal|ceinture|draps?|echarpe|cinturon|cable|sabana|cintura|cavo|lenzuolo|cinto|cabo|lencol|riem|koord|laken|sjaal|pasek|kabel|szalik)${
        gap(3)
      }(?:(?:around|round) my neck|(?:from|to|over) the (?:beam|ceiling|rafters?|banister)|um (?:den|meinen) hals|autour d[eu] (?:mon )?cou|al cuello|al collo|(?:no|ao) pescoco|om (?:mijn|m.n) nek|na szyi)`,
      `(?:${stands})${gap(4)}(?:${brink})`,
      `(?:${saved})${gap(4)}(?:${drug})${FETCHED}|(?:${drug})${gap(3)}(?:${saved})${FETCHED}`,
      `(?:${bought})${gap(3)}(?:${means})[^]{0,100}?(?:${purpose})|(?:${means})${
        gap(3)
      }(?:${bought})[^]{0,100}?(?:${purpose})`,
      words.done,
    ]),
    ...patterns("poisoning", 1, [words.doses]),
    ...patterns("eating", 1, [words.eating]),
    ...patterns("distress", 1, [words.despair]),
  ];
}

/** What medicines come in, and much else. */
const PACKS =
  "box|bottle|pack(?:et)?|strip|packung|schachtel|boite|plaquette|caja|scatola|caixa|cartela|doosje|strip|opakowanie|pudelko";

/** Names that hardly differ between the languages. */
const NAMES =
  "paracetamol\\w*|acetaminophen|tylenol|doliprane|tachipirin\\w*|ben-u-ron|ibuprofen\\w*|ibuprofene|aspirin\\w*|xanax|valium|diazepam|lorazepam|tavor|ativan|benzos?|benzodiazepin\\w*|sertralin\\w*|prozac|fluoxetin\\w*|citalopram|quetiapin\\w*|lithium|insulin\\w*|codein\\w*|morphin\\w*|opioids?|oxy\\w*|fentanyl|tramadol\\w*|tilidin|ambien|zopiclon\\w*|zolpidem|melatonin\\w*|antidepress\\w*|antihistamin\\w*|digoxin|warfarin|propranolol";

const ENGLISH: Acts = {
  took:
    "(?:already|just) (?:had|finished|used up|done)|gulping|wolfed|guzzled|knocked back|took|taken|taking|(?:going to|will|want to|about to|could|just) take|swallow(?:ed|ing)?|downed|drank|drunk|ate|eaten|gulped|ingested|popped|chewed|emptied|finished off|necked|washed down|injected|tipped|poured|inside me|in my stomach",
  much:
    "(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|seventy|eighty|ninety|(?:a|one|two|three|four|several) (?:dozen|hundred|score))(?! (?:minutes|hours|years|days|mg|ml))|all|every|everything|whole|entire|full|too many|too much|(?:a )?(?:lot|bunch|load|handful|fistful|mouthful)s?(?: of)?|handfuls|loads|lots|dozens|bottles?|boxes|box|packs?|packets?|blisters?|strips?|jars?|tubs?|rest of|remaining|leftover|half (?:a|the)|\\d{3}(?! ?(?:mg|ml|minutes|hours|years|days))|\\d{2}(?! ?(?:mg|ml|minutes|hours|years|days|units|iu))|ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|double|triple",
  few: "[3-9]|three|four|five|six|seven|eight|nine|several",
  whose:
    "[\\p{L}]{2,}(?:'s|s')(?<!(?:it|that|what|let|here|there|where|today|yesterday|doctor|pharmacist|who|dog|cat|horse)'s)",
  drug:
    `(?<!cough |lemon |rain|gum|tear )drops|beta ?blockers|antipsychotics|sedatives|tranquilli[sz]ers|opiates|units|patches|${NAMES}|(?:sleeping |pain ?)?(?:pills?|tablets?|capsules?)|painkillers?|meds|medications?|medicines?|blisters?(?: packs?)?|sleeping (?:pills|tablets)|(?:medicine|bathroom|pill) (?:cabinet|box|drawer)|contents of`,
  poison:
    "bleach|drain ?(?:cleaner|opener|unblocker)|toilet cleaner|oven cleaner|antifreeze|(?:rat|mouse|slug) (?:poison|pellets)|weed ?killer|pesticides?|insecticides?|herbicides?|paraquat|cyanide|lye|detergent|methanol|white spirit|turpentine|battery acid|poison(?! (?:ivy|oak|pill))|hydrochloric acid|an overdose|a massive dose",
  all:
    "(?:took|swallowed|ate|downed|have taken|taken) (?:them all|it all|all of (?:them|it)|every (?:one|single|last)\\w*|everything)|(?:box|bottle|pack(?:et)?) is empty(?: now)?",
  rope: "nooses?|rope",
  hangs:
    "tied|knotted|fastened|attached|hanging|hangs|hung|in place|set up|(?:is|already) up|ready|around my neck|round my neck|waiting for me|from the (?:beam|ceiling|rafters?|tree|banister|hook)|to the (?:beam|ceiling|rafters?|banister|hook|pipe)|(?:in|on) the (?:beam|rafters|banister)",
  stands:
    "standing|stand|sitting|sit|stood|perched|hanging over|up here|out here|here|i am|climbed|climbing|leaning|walked|walking|gone|got|looking down|waiting",
  brink:
    "(?:on|onto|off|from) (?:the |a |this |some )?(?:\\w+ )?(?:bridge|overpass|viaduct|roof|rooftop|ledge|parapet|cliff|tracks|rails|railway line|window ?sill)|(?:the|a) (?:ledge|edge|parapet|railings?|guard ?rail)(?! of (?:the |my |a )?(?:bed|seat|chair|sofa|couch|world|city|town|forest|woods?|village|table|field|pool|park|map|property|garden|road))|over the (?:railings?|barrier|parapet|guard ?rail|balustrade|edge)|(?:wrong|other|far) side of the (?:railings?|barrier|parapet|fence|bridge)|top of (?:the|a) (?:\\w+ )?(?:car park|building|tower|bridge|cliff)",
  saved:
    "saving(?: up)?|saved(?: up)?|hoard\\w*|stockpil\\w*|stash\\w*|collect(?:ed|ing)|hid|hidden|hiding|set aside|put aside|putting aside|put by|gather(?:ed|ing)",
  bought: "bought|ordered|purchased|got|got hold of|borrowed|found|have",
  means:
    "(?:rope|noose|gun|pistol|rifle|shotgun|bullets|pills|sleeping pills|charcoal|helium|razor ?blades?|knife|blades?|poison)",
  purpose:
    "for it(?! to)|to do it|i will do it|use it on (?:me|myself)|(?:nobody|no one) knows|nothing can stop|no (?:way|turning|going) back|will (?:all |soon )*be over|end (?:it|everything|my)|end of (?:it|me|everything)|no more pain|on my own terms|say(?:ing)? goodbye|i am ready|know what (?:it|they) (?:is|are) for|when the time comes",
  done:
    "(?:wrote|written|writing|write|finished|left|leaving|sent|sealed|addressed|put|done|ready)(?: [\\p{L}']+){0,3} (?:goodbye|farewell|suicide|last|final|parting)(?: [\\p{L}']+)? (?:letters?|notes?|messages?)(?! (?:to|for) (?:the |a |my )?(?:team|class|company|customers?|school|boss|colleagues))|(?:goodbye|farewell|suicide) (?:letters?|notes?)(?: [\\p{L}']+){0,4} (?:written|finished|done|ready|on the|in the (?:drawer|desk|envelopes?)|sealed|lies|lie)|(?:letters?|notes?) (?:to|for) (?:my (?:mum|mom|mother|dad|father|parents|kids|children|son|daughter|wife|husband|family|sister|brother)|everyone|everybody|each of them|those i love)(?=[^]{0,60}(?:(?:are|is|on|under|in) (?:the|my|a) (?:kitchen |bedside )?(?:table|desk|drawer|pillow|sealed|envelopes?)|written|sealed|when i am|after i|goodbye|find|forgive|sorry))|(?:made|come to|reached) (?:my|a|the) decision(?=[^]{0,60}(?:calm|peace|goodbye|relie|no more|tonight|over))|tonight is the night(?=[^]{0,60}(?:calm|decision|decided|peace|over|goodbye|end|pain))|(?:slit|slashed|cut open|opened)(?: both)? my (?:wrists?|veins?|throat)|(?:gas|exhaust|engine|car)(?: \\w+){0,3} running(?=[^.!?]*(?:garage|doors? (?:is |are )?(?:shut|closed)|window))",
  doses:
    `(?:what (?:happens|would happen|if)|is it|is|can|could|how|will|should)[^.!?]{0,50}(?:overdos\\w*|too (?:many|much) (?:${NAMES}|vitamins?|iron|pills|tablets|painkillers)|(?:double|triple|lethal|fatal|deadly|toxic|dangerous) (?:dose|dosage|amount)(?: of)? (?:\\w+ ){0,3}?(?:${NAMES}|medic\\w*|pills?|tablets?|vitamins?|antibiotics?|iron))(?![^?]{0,40} (?:dogs?|cats?|rats?|mice|horses?|plants?))|how (?:many|much) (?:of (?:my|the) )?(?:${NAMES}|pills|tablets|painkillers|sleeping (?:pills|tablets))(?: \\w+){0,3} (?:too (?:many|much)|lethal|fatal|deadly|toxic|dangerous|at once|can i take|is safe|are safe)`,
  eating:
    "(?:lost|lose|losing|dropped)(?: \\w+){0,3} (?:kilos?|kgs?|pounds?|lbs|stones?)[^]{0,40}(?:still|but)(?: \\w+){0,3} (?:fat|huge|disgusting|overweight|ugly|big)|(?:feel|am|look) (?:so |too |still |disgustingly )*fat(?= (?:when|after|whenever|no matter|although|even|every)|[^.!?]*(?:not eat|stop eat|starv|throw up|skip|weigh))|(?:throw|threw|throwing|bring|sick)(?:ing)?(?: it| everything| my food)* up(?: \\w+){0,2} (?:after|on purpose|every)(?=[^.!?]*(?:dinner|lunch|meal|eat|food|gain|weight|fat|purpose))|(?:binge\\w*|purg(?:e|ing))(?: \\w+){0,3} (?:and|then|again|every|after)(?: \\w+)? ?(?:purg|vomit|throw|starv|meal|day)?|(?:scared|afraid|terrified) (?:of|to) (?:eat(?:ing)?|food|gain(?:ing)? weight)|(?:under|only|less than|just) [\\d,.]{3,5} (?:calories|kcal)(?: \\w+){0,2} (?:a|per) day|laxatives(?=[^.!?]*(?:weight|thin|every|eat|after))|hate my body(?=[^.!?]*(?:eat|food|starv|thin|weight))|do not deserve (?:to eat|food)|(?:eat|eating|ate) (?:almost |next to |hardly |barely )?(?:nothing|anything)(?: \\w+){0,3}(?=[^.!?]*(?:fat|thin|weight|skinny|disgust))",
  despair:
    "i am (?:so |completely |just )?(?:numb|hollow|empty)(?: inside| most days| all the time| these days|(?=[.!]|$))|nothing feels (?:like anything|real|good)(?: anymore)?|(?:i )?(?:feel|feeling|felt) (?:so |completely |totally |just |absolutely |only |like )*(?:nothing|empty|numb|hollow|dead)(?: at all| inside| anymore| these days| most days| all the time|(?=[.!]|$))(?! (?:finger|hand|leg|foot|lip|tooth|arm))|(?:cannot|can't|not able to) (?:feel|enjoy) anything(?: anymore)?|(?:what is|what's|whats|what|is there|there is|see|see no|see any|there's|no|not any)(?: even| the| a| any| really| no)* (?:point|sense|use)(?: (?:of|in|to))? (?:anything|anymore|any of (?:it|this)|it all|all (?:of )?this|everything|going on|carrying on|trying|getting up|waking up|me|my life|being here|life)|hate my (?:own )?life|(?:cannot|can't|not) (?:do|take|bear|stand|cope with|go on with) (?:this|it|life|any of this|things) (?:anymore|any longer|much longer)(?! (?:with|without) (?:this|the|my) (?:\\w+ )?(?:printer|software|laptop|job|commute|traffic))|(?:am|feel like|be|just|become|being)(?: such)? (?:a |an )?(?:burden|dead weight|waste of space)(?: (?:to|on|for) \\w+(?: \\w+)?)?|(?:family|everyone|everybody|they|world|kids|children|friends|people|wife|husband|parents) (?:would|will|could)(?: all| be| do| probably| even)* (?:manage|fine|better|happier|cope|relieved|easier|get over)(?: [\\w,]+){0,3} (?:without me|if i (?:was|were) (?:not|gone))|(?:only|just|such) a weight on \\w+|(?:just |only )want (?:it|this|everything|all of it) to (?:stop|end|be over)(?=[.!]|$)|what is (?:any of |all )?this (?:all )?for(?=[.?!]|$)|why i should (?:even |still )?(?:go|carry|keep) (?:on|going)|(?:nobody|no one) would(?: even| really)* (?:miss me|notice if i)|(?:want|wish|wished|like|would like)(?: i (?:could|can|might))?(?: to)?(?: just| simply| only)* (?:disappear|vanish|stop existing|not exist|fade away|not be here)(?! (?:from|into|for the|on holiday))|(?:sleep|asleep)(?: \\w+){0,3} (?:not|never) wake(?: up)?|tired of (?:everything|it all|all of (?:it|this)|being (?:me|here)|fighting|pretending|my life|trying)|no way out(?= |[.!?]|$)(?! of (?:the|this) (?:building|contract|car|maze|room))|(?:nothing|no one|nobody) (?:matters|cares)(?: about me)?(?: anymore)?(?=[.!]|$)|i have lost (?:all )?hope|(?:there is|i have|have) no (?:hope|future)(?: left| anymore| for me)?(?=[.!]|$)|(?:given|giving|gave|give) up on (?:myself|life|everything|living)|everything is (?:pointless|meaningless|hopeless|dark|black)|i am (?:worthless|hopeless|broken|nothing)",
};

const GERMAN: Acts = {
  took:
    "weggeschluckt|hinuntergeschluckt|geschluckte?n?|reingestopft|ausgetrunken|geschluckt|genommen|eingenommen|eingeworfen|getrunken|gegessen|runtergespult|runtergeschluckt|reingezogen|gespritzt|schluckte|nahm|verschluckt|intus",
  much:
    "(?:elf|zwolf|\\w*(?:zehn|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|hundert|dutzende?)(?! (?:minuten|stunden|jahren?|tagen?|mg|ml))|alle|alles|saemtliche|samtliche|ganze[nrs]?|zu ?viele?|ueberdosis|uberdosis|packung(?:en)?|schachteln?|blister|flasche|handvoll|hande? voll|haufen|\\d{2,3}(?! ?(?:mg|ml|minuten|stunden|uhr))|zehn|zwanzig|dreissig|vierzig|funfzig|rest|halbe",
  few: "[3-9]|drei|vier|funf|sechs|sieben|acht|neun|mehrere",
  whose:
    "(?:von )?(?:mein|sein|ihr|unser|dein)(?:en|em|er|es)(?: \\p{L}+)? (?:\\w*(?:vater|mutter|bruder|sohn)s?|\\w*(?:schwester|tochter|oma|opa|tante|mann|frau|freund|freundin|kind|nachbarin?|mitbewohner\\w*|papa|mama)\\w*)|(?:von )?(?:omas?|opas?|papas?|mamas?|muttis?|vatis?)",
  drug:
    `\\w*tropfen|betablocker|beruhigungsmittel|\\w*pflaster|einheiten|\\w*insulin|${NAMES}|\\w*tabletten|\\w*pillen|\\w*medikamente?n?|schlafmittel|schmerzmittel|\\w*blister|medizin|tropfen|(?:medizin|arznei)schrank`,
  poison:
    "\\w*reiniger|bleiche|bleichmittel|frostschutz\\w*|rattengift|gift|unkrautvernichter|pflanzenschutzmittel|saure|spulmittel|waschmittel|uberdosis|terpentin|spiritus",
  all:
    "(?:alle|alles|sie alle|hab(?:e)? sie|sie) (?:\\w+ )?(?:geschluckt|genommen|eingenommen)|(?:packung|schachtel|flasche|blister) ist (?:jetzt )?leer[^]{0,40}(?:geschluckt|genommen)",
  rope: "strick|seil|schlinge",
  hangs:
    "(?:hangt|hangen)(?! voll)|geknotet|gebunden|festgebunden|befestigt|geknupft|bereit|fertig|um (?:den|meinen) hals|am (?:balken|haken|dachbalken)|an (?:der decke|den balken)",
  stands:
    "stehe?|sitze?|stand|bin|gestiegen|geklettert|klettere|hier oben|lehne|gehe|laufe|gegangen|warte|hange",
  brink:
    "(?:auf|von|ans?|am|vor|uber) (?:der|dem|den|einer|einem|die|das) (?:\\w+ )?(?:\\w*brucke|\\w*dach|gleise?n?|brustung|dachkante|klippe|bahngleise?n?|hochhaus|abgrund|gelander|viadukt)|(?:am|an der|uber (?:das|die)|jenseits (?:des|vom)|hinter dem) (?:gelander|brustung|kante|abgrund)|auf der (?:anderen|falschen) seite (?:vom|des) gelander\\w*",
  saved:
    "sammle|sammel|gesammelt|spare|gespart|aufgespart|aufgehoben|horte|gehortet|versteckt?|zuruckgelegt|beiseite ?gelegt|zusammen",
  bought: "gekauft|besorgt|bestellt|geholt|habe?|kaufte|geliehen",
  means:
    "strick|seil|schlinge|waffe|pistole|gewehr|tabletten|schlaftabletten|pillen|messer|klingen?|rasierklingen?|helium|kohle",
  purpose:
    "dafur|niemand weiss|keiner weiss|mach(?:e)? (?:ich )?schluss|es gibt kein zuruck|vorbei sein|ein ende|verabschied\\w*|bin bereit|ist es soweit|ist es vorbei",
  done:
    "abschiedsbriefe?(?: [\\p{L}']+){0,4} (?:geschrieben|fertig|hingelegt|hinterlassen|liegt|liegen|verschickt|abgeschickt)|(?:geschrieben|schreibe|schrieb|liegt|liegen|hinterlasse)(?: [\\p{L}']+){0,4} abschiedsbriefe?|(?:pulsadern|handgelenke?)(?: \\w+){0,3} (?:aufgeschnitten|auf|offen|geschnitten)|heute (?:nacht|abend) (?:mache|setze|bringe|beende) ich(?: \\w+){0,3} (?:schluss|ende|es|um)|brief an (?:meine|meinen|alle)(?: \\w+){0,3} (?:liegt|ist fertig)",
  doses:
    `(?:was passiert|was ware|wie|ist es|kann|darf|konnte)[^.!?]{0,50}(?:uberdos\\w*|zu ?viele? (?:${NAMES}|vitamin\\w*|eisen|tabletten|schmerzmittel)|(?:doppelte|todliche|giftige|gefahrliche) (?:dosis|menge))(?![^?]{0,30} (?:hunde?n?|katzen?|ratten|pferde?n?))|wie ?viele? (?:${NAMES}|tabletten|schlaftabletten|schmerztabletten)(?: \\w+){0,3} (?:zu ?viele?|todlich|gefahrlich|giftig)`,
  eating:
    "(?:kilo|kg)(?: \\w+){0,3} (?:abgenommen|verloren)[^]{0,40}(?:trotzdem|immer noch|noch)(?: \\w+){0,3} (?:zu )?(?:dick|fett)|(?:esse|gegessen)(?: \\w+){0,2} (?:kaum|nichts|fast nichts)[^]{0,50}(?:dick|fett|abnehm\\w*|wiege)|(?:erbreche|ubergebe|kotze)(?: \\w+){0,3} (?:nach|damit|absichtlich)|(?:fuhle|finde) mich(?: \\w+){0,2} (?:zu )?(?:dick|fett)(?=[^.!?]*(?:ess|hunger|kilo))|angst (?:vorm?|vor dem|zu) (?:essen|zunehmen)|fressanf\\w*|abfuhrmittel(?=[^.!?]*(?:abnehm|dunn|gewicht))",
  despair:
    "(?:alles|das leben|nichts)(?: \\w+){0,3} (?:sinnlos|hoffnungslos|keinen sinn|sinn mehr|schwarz|dunkel)|ich kann nicht mehr(?! (?:auf|finden|offnen|einloggen|zugreifen|drucken|vor lachen|\\w+en(?=[.!?,]|$)))(?![^.!?]*(?:satt|lachen|gegessen|voll))|mir ist (?:alles|das alles|inzwischen alles) egal|alles (?:fuhlt sich|ist)(?: so)? (?:leer|taub)(?: an)?|(?:fuhle?|spure?)(?: \\w+){0,2} (?:nichts|gar nichts|leere|leer|taub)(?: mehr)?(?: in mir)?|(?:innerlich|innen) (?:leer|tot)|hasse mein leben|(?:ohne mich) (?:\\w+ ){0,3}(?:besser|leichter|glucklicher)|(?:allen|alle|jedem|euch|familie)(?: \\w+){0,3} (?:zur last|eine last|nur last)|(?:bin|falle)(?: \\w+){0,3} (?:zur last|eine last)|(?:was|welchen) (?:soll|hat|sinn)(?: \\w+){0,3} (?:noch alles|das alles|alles noch|sinn|ganze)|(?:wozu|warum)(?: \\w+){0,2} noch(?: \\w+){0,2} (?:aufstehen|weitermachen|leben|kampfen)|(?:mude|satt|leid) von allem|(?:so )?mude von (?:allem|diesem leben)|keine kraft mehr|(?:keine|ohne|jede) hoffnung(?: mehr)?|will(?: \\w+){0,3} (?:nicht mehr hier sein|verschwinden)|einfach (?:weg|verschwinden)|(?:halte|ertrage) (?:das|es)(?: \\w+){0,2} nicht mehr(?: aus)?|bin (?:so )?(?:wertlos|nichts wert)",
};

const FRENCH: Acts = {
  took:
    "avalees?|englouti\\w*|descendu|siffle|avale\\w*|avaler|pris|prise?s?|bu|ingere|ingurgite|gobe|mange|vide|injecte",
  much:
    "(?:onze|douze|treize|quatorze|quinze|seize|vingtaine|trentaine|dizaine|douzaine|quinzaine|quarantaine|cinquantaine|quarante|cinquante|soixante|cent)(?! (?:minutes|heures|ans|jours|mg|ml))|toute?s?|tous|trop|boites?|plaquettes?|flacon|bouteille|poignees?|plein|entiere?|dizaines?|\\d{2,3}(?! ?(?:mg|ml|minutes|heures|ans))|dix|vingt|trente|reste|surdose|moitie",
  few: "[3-9]|trois|quatre|cinq|six|sept|huit|neuf|plusieurs",
  whose:
    "(?:de |a )?(?:ma|mon|sa|son|notre|leur)(?: \\p{L}+)? (?:mere|pere|soeur|s.ur|frere|grand-mere|grand-pere|mamie|papi|femme|mari|fils|fille|oncle|tante|ami|amie|copain|copine|voisine?|coloc\\w*)|(?:de )?(?:papa|maman|mamie|papi|papy)",
  drug:
    `gouttes|traitement|betabloquants?|unites|patchs|sirop|${NAMES}|\\w*medicaments?|cachets?|comprimes?|pilules?|somniferes?|gelules?|calmants?|antidouleurs?|armoire a pharmacie|dans la pharmacie`,
  poison:
    "javel|deboucheur|antigel|mort[- ]aux[- ]rats|poison|desherbant|pesticide|acide|detergent|overdose|surdose",
  all:
    "(?:les ai|je les ai|ai) (?:tous |toutes |tout )?(?:avales?|pris|prises|avalees|avale) ?(?:tous|toutes|tout)?|(?:boite|plaquette) est vide",
  rope: "corde|noeud coulant",
  hangs:
    "accrochee?s?|attachee?s?|nouee?s?|prete?s?|pend|suspendue?|autour d[eu] (?:mon )?cou|en place|fixee?",
  stands: "suis|assise?|debout|monte|montee?|escalade|enjambe|grimpe|penchee?|ici|en haut|marche|attends",
  brink:
    "(?:sur|du|au bord du|au bord de la|depuis|par-dessus|de l'autre cote d[eu](?: la)?|devant) ?(?:le |la |l'|un |une |les )?(?:pont|toit|parapet|rebord|rails|voies|falaise|balustrade|rambarde|garde-corps|viaduc|corniche|vide)|enjambe(?: \\w+){0,2} (?:rambarde|parapet|balustrade)",
  saved: "economise|garde|cache|accumule|stocke|mets de cote|mis de cote|collectionne|amasse|rassemble",
  bought: "achete|commande|trouve|procure|emprunte|j'ai",
  means: "corde|arme|pistolet|fusil|cachets|medicaments|somniferes|lames?|couteau|helium",
  purpose:
    "pour (?:le faire|ca|en finir)|personne (?:ne )?(?:le )?sait|sera (?:bientot )?fini|adieu|suis prete?|ce soir|en finir",
  done:
    "(?:ecrit|ecris|laisse|redige|poste|termine)(?: [\\p{L}']+){0,3} (?:lettres? d'adieux?|mot d'adieu|adieux|derniere lettre)|lettres? d'adieux?|(?:ouvert|taillade|tranche|coupe) (?:les|mes) (?:veines|poignets)",
  doses:
    `(?:que se passe|qu'arrive|est-ce|combien|peut-on|puis-je|c'est)[^.!?]{0,50}(?:surdos\\w*|overdos\\w*|trop de (?:${NAMES}|medicaments|cachets|vitamines?)|(?:double|mortelle|letale|dangereuse|toxique) dose|dose (?:mortelle|letale|toxique|dangereuse|maximale|double))(?![^?]{0,30} (?:chiens?|chats?|rats?))|combien de (?:${NAMES}|cachets|comprimes|somniferes)(?: \\w+){0,4} (?:trop|mortel\\w*|dangereux|toxique)`,
  eating:
    "(?:perdu)(?: \\w+){0,3} (?:kilos?|kg)[^]{0,40}(?:toujours|encore|quand meme)(?: \\w+){0,3} grosse?|(?:sens|trouve)(?: \\w+){0,3} (?:grosse|trop grosse?|enorme)|(?:ne )?mange (?:presque )?(?:plus|rien)(?=[^.!?]*(?:gros|poids|maigr))|(?:vomis|vomir)(?: \\w+){0,3} (?:apres|expres|pour)(?=[^.!?]*(?:repas|mange|gross|maigr|manger))|peur de (?:manger|grossir)",
  despair:
    "(?:j'?)?(?:n'?)?en peux plus(?! (?:d'attendre|de rire|de ce (?:bruit|temps)))|(?:rien|vie|tout ca|ca) n'?a(?: plus)?(?: \\w+)? (?:de |aucun )?sens|plus rien n'a de sens|(?:ne )?(?:ressens?|sens) (?:plus )?rien(?: du tout)?|(?:deteste|hais) ma vie|(?:vide|mort[e]?) (?:a l'interieur|en dedans|au fond de moi)|(?:suis|etre) (?:\\w+ )?(?:un fardeau|un poids|une charge)(?: pour \\w+(?: \\w+)?)?|(?:mieux|plus heureux|tranquilles?)(?: \\w+)? sans moi|a quoi bon(?= (?:vivre|continuer|se lever|tout)|[ ,]*[.?!]|$)|tout est (?:noir|vain|foutu|fini pour moi)|plus (?:la )?(?:force|aucun espoir|d'espoir)(?= de continuer|[.!]|$)|(?:veux|voudrais|envie de)(?: \\w+)? (?:disparaitre|plus etre la)|fatiguee? de (?:tout|la vie|vivre)",
};

const SPANISH: Acts = {
  took:
    "tomadas|tragadas|tomados|zampe|tragando|inyecte|inyectado|tome|tomado|tomar|tomando|tragado|trague|ingerido|ingeri|bebido|bebi|comido|comi|tragar|metido|meti",
  much:
    "(?:once|doce|trece|catorce|quince|dieci\\w+|veinti\\w+|treinta|cuarenta|cincuenta|sesenta|cien|docenas?|veintena|decena)(?! (?:minutos|horas|anos|dias|mg|ml))|todas?|todos?|demasiad[oa]s|much[oa]s|cajas?|frascos?|bote|blister|punad[oa]s?|monton|entera?|\\d{2,3}(?! ?(?:mg|ml|minutos|horas|anos))|diez|veinte|treinta|sobredosis|resto",
  few: "[3-9]|tres|cuatro|cinco|seis|siete|ocho|nueve|varias|varios",
  whose:
    "(?:de |del )?(?:mi|su|nuestra|nuestro)s?(?: \\p{L}+)? (?:madre|padre|mama|papa|abuela|abuelo|hermana|hermano|marido|mujer|esposa|esposo|hijo|hija|tia|tio|amiga|amigo|novio|novia|vecina|vecino|companer[oa])|(?:de )?(?:mama|papa|la abuela)|del abuelo",
  drug:
    `gotas|betabloqueantes|sedantes|unidades|jarabe|parches|medicacion|${NAMES}|pastillas?|pildoras?|medicamentos?|medicinas?|somniferos?|comprimidos?|capsulas?|tranquilizantes?|calmantes|botiquin|blister`,
  poison:
    "lejia|cloro|desatascador|anticongelante|raticida|veneno|matarratas|herbicida|pesticida|acido|detergente|sobredosis",
  all: "(?:me )?las (?:he )?(?:tome|tomado|trague|tragado) todas|(?:frasco|caja) (?:esta )?vaci[oa]",
  rope: "soga|cuerda",
  hangs:
    "atad[oa]s?|colgad[oa]s?|colgando|preparad[oa]s?|list[oa]s?|anudad[oa]s?|cuelga|al(?:rededor del)? cuello|amarrad[oa]s?|en la viga",
  stands: "estoy|sentad[oa]|parad[oa]|de pie|subid[oa]|subi|trepe|saltado|cruce|asomad[oa]|aqui|camino",
  brink:
    "(?:en|sobre|al|desde|del|junto a|por encima de|al otro lado de) ?(?:el |la |las |los |un |una )?(?:borde(?! de la cama)|puente|azotea|tejado|cornisa|barandilla|vias|acantilado|precipicio|viaducto|barandal|pretil)",
  saved: "guardando|guardado|ahorrando|juntando|juntado|acumulando|acumulado|escondido|escondiendo|reuniendo",
  bought: "compre|comprado|conseguido|consegui|pedido|encontre|tengo",
  means: "soga|cuerda|pistola|arma|pastillas|veneno|cuchillo|cuchillas?|helio",
  purpose:
    "para (?:hacerlo|eso|acabar)|nadie lo sabe|sera el fin|todo acabara|despedirme|adios|estoy list[oa]|esta noche|acabar con",
  done:
    "(?:escribi|escrito|escribiendo|deje|dejado|termine|dejo)(?: [\\p{L}']+){0,3} cartas? (?:de )?(?:despedida|suicidio)|cartas? de despedida|(?:cortado|corte|abierto) las (?:venas|munecas)",
  doses:
    `(?:que pasa|que pasaria|es (?:peligroso|malo)|cuant[oa]s?|puedo|se puede)[^.!?]{0,50}(?:sobredosis|demasiad[oa]s? (?:${NAMES}|pastillas|vitaminas?)|(?:doble|dosis) (?:dosis|letal|mortal|toxica|doble|maxima))(?![^?]{0,30} (?:perros?|gatos?|ratas?))|cuant[oa]s (?:${NAMES}|pastillas|somniferos)(?: \\w+){0,3} (?:demasiad\\w+|mortal\\w*|letal\\w*|peligros\\w+)`,
  eating:
    "(?:perdi|perdido|bajado|baje)(?: \\w+){0,3} (?:kilos?|kg)[^]{0,40}(?:sigo|todavia|aun)(?: \\w+){0,3} gord[oa]|(?:me (?:siento|veo)|sigo)(?: \\w+){0,2} gord[oa]|(?:casi )?no como(?: \\w+){0,2}(?=[^.!?]*(?:gord|peso|engord))|(?:vomito|vomitar|vomite)(?: \\w+){0,3} (?:despues|para|a proposito)(?=[^.!?]*(?:comer|comida|cena|engord|adelgaz))|miedo (?:a|de) (?:comer|engordar)",
  despair:
    "no puedo mas(?! (?:con (?:este|esta) (?:calor|tarea|examen)|comer))|(?:ya )?(?:nada|la vida|todo esto|todo)(?: \\w+){0,2} (?:no )?tiene(?: \\w+)? sentido|(?:no|ya no) siento (?:absolutamente )?nada|todo me da igual|odio mi vida|vaci[oa] por dentro|(?:soy|ser)(?: \\w+)? (?:una carga|un estorbo|un peso)(?: para \\w+(?: \\w+)?)?|(?:mejor|mas felices)(?: \\w+){0,2} sin mi(?=[ .,!?]|$)|(?:para que|que sentido tiene)(?: \\w+){0,2} (?:seguir|vivir|levantarse|levantarme|todo)|(?:quiero|quisiera|ganas de)(?: \\w+)? desaparecer|sin (?:esperanza|salida)|cansad[oa] de (?:todo|vivir|la vida)|no (?:tengo|me quedan) fuerzas(?= para (?:seguir|nada|continuar)|[.!]|$)|ya no aguanto(?: mas)?(?=[.!]|$)",
};

const ITALIAN: Acts = {
  took:
    "ingoiato|tracannat[oa]|iniettat[oa]|ingurgitat[oaie]|ingerito|assunt[oaie]|ingoiat[oaie]|ingerit[oaie]|pres[oaie]|bevut[oa]|mandat[oaie] giu|buttat[oaie] giu|inghiottit[oaie]|mangiat[oaie]|ingoio",
  much:
    "(?:undici|dodici|tredici|quattordici|quindici|sedici|dicia\\w+|venti\\w+|ventina|trent\\w+|quarant\\w+|cinquant\\w+|sessanta|cento|decina|dozzina)(?! (?:minuti|ore|anni|giorni|mg|ml))|tutt[oaie]|tropp[oaie]|scatol[ae]|intera|intero|flacone|blister|manciat[ae]|bottiglia|mucchio|\\d{2,3}(?! ?(?:mg|ml|minuti|ore|anni))|dieci|venti|trenta|overdose|resto",
  few: "[3-9]|tre|quattro|cinque|sei|sette|otto|nove|parecchie",
  whose:
    "(?:di|del|della|dal|dalla)(?: (?:mio|mia|suo|sua))?(?: \\p{L}+)? (?:madre|padre|mamma|papa|nonna|nonno|sorella|fratello|marito|moglie|figlio|figlia|zia|zio|amica|amico|compagn[oa]|vicin[oa])|di (?:mamma|papa|nonna|nonno)",
  drug:
    `gocce|betabloccanti|sedativi|calmanti|unita|sciroppo|cerotti|medicinale|${NAMES}|pillole|pastiglie|pasticche|compresse|farmaci|medicin[ae]|medicinali|sonniferi|tranquillanti|antidolorifici|armadietto(?: dei (?:medicinali|farmaci))?`,
  poison:
    "candeggina|varechina|disgorgante|antigelo|veleno|topicida|diserbante|pesticida|acido|detersivo|overdose",
  all:
    "(?:le|li) ho (?:prese|presi|ingoiate|ingoiati|mandate giu)(?: tutt[ei])?|(?:scatola|flacone) e vuot[oa]",
  rope: "corda|cappio|nodo scorsoio",
  hangs: "legat[oa]|annodat[oa]|appes[oa]|pront[oa]|attaccat[oa]|pende|al collo|alla trave|fissat[oa]",
  stands: "sono|sto|sedut[oa]|in piedi|salit[oa]|scavalcat[oa]|arrampicat[oa]|sporgo|qui|cammino",
  brink:
    "(?:su|sul|sulla|sui|dal|dalla|al|oltre|accanto ai|dall'altra parte del(?:la)?|scavalcat[oa]) ?(?:il |la |l'|i |un |una |ciglio del |bordo del )?(?:ponte|tetto|cornicione|parapetto|davanzale|binari|scogliera|ringhiera|viadotto|precipizio)|sull'orlo del",
  saved:
    "messo da parte|mettendo da parte|conservat[oaie]|accumulat[oaie]|nascost[oaie]|raccolt[oaie]|raccogliendo|risparmiat[oaie]|sto accumulando",
  bought: "comprat[oa]|procurat[oa]|ordinat[oa]|trovat[oa]|ho",
  means: "corda|cappio|pistola|arma|pillole|pastiglie|sonniferi|lamett[ae]|coltello|elio",
  purpose:
    "per (?:farlo|questo|farla finita)|nessuno lo sa|sara (?:tutto )?finit[ao]|addio|sono pront[oa]|stasera|stanotte|farla finita",
  done:
    "(?:scritto|scrivendo|lasciato|finito|scrivo)(?: [\\p{L}']+){0,3} letter[ae] d'addio|letter[ae] (?:d'|di )addio|(?:tagliat[oa]|tagliato) (?:le vene|i polsi)",
  doses:
    `(?:che (?:cosa )?(?:succede|succederebbe)|cosa succede|e (?:pericoloso|grave)|quant[eiao]|posso|si puo)[^.!?]{0,50}(?:overdose|sovradosaggio|tropp[eio] (?:${NAMES}|pastiglie|compresse|vitamin[ae])|dose (?:doppia|letale|mortale|tossica|massima)|doppia dose)(?![^?]{0,30} (?:cani|cane|gatti|gatto|topi))|quant[eio] (?:${NAMES}|pastiglie|compresse|sonniferi)(?: \\w+){0,3} (?:tropp\\w+|letal\\w*|mortal\\w*|pericolos\\w+)`,
  eating:
    "(?:perso|persi)(?: \\w+){0,3} (?:chili|kg)[^]{0,40}(?:ancora|comunque|lo stesso)(?: \\w+){0,3} grass[oa]|mi (?:sento|vedo)(?: \\w+){0,3} grass[oa]|(?:quasi )?non mangio(?: \\w+){0,2}(?=[^.!?]*(?:grass|peso|ingrass))|vomit(?:o|are)(?: \\w+){0,3} (?:dopo|apposta|per)(?=[^.!?]*(?:mangi|pasto|cena|ingrass|dimagr))|paura di (?:mangiare|ingrassare)",
  despair:
    "non ce la faccio piu(?! (?:a (?:mangiare|correre|ridere)|dal ridere))|(?:niente|nulla|la vita|tutto)(?: \\w+){0,2} (?:non )?ha(?: piu)?(?: alcun)? senso|tutto e (?:inutile|nero|senza senso)|non (?:sento|provo) (?:piu )?(?:niente|nulla)|odio la mia vita|vuot[oa] dentro|(?:sono|essere)(?: \\w+)? un peso(?: per \\w+(?: \\w+)?)?|(?:meglio|piu felici)(?: \\w+){0,2} senza di me|(?:a che serve|che senso ha)(?: \\w+){0,2} (?:vivere|andare avanti|alzarsi|tutto)|(?:voglio|vorrei) (?:solo )?(?:sparire|scomparire)|senza (?:speranza|via d'uscita)|stanc[oa] di (?:tutto|vivere|tutto questo)|tutto mi e indifferente",
};

const PORTUGUESE: Acts = {
  took:
    "tomad[oa]s|engolid[oa]s|engolindo|injetei|virei|tomei|tomado|engoli|engolido|engolir|ingeri|bebi|bebido|comi|meti|tomar|mandei abaixo",
  much:
    "(?:onze|doze|treze|catorze|quatorze|quinze|dezasseis|dezesseis|dezoito|quarenta|cinquenta|sessenta|cem|duzias?|dezenas?|vintena)(?! (?:minutos|horas|anos|dias|mg|ml))|tod[oa]s?|tudo|demasiad[oa]s|demais|muit[oa]s|caixas?|frascos?|cartela|embalagem|punhad[oa]s?|monte|inteir[oa]|\\d{2,3}(?! ?(?:mg|ml|minutos|horas|anos))|dez|vinte|trinta|overdose|resto",
  few: "[3-9]|tres|quatro|cinco|seis|sete|oito|nove|vari[oa]s",
  whose:
    "(?:d[oae]s? )?(?:meu|minha|seu|sua)(?: \\p{L}+)? (?:mae|pai|avo|irma|irmao|marido|mulher|esposa|filho|filha|tia|tio|amiga|amigo|namorad[oa]|vizinh[oa]|colega)|d[oae] (?:mamae|papai|mae|pai|avo)",
  drug:
    `gotas|betabloqueadores|sedativos|unidades|xarope|adesivos|${NAMES}|comprimidos?|remedios?|pilulas?|medicamentos?|medicacao|calmantes|capsulas?|cartela|soniferos?|gaveta dos remedios`,
  poison:
    "lixivia|agua sanitaria|desentupidor|anticongelante|veneno|raticida|chumbinho|herbicida|pesticida|acido|detergente|overdose",
  all:
    "(?:tomei|engoli)-?(?:os|as) tod[oa]s|(?:tomei|engoli) tudo|(?:caixa|frasco|cartela) (?:esta )?vazi[oa]",
  rope: "corda|forca",
  hangs: "atad[oa]|amarrad[oa]|pendurad[oa]|pront[oa]|presa?|no pescoco|na viga|preparad[oa]",
  stands: "estou|sentad[oa]|de pe|em pe|subi|saltei|trepei|passei|aqui|debrucad[oa]",
  brink:
    "(?:na|no|em|sobre|da|do|junto a|junto aos?|por cima d[ao]|do outro lado d[ao]|a beira d[ao]) ?(?:a |o |uma |um |os |as )?(?:ponte|telhado|parapeito|beira do predio|linha do comboio|carris|trilhos|penhasco|varandim|viaduto|corrimao|precipicio|terraco do predio)",
  saved:
    "juntei|juntando|a juntar|guardei|guardando|a guardar|acumulei|acumulando|escondi|escondendo|poupado",
  bought: "comprei|comprado|arranjei|encomendei|encontrei|tenho",
  means: "corda|pistola|arma|comprimidos|remedios|veneno|faca|laminas?|helio",
  purpose:
    "para (?:o fazer|isso|acabar|fazer isso)|ninguem sabe|vai acabar|despedir-me|adeus|estou pront[oa]|esta noite|hoje a noite|acabar com",
  done:
    "(?:escrevi|escrito|deixei|acabei de escrever|escrever)(?: [\\p{L}']+){0,3} cartas? de despedida|cartas? de despedida|(?:cortei|abri) (?:os pulsos|as veias)",
  doses:
    `(?:o que acontece|que acontece|e perigoso|quant[oa]s?|posso|pode-se)[^.!?]{0,50}(?:overdose|sobredos\\w*|demasiad[oa]s? (?:${NAMES}|comprimidos|vitaminas?)|dose (?:dupla|letal|mortal|toxica|maxima)|dobro da dose)(?![^?]{0,30} (?:caes|cao|gatos?|ratos?))|quantos (?:${NAMES}|comprimidos)(?: \\w+){0,3} (?:demais|demasiad\\w+|letal\\w*|mortal\\w*|perigos\\w+)`,
  eating:
    "(?:perdi|emagreci)(?: \\w+){0,3} (?:quilos?|kg)[^]{0,40}(?:ainda|continuo|mesmo assim)(?: \\w+){0,3} gord[oa]|(?:me sinto|sinto-me|continuo)(?: \\w+){0,2} gord[oa]|(?:quase )?nao como(?: \\w+){0,2}(?=[^.!?]*(?:gord|peso|engord))|vomit(?:o|ar|ei)(?: \\w+){0,3} (?:depois|para|de proposito)(?=[^.!?]*(?:comer|jantar|refeic|engord|emagrec))|medo de (?:comer|engordar)",
  despair:
    "(?:ja )?nao aguento(?: mais)?(?! (?:este calor|esperar|de rir))|(?:nada|a vida|tudo isto|tudo isso)(?: \\w+){0,2} (?:nao )?(?:faz|tem)(?: mais)? sentido|(?:ja )?nao sinto (?:mais )?nada|odeio a? ?minha vida|vazi[oa] por dentro|(?:sou|ser)(?: \\w+)? (?:um fardo|um peso|uma carga)(?: para \\w+(?: \\w+)?)?|(?:melhor|mais felizes)(?: \\w+){0,2} sem mim|(?:para que|de que serve)(?: \\w+){0,2} (?:viver|continuar|levantar-me|tudo)|(?:quero|queria|vontade de)(?: \\w+)? (?:desaparecer|sumir)|sem (?:esperanca|saida)(?= |[.!]|$)|cansad[oa] de (?:tudo|viver)|tanto faz tudo",
};

const DUTCH: Acts = {
  took:
    "opgeslikt|weggeslikt|achterovergeslagen|leeggedronken|ingespoten|gespoten|naar binnen gewerkt|geslikt|ingenomen|genomen|opgegeten|gedronken|opgedronken|doorgeslikt|binnen|ingeslikt|slikte|nam",
  much:
    "al (?:zijn|haar|hun|onze)|allemaal|(?:elf|twaalf|\\w+tien|\\w*(?:twintig|dertig|veertig|vijftig|zestig|zeventig)|honderd|tientallen|dozijn)(?! (?:minuten|uur|jaar|dagen|mg|ml))|alle|alles|te veel|teveel|hele|heel|doos|dozen|doosje|strip|strips|potje|fles|handvol|handje|\\d{2,3}(?! ?(?:mg|ml|minuten|uur|jaar))|tien|twintig|dertig|overdosis|rest|hoop|stapel",
  few: "[3-9]|drie|vier|vijf|zes|zeven|acht|negen|meerdere",
  whose:
    "(?:van )?(?:mijn|m'n|zijn|haar|onze)(?: \\p{L}+)? (?:vader|moeder|pa|ma|oma|opa|zus|zusje|broer|broertje|man|vrouw|zoon|dochter|tante|oom|vriend|vriendin|buurvrouw|buurman|huisgenoot)s?|(?:van )?(?:papa|mama|oma|opa|pa|ma)(?:'?s)?",
  drug:
    `druppels|\\w*pilletjes|betablokkers|\\w*insuline|eenheden|pleisters|\\w*medicijn|${NAMES}|\\w*pillen|\\w*tabletten|medicijnen|slaapmiddelen|pijnstillers|\\w*medicatie|medicijnkastje|kalmeringsmiddelen`,
  poison:
    "bleek|bleekmiddel|gootsteenontstopper|antivries|rattengif|gif|onkruidverdelger|zuur|wasmiddel|overdosis|chloor",
  all: "(?:ze|heb ze) (?:allemaal|alle) (?:geslikt|ingenomen|genomen)|(?:doosje|strip|potje|pot) is leeg",
  rope: "touw|strop",
  hangs:
    "hangt|geknoopt|vastgeknoopt|vastgemaakt|klaar|gereed|bevestigd|om (?:mijn|m'n) (?:nek|hals)|aan de balk",
  stands: "sta|zit|stond|ben|geklommen|klim|hier boven|loop|leun|wacht",
  brink:
    "(?:op|van|over|bij|aan|voor|langs) (?:de|het|een) (?:\\w+ )?(?:\\w*brug|dak|dakrand|\\w*spoor|rails|reling|balustrade|klif|viaduct|afgrond|vensterbank|leuning)|aan de (?:andere|verkeerde) kant van de (?:reling|leuning|balustrade)",
  saved:
    "spaar|gespaard|opgespaard|opsparen|verzamel|verzameld|opzij gelegd|hamster|gehamsterd|verstopt|bewaard",
  bought: "gekocht|besteld|geregeld|heb|gehaald|gevonden",
  means: "touw|strop|pistool|wapen|pillen|slaappillen|mes|scheermesjes?|gif|helium",
  purpose:
    "ervoor|niemand weet|is het voorbij|een eind(?:e)? aan|afscheid|ben (?:er )?klaar voor|vanavond|vannacht",
  done:
    "(?:geschreven|schrijf|schreef|ligt|liggen|achtergelaten|klaar)(?: [\\p{L}']+){0,4} afscheidsbrie\\w+|afscheidsbrie\\w+(?: [\\p{L}']+){0,4} (?:geschreven|ligt|liggen|klaar|achtergelaten|af)|polsen(?: \\w+){0,2} (?:doorgesneden|opengesneden|open)",
  doses:
    `(?:wat gebeurt er|is het|hoeveel|kan ik|mag ik|hoe)[^.!?]{0,50}(?:overdos\\w*|te ?veel (?:${NAMES}|pillen|vitamin\\w*)|(?:dubbele|dodelijke|giftige|gevaarlijke) dosis)(?![^?]{0,30} (?:honden|hond|katten|kat|ratten))|hoeveel (?:${NAMES}|pillen|tabletten|slaappillen)(?: \\w+){0,3} (?:te veel|teveel|dodelijk|gevaarlijk)`,
  eating:
    "(?:kilo|kg)(?: \\w+){0,3} (?:afgevallen|kwijt)[^]{0,40}(?:nog steeds|toch)(?: \\w+){0,3} (?:dik|vet)|(?:voel|vind) (?:me|mezelf)(?: \\w+){0,3} (?:te )?(?:dik|vet)|eet (?:bijna |haast )?(?:niets|niks|niet)(?: meer)?(?=[^.!?]*(?:dik|gewicht|afval))|(?:geef|gooi|kots)(?: \\w+){0,4} over(?=[^.!?]*(?:eten|maaltijd|dik|afval))|bang om te (?:eten|aankomen)",
  despair:
    "ik kan niet meer(?! (?:inloggen|lachen|wachten|van het lachen|\\w+en(?=[.!?,]|$)))|zie het(?: \\w+){0,3} niet(?: meer)? zitten|(?:alles|niets|het leven|het)(?: \\w+){0,2} (?:zinloos|geen zin(?: meer)?|heeft zin)|voel (?:helemaal )?(?:niets|niks)(?: meer)?|haat mijn leven|leeg (?:van binnen|vanbinnen)|(?:ben|tot)(?: \\w+)? (?:een last|tot last)(?: voor \\w+(?: \\w+)?)?|(?:beter|gelukkiger)(?: af)? zonder mij|(?:waarom|wat heeft het voor zin)(?: \\w+){0,2} (?:nog|verder|leven|opstaan)|(?:wil|wou)(?: \\w+){0,2} (?:verdwijnen|er niet meer zijn)|geen (?:hoop|uitweg|toekomst)(?: meer)?|moe van (?:alles|het leven)|houd? het niet meer vol",
};

const POLISH: Acts = {
  took:
    "zezarl\\w*|polkniet\\w+|wziet\\w+|zazyt\\w+|zazyl\\w*|zjedzon\\w+|wypit\\w+|wstrzykn\\w+|polknal\\w*|polkne\\w*|lykne\\w*|lyknal\\w*|wzial\\w*|wziel\\w*|zazyl\\w*|zjadl\\w*|wypil\\w*|nalykal\\w*|nabral\\w*",
  much:
    "(?:jedenascie|\\w+nascie|dwadziescia|czterdziesci|piecdziesiat|szescdziesiat|sto|kilkanascie|kilkadziesiat|tuzin)(?! (?:minut|godzin|lat|dni|mg|ml))|wszystk\\w+|za duzo|zbyt duzo|cal[aey]\\w*|opakowani\\w+|pudelk\\w+|listek|blister|garsc|butelk\\w+|\\d{2,3}(?! ?(?:mg|ml|minut|godzin|lat))|dziesiec|dwadziescia|trzydziesci|reszte|mnostwo",
  few: "[3-9]|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|kilka",
  whose:
    "(?:mojej|mojego|swojej|swojego|jej|jego)(?: \\p{L}+)? (?:mamy|matki|taty|ojca|babci|dziadka|siostry|brata|meza|zony|syna|corki|ciotki|wujka|przyjaciolki|kolegi|sasiadki)|(?:mamy|taty|babci|dziadka|ojca|matki|siostry|brata)",
  drug:
    `krople|kropli|insulin\\w*|jednostek|plastr\\w+|syrop\\w*|${NAMES}|tablet\\w+|lek(?:i|ow|arstw\\w*)|pigul\\w+|proszk\\w+|nasenn\\w+|blister|apteczk\\w+`,
  poison:
    "wybielacz\\w*|kreta|trutk\\w+|trucizn\\w+|plyn do chlodnic|kwas|detergent|srodek na chwasty|pestycyd\\w*",
  all:
    "(?:wzial\\w*|wziel\\w*|polkn\\w+) (?:je )?wszystkie|(?:opakowanie|pudelko) (?:jest )?puste|przedawkowal\\w*",
  rope: "sznur|lina|petla|line|petle",
  hangs: "wisi|zawiazan\\w+|przywiazan\\w+|gotow\\w+|na szyi|zawiazal\\w*|przygotowan\\w+|u sufitu|na belce",
  stands: "stoje|siedze|jestem|wszedl\\w*|weszl\\w*|wspial\\w*|przeszl\\w*|przeszedl\\w*|stalem|stalam|ide",
  brink:
    "(?:na|nad|za|przez|przy|po drugiej stronie) (?:moscie|most|dachu|dach|krawedzi|parapecie|torach|tory|barierk\\w+|barierce|klifie|wiadukcie|gzymsie|przepasci\\w*|porecz\\w*)",
  saved: "zbieram|zbieral\\w*|odkladam|odlozyl\\w*|gromadze|schowal\\w*|chowam|uzbieral\\w*|oszczedzam",
  bought: "kupil\\w*|zamowil\\w*|zdobyl\\w*|mam|zalatwil\\w*",
  means: "sznur|line|petle|bron|pistolet|tabletki|leki|noz|zyletk\\w+|trucizne",
  purpose:
    "zeby to (?:zrobic|skonczyc)|nikt nie wie|bedzie po wszystkim|pozegn\\w+|jestem gotow\\w+|dzis (?:w nocy|wieczorem)|do tego|skonczyc z",
  done:
    "(?:napisal\\w*|pisze|zostawil\\w*|skonczyl\\w*)(?: [\\p{L}']+){0,3} list\\w* pozegnaln\\w+|list\\w* pozegnaln\\w+|(?:podcial\\w*|podciel\\w*|przecial\\w*)(?: \\w+){0,2} zyly",
  doses:
    `(?:co sie stanie|czy|ile|jak)[^.!?]{0,50}(?:przedawkow\\w+|za duzo (?:${NAMES}|tabletek|witamin\\w*)|(?:podwojn\\w+|smierteln\\w+|toksyczn\\w+) dawk\\w+)(?![^?]{0,30} (?:psa|psow|kota|kotow|szczurow))|ile (?:${NAMES}|tabletek|lekow)(?: \\w+){0,3} (?:za duzo|smierteln\\w*|niebezpieczn\\w*)`,
  eating:
    "schudl\\w*[^]{0,50}(?:nadal|wciaz|dalej|i tak)(?: \\w+){0,3} grub\\w+|czuje sie(?: \\w+){0,2} (?:za )?grub\\w+|(?:prawie )?nic nie jem(?=[^.!?]*(?:grub|wag|schud))|(?:wymiotuje|rzygam)(?: \\w+){0,3} (?:po|zeby|specjalnie)|boje sie (?:jesc|przytyc)",
  despair:
    "nie (?:daje|mam) (?:juz )?(?:rady|sil|sily)(?! (?:otworzyc|biegac))|(?:nic|wszystko|zycie)(?: \\w+){0,2} (?:nie ma|jest bez|stracilo) (?:juz )?sens\\w*|nic (?:juz )?nie czuje|nienawidze (?:swojego|mojego) zycia|pust\\w+ w srodku|jestem(?: \\w+)? ciezarem(?: dla \\w+(?: \\w+)?)?|lepiej(?: \\w+){0,2} beze mnie|(?:po co|jaki sens)(?: \\w+){0,2} (?:zyc|wstawac|to wszystko|dalej)|(?:chce|chcialbym|chcialabym)(?: \\w+)? zniknac|bez (?:nadziei|wyjscia)|nie mam nadziei|(?:mam dosc|zmeczon\\w+) (?:wszystkiego|wszystkim|zycia|zyciem)",
};

export const ACTS: readonly CrisisPattern[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  POLISH,
].flatMap(acts);
