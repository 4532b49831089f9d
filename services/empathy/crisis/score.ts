import type { Catch } from "./net.ts";

/** One reason for or against, with its weight. */
export interface Feature {
  name: string;
  weight: number;
}

/** A feature of the sentence (or whole message) around a catch. */
interface Test {
  name: string;
  weight: number;
  /** Where it is looked for. */
  where: "sentence" | "message";
  pattern: RegExp;
}

const any = (words: string, flags = "") =>
  new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, `u${flags}`);

/**
 * The weights are set by hand, so that each can be argued with; the unit is one step of a pattern's weight (1 a hint … 4 an
 * act). What raises follows the questions of risk screening: plan, means, time, preparation (Posner et al. 2011,
 * Columbia-Suicide Severity Rating Scale). What lowers says that the words are about something else.
 */
const RAISES: readonly Test[] = [
  {
    name: "now",
    weight: 1,
    where: "sentence",
    pattern: any(
      "tonight|right now|today|tomorrow|in an hour|this evening|heute|jetzt|gleich|morgen|ce soir|maintenant|demain|aujourd'hui|esta noche|hoy|ahora|manana|stasera|stanotte|oggi|adesso|domani|hoje|agora|amanha|vanavond|vannacht|vandaag|dzis|dzisiaj|teraz|jutro",
    ),
  },
  {
    name: "plan",
    weight: 0.5,
    where: "message",
    pattern: any(
      "decided|i have a plan|have got a plan|planning|made up my mind|beschlossen|decide|decidi\\w*|deciso|besloten",
    ),
  },
  {
    name: "means",
    weight: 1,
    where: "message",
    pattern: any(
      "pills|gun|rope|noose|razor|blade|overdose|tabletten|seil|strick|pistole|corde|pistolet|cachets|pastillas|pistola|soga|pillole|corda|comprimidos|pillen|touw|tabletki",
    ),
  },
  {
    name: "goodbye",
    weight: 1,
    where: "message",
    pattern: any(
      "goodbye|farewell|forgive me|abschied|lebt wohl|adieu|adios para siempre|addio|adeus|vaarwel|zegnajcie",
    ),
  },
];

const FIRST_PERSON = any(
  "i|me|my|myself|ich|mich|mir|mein\\w*|je|j'\\p{L}+|moi|mon|ma|mes|yo|mi|me|quiero|io|voglio|penso|ho|eu|meu|minha|quero|estou|vou|ik|mij|mijn|mezelf|chce|mysle|sie|mnie|tengo|estoy|ich's",
);

const EARNEST = any(
  "seriously|not joking|no joke|i mean it|for real|really am|i am serious|im ernst|wirklich|serieux|en serio|de verdad|davvero|serio|serieus|echt",
);

const LAUGHS = any("haha\\w*|laughing|lol|lmao|rofl|jk|just kidding|jaja\\w*|mdr|ptdr|kkkk\\w*|rsrs|xd|hihi");

const PAST = any(
  "(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|many|several|some) years ago|years ago|long ago|back then|as a (?:teenager|kid|child)|when i was (?:young|\\d+|a)|used to|in (?:18|19|20)\\d\\d|vor (?:\\w+ )?jahren|fruher|il y a (?:\\w+ )?ans|hace (?:\\w+ )?anos|ha anos|(?:\\w+ )?anni fa|(?:\\w+ )?anos atras|jaren geleden|lat temu",
);

const NOW_WELL = any(
  "glad (?:that )?i (?:did not|survived|am alive|failed)|life is good|i am (?:better|fine|okay|ok|happy|safe) now|today i (?:volunteer|help|am fine|work)|do not worry|love my life|recovered|today i am (?:a|an) \\w+ and happy|(?:years?|months?) free of|heute geht es mir gut|aujourd'hui ca va|hoy estoy bien|oggi sto bene|hoje estou bem|nu gaat het goed|dzis jest dobrze",
);

