import { isMet, requiredBy } from "./required.ts";

/**
 * Everyday wordings that borrow the words of a crisis. They are taken out of the text and the REST is scanned: "this exam is
 * killing me and I want to die" keeps its second half. All on normalised text.
 */
const SOURCES: readonly string[] = [
  // English
  "(?:exams?|tests?|homework|job|work|heat|traffic|deadline|meeting|feet|back|head|knees?|legs|shoes|commute|suspense|joke|cold|weather|course|project|thesis|bill|stairs|printer|this|that|it)(?: (?:is|are|was|were|has been))?(?: (?:really|literally|absolutely|just|so))? (?:kill(?:ing|ed|s)|murder(?:ed|ing|s)) (?:me|us)",
  "(?:kill|die|murder|killing) for (?:a|an|some|the|that|this|one|good|more)",
  "to die for",
  "(?:dying|die|died|dies|dead) (?:of |from |with )?(?:laughter|laughing|boredom|embarrassment|curiosity|hunger|thirst|cringe|cuteness|shame|envy)",
  "(?:embarrass|asham|mortifi)\\w*[^.!?]{0,12} i (?:wanted to|could have|could|want to|wish i had|almost|nearly) (?:just )?died?",
  "dying to (?:see|know|hear|meet|try|get|go|read|eat|find out)",
  "(?:i am|literally|omg|am) (?:so )?(?:dead|dying|deceased)(?: right now)? haha",
  "suicide (?:squad|doors?|rates?|statistics|figures|prevention|awareness|hotlines?|helplines?|lines?|assessment|clauses?|bomb\\w*|burnouts?)",
  "(?:career|political|social|commercial|financial|professional|academic|economic) suicide",
  "kill (?:-\\w+|(?:a|the|all|this|that|any|my|its|of the|-9) )?(?:\\w+ ){0,2}(?:process\\w*|threads?|tasks?|jobs?|servers?|containers?|sessions?|apps?|bugs?|pid|lights?|switch|chain|virus\\w*|bacteria|germs|weeds?|engine|time|birds|mood|vibe|boss in|final boss|slave \\w+)",
  "kills? (?:its|the) child(?:ren)?(?: process\\w*)?",
  "kill(?:ing|ed|s)? it",
  "(?:killswitch|kill switch|kill chain|kill -9)",
  "(?<!(?:said|says|told me|swore|swears|threatened|promised) (?:that )?)(?:boss|mum|mom|mother|dad|father|parents|teacher|coach|manager|wife|husband|girlfriend|boyfriend|he|she|they|i)(?: is| are| am)? (?:will|would|going to) (?:kill|murder) (?:me|us|him|her|you|them) (?:if|for|when|because)(?! (?:i|we|you) (?:ever )?(?:leave|left|go|tell|told|call|report|break|try|run|talk|do not (?:obey|do|give)))",
  "(?:beats?|beaten|beat) (?:me|us|him|her|them) (?:at|in|to|every time|on|by|\\d|again in)",
  "hits? the (?:gym|road|books|bell|sack|market|brakes|ground)",
  "cut myself (?:a|an|some|off|loose|out|short|shaving|(?:while|when|from) (?:shaving|cooking|chopping|gardening|cutting|slicing|i was cooking)|(?:on|with) (?:a|the|some) (?:can|tin|paper|glass|sheet|kitchen))",
  "starving myself of (?:sleep|sun|light|fun)",
  "(?:about|going|like|want(?:ed)?) to have a (?:heart attack|stroke|seizure)",
  "(?:had|having|have) a (?:stroke|seizure|heart attack) (?:reading|looking|watching|trying|typing|when|in the)",
  "(?:almost|nearly|practically|basically|about) (?:had|have|got|gave me|giving me) a (?:heart attack|stroke)",
  "(?:over my dead body|drop dead gorgeous|curiosity killed the cat|dead (?:tired|line|lock|code|letter|end|weight)|bleeding edge)",
  "(?:i|we) died (?:\\w+ )?(?:times?|again on|on level|in the (?:game|first|last))",
  "so (?:done|over) with (?:this|the|my|these)",
  "(?:end|jump|drive|crash) (?:on|into) (?:the )?(?:couch|sofa|bed|market|line)",
  "(?:at the end of (?:my|her|his) (?:rope|tether)) with (?:this|the|my|these)",
  "jump(?:ed|ing)? off the (?:train|bus|call|plane)",
  "(?:bungee|base|parachute) jump\\w*(?: off (?:a|the) bridge)?",
  "way out of (?:this|the|my|our) (?:contract|building|maze|lease|subscription|deal|loop)",
  "hope for (?:this|the|my|our) (?:\\w+ )?(?:team|club|project|party|league)",
  "cannot breathe[, ]+(?:i am )?(?:\\w+ )?(?:laughing|lmao|haha)",
  "(?:sleep|rest) when i am dead",
  "dying (?:on the )?inside,? (?:you know|waiting|haha)",
  "(?:breathe|breathing) new life into",
  "(?:delete|remove|unsubscribe|uninstall) (?:myself|me) from",
  "(?:wifi|phone|laptop|computer|pc|printer|server|car|router|hard drive|browser|build|pipeline)(?: \\w+){0,3} (?:committed suicide|killed itself|died)",
  "(?:drank|drink|downed) (?:a|the|my) whole (?:bottle|glass|can|carton) of (?:water|milk|juice|coke|lemonade|ketchup|tea)",
  "suicide (?:knobs?|seats?|wings?|chickens?|pacts? in the (?:film|game))",
  "goodbye cruel world haha",
  "so (?:\\w+ )?(?:hungry|tired|bored|thirsty|embarrassed|cold|hot|happy|cute|good|funny|excited|jealous) (?:that )?i (?:could|might|am going to) (?:just )?die",
  "(?:hardly|barely|cannot|not) breathe before (?:a|an|the|my|every|each) \\w+",
  "kill myself (?:if|when|because|over) (?:this|the|my|that|these|one more|another|i see|i hear) (?:\\w+ ){0,3}?(?:builds?|tests?|meetings?|printer|code|compiler|deploy\\w*|pipeline|wifi|internet|bus|traffic|songs?|ads?|emails?|updates?|zoom|calls?|exams?|homework|games?|server|laptop|app|website|queue|spreadsheets?|excel|slides?|bugs?|merge|memes?|captcha)(?: \\w+){0,5}",
  "(?:cannot|could not|can hardly|can barely) breathe (?:when|whenever|if|just) (?:i )?(?:even |only |just )?(?:think\\w*|hear|see|remember|look)(?: \\w+){0,6}",
  // German
  "(?:prufung|klausur|hitze|arbeit|job|stau|stress|kalte|projekt|rucken|fusse|warten|langeweile|diaten?|uni|schule)\\w* (?:bringt|bringen) mich (?:noch )?um",
  "(?:chefin|chef|mutter|vater|mama|papa|lehrerin|lehrer|frau|mann|trainer) (?:bringt|wird) mich (?:noch )?um(?:bringen)?,? (?:wenn|weil|falls)",
  "(?:lach\\w*|arger\\w*|scham\\w*) (?:mich|uns|sich|mir) (?:fast |halb )?(?:tot|kaputt|schlapp)",
  "(?:sterb\\w*|verhunger\\w*|stirbt) (?:fast |bald )?(?:vor|an) (?:hunger|lachen|durst|langeweile|scham|neugier|hitze|kalte)",
  "(?:schlagt|schlug|geschlagen) (?:mich|uns) (?:\\w+ )?(?:im|in|beim|i am) (?:schach|(?:tisch)?tennis|spiel\\w*|fussball|kartenspiel|laufen|quiz)",
  "suizid(?:rate|pravention|statistik)\\w*|suiciderate|selbstmordrate\\w*",
  // French
  "mort(?:e|s|es)? de (?:rire|faim|fatigue|honte|trouille|peur|soif|froid|chaud)",
  "(?:meurs|mourir|meurt|creve|crever|mourais) (?:de|d')(?: |(?<='))?(?:faim|rire|soif|chaud|froid|honte|envie|ennui|fatigue)",
  "(?:chaleur|examen|boulot|travail|froid|attente|dos|pieds)\\w* (?:me|m'a|nous) (?:tue|tuent)",
  "me bat (?:toujours |souvent )?(?:aux?|a la|en)",
  "taux de suicide",
  // Spanish
  "(?:muero|morir|morirme|murio|morimos|muriendo|mori) de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|sed|aburrimiento|ganas|envidia|miedo|amor)",
  "(?:calor|examen|trabajo|frio|espalda|trafico|pies|dieta)\\w* me (?:esta |estan )?mata(?:n|ndo)?",
  "(?:tasa|tasas) de suicidios?",
  // Italian
  "(?:muoio|morire|morendo|morto|morta|morti|muore) (?:dal|dalla|di|da) (?:\\w+)",
  "(?:esame|caldo|lavoro|freddo|schiena|attesa)\\w* mi (?:uccide|uccidono|ammazza|sta (?:uccidendo|ammazzando))",
  "tasso di suicid\\w*",
  // Portuguese
  "(?:morrendo|morri|morrer|morro|morreu|morto|morta) (?:de|a) (?:fome|rir|sono|vergonha|frio|calor|sede|tedio|saudades?|medo|inveja|raiva)",
  "(?:calor|prova|trabalho|frio|exame|costas)\\w* (?:me|mata-me) (?:mata|esta matando|ta matando)",
  "taxa de suicidio",
  // Dutch
  "(?:lach\\w*|schrik\\w*|erger\\w*|schaam\\w*) (?:me|mij|mezelf) (?:kapot|dood|rot)",
  "(?:sterf|sterven|sterft|ga dood|stierf) van (?:de |het )?(?:honger|dorst|kou|hitte|lachen|schaamte|verveling)",
  // Polish
  "(?:umieram|umiera|umrzec|umre) (?:z|ze) (?:smiechu|glodu|nudow|zimna|wstydu|pragnienia|ciekawosci|goraca)",
  "(?:zabic|zabij|ubic) (?:ten |tego )?(?:proces|procesu|watek|zadanie|czas)",
];

/** The idioms as expressions, with what each requires of a text. */
export const IDIOMS = SOURCES.map((source) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "gu"),
  required: requiredBy(source),
}));

/** What stands in an idiom's place: no word, so that no pattern runs across it. */
const GAP = " … ";

/** A normalised text without its idioms, of which `found` are the strings that `IDIOMS` require. */
export function withoutIdioms(text: string, found: ReadonlySet<string>): string {
  // What stands in no idiom's place is of the text: nothing that is required can come up while they are taken out.
  return IDIOMS.reduce(
    (rest, { pattern, required }) => isMet(required, found) ? rest.replace(pattern, GAP) : rest,
    text,
  );
}
