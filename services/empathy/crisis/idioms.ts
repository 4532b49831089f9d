import { isMet, requiredBy } from "./required.ts";

/** Nobody means it where the cause is a trifle; what makes it grave must not stand beside it. */
const OVER_A_TRIFLE =
  "(?:[ ,]+(?!myself|mich|mir|himself|me)[\\p{L}']+){0,5}?(?=[,:;]|[.!] [\\p{L}]| (?:for|because|when|who|weil|wenn|parce|car|quand|qui|porque|cuando|que|perche|quando|che|omdat|als|bo|kiedy) )(?![^]{0,120}(?:knife|gun|messer|waffe|couteau|cuchillo|coltello|faca|noz|pistol\\w*|tonight|asleep|serious\\w*|ernst|not joking|mean it|did to (?:me|my|us)|hurt\\w*|hits?|beats?|beat|rap(?:ed|ist)|abus\\w*|touch\\w*|voices?|stimmen|schlagt|vergewalt\\w*|angetan|frappe|viol\\w*|pega|picchia|bate|slaat|bije|skrzywdzil\\w*|fez a|hizo a)(?![\\p{L}]))";

/**
 * Everyday wordings that borrow the words of a crisis. They are taken out of the text and the REST is scanned: "this exam is
 * killing me and I want to die" keeps its second half. All on normalised text.
 */