/** Words of a text about the subject: news, fiction, study, work. */
const ABOUT = any(
  "essay|novel|books?|story|stories|characters?|movies?|films?|series|plot|scene|lyrics?|songs?|poem|play|game|(?<!top )level(?! of the)|hero|heroine|villain|king|queen|homework|papers?(?! (?:are )?in order)|articles?|first aid|topic|outline|slides|news|reported|reports?|headline|summari[sz]e|translate|translation|mean|means|meaning|define|definition|policy|policies|insurance|handbook|guidelines?|protocol|statistics|rates?|study|studies|researchers?|thesis|lecture|in class|course|curriculum|training|nursing|discharge|admitted|patients?|author|hotline|helpline|prevention|documents?|history|historical|according to|chapter|hamlet|romeo|juliet|explain\\w*|database|server|process|linux|roman|buch|handelt|aufsatz|hausaufgabe\\w*|artikel|nachrichten|studie|ubersetze|bedeutet|livre|article|chanson|traduis|pelicula|libro|articulo|cancion|traduce|significa|canzone|traduci|livro|filme|musica|traduza|boek|artikel|liedje|vertaal|betekent|ksiazka|piosenka|\\w*versicherung|assurance|seguro de vida|assicurazione|\\w*verzekering|ubezpieczenie|prevencion|prevencao|prevenzione|\\w*praventi\\w+|estudio|estudo|etude|notice|prospecto|bula|bijsluiter|ulotka|packungsbeilage",
);

/** A trifle as the object of despair. */
const TRIFLE = any(
  "printer|meeting|report|football|team|software|code|bug|excel|spreadsheet|wifi|laptop|computer|car|traffic|weather|diet|chess|tennis|holiday|vacation|subscription|invoice|contract|email|emails",
);

/** A bare name of the subject, which says nothing of who is meant. */
const BARE =
  /^(?:commit )?(?:suicid\w*|suizid\w*|selbstmord\w*|freitod|zelfmoord\w*|zelfdoding|samoboj\w*|self[- ]?harm\w*|automutil\w*|autolesi\w*)$/u;

/** "Thinking about it again": a sentence whose "I" is left out. */
const UNSAID_I =
  /^[^\p{L}]*(?:thinking|thought|standing|sitting|climbed|up|on the|tied|bought|wrote|saving|saved|the bleeding|living|life|death|existence|everything|want|wanting|feel|feeling|going|just|cannot|planning|honestly|denke|pense|pensando|pienso)(?!\p{L})/u;

/**
 * Words that name death, an act or its means. Despair without any of them is asked about ("there is no point", "better off without me"); with them help is
 * shown.
 */
const EXPLICIT = any(
  "di(?:e|ed|es|ying)|dead|death|kill\\w*|murder\\w*|suicid\\w*|end(?:ing)? (?:it|things|everything|my life|this life|all)|hang\\w*|jump\\w*|overdos\\w*|shoot\\w*|drown\\w*|drive|steer|gave away|done with life|out of (?:this|my) life|wak(?:e|ing) up|exist\\w*|liv(?:e|ing)|alive|stay here|disappear\\w*|vanish\\w*|grave|funeral|goodbyes?|farewell|forever|for good|pills?|tablets?|meds|medication|insulin|rope|noose|gun|pistol|rifle|knife|blade|razor\\w*|bridge|roof|ledge|cliff|tracks|train|balcony|(?:last|final) (?:message|words|night|evening|day|letter)|letzte[rn]? (?:abend|tag|nacht)|derni(?:er|ere) (?:soir|jour|nuit)|ultim[oa] (?:noche|dia|notte|sera|giorno|noite)|laatste (?:avond|nacht|dag)|ostatni\\w* (?:noc|dzien|wieczor)|note|letters?|do it|a plan|time or place|this (?:world|earth)|crash|gone|was not here|not be (?:here|around)|hurt myself|harm\\w*|stupid|kids?" +
    "|sterb\\w*|gestorben|tot|tod\\w*|umbring\\w*|umzubringen|bring\\w* mich um|leben(?! macht| hat| ist)|selbstmord\\w*|suizid\\w*|freitod|lebensmude|erhang\\w*|aufhang\\w*|springen|spring\\w*|aufwach\\w*|existier\\w*|am leben|welt|erde|verschwind\\w*|ende|schluss|tabletten|pillen|schlaftabletten|strick|seil|messer|klinge|waffe|pistole|brucke|dach|gleis\\w*|zug|abschied\\w*|pulsadern|antu\\w*|folgen|nie wieder" +
    "|mour\\w*|morte?s?|creve\\w*|tuer|suicid\\w*|pendre|finir|vivre|exister|reveiller|ce monde|cette (?:terre|planete)|disparaitre|partir|sauter|jeter|cachets|comprimes|medicaments|somniferes|corde|couteau|lame|pistolet|pont|toit|rails|adieux?|lettre|fin a|betise|rejoindre|mes jours" +
    "|mori\\w*|muer\\w*|matar\\w*|suicid\\w*|ahorcar\\w*|viv(?:ir|o|a|iendo)|existir|despert\\w*|este mundo|desaparecer|tirarme|saltar|pastillas|soga|cuerda|cuchillo|pistola|puente|azotea|vias|carta|despedida|acabar con|para siempre|fin a" +
    "|morire|mort[oa]|uccider\\w*|uccido|ammazz\\w*|impicc\\w*|farla finita|finita|vivere|esistere|svegliar\\w*|questo mondo|sparire|scomparire|buttarmi|saltare|pillole|pastiglie|sonniferi|corda|coltello|ponte|tetto|binari|addio|lettera|fine a|per sempre|raggiunger\\w*|togliermi" +
    "|morrer|mort[oa]|matar\\w*|enforc\\w*|viver|acordar|deste mundo|acabar com|atirar-me|comprimidos|remedios|corda|faca|ponte|telhado|linha|para sempre|fim a" +
    "|dood\\w*|sterven|zelfmoord|zelfdoding|leven(?! heeft| is)|bestaan|wakker|deze wereld|verdwijn\\w*|van kant|ophangen|springen|pillen|touw|mes|brug|dak|spoor|trein|afscheid\\w*|eind\\w* aan|er niet meer" +
    "|umrzec|umre|smierc\\w*|zabic|zabije|samoboj\\w*|zyc|zycia|istniec|obudz\\w*|zniknac|powiesic|skoncz\\w*|skoczyc|tabletk\\w*|lek\\w*|lina|noz|most\\w*|dach\\w*|tory|pozegn\\w*|tego swiata",
);

