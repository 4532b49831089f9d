import { type CrisisPattern, patterns } from "../types.ts";
import { gap } from "./gap.ts";
import { NO_HUMAN } from "./no_human.ts";

/** What asks for a question back, in one language, as lists of words (regular expressions on normalised text). */
interface States {
  /** Whole wordings of not waking any more, not being there any more, never having been born, sleeping for ever. */
  gone: string;
  /** Everything, the world, life: of which a feeling is said without "I". */
  all: string;
  /** Without feeling. */
  empty: string;
  /** For how long. */
  lasting: string;
  /** Whole wordings of a question about how much of something kills. */
  lethal: string;
}

/** Of somebody else's sleep, or of the hour. */
const OWN_SLEEP =
  "(?![^.!?]{0,70}(?:baby|babies|toddler|kids|children|\\w*kind(?:er|eren)?|bebe|enfants?|ninos?|bambin[oaie]|figli[oa]?|filh[oa]s?|criancas?|dzieck[oa]|dzieci|neighbou?rs?|nachbarn|roommate|parents|eltern|husband|wife|dog|hund|chien|perro|cane|early|fruh|tot|vroeg|temprano|presto|cedo|wczesnie|late|spat|tard|tarde|tardi|laat|pozno|\\d|hungover|kater|headache|sore|(?:he|she|they|er|il|elle|hij|zij) )(?![\\p{L}]))";

/** Grey may be the sky. */
const NO_WEATHER =
  "(?![^.!?]{0,60}(?:rain|fog|snow|weather|sky|winter|paint|regn|regen|nebel|schnee|wetter|himmel|pluie|pleut|brouillard|neige|lluv|lluev|niebla|pio[gv]|nebbia|chuv|chov|nevoeiro|mist|deszcz|mgla|snieg|pada))";

function states({ gone, all, empty, lasting, lethal }: States): CrisisPattern[] {
  return [
    ...patterns("distress", 1, [
      `(?=${gone})${OWN_SLEEP}(?:${gone})`,
      `(?:${all})${gap(4)}(?:${empty})[^.!?,]{0,30}(?:${lasting})${NO_WEATHER}`,
      `(?:${lasting})[^.!?,]{0,30}(?:${all})${gap(4)}(?:${empty})${NO_WEATHER}`,
      `(?<=^|[.!?] )(?:(?:${empty})[^.!?]{0,20}(?:${lasting})|(?:${lasting})${gap(3)}(?:${empty}))(?=[.!]|$)`,
    ]),
    ...patterns("poisoning", 1, [`(?=${lethal})(?![^.!?]{0,110}(?:${NO_HUMAN})(?!\\p{L}))(?:${lethal})`]),
  ];
}