const SOURCES: readonly string[] = [
  // Wishing somebody dead over a trifle, in all languages
  `(?:could|would)(?: (?:just|happily|honestly|cheerfully|gladly|really|almost))* (?:strangle|throttle|murder|kill)${OVER_A_TRIFLE}`,
  `(?:going to|will) (?:strangle|throttle|murder|kill)(?=[^]{0,120}(?:haha|lol|lmao)(?![\\p{L}]))${OVER_A_TRIFLE}`,
  "(?:konnte|wurde)(?: (?!mich|mir)\\p{L}+){1,6} (?:erwurgen|wurgen|umbringen|ermorden|killen|erschlagen)" +
  OVER_A_TRIFLE,
  `(?:(?:pourrais|je vais) (?:l'|le |la |les )?(?:etrangler|tuer|assassiner)|etranglerais|tuerais)${OVER_A_TRIFLE}`,
  `(?:podria (?:matar|estrangular|asesinar)|mataria|estrangularia|ahorcaria)${OVER_A_TRIFLE}`,
  `(?:potrei (?:strozzare|uccidere|ammazzare|strangolare)|strozzerei|ucciderei|ammazzerei|strangolerei)${OVER_A_TRIFLE}`,
  `(?:(?:podia|poderia|era capaz de) (?:matar|estrangular|esganar)|matava|estrangulava|esganava)${OVER_A_TRIFLE}`,
  "(?:kan|kon|zou)(?: (?!me |mezelf)\\p{L}+){1,6} (?:wurgen|vermoorden|omleggen)" + OVER_A_TRIFLE,
  `(?:(?:moglbym|moglabym)(?: \\p{L}+){0,3} (?:udusic|zabic|zamordowac)|udusil(?:by|aby)m|zabil(?:by|aby)m|zamordowal(?:by|aby)m)${OVER_A_TRIFLE}`,
  // English
  "(?:heat|heatwave|cold|job|work|boss|hunger|exams?|training|workout|stairs|commute|humidity|hangover)(?: \\w+){0,2} (?:is going to|will|going to|might|would) (?:kill|murder|finish) (?:me|us)(?: off)?",
  "(?:hope|hoping|praying|pray|so)(?: the| my| our)? (?:baby|toddler|kids?|little one|children|twins) (?:does|do|will|would) not wake(?: up)?",
  "(?:be|been|is) the death of me",
  "(?:starv|freez|boil|roast|melt|bor|swelt|work)\\w* (?:me |us |myself |ourselves )?to death",
  "(?:dying|die|died) (?:in|from|of) (?:this|the|that) (?:heat|cold|sun|humidity|office|weather|traffic|meeting)",
  "(?:dying|die) (?:of|from) (?:the )?(?:heat|cold|overwork|hunger)",
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
  "(?:hitze|warme|kalte|arbeit|job|hunger|stress|wetter|training)(?: \\p{L}+){0,2} (?:bringt|macht|wird)(?: \\p{L}+){0,2} (?:um(?:bringen)?|fertig|kaputt)",
  "(?:sterbe|krepiere|gehe ein|verrecke|verhungere|zergehe)(?: \\p{L}+){0,2} (?:bei|in|vor) (?:dieser |der |diesem |dem |lauter )?(?:\\w*hitze|kalte|hunger|wetter|arbeit|durst|warme)",
  "(?:arbeite|schufte|langweile|schwitze|friere)(?: (?:mich|wir|uns|ich|hier))* (?:noch )?(?:tot|zu tode)",
  "(?:prufung|klausur|hitze|arbeit|job|stau|stress|kalte|projekt|rucken|fusse|warten|langeweile|diaten?|uni|schule)\\w* (?:bringt|bringen) mich (?:noch )?um",
  "(?:chefin|chef|mutter|vater|mama|papa|lehrerin|lehrer|frau|mann|trainer) (?:bringt|wird) mich (?:noch )?um(?:bringen)?,? (?:wenn|weil|falls)",
  "(?:lach\\w*|arger\\w*|scham\\w*) (?:mich|uns|sich|mir) (?:fast |halb )?(?:tot|kaputt|schlapp)",
  "(?:sterb\\w*|verhunger\\w*|stirbt) (?:fast |bald )?(?:vor|an) (?:hunger|lachen|durst|langeweile|scham|neugier|hitze|kalte)",
  "(?:schlagt|schlug|geschlagen) (?:mich|uns) (?:\\w+ )?(?:im|in|beim|i am) (?:schach|(?:tisch)?tennis|spiel\\w*|fussball|kartenspiel|laufen|quiz)",
  "suizid(?:rate|pravention|statistik)\\w*|suiciderate|selbstmordrate\\w*",
  // French
  "(?:chaleur|canicule|faim|boulot|travail|froid|boss|chef)(?: [\\p{L}']+){0,2} (?:va|vont|finira par) (?:me|nous) tuer",
  "mort(?:e|s|es)? de (?:rire|faim|fatigue|honte|trouille|peur|soif|froid|chaud)",
  "(?:meurs|mourir|meurt|creve|crever|mourais) (?:de|d')(?: |(?<='))?(?:faim|rire|soif|chaud|froid|honte|envie|ennui|fatigue)",
  "(?:chaleur|examen|boulot|travail|froid|attente|dos|pieds)\\w* (?:me|m'a|nous) (?:tue|tuent)",
  "me bat (?:toujours |souvent )?(?:aux?|a la|en)",
  "taux de suicide",
  // Spanish
  "(?:calor|hambre|trabajo|frio|jefe)(?: \\p{L}+){0,2} (?:me|nos) (?:va|van) a matar",
  "(?:muero|morir|morirme|murio|morimos|muriendo|mori) de (?:la )?(?:risa|hambre|sueno|verguenza|frio|calor|sed|aburrimiento|ganas|envidia|miedo|amor)",
  "(?:calor|examen|trabajo|frio|espalda|trafico|pies|dieta)\\w* me (?:esta |estan )?mata(?:n|ndo)?",
  "(?:tasa|tasas) de suicidios?",
  // Italian
  "(?:caldo|fame|lavoro|freddo|capo)(?: \\p{L}+){0,2} (?:mi|ci) (?:uccidera|ammazzera|fara morire)",
  "(?:muoio|morire|morendo|morto|morta|morti|muore) (?:dal|dalla|di|da) (?:\\w+)",
  "(?:esame|caldo|lavoro|freddo|schiena|attesa)\\w* mi (?:uccide|uccidono|ammazza|sta (?:uccidendo|ammazzando))",
  "tasso di suicid\\w*",
  // Portuguese
  "(?:calor|fome|trabalho|frio|chefe)(?: \\p{L}+){0,2} (?:vai (?:me )?matar(?:-me|-nos)?|mata-me|ainda me mata)",
  "(?:morrendo|morri|morrer|morro|morreu|morto|morta) (?:de|a) (?:fome|rir|sono|vergonha|frio|calor|sede|tedio|saudades?|medo|inveja|raiva)",
  "(?:calor|prova|trabalho|frio|exame|costas)\\w* (?:me|mata-me) (?:mata|esta matando|ta matando)",
  "taxa de suicidio",
  // Dutch
  "(?:hitte|kou|honger|werk|baas)(?: \\p{L}+){0,2} (?:wordt (?:nog )?mijn dood|maakt me (?:nog )?(?:kapot|dood))",
  "werk (?:me|mezelf) (?:nog )?(?:kapot|dood)",
  "(?:lach\\w*|schrik\\w*|erger\\w*|schaam\\w*) (?:me|mij|mezelf) (?:kapot|dood|rot)",
  "(?:sterf|sterven|sterft|ga dood|stierf) van (?:de |het )?(?:honger|dorst|kou|hitte|lachen|schaamte|verveling)",
  // Polish
  "(?:upal|goraco|glod|praca|mroz|szef)(?: \\p{L}+){0,2} (?:mnie|nas) (?:zabije|wykonczy|zabija|wykancza)",
  "(?:umieram|umiera|umrzec|umre|zdycham) (?:z|ze|w|od) (?:tego |tym |tej )?(?:upal\\w*|goraca|pracy|przepracowania|skwar\\w*)",
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