/**
 * Wishes not to wake, not to have been, to be fetched, and weariness of living: they name life or sleep, and still are asked about, as long as nothing else is
 * named beside them.
 */
const PASSIVE = any(
  "(?:not|never|nie|nicht|nimmer|ne|plus|jamais|pas|no|nunca|jamas|non|mai|nao|niet|nooit|nigdy)(?: [\\p{L}']+){0,4} (?:wak(?:e|ing)|woke\\w*|wakker\\w*|aufwach\\w*|aufzuwachen|reveill\\w*|despert\\w*|svegli\\w*|risvegli\\w*|acord\\w*|obudz\\w*|exist\\w*|esist\\w*|bestaan|istnie\\w*)(?: up)?(?: (?:again|tomorrow|anymore|ever|mehr|wieder|demain|manana|domani|amanha))*" +
    "|(?:done|finished|through) with (?:being alive|living)|(?:tired|sick|weary|exhausted|mude|satt|fatiguee?|lasse?|marre|cansad[oa]|hart[oa]|stanc[oa]|stuf[oa]|fart[oa]|moe|zat|beu|zmeczon\\w+|dosc)(?: (?:of|with|from|das|des|von|vom|de|di|d'|van|het|tego|to|zu))*(?: ?(?:this|my|the|diesem|dieses|meinem|cette|la|esta|mi|questa|mia|minha|a|dit|mijn))?(?: ?)(?:living|being alive|alive|life|existing|existence|leben|lebens|vivre|vie|etre en vie|vivir|vida|estar viv[oa]|vivere|vita|viver|leven|bestaan|zycia|zyciem|exist\\w*|esist\\w*)|des lebens mude|lebensmude|levensmoe" +
    "|care (?:if|whether) i (?:live|am alive|wake up)(?: or (?:die|not))?|(?:disappear|vanish|disparaitre|desaparecer|sparire|scomparire|sumir|verschwinden|verdwijnen|zniknac)(?! (?:forever|for good|for ever|and never|fur immer|pour toujours|a jamais|para siempre|per sempre|para sempre|voor altijd|na zawsze))" +
    "|(?:sleep|asleep|schlafen|einschlafen|dormir|dormirme|m'endormir|addormentarmi|dormire|adormecer|slapen|inslapen|zasnac)(?: \\p{L}+)? (?:forever|for ever|fur immer|pour toujours|para siempre|per sempre|para sempre|voor altijd|na zawsze)",
  "g",
);

