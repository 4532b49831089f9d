import { type CrisisPattern, patterns } from "../types.ts";
import { gap } from "./gap.ts";

/** Violence within a family, and hurting oneself by other means than a blade, in one language, as lists of words. */
interface Home {
  /** Who beats. */
  who: string;
  /** What they do, before whom they do it to, or after. */
  does: string;
  /** The same as a participle at the end; empty where verbs never stand there. */
  done: string;
  whom: string;
  /** Whole wordings of burning, scratching, hitting oneself, with what shows that it was meant. */
  self: string;
}

function home({ who, does, done, whom, self }: Home): CrisisPattern[] {
  const last = done ? `|(?:${who})${gap(3)}(?:${whom})${gap(4)}(?:${done})` : "";
  return [
    ...patterns("abuse", 3, [`(?:${who})${gap(3)}(?:${does})${gap(2)}(?:${whom})${last}`]),
    ...patterns("self_harm", 3, [self]),
  ];
}

export const HOME: readonly CrisisPattern[] = [
  home({
    who:
      "(?:my |our |his |her |their |the )?(?:step|foster |ex-?|grand)?(?:dad|daddy|father|mum|mom|mother|brother|sister|uncle|aunt|husband|wife|partner|boyfriend|girlfriend|cousin|pa|neighbou?r)(?:'s (?:new )?(?:boyfriend|girlfriend|husband|wife|partner))?",
    does:
      "(?:beats?(?: up)?|beating(?: up)?|hits?|hitting|slaps?|slapping|slapped|punch(?:es|ed|ing)|kicks?|kicked|kicking|whips?|belts|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|thrash(?:es|ed)|hurts|hurting|smacks?|smacking|abus(?:es|ed|ing)|beaten|burns|molest(?:s|ed)|lays? hands on|raises? (?:his|her) hand (?:to|against|at)|throws things at)(?: up)?(?: on)?",
    done: "",
    whom:
      "(?:(?:my|our|the|his|her|their) (?:\\w+ ){0,2}?)?(?:(?:half|step)?-?(?:brother|sister)s?|siblings?|mum|mom|mother|dad|father|sons?|daughters?|kids?|child|children|baby|babies|twins?|toddler|wife|husband|girlfriend|boyfriend|grandma|grandmother|grandpa|nan|nieces?|nephews?|cousins?|little ones?|boy|girl)(?!'s)(?! (?:up )?(?:by (?:\\w+ )?(?:points|seconds|minutes|\\d+)|to the))",
    self:
      "(?:stubb?(?:ed|ing)|put(?:ting)?|press(?:ed|ing)?|h[eo]ld(?:ing)?|push(?:ed|ing)?)(?: [\\p{L}']+){0,3} (?:cigarettes?|lighter|match(?:es)?|iron|flame|joint|smoke)(?: [\\p{L}']+){0,2} (?:on|onto|into|against|to|under|out on) my(?: own)?(?: \\w+)? (?:arms?|skin|wrists?|legs?|thighs?|hands?|palms?|stomach|ankle)|(?:burn(?:ed|t|ing)?|scratch(?:ed|ing)?|hit(?:ting)?|punch(?:ed|ing)?|bit(?:ten|ing)?|slap(?:ped|ping)?|pinch(?:ed|ing)?|bang(?:ed|ing)?|slamm?(?:ed|ing)?|smash(?:ed|ing)?|pick(?:ed|ing)?|claw(?:ed|ing)?|scrap(?:ed|ing)) (?:at |away at )?(?:my|the|a)(?:self)?(?: [\\p{L}']+){0,6} (?:on purpose|deliberately|intentionally|(?:until|till) (?:it|i|they|my \\w+) (?:bleeds?|bled|hurts?|(?:is|are|was|were) (?:raw|bleeding|bruised|numb)|bruises?)|to (?:feel something|punish myself|calm down|make it stop|cope))|(?:bang|hit|slam|smash|punch|beat)(?:ed|ing|ming|med)? my (?:head|fists?|hands?|knuckles|forehead) (?:against|on|into) (?:the |a )?(?:\\w+ )?(?:wall|floor|doors?|desk)(?: [\\p{L}']+){0,2} (?:again|until|every|when(?:ever)?|on purpose|over and over|because)|(?:burn(?:ed|t|ing)?|scratch(?:ed|ing)?|hurt(?:ing)?|hit(?:ting)?|punch(?:ed|ing)?) myself(?: [\\p{L}']+){0,3} (?:again|every night|every day|when(?:ever)? i)(?![^.!?]{0,60}(?:oven|stove|iron|pan|kettle|cook|bak|grill|sun|hob|cat|toaster|soup|coffee|tea|fell|bike|run|train|gym))",
  }),
  home({
    who:
      "(?:(?:mein|meine|unser|unsere|sein|ihr|der|die) )?(?:\\w*vater|papa|\\w*mutter|mama|\\w*bruder|\\w*schwester|\\w*onkel|\\w*tante|mann|frau|freund|freundin|opa|oma|cousin|nachbar|partner|ex)(?: meiner (?:mutter|schwester))?",
    does:
      "schlagt|schlug|haut|prugelt|verprugelt|ohrfeigt|tritt|wurgt|misshandelt|boxt|tut|peitscht|schuttelt|qualt",
    done:
      "(?:geschlagen|verprugelt|gehauen|getreten|gewurgt|geohrfeigt|misshandelt|verdroschen|weh ?getan|geschuttelt|schlagt|verprugelt|prugelt|haut|wurgt)",
    whom:
      "(?:(?:meine?[nmr]?|unsere?[nmr]?|ihre?[nmr]?|seine?[nmr]?|den|die|das|dem|der) (?:\\w+ ){0,2}?)?(?:\\w*bruder|\\w*schwestern?|geschwister\\w*|mutter|mama|vater|papa|sohn|tochter|kinder\\w*|kind|baby|zwillinge|frau|oma|opa|jungen|madchen|cousine?)",
    self:
      "(?:mir|mich)(?: \\w+){0,4} (?:feuerzeug|zigaretten?|kippe|streichholz\\w*)(?: \\w+){0,4} (?:verbrannt|versengt)(?![^.!?]{0,60}(?:kerze|grill|versehen|anzund))|(?:zigaretten?|feuerzeug|kippe|streichholz|bugeleisen)(?: \\w+){0,3} (?:auf|an|in|gegen) (?:mein\\w*|der|dem|die|den)(?: \\w+)? (?:haut|arm\\w*|hand\\w*|bein\\w*|oberschenkel)(?: \\w+)? ?(?:ausgedruckt|gedruckt|gehalten|verbrannt)?|(?:mich|mir)(?: \\w+){0,5} (?:absichtlich|mit absicht|bis (?:es|ich) (?:blutet|blute|weh ?tut))(?: \\w+){0,5} ?(?:gekratzt|verbrannt|geschlagen|gebissen|zerkratzt|verletzt)?|(?:schlage|schlug|haue|hammere|kratze|beisse|verbrenne|knalle)(?: (?:mir|mich|mit|den|die|meinen|meine))*(?: \\w+){0,4} (?:gegen die wand|an die wand|blutig|absichtlich|mit absicht|bis es (?:blutet|weh ?tut))|(?:kopf|faust|fauste|hand)(?: \\w+){0,3} (?:gegen|an) (?:die|eine) wand(?: \\w+){0,3} (?:geschlagen|gehauen|gedonnert|gehammert|schlage)|mich(?: \\w+){0,2} wieder(?: selbst)? (?:verbrannt|gekratzt|verletzt)(?![^.!?]{0,60}(?:ofen|herd|pfanne|kochen|backen|bugel|sonne|grill|katze|sport))",
  }),
  home({
    who:
      "(?:(?:mon|ma|notre|son|sa|le|la) )?(?:beau-?|belle-?)?(?:pere|papa|mere|maman|frere|soeur|s.ur|oncle|tante|mari|femme|copain|copine|compagnon|conjoint|cousin|voisin)(?: de ma (?:mere|soeur))?",
    does:
      "bat|frappe|gifle|tape|cogne|etrangle|maltraite|brutalise|fouette|tabasse|secoue|frappait|battait|a (?:frappe|battu|gifle|tape|cogne)",
    done: "",
    whom:
      "(?:mon|ma|mes|notre|nos|son|sa|ses|le|la|les)(?: \\w+){0,2}? (?:frere|soeur|s.ur|freres|soeurs|mere|pere|maman|papa|fils|fille|enfants?|bebe|gosses?|femme|jumeaux|cousine?|gamins?)|sur (?:mon|ma|mes) (?:\\w+ )?(?:frere|soeur|mere|enfants?)",
    self:
      "(?:cigarette|briquet|allumette|megot)s?(?: [\\p{L}']+){0,3} (?:sur|contre|dans) (?:ma|mon|mes|la|le|les)(?: \\w+)? (?:bras|peau|main|jambes?|cuisses?|poignets?)|(?:me|m')(?: ?[\\p{L}']+){0,5} (?:brulee?|griffee?|frappee?|mordue?|blessee?|gratte|griffe|frappe|tape)(?: [\\p{L}']+){0,3} (?:expres|volontairement|jusqu'au sang|avec (?:un|mon|une) (?:briquet|cigarette))|(?:tape|cogne|frappe|tapee?|cognee?)(?: [\\p{L}']+){0,4} (?:la tete|ma tete|les poings|le poing|mes poings)?(?: ?[\\p{L}']+){0,2} (?:contre|dans) (?:le|les|un) murs?(?: [\\p{L}']+){0,3} (?:expres|encore|jusqu|chaque|quand|pour)",
  }),
  home({
    who:
      "(?:(?:mi|nuestro|nuestra|su|el|la) )?(?:padre|papa|madre|mama|padrastro|madrastra|hermano|hermana|tio|tia|marido|mujer|esposo|esposa|novio|novia|abuelo|abuela|primo|vecino|pareja)(?: de mi (?:madre|hermana))?",
    does:
      "(?:(?:le|les) )?(?:pega|golpea|abofetea|patea|azota|maltrata|estrangula|pegaba|golpeaba|pego|golpeo|ha (?:pegado|golpeado)|esta (?:pegando|golpeando)|da (?:palizas|golpes|cachetadas))",
    done: "",
    whom:
      "a? ?(?:mi|mis|nuestro|nuestra|su|sus|la|el|los)(?: \\w+){0,2}? (?:herman[oa]s?|hermanit[oa]s?|madre|padre|mama|papa|hij[oa]s?|ninos?|ninas?|bebe|abuela|mujer|esposa|sobrin[oa]s?|gemelos|prim[oa]s?)",
    self:
      "(?:cigarrillo|cigarro|mechero|encendedor|colilla)s?(?: \\w+){0,3} (?:en|contra|sobre) (?:mi|el|la|los|las)(?: \\w+)? ?(?:brazos?|piel|mano|piernas?|muslos?|munecas?)|(?:me)(?: \\w+){0,3} (?:queme|quemado|quemo|arane|aranado|arano|rasguno|rasgune|golpeo|golpee|golpeado|mordi|muerdo)(?: \\w+){0,5} (?:a proposito|aposta|adrede|hasta (?:sangrar|que))|(?:me )?(?:golpeo|golpee|doy|di|pego|pegue)(?: \\w+){0,4} (?:cabeza|punos?|cabezazos|punetazos)(?: \\w+){0,2} (?:contra|a|en) (?:la|las|una) pared(?:es)?",
  }),
  home({
    who:
      "(?:(?:il|la|lo) )?(?:(?:mio|mia|suo|sua|nostro) )?(?:padre|papa|madre|mamma|patrigno|matrigna|fratello|sorella|zio|zia|marito|moglie|ragazzo|fidanzato|nonno|nonna|cugino|vicino|compagno)(?: di (?:mia|mamma|mamma mia|mia madre))?",
    does:
      "picchia|picchiava|colpisce|schiaffeggia|mena|maltratta|strangola|prende a (?:calci|pugni|schiaffi|cinghiate)|ha (?:picchiato|colpito|schiaffeggiato|menato)|frusta|alza le mani (?:su|con|contro)|scuote",
    done: "",
    whom:
      "(?:(?:il|la|le|i) )?(?:mi[oae]i?|suo|sua|suoi|nostr[oai])(?: \\w+){0,2}? (?:fratell\\w+|sorell\\w+|madre|padre|mamma|papa|figl\\w+|bambin\\w+|nonna|moglie|cugin\\w+|gemelli|nipot\\w+)|i (?:bambini|figli|piccoli)|il bambino|la bambina|mamma",
    self:
      "(?:sigarett[ae]|accendino|mozzicone|fiammifero)(?: \\w+){0,3} (?:sul|sulla|sulle|contro|addosso|nel)(?: \\w+)? ?(?:bracci[oa]|pelle|mano|gamb[ae]|cosc[ei]a?|polso|polsi)|(?:mi)(?: \\w+){0,2} (?:bruciat[oa]|graffiat[oa]|colpit[oa]|mors[oa]|brucio|graffio|colpisco|mordo)(?: \\w+){0,5} (?:apposta|di proposito|volutamente|fino a (?:sanguinare|farmi male)|con (?:l'|un )?accendino)|(?:sbatto|sbattuto|batto|picchio|tiro|tirato)(?: \\w+){0,3} (?:testa|pugni|pugno|testate)(?: \\w+){0,2} (?:contro (?:il|un)|al|sul|nel) muro",
  }),
  home({
    who:
      "(?:(?:o|a) )?(?:(?:meu|minha|nosso|seu) )?(?:pai|papa|mae|mama|padrasto|madrasta|irmao|irma|tio|tia|marido|mulher|namorado|namorada|avo|primo|vizinho|companheiro)(?: da (?:minha )?(?:mae|irma))?",
    does:
      "(?:bate|batia|bateu|espanca|espancou|agride|agrediu|maltrata|chicoteia|estrangula|da (?:murros|pontapes|tareias|surras|bofetadas))(?: (?:em|na|no|nas|nos|a|ao|a))?",
    done: "",
    whom:
      "(?:(?:o|a|os|as|no|na|nos|nas|em|ao) )?(?:meu|minha|meus|minhas|nosso|seu|sua)(?: \\w+){0,2}? (?:irma[os]?s?|irmaos|irmas|irmaozinho|irmazinha|mae|pai|filh[oa]s?|criancas?|bebe|avo|mulher|sobrinh[oa]s?|prim[oa]s?)|(?:na|nas|as) criancas?|(?:no|nos|os) (?:miudos?|filhos?)",
    self:
      "(?:cigarros?|isqueiro|beata|fosforo)(?: \\w+){0,3} (?:no|na|contra|nos|nas)(?: (?:meu|minha))?(?: \\w+)? ?(?:bracos?|pele|mao|pernas?|coxas?|pulsos?)|(?:queimei|queimo|arranhei|arranho|mordi|mordo|bato|bati|esmurro|esmurrei|arranho|me queimei|me arranhei)(?:-me)?(?: \\w+){0,8} (?:de proposito|propositadamente|ate (?:sangrar|doer|fazer sangue))|(?:bato|bati|dou|dei)(?: \\w+){0,4} (?:cabeca|murros?|socos?|punhos)(?: \\w+){0,2} (?:contra a|na|nas|contra) paredes?",
  }),
  home({
    who:
      "(?:(?:mijn|m'n|onze|zijn|haar|de) )?(?:stief|schoon|groot)?(?:vader|papa|pa|moeder|mama|ma|broer|zus|oom|tante|man|vrouw|vriend|vriendin|opa|oma|neef|buurman|partner|ex)(?: van (?:mijn (?:moeder|zus)|mama))?",
    does: "slaat|sloeg|schopt|mept|stompt|mishandelt|wurgt|knijpt|trapt|afranselt|ranselt|slaan",
    done: "geslagen|geschopt|mishandeld|gewurgd|gestompt|afgeranseld|in elkaar geslagen|slaat|mishandelt",
    whom:
      "(?:mijn|m'n|onze|zijn|haar|de|het)(?: \\w+){0,2}? (?:broertjes?|broer|zusjes?|zus|moeder|vader|mama|papa|zoontje|zoon|dochter\\w*|kinderen|kind|baby|vrouw|oma|opa|nichtje|neefje|tweeling)",
    self:
      "(?:sigaret\\w*|aansteker|peuk|lucifer)(?: \\w+){0,3} (?:op|tegen|in) (?:mijn|m'n|de)(?: \\w+)? ?(?:arm\\w*|huid|hand|been|benen|dijen|pols\\w*)|(?:mezelf|me|mijn)(?: \\w+){0,6} (?:expres|met opzet|opzettelijk|tot (?:bloedens|het bloedt|het pijn doet))(?: \\w+){0,4} ?(?:gebrand|verbrand|gekrabd|geslagen|gebeten)?|(?:sla|bonk|bonkte|sloeg|ram|stomp)(?: \\w+){0,5} (?:hoofd|vuisten|vuist)?(?: ?\\w+){0,2} tegen de muur|(?:hoofd|vuisten?)(?: \\w+){0,3} tegen de muur(?: \\w+){0,2} (?:geslagen|gebonkt|geramd)",
  }),
  home({
    who:
      "(?:(?:moj|moja|nasz|jej|jego) )?(?:ojciec|tata|ojczym|matka|mama|macocha|brat|siostra|wujek|ciotka|maz|zona|chlopak|dziadek|babcia|kuzyn|sasiad|partner|konkubent)(?: (?:mojej )?(?:mamy|matki|siostry))?",
    does:
      "bije|bil|uderza|uderzyl|uderzyla|pobil|pobila|kopie|dusi|katuje|tlucze|maltretuje|policzkuje|leje|bije po twarzy|zneca sie nad",
    done: "bije|pobil|pobila|uderzyl|uderzyla|katuje|leje|kopie|dusi",
    whom:
      "(?:(?:moj\\w+|nasz\\w+|swoj\\w+|jej|jego|mlodsz\\w+) ){0,3}(?:brata|braciszka|siostre|siostrzyczke|siostra|siostry|bratem|mame|matke|mama|matka|ojca|syna|synka|corke|coreczke|dzieci|dziecko|dzieckiem|dziecmi|babcie|zone|kuzyn\\w+)",
    self:
      "(?:papieros\\w*|zapalniczk\\w+|zapalk\\w+|niedopalek)(?: \\w+){0,3} (?:na|o|do|w)(?: (?:moj\\w+|wlasn\\w+))? ?(?:rece|reke|ramieniu|skorze|skore|udzie|nodze|dloni|ramie|nadgarst\\w+)|(?:przypalam|przypalilem|przypalilam|drapie|podrapalem|podrapalam|bije|gryze|uderzam) sie(?: \\w+){0,5} (?:celowo|specjalnie|umyslnie|do krwi|zapalniczka|papierosem)|(?:celowo|specjalnie|umyslnie)(?: \\w+){0,3} (?:sie )?(?:przypal\\w+|podrapal\\w+|drapie|poparzyl\\w+|uderz\\w+|gryze)|(?:wale|walilem|walilam|uderzam|tluke|bije)(?: \\w+){0,3} (?:glowa|piesciami|piescia|reka)(?: \\w+)? (?:w|o) sciane",
  }),
].flat();