export const STATES: readonly CrisisPattern[] = [
  states({
    gone:
      "(?:hop(?:e|ing)|wish(?:ing)?|pray(?:ing)?|rather|better|if only|wonderful|would like|relief|nice|love)(?: [\\p{L}']+){0,9} (?:not|never|without)(?: [\\p{L}']+){0,2} (?:wake|woke|woken|waking)(?: up)?(?: again| anymore| ever| tomorrow| in the morning| at all)?(?=[.!,]|$| and)|(?:not|never)(?: [\\p{L}']+){0,2} (?:want|wish|care|need) to (?:wake up|exist|be here|be around|see tomorrow|be on this (?:planet|earth))(?: again| anymore| tomorrow| in the morning)?(?=[.!]|$)|(?:wish|better|should|would)(?: [\\p{L}']+){0,5} (?:never|not)(?: [\\p{L}']+){0,3} (?:born|existed|conceived|had me)|(?:want|wish|like|love|let me|if i could|long)(?: [\\p{L}']+){0,4} (?:sleep|asleep|slumber)(?: [\\p{L}']+){0,2} (?:forever|for ?ever|for eternity|and never)|(?:hope|wish|want|rather)(?: [\\p{L}']+){0,6} (?:not be|not to be|be gone|not exist)(?: [\\p{L}']+){0,2} (?:tomorrow|by morning|in the morning|anymore)(?=[.!]|$)|hope(?: [\\p{L}']+){0,3} (?:tomorrow|morning) never comes",
    all:
      "everything(?! (?:in|on|at) the)|it all|all of it|the (?:whole )?world|life|my days|the days|every day|all days|nothing(?! (?:in|on) the)|my heart|my head|my mind|inside(?! the)",
    empty:
      "empty|emptiness|numb(?:ness)?|hollow|gr[ae]y|dull|flat|colou?rless|meaningless|dead|lifeless|pointless|unreal|black|far away|behind glass|like (?:fog|cotton wool|nothing)|fe(?:els?|lt|eling) (?:like )?(?:anything|real|right)|means? anything|reaches me|touches me",
    lasting:
      "(?:for|in|these|the last|the past|last few) (?:\\w+ )?(?:days|weeks|months|years|ages|a (?:long )?while)(?: now)?|for (?:a|so) (?:\\w+ )?(?:long|while|time|week|month|year)|since (?:the |last |my )?\\w+|day after day|week after week",
    lethal:
      "(?:can|could|do|will|would|might|is it possible to|is it possible that) (?:(?:you|i|one|people|someone|somebody|a (?:person|human|child|kid|teenager|man|woman)|an adult) )?(?:actually |really |even )?(?:die|dies|be killed|get killed|kill yourself|kill myself) (?:from|of|by|with|if|through)(?: [\\p{L}']+){0,3} (?:too (?:much|many)|overdos\\w+|over-?eating|eating|drinking|taking|swallowing|a lot of|lots of|(?:large|high|big) (?:amounts|doses|quantities))|can (?:too (?:much|many)|a lot of|large amounts of|an overdose of)(?: [\\p{L}'-]+){1,4} (?:kill|be (?:fatal|lethal|deadly))|(?:what|which)(?: [\\p{L}'-]+){0,3} (?:dose|dosage|amount|quantity)(?: [\\p{L}'-]+){0,6} (?:fatal|lethal|deadly|kills?)|how (?:much|many|high|big) (?!people|persons|men|women|soldiers|species|deaths)(?:[\\p{L}'-]+ ){1,5}?(?:(?:is|are|would be|can be|becomes?|to be) (?:considered )?(?:fatal|lethal|deadly)|(?:will|would|can|could|to|does it take to|do you need to) kill (?:you|me|someone|somebody|a (?:person|human|man|woman|teenager)|an adult))|(?:is|are) (?:[\\p{L}'-]+ ){1,4}(?:deadly|lethal|fatal|poisonous|toxic|dangerous)(?: (?:to|for) (?:humans|people|you))? (?:in|at|when taken in) (?:[\\p{L}]+ )?(?:large|high|big|great|huge|too (?:large|high)|certain|sufficient) (?:amounts?|quantit\\w+|doses?)|(?:fatal|lethal|deadly) (?:dose|amount|dosage) of (?:[\\p{L}'-]+ ){0,3}[\\p{L}'-]+",
  }),
  states({
    gone:
      "(?:hoffe|hoffentlich|wunsch\\w*|wollte|will|mochte|wurde|schon|lieber|liebsten|besser|gern)(?: [\\p{L}']+){0,9} (?:nicht|nie|nimmer)(?: (?:mehr|wieder|einfach|erst|morgen|je|einmal|noch|mal|nochmal))* (?:aufwach\\w*|aufzuwachen|wach werde|wach zu werden|aufgewacht)(?=[.!,]|$| und| muss| will| wurde)|(?:nie|nicht|gar nicht) (?:erst )?(?:auf die welt gekommen|geboren(?: worden)?)(?= (?:ware|worden|zu sein|bin)|[.!]|$)(?<=(?:ware|wunsch|besser|hatte|lieber)[^.!?]{0,60})|(?:fur immer|ewig|endlos) (?:schlafen|einschlafen|weiterschlafen)|(?:mag|will|mochte|wollte)(?: [\\p{L}']+){0,3} (?:nicht mehr|morgen nicht) (?:da|hier|am leben|existier\\w*)(?: sein)?(?=[.!]|$)|ware(?: [\\p{L}']+){0,3} nie geboren",
    all: "alles|die (?:ganze )?welt|das leben|mein leben|jeder tag|die tage|nichts|innerlich|in mir|innen",
    empty:
      "leer|leere|taub|dumpf|grau|hohl|stumpf|farblos|sinnlos|tot|leblos|gedampft|unwirklich|schwarz|wie (?:tot|betaubt|in watte)|fuhlt sich (?:echt|nach etwas)|(?:erreicht|beruhrt) mich",
    lasting:
      "seit (?:\\p{L}+ )?(?:tagen|wochen|monaten|jahren|langem|langer zeit|\\p{L}+)|tagelang|wochenlang|monatelang|tag fur tag|schon (?:tage|wochen|monate)",
    lethal:
      "(?:kann|konnte|konnen|stirbt)(?: (?:man|ich|jemand|ein mensch|menschen|ein erwachsener|ein kind))?(?: (?:auch|wirklich|eigentlich|tatsachlich|denn|schon|uberhaupt))* (?:an|von|durch|bei) (?:\\w+ ){0,2}?(?:zu ?viel\\w*|uberdos\\w*|zu grosse\\w* mengen?)(?: \\w+){0,4} ?(?:sterben|draufgehen|umkommen|[?]|$)|(?:ab|bei) (?:welche[rnm]?|wie ?viel\\w*)(?: \\w+){0,6} (?:todlich|letal|lebensgefahrlich|stirbt man)|(?:wie ?viele?|wie hoch|welche)(?: \\w+){0,7} (?:todlich|letal|lebensgefahrlich|bringt einen um|bringen einen um|totet einen|toten einen|um zu sterben)|ist (?:\\w+ ){1,4}(?:in|bei) (?:\\w+ )?(?:grossen|hohen|grosseren|zu (?:grossen|hohen)) (?:mengen|dosen|dosierungen?) (?:todlich|giftig|gefahrlich|lebensgefahrlich)|(?:ist|sind|kann|konnen) zu ?viele? (?:\\w+ ){1,3}(?:todlich|lebensgefahrlich|toten|umbringen)|(?:todliche|letale) (?:dosis|menge) (?:von |an )?\\w+",
  }),
  states({
    gone:
      "(?:espere|voudrais|aimerais|veux|prefererais|souhaite|prie|mieux)(?: [\\p{L}']+){0,9} (?:ne (?:pas|plus|jamais)|plus jamais|sans)(?: me| m'| se| s')?(?: ?[\\p{L}']+){0,2} (?:reveiller|reveille)(?=[.!,]|$| demain)|(?:jamais|pas) (?:(?:etre|ete) )?nee?(?=[.!,]|$)(?<=(?:aimerais|voudrais|mieux|prefere\\w*|souhaite\\w*|aurais)[^.!?]{0,60})|(?:dormir|m'endormir|endormir)(?: \\p{L}+)? (?:pour toujours|a jamais|pour l'eternite|et ne (?:plus|jamais))|(?:veux|voudrais|envie)(?: [\\p{L}']+){0,3} (?:plus|ne plus|pas) (?:exister|etre (?:la|ici)(?: demain)?)(?=[.!]|$)",
    all: "tout|le monde entier|la vie|ma vie|les jours|chaque jour|rien|a l'interieur|en moi",
    empty:
      "vide|engourdie?|gris|grise|creux|fade|eteinte?|mort|morte|sans (?:couleur|gout|sens)|terne|noir|irreel|ne me touche",
    lasting:
      "depuis (?:[\\p{L}']+ )?(?:jours|semaines|mois|ans|longtemps|[\\p{L}']+)|pendant des (?:jours|semaines|mois)|jour apres jour|des (?:jours|semaines|mois) que|(?:ca|cela) fait (?:des|\\p{L}+) (?:jours|semaines|mois)",
    lethal:
      "(?:peut-?on|on peut|peut-il|est-il possible de|est-ce qu'on peut|est-ce que l'on peut)(?: [\\p{L}']+){0,3} (?:mourir|mourrir)(?: [\\p{L}']+){0,2} (?:de trop|d'une (?:overdose|surdose)|d'un exces|trop|(?:en|si on) (?:mangeant|buvant|prenant|avalant|mange|boit|prend))|(?:quelle|quel)(?: [\\p{L}']+){0,2} (?:dose|quantite)(?: [\\p{L}'-]+){0,6} (?:mortelle?|letale?|fatale?|tue)|(?:combien|a partir de combien)(?: [\\p{L}'-]+){1,7} (?:mortelle?s?|letale?s?|fatale?s?|pour mourir|tuer (?:quelqu'un|un homme|une personne))|(?:mortelle?s?|toxiques?|dangereux|dangereuses?|letale?s?) (?:a|en) (?:\\p{L}+ )?(?:forte|haute|grande|grosse)s? (?:doses?|quantites?)|(?:trop|un exces) de (?:[\\p{L}'-]+ ){1,3}(?:peut|peuvent)(?: \\w+)? (?:tuer|etre mortel\\w*)|dose (?:mortelle|letale) (?:de |d')[\\p{L}]+",
  }),
  states({
    gone:
      "(?:espero|quisiera|quiero|ojala|desearia|preferiria|gustaria|mejor)(?: [\\p{L}']+){0,9} (?:no|nunca|jamas|sin)(?: [\\p{L}']+){0,3} (?:despertar(?:me)?|despierte|despertara)(?=[.!,]|$| manana| nunca| mas)|(?:ojala|mejor|quisiera|desearia|gustaria)(?: [\\p{L}']+){0,5} (?:no|nunca|jamas) (?:haber |hubiera |hubiese |haya )(?:nacido|existido)|(?:dormir(?:me)?|quedarme dormid[oa])(?: \\p{L}+)? (?:para siempre|eternamente|y no despertar|por siempre)|(?:no|ya no) quiero (?:existir|estar aqui|despertar|seguir aqui)(?: mas| manana)?(?=[.!]|$)",
    all: "todo|el mundo|la vida|mi vida|los dias|cada dia|nada|por dentro|dentro de mi",
    empty:
      "vaci[oa]|vacios|gris|grises|apagad[oa]|hueco|entumecid[oa]|adormecid[oa]|muert[oa]|sin (?:color|sentido|sabor)|plano|negr[oa]|irreal|me llega|me toca",
    lasting:
      "(?:desde )?hace (?:\\p{L}+ )?(?:dias|semanas|meses|anos|tiempo|\\p{L}+)|desde \\p{L}+|durante (?:dias|semanas|meses)|llevo (?:\\p{L}+ )?(?:dias|semanas|meses)|dia tras dia",
    lethal:
      "(?:puede|pueden|podria|se puede|puedo|es posible)(?: (?:una persona|alguien|uno|un (?:nino|adulto)))?(?: \\w+){0,2} (?:morir(?:se)?|matarse)(?: \\w+){0,2} (?:por|de|con|si|al|comiendo|bebiendo|tomando)(?: \\w+){0,4} (?:demasiad\\w+|much\\w+|exceso|sobredosis|tomar|comer|beber)|(?:te )?(?:puedes|mueres) (?:morir )?(?:por|de|con|si)(?: \\w+){0,3} (?:demasiad\\w+|exceso|sobredosis)|(?:que|cual)(?: \\w+){0,3} (?:dosis|cantidad)(?: \\w+){0,6} (?:mortal|letal|fatal|mata)|(?:cuant[oa]s?)(?: \\w+){1,6} (?:mortal(?:es)?|letal(?:es)?|fatal(?:es)?|para morir|mata[nr]? a (?:una persona|alguien|un hombre))|(?:mortal|letal|toxic[oa]|peligros[oa]|venenos[oa]) en (?:\\w+ )?(?:grandes|altas|elevadas) (?:cantidades|dosis)|(?:demasiad[oa]s?|exceso de) (?:\\w+ ){1,3}(?:puede|pueden) (?:matar|ser (?:mortal|letal))|dosis (?:letal|mortal) de \\w+",
  }),
  states({
    gone:
      "(?:spero|vorrei|voglio|magari|preferirei|meglio|prego)(?: [\\p{L}']+){0,9} (?:non|mai|senza)(?: [\\p{L}']+){0,2} (?:svegliar\\w+|risvegliar\\w+|svegliassi|risveglio)(?=[.!,]|$| piu| mai| domani)|(?:vorrei|meglio|magari|preferirei|mai)(?: [\\p{L}']+){0,5} (?:non|mai)(?: [\\p{L}']+){0,2} (?:nat[oa]|esistit[oa])|(?:vorrei|voglio|potessi)(?: \\p{L}+){0,2} (?:dormire|addormentarmi)(?: \\p{L}+)? (?:per sempre|in eterno|e non svegliarmi)|non (?:voglio|vorrei) (?:piu )?(?:esistere|esserci|essere qui|svegliarmi)(?: piu| domani)?(?=[.!]|$)",
    all: "tutto|il mondo|la vita|la mia vita|le giornate|ogni giorno|niente|nulla|dentro(?: di me)?",
    empty:
      "vuot[oa]|grigi[oa]|spent[oa]|intorpidit[oa]|mort[oa]|senza (?:colore|senso|sapore)|piatt[oa]|ner[oa]|ovattat[oa]|irreale|mi tocca",
    lasting:
      "da (?:\\p{L}+ )?(?:giorni|settimane|mesi|anni|tempo|\\p{L}+)|per (?:giorni|settimane|mesi)|giorno dopo giorno|sono (?:giorni|settimane|mesi) che",
    lethal:
      "(?:si puo|si muore|posso|e possibile|una persona puo)(?: \\w+){0,2} ?(?:morire )?(?:per|di|da|con|se|mangiando|bevendo|prendendo)(?: \\w+){0,3} (?:tropp\\w+|eccesso|overdose|sovradosaggio)|(?:che|quale|qual e la|quant[aoei])(?: \\w+){1,7} (?:letal[ei]|mortal[ei]|fatal[ei]|per morire|uccide(?:re)? (?:una persona|un uomo|qualcuno))|(?:mortal[ei]|letal[ei]|tossic\\w+|pericolos\\w+|velenos\\w+) (?:in|ad?) (?:\\w+ )?(?:grandi|alte|forti|elevate|alta|grosse) (?:quantita|dosi|dose)|tropp[oaei] (?:\\w+ ){1,3}(?:puo|possono) (?:uccidere|essere (?:mortale|letale))|dose (?:letale|mortale) di \\w+",
  }),
  states({
    gone:
      "(?:espero|quero|queria|gostava|gostaria|oxala|tomara|preferia|melhor)(?: [\\p{L}'-]+){0,9} (?:nao|nunca|jamais|sem)(?: [\\p{L}']+){0,3} (?:acordar|acordasse|acorde)(?=[.!,]|$| mais| amanha| nunca)|(?:oxala|tomara|queria|gostava|gostaria|preferia|melhor|devia|quem dera)(?: [\\p{L}']+){0,5} (?:nao|nunca|jamais) (?:ter |tivesse |haver )?(?:nascido|existido|nascer)|(?:dormir|adormecer)(?: \\p{L}+)? (?:para sempre|pra sempre|eternamente|e (?:nao|nunca)(?: mais)? acordar)|(?:nao|ja nao) quero (?:mais )?(?:existir|estar aqui|estar ca|acordar)(?: mais| amanha)?(?=[.!]|$)",
    all: "tudo|o mundo|a vida|a minha vida|os dias|cada dia|nada|por dentro|dentro de mim",
    empty:
      "vazi[oa]|cinzent[oa]|cinza|oc[oa]|apagad[oa]|dormente|anestesiad[oa]|mort[oa]|sem (?:cor|sentido|sabor|graca)|negr[oa]|irreal|me toca",
    lasting:
      "(?:desde )?ha (?:\\p{L}+ )?(?:dias|semanas|meses|anos|tempo|\\p{L}+)|faz (?:\\p{L}+ )?(?:dias|semanas|meses)|desde \\p{L}+|durante (?:dias|semanas|meses)|dia apos dia",
    lethal:
      "(?:pode-se|podemos|posso|da para|e possivel|uma pessoa pode|alguem pode|se pode)(?: \\w+){0,2} (?:morrer)(?: \\w+){0,2} (?:por|de|com|se|a|comendo|bebendo|tomando)(?: \\w+){0,4} (?:demasiad\\w+|demais|muit\\w+|excesso|overdose|sobredosagem|comer|beber|tomar)|(?:morre-se|a gente morre)(?: \\w+){0,5} (?:demasiad\\w+|demais|excesso)|(?:que|qual)(?: \\w+){0,3} (?:dose|quantidade)(?: \\w+){0,6} (?:mortal|letal|fatal|mata)|(?:quant[oa]s?)(?: \\w+){1,6} (?:morta(?:l|is)|leta(?:l|is)|fata(?:l|is)|para morrer|mata[mr]? uma pessoa)|(?:mortal|letal|toxic[oa]|perigos[oa]|venenos[oa]) em (?:\\w+ )?(?:grandes|altas|elevadas) (?:quantidades|doses)|(?:demasiad[oa]s?|excesso de) (?:\\w+ ){1,3}(?:pode|podem) (?:matar|ser (?:mortal|letal))|dose (?:letal|mortal) de \\w+",
  }),
  states({
    gone:
      "(?:hoop|wou|wil|zou|liever|liefst|graag|beter|mocht)(?: [\\p{L}']+){0,9} (?:niet|nooit)(?: [\\p{L}']+){0,2} (?:wakker)(?: [\\p{L}']+){0,2}(?=[.!,]|$)|(?:was|liever|beter|wou|had|zou)(?: [\\p{L}']+){0,5} nooit (?:\\p{L}+ )?(?:geboren|bestaan)|(?:voor altijd|eeuwig|voorgoed) (?:te )?(?:slapen|inslapen|doorslapen)|(?:wil|hoef)(?: [\\p{L}']+){0,3} (?:niet meer|morgen niet)(?: meer)? (?:te )?(?:bestaan|er zijn|hier zijn)(?=[.!]|$)",
    all: "alles|de (?:hele )?wereld|het leven|mijn leven|de dagen|elke dag|niets|niks|van ?binnen",
    empty:
      "leeg|dof|grijs|grauw|verdoofd|gevoelloos|hol|vlak|kleurloos|zinloos|dood|zwart|onwerkelijk|raakt me|doet me iets",
    lasting:
      "al (?:\\p{L}+ )?(?:dagen|weken|maanden|jaren|tijden)|al een (?:\\p{L}+ )?(?:week|maand|jaar|tijd|tijdje)|sinds \\p{L}+|dag na dag|(?:dagen|weken|maanden)(?:lang| lang)",
    lethal:
      "(?:kun|kan|kunnen|ga) (?:je|men|ik|iemand|een mens|mensen)(?: \\w+){0,2} (?:dood(?:gaan)?|sterven|overlijden)?(?: \\w+)? ?(?:van|aan|door|als) (?:\\w+ ){0,3}?(?:te ?veel|een overdosis|grote hoeveelheden)|(?:bij|vanaf|welke|hoeveel|hoe hoog)(?: \\w+){1,7} (?:dodelijk|fataal|letaal|levensgevaarlijk|om dood te gaan)|is (?:\\w+ ){1,4}(?:in|bij) (?:\\w+ )?(?:grote|hoge) (?:hoeveelheden|doses|doseringen|hoeveelheid) (?:dodelijk|giftig|gevaarlijk)|(?:dodelijk|giftig|gevaarlijk) (?:in|bij) (?:\\w+ )?(?:grote|hoge) (?:hoeveelheden|doses|hoeveelheid)|(?:is|kan) te ?veel (?:\\w+ ){1,3}(?:dodelijk|fataal)|dodelijke (?:dosis|hoeveelheid) \\w+",
  }),
  states({
    gone:
      "(?:chce|chcialbym|chcialabym|oby|wolalbym|wolalabym|lepiej|mam nadzieje|zeby)(?: [\\p{L}']+){0,9},? (?:nie|nigdy|wiecej nie)(?: [\\p{L}']+){0,3} (?:obudzi\\w*|obudze|budzic|obudzil\\w*)(?=[.!,]|$)|(?:lepiej|chcialbym|chcialabym|wolalbym|wolalabym|zaluje|szkoda|oby|po co|wole)(?: [\\p{L}',]+){0,5} (?:nigdy|nie)(?: [\\p{L}']+){0,2} (?:urodzi\\w+|istnial\\w*|urodzona|urodzony)|(?:zasnac|spac)(?: \\p{L}+)? (?:na zawsze|na wieki|wiecznie)|(?:nie chce|nie chcialbym|nie chcialabym) (?:juz |jutro )?(?:istniec|byc tu|tu byc|wstawac rano nigdy)(?: jutro| wiecej)?(?=[.!]|$)",
    all: "wszystko|swiat|caly swiat|zycie|moje zycie|dni|kazdy dzien|nic|w srodku|we mnie",
    empty:
      "pust\\w+|szar\\w+|odretwial\\w+|bez (?:sensu|koloru|smaku)|martw\\w+|puste|gluch\\w+|czarn\\w+|nierealn\\w+|mnie nie (?:rusza|cieszy)",
    lasting:
      "od (?:\\p{L}+ )?(?:dni|tygodni|miesiecy|lat|dawna|\\p{L}+)|(?:calymi|przez) (?:dniami|tygodniami|wiele dni|tygodnie|miesiace)|dzien za dniem",
    lethal:
      "(?:czy|mozna)(?: \\w+){0,3} (?:umrzec|umiera sie)(?: \\w+){0,2} (?:od|z|po|przez|jedzac|pijac)(?: \\w+){0,3} (?:zbyt|za|nadmiar\\w*|przedawkowan\\w+|duz\\w+)|(?:jaka|ile|jak duza|od ilu|od jakiej)(?: \\w+){1,7} (?:smierteln\\w+|zabija|zabije czlowieka|zabic czlowieka|zeby umrzec)|(?:smierteln\\w+|trujac\\w+|toksyczn\\w+|niebezpieczn\\w+) w (?:\\w+ )?(?:duzych|wysokich|wiekszych) (?:ilosciach|dawkach)|czy (?:w duzych (?:ilosciach|dawkach) )(?:\\w+ ){1,4}(?:smierteln\\w+|trujac\\w+|zabija)|(?:za|zbyt) duzo (?:\\w+ ){1,3}(?:moze zabic|zabija|jest smierteln\\w+)|smierteln\\w+ (?:dawk\\w+|ilosc) \\w+",
  }),
].flat();