/** What would happen if: a question, where nothing was done yet. */
const HYPOTHETICAL = any(
  "(?:what (?:would|will|does|might|could)|would it|will it)(?: [\\p{L}']+){0,3} (?:happens?|be|kill|hurt)(?: [\\p{L}']+){0,3} if|what happens if|what if|(?:was|wie) (?:passiert|ware|wurde)(?: \\p{L}+){0,3},? wenn|(?:que|qu'est-ce qui)(?: [\\p{L}'-]+){0,3} (?:passe|passerait|arrive|arriverait)(?: [\\p{L}'-]+){0,2} si|que (?:pasa|pasaria|sucede|me pasaria)(?: \\p{L}+)? si|(?:che )?cosa (?:succede|succederebbe|mi succede) se|(?:can|could) (?:you|one|i|someone|somebody|a person|people)(?: (?:actually|really))? die|kann man(?: \\p{L}+){0,8} sterben|(?:peut-on|on peut) mourir|(?:se puede|puede uno|puedes) morir|si puo morire|(?:pode-se|se pode|da para) morrer|kun je(?: \\p{L}+){0,6} (?:doodgaan|sterven)|mozna(?: \\p{L}+){0,3} umrzec|o que (?:acontece|aconteceria) se|wat gebeurt er (?:als|wanneer)|co sie stanie,? (?:jesli|jak|gdy)",
);
const ALREADY = any(
  "just|already|now|gerade|schon|jetzt|eben|deja|maintenant|viens de|ya|ahora|acabo de|gia|adesso|appena|agora|acabei|net|nu|zojuist|juz|teraz|wlasnie",
);

/** Whether so much kills, asked. */
const DOSE = /(?:lethal|deadly|fatal)$/u;
const ASKING = /^[^\p{L}]*(?:is|are|would|will|can|could|how|what|which)(?!\p{L})/u;

const NEGATED =
  /(?<![\p{L}\d])(?:not|never|no longer|without|nobody|kein\w*|nicht|nie|ne|pas|no|nunca|non|mai|nao|niet|nooit|geen|nie)(?: \p{L}+){0,3} ?$/u;

const QUOTED_BEFORE = /(?:^|[\s(:])["'\u201C\u201E\u00AB\u2039][^"'\u201D\u00BB]{0,60}$/u;
const QUOTED_AFTER = /^[^"'\u201C\u201D\u00BB]{0,60}["'\u201D\u201C\u00BB]/u;

/** Kinds that say of themselves that somebody else is meant. */
const OTHERS = new Set(["other_person", "medical", "poisoning", "abuse", "violence"]);

/** Means that also serve to play and to work, and what shows that they do. */
const MEANS = any(
  "rope|belt|cord|cable|chain|scarf|sheets?|leash|roof\\w*|viadu\\w*|bridge|tracks|rails|edge|window ?sill|overpass|cliff|car park|tower|building|strick|seil|gurtel|kabel|leine|\\w*brucke|\\w*dach|gleise?n?|corde|ceinture|draps?|toit|pont|cuerda|puente|tejado|azotea|corda|ponte|tetto|telhado|touw|riem|brug|dak|lina|line|sznur|most|moscie|dachu",
);
const LEISURE = any(
  "boats?|sail\\w*|ship|dock|swing|hammock|tents?|climbing (?:wall|gear|rope)|laundry|clothes ?line|washing line|dogs?|horses?|goats?|christmas|lights|luggage|trailer|roof rack|views?|sunset|sunrise|stars|photos?|pictures?|fishing|fireworks|friends|picnic|beer|repair\\w*|fix(?:ing|ed)?|clean\\w*|paint\\w*|gutters?|tiles?|solar|antenna|chimney|concert|for (?:the|my|a) (?:train|bus|friend)|zonnepanelen|solar\\w*|panneaux|paneles|pannelli|schoon\\w*|which way|directions?|turn (?:left|right)|how do i get|lost|museum|tour|with (?:my|the) (?:kids|family|wife|husband|girlfriend|boyfriend)|(?:das|ein|am|im|dem|mein|unser|het|een|de) boot\\w*|\\p{L}+boot\\w*|boote?n|segel\\w*|schaukel\\w*|hund\\w*|aussicht|foto\\w*|sonnenuntergang|reparier\\w*|streich\\w*|dachrinne|ziegel\\w*|feuerwerk|bateau\\w*|vue|reparer?|photo|balancoire|barco|columpio|vista|reparar|altalena|barca|riparare|balanco|reparar|schommel|uitzicht|repareren|lodz|hustawk\\w*|widok|naprawi\\w*|hangematte|amaca|hamac|hamaca|rede|corde a linge|(?:gros )?bouchons?|embouteillages?|stau|traffic jam|atasco|gymnase|gimnasio|palestra|turnhalle|laub|kehre|fege|leaves|sweep\\w*|ladder|tyres?|where (?:is|are)|feuilles|hojas|barr(?:o|er|iendo)|balaie|foglie|folhas|bladeren|lisci\\w*|schnee|snow|handwerker|roofers?|dachdecker\\w*|grafana|server|network|ethernet|usb|hdmi|charg\\w*",
);

/** A medicine as it is meant to be taken. */
const ROUTINE = any(
  "as (?:prescribed|directed|usual|always)|with (?:breakfast|lunch|dinner|food|a glass of water)|(?:doctor|gp|nurse|dentist) (?:said|told|prescribed)|prescribed|antibiotics?|vitamins?|supplements?|every (?:day|morning|evening|night)|daily|on (?:time|schedule)|for my (?:headache|back|knee|cold|flu)|vaccin\\w*|wie (?:verordnet|verschrieben|immer)|zum fruhstuck|gegen (?:kopfschmerzen|die erkaltung)|jeden (?:tag|morgen|abend)|antibiotik\\w*|vitamin\\w*|comme prescrit|chaque (?:jour|matin|soir)|contre le mal de tete|antibiotiques?|segun lo (?:prescrito|recetado)|cada (?:dia|manana|noche)|antibiotico\\w*|come prescritto|ogni (?:giorno|mattina|sera)|per il mal di testa|antibiotic\\w*|conforme prescrito|todos os dias|zoals voorgeschreven|elke (?:dag|ochtend|avond)|zgodnie z zaleceniem|codziennie|antybiotyk\\w*",
);

/** Who beats whom at a game. */
const PLAY = any(
  "(?:(?:at|in|on|with|by|i am|beim|im|am|bei|au|aux|a la|a|al|a las|en|de|bij|met|op|in het|no|na|ao|nas|w) )(?:the |de |het |his |her |their |einem |einer |\\w+[- ])?(?:\\w*chess|draughts|checkers|\\w*tennis|ping[- ]?pong|cards?|poker|fifa|mario(?: kart)?|minecraft|golf|games?|board games?|video games?|rac(?:e|es|ing)|running|swimming|sprint|monopoly|scrabble|\\w*football|soccer|basketball|badminton|squash|darts|pool|snooker|bowling|arm wrestling|wrestling|karate|judo|boxing|uno|go|rummy|backgammon|trivia|quiz\\w*|points|schach|skat|\\w*spiel\\w*|\\w*ball|\\w*laufen|schwimmen|rennen|\\w*kegeln|wettlauf|kicker|dame|billard|echecs|cartes|jeux?|dames|foot|petanque|course|belote|ajedrez|cartas|parchis|futbol|juegos?|domino|carreras?|damas|scacchi|carte|briscola|calcio|giochi|corsa|carte|dama|xadrez|futebol|jogos?|corridas?|sueca|schaken|kaarten|kaartspel|spel(?:letjes)?|dammen|voetbal|hardlopen|szachy|szachach|karty|kartach|pilke|pilce|gry|grach|tenisa|warcaby|tysiaca|tenis)",
);

/** What somebody looks up of people long dead. */
const RECORDS = any(
  "(?:death|birth) certificates?|family tree|genealog\\w*|ancest\\w*|archives?|parish|register|coroner|obituar\\w*|sterbeurkunde\\w*|stammbaum\\w*|ahnen\\w*|archiv\\w*|nachruf|kirchenbuch\\w*|acte de deces|arbre genealogique|necrologi\\w*|certificado de defuncion|arbol genealogico|archivos?|certificato di morte|albero genealogico|archivio|certidao de obito|assento de obito|certificado de obito|arvore genealogica|arquivos?|overlijdensakte|stamboom|archief|akt zgonu|aktu zgonu|drzew\\w+ genealogiczn\\w+|archiw\\w+",
);

/** The body gives way to hunger. */
const FAILING = any(
  "pass(?:ed|ing)? out|faint\\w*|collaps\\w*|blood|hospital|ohnmachtig|blut|evanoui\\w*|sang|desmay\\w*|sangre|svenut\\w*|sangue|flauwgevallen|bloed|zemdla\\w*|krew",
);

/** Despair and hunger are asked about, however they are worded. */
const ASKED_ABOUT: ReadonlySet<string> = new Set(["distress", "eating"]);

/** The second stage, of precision: the features that speak for and against one catch, its own weight first. */
export function weigh(text: string, caught: Catch): Feature[] {
  const [start, end] = sentenceAround(text, caught.index);
  const sentence = text.slice(start, end);
  const before = text.slice(start, caught.index);
  const after = text.slice(caught.index + caught.words.length, end);
  const oblique = caught.kind === "suicide" && caught.weight < 4 && !caught.named &&
    !EXPLICIT.test(sentence.replace(PASSIVE, " "));
  const asks = caught.kind === "poisoning" && HYPOTHETICAL.test(sentence) && !ALREADY.test(sentence);
  const doses = DOSE.test(caught.words) && ASKING.test(sentence);
  const weight = oblique || asks || doses || ASKED_ABOUT.has(caught.kind) ? 1 : caught.weight;
  const features: Feature[] = [{
    name: `${caught.kind}: ${caught.words}${oblique ? " (nothing is named)" : ""}`,
    weight,
  }];
  const earnest = EARNEST.test(text);
  const own = FIRST_PERSON.test(sentence);
  if (caught.weight >= 2 && caught.kind !== "poisoning") {
    for (const { name, weight: more, where, pattern } of RAISES) {
      if (weight === 1 && where === "sentence") continue;
      const around = where === "message" ? text : sentence;
      if (pattern.test(around) && (own || OTHERS.has(caught.kind))) features.push({ name, weight: more });
    }
  }
  if (caught.kind === "eating" && own && FAILING.test(text)) {
    features.push({ name: "the body gives way", weight: 1 });
  }
  const lowers = (name: string, weight: number) => features.push({ name, weight: -weight });
  const clause =
    before.split(/[,;:]|(?<![\p{L}])(?:but|aber|mais|pero|ma|mas|maar|ale)(?![\p{L}])/u).at(-1) ?? "";
  if (NEGATED.test(clause) && !ownNegation(caught.words)) lowers("negated", 3);
  if (QUOTED_BEFORE.test(before) && QUOTED_AFTER.test(after)) lowers("quoted", 3);
  if (!caught.language && ABOUT.test(sentence)) {
    lowers(
      "about the subject",
      caught.kind === "poisoning" && !own ? 4 : firstPersonWords(caught.words) ? 2 : 3,
    );
  } else if (!own && !UNSAID_I.test(sentence)) {
    if (caught.own) lowers("nobody's own", 3);
    else if (BARE.test(caught.words) && !OTHERS.has(caught.kind)) lowers("nobody's own", 2);
    else if (caught.kind === "medical") lowers("nobody near", 2);
  }
  if (!earnest && LAUGHS.test(text)) lowers("in jest", 2);
  if (PAST.test(sentence)) lowers("long past", caught.kind === "poisoning" ? 3 : 1.5);
  if (caught.kind === "poisoning" && weight === 4 && ROUTINE.test(sentence)) {
    lowers("as it is meant to be taken", 4);
  }
  if (caught.weight >= 2 && MEANS.test(caught.words) && LEISURE.test(sentence)) {
    lowers("about play or work", 4);
  }
  if (caught.kind === "abuse") {
    const clause = before.split(/[,:]/u).at(-1) + caught.words + after.split(/[,:]/u)[0];
    if (PLAY.test(clause)) lowers("at play", 3);
  }
  if (caught.kind !== "medical" && caught.weight < 4 && RECORDS.test(text)) lowers("looked up", 3);
  if (NOW_WELL.test(text)) lowers("well now", 2);
  if (caught.weight === 1 && TRIFLE.test(sentence.replace(caught.words, " "))) lowers("about a trifle", 1);
  return features;
}

function firstPersonWords(words: string): boolean {
  return FIRST_PERSON.test(words);
}

/** Whether the caught words hold their own "not", as in "do not want to live". */
function ownNegation(words: string): boolean {
  return /(?<![\p{L}])(?:not|never|no|nobody|nie|nicht|kein\w*|plus|no|ya no|non|nao|niet|nooit|geen|nothing|cannot)(?![\p{L}])/u
    .test(words);
}

/** Where the sentence around a place begins and ends. */
function sentenceAround(text: string, index: number): [start: number, end: number] {
  const marks = /[.!?\n;\u2026\u3002\uff01\uff1f\u061f\u0964]/gu;
  let start = 0;
  for (const mark of text.matchAll(marks)) {
    if (mark.index >= index) return [start, mark.index];
    start = mark.index + 1;
  }
  return [start, text.length];
}
