import { type CrisisPattern, patterns } from "../types.ts";

/** Words between two parts of a family, within the clause. */
const some = (most: number) => `(?:[ ,'-]+[\\p{L}\\d']+){0,${most}}[ ,'-]+`;

/** What a language says of danger, as lists of words; `families` combines them. Normalised: no accents. */
interface Words {
  /** Being alive no longer, in the first person, and leaving the world. Whole wordings. */
  ceasing: string;
  /** What is said of others after one's death; farewells. Whole wordings. */
  farewell: string;
  /** Edges, rails, means: the places and preparations. Whole wordings. */
  brink: string;
  /** Hurting oneself, or starving. Whole wordings. */
  self: string;
  eating: string;
  /** Who hurts, what is done, whole wordings of being in somebody's power. */
  power: string;
  /** Wanting or fearing to hurt others. */
  violence: string;
  /** People near to the writer. */
  kin: string;
  /** What they say or do that makes one fear for them. */
  fear: string;
  /** Signs of an emergency, after `kin` or the first person. */
  signs: string;
}

/** The families of one language. */
function families(words: Words): CrisisPattern[] {
  return [
    ...patterns("suicide", 3, [words.ceasing]),
    ...patterns("suicide", 2, [words.farewell, words.brink]),
    ...patterns("self_harm", 3, [words.self]),
    ...patterns("eating", 3, [words.eating]),
    ...patterns("abuse", 3, [words.power]),
    ...patterns("violence", 3, [words.violence]),
    ...patterns("other_person", 3, [`(?:${words.kin})${some(5)}(?:${words.fear})`]),
    ...patterns("medical", 4, [`(?:${words.kin})${some(6)}(?:${words.signs})`]),
  ];
}

export const FAMILIES: readonly CrisisPattern[] = [
  families({
    ceasing:
      "(?:weg|raus|fort) (?:von|aus) (?:dieser|der) welt|(?:auf|in) (?:dieser|der) welt (?:mehr|nicht)|(?:kein\\w*|null) (?:bock|lust|kraft)(?: \\w+){0,2} (?:auf|zu|furs?) (?:leben|existieren)|(?:nicht|nimmer) (?:mehr )?(?:existieren|aufzuwachen|am leben)|(?:schmerzlos|schmerzfrei|sanft|ohne schmerzen) (?:zu )?(?:sterben|gehen|tot)|mein leben ist (?:vorbei|zu ende|nichts wert)|(?:dem ganzen|der sache|allem) (?:\\w+ )?ein ende|(?:mach\\w*|setz\\w*) (?:\\w+ ){0,3}ein ende|(?:ihm|ihr|meine[rm]? \\w+) (?:nur |bald )?(?:nach|folgen)(?=[.,!?]|$)|(?:von|aus) (?:dieser erde|diesem planeten)|keinen tag langer (?:aus )?auf (?:dieser|der) welt",
    farewell:
      "verzeiht mir|(?:bald|dann|danach)(?: \\w+){0,5} (?:keine sorgen mehr|nicht mehr da)|(?:niemand|keiner)(?: \\w+){0,3} (?:merken|vermissen|fehlen)(?=[^.!?]*(?:sterbe|tot|weg|bin))|(?:zeit|will|mochte|muss) (?:\\w+ )?zu gehen(?=[.,!?]|$)|(?:falle|bin) (?:\\w+ ){0,2}(?:zur last|nicht mehr gebraucht|eine last)|morgen (?:hat|gibt es) (?:\\w+ ){0,3}(?:keinen sinn|nicht mehr)|alles geregelt(?=[^.!?]*(?:mut|brief|gehen))",
    brink:
      "(?:sitze|stehe|war|bin)(?: \\w+){0,3} (?:auf dem dach|an den gleisen|auf der brucke|am abgrund|am gelander|auf dem gelander)(?! und (?:repariere|fotografiere))|(?:schlaftabletten|tabletten|pillen)(?: \\w+){0,4} (?:nicht mehr aufzuwachen|zu sterben)|angst(?: \\w+){0,2},? dass ich mir(?: \\w+){0,3} (?:antue|was tue)|mir etwas (?:an|antue|antun)",
    self:
      "(?:mich|mir)(?: \\w+){0,3} (?:geschnitten|geritzt|verbrannt)(?= (?:gestern|wieder|heute|absichtlich)|[.!]|$)(?<!(?:kochen|rasieren|finger|backen) \\w+)|arme (?:sind )?(?:voller?|voll mit|voll) (?:schnitte\\w*|narben)|zigaretten auf (?:meiner|meinem|der) (?:haut|arm\\w*)",
    eating:
      "(?:esse|gegessen)(?: \\w+){0,2} (?:seit|nichts)(?: \\w+){0,3} (?:tagen|nichts|dick)|(?:finger|zahnburste) in den hals|(?:kilo|kg)(?=[^.!?]*(?:breche|kotze|zu dick))",
    power:
      "(?:er|sie|mein|meine)(?: \\w+){0,2} (?:sperrt|schliesst|fasst|schlagt|zwingt|bedroht|prugelt|verfolgt|tritt|wurgt|verbietet) (?:mich|mir|uns)(?: \\w+){0,3}(?! (?:im|beim) (?:schach|tischtennis|tennis|spiel))|(?:zwangsverheirat\\w*|(?:steht|wartet|lauert)(?: \\w+){0,3} vor (?:meiner|meinem) (?:haus|tur|wohnung))|bringt mich um,? wenn ich (?:gehe|ihn verlasse|rede)|(?:jemand|einer)(?: \\w+){0,2} in meine[rm] (?:wohnung|haus)|wenn er (?:getrunken|betrunken)",
    violence:
      "(?:waffe|messer|pistole)(?: \\w+){0,3} (?:dabei|in die schule|mit in)|(?:ihn|sie) (?:abstechen|abknallen)|angst,? (?:\\w+ )?(?:meinem|meiner|dem) (?:\\w+ )?(?:baby|kind|sohn|tochter|frau)(?: \\w+)? (?:anzutun|weh zu tun)",
    kin:
      "(?:mein|meine|meiner|unser|unsere)(?: \\w+)? (?:vater|mutter|mann|frau|bruder|schwester|sohn|tochter|freund|freundin|kind|baby|kumpel|oma|opa|nachbarin|nachbar|kollege|kollegin)|papa|mama|opa|oma|das (?:baby|kind)|die nachbarin|er|sie",
    fear:
      "(?:nachste woche|bald|morgen) nicht mehr (?:da|hier) ist|nicht mehr leben|mit einem brief verabschiedet|ritzt|hungert|schreit (?:jede nacht|nachts)|ihr mann schlagt|vom leben|von der brucke|abschiedsnachricht",
    signs:
      "wacht nicht (?:mehr )?auf|atmet nicht|(?:ganz )?(?:grau|blau) im gesicht|nicht mehr sprechen|gesicht hangt|halt sich die brust|(?:reiniger|bleiche|putzmittel|batterie\\w*) (?:getrunken|geschluckt)|tabletten (?:geschluckt|genommen)|schlecht luft|keine luft|bewusstlos|reagiert nicht(?! auf (?:mails?|anrufe?))|krampft",
  }),
  families({
    ceasing:
      "(?:quitter|disparaitre de|partir de) (?:ce monde|cette planete|cette terre|cette vie)|(?:j?veux|voudrais|envie de)(?: \\w+){0,2} (?:crever|disparaitre(?: pour toujours| de)|plus (?:me )?reveiller)|(?:mourir|partir|en finir) sans (?:douleur|souffrir)|ma vie est (?:finie|foutue)|(?:plus|pas) (?:la |de )?(?:force|envie|raison) de (?:vivre|continuer a vivre|rester en vie)|(?:mets|mettre|mettrai) fin a (?:tout (?:ca|cela)|ma vie|mes jours)|(?:la|le) rejoindre|ne (?:pas|plus|jamais) me reveiller|(?:n'en|j?en) peux plus de (?:cette|la|ma) vie|plus etre la",
    farewell:
      "pardonnez-?moi|plus a vous inquieter pour moi|m'en vais pour toujours|(?:personne|qui)(?: \\w+){0,3} (?:remarquerait|manquerais?|pleurerait)|temps de partir(?=[.,!?]|$)|(?:suis|serais?) (?:\\w+ )?(?:un fardeau|inutile|un poids)|(?:demain|avenir) n'a plus de sens|tout (?:est )?range(?=[^.!?]*courage)",
    brink:
      "(?:assise?|debout|suis)(?: \\w+){0,2} (?:sur le rebord|sur le toit|au bord des rails|sur le pont|au bord du)|(?:somniferes|cachets|comprimes)(?: \\w+){0,5} (?:plus se reveiller|mourir)|peur de (?:faire une betise|me faire du mal|moi-meme)|pris tous les (?:cachets|comprimes|medicaments)",
    self:
      "(?:me|m') ?(?:coupe|couper|brule|bruler|entaille)(?: (?:quand|hier|encore|avec|pour|les (?:bras|veines|cuisses)))(?! (?:cuisin|les cheveux))|bras (?:sont )?(?:pleins?|couverts) de (?:cicatrices|coupures)",
    eating:
      "(?:mange|mangee?)(?: \\w+){0,2} (?:plus|rien)(?: \\w+)? depuis|doigts (?:dans|au fond de) la gorge|kilos et (?:je )?(?:vomis|encore trop)",
    power:
      "(?:il|elle|(?:mon|ma)(?: \\w+)? (?:mari|copain|pere|mere|ex|beau-pere|frere|copine|femme|oncle))(?: [\\p{L}']+){0,3}? (?:m'enferme|me touche|m'attend|me suit|m'a poussee?|m'a serre|me frappe|me bat|me menace|m'oblige|m'interdit|me prend (?:mon|mes)|me tuera)(?! (?:toujours )?(?:au|aux|a la))|(?:marier|mariage) (?:de force|force)|quelqu'un(?: \\w+){0,3} chez moi(?=[^.!?]*(?:cache|peur|aide))|(?:frappe|bat) quand (?:il|elle) (?:a|est) (?:bu|ivre|soul)",
    violence:
      "(?:vais|veux) (?:le|la|les) (?:planter|tuer|poignarder|descendre)|couteau sur moi|peur de faire (?:du )?mal a (?:mon|ma|mes) (?:bebe|fils|fille|enfants?|femme)",
    kin:
      "(?:mon|ma|mes|notre)(?: \\w+)? (?:pere|mere|mari|femme|frere|soeur|fils|fille|ami|amie|copain|copine|enfant|bebe|voisine?|grand-mere|grand-pere|collegue)|s.ur|papa|maman|le bebe|la voisine|elle|il",
    fear:
      "ne sera plus la|ne veut plus vivre|lettre d'adieu|se scarifie|ne mange plus|hurle la nuit|son mari la (?:bat|frappe)|sauter du",
    signs:
      "ne se reveille (?:pas|plus)|ne respire (?:pas|plus)|tout(?:e)? (?:gris|bleu)e?|(?:peut|arrive) plus (?:a )?(?:parler|bouger)|bouche tombe|se tient la poitrine|(?:bu|avale)(?: \\w+){0,2} (?:javel|produit|pile|medicaments|detergent)|respire mal|inconsciente?|s'etouffe",
  }),
  families({
    ceasing:
      "(?:irme|salir|desaparecer|partir) de este mundo|(?:no|ni) (?:quiero|puedo|me quedan)(?: \\w+){0,3} (?:existir|volver a despertar|despertar|la vida)|(?:morir|irme) sin (?:dolor|sufrir)|mi vida (?:se acabo|ya no vale|no vale)|(?:no tengo|sin|me quedan) (?:\\w+ )?(?:fuerzas|ganas|razones) (?:para|de) (?:seguir viviendo|vivir|seguir viva?)|(?:pongo|poner|ponerle) (?:\\w+ )?fin a (?:todo|mi vida|esto)|(?:irme|reunirme) con (?:ella|el)(?=[.,!?]|$)|(?:no|para no) (?:volver a )?despertar(?:me)?(?=[.,!?]|$)|no puedo con (?:la|mi|esta) vida",
    farewell:
      "perdonenme|perdonadme|me voy para siempre|(?:preocuparse|preocuparos) por mi|(?:nadie)(?: \\w+){0,2} (?:notaria|echaria|extranaria|lloraria)|hora de irme|(?:soy|fui) (?:\\w+ )?(?:una carga|un estorbo|inutil)|manana ya no (?:tiene|hay|estare)|deje todo arreglado",
    brink:
      "(?:sentada?o?|parada?o?|estuve|estoy)(?: \\w+){0,2} (?:en el borde|en la azotea|junto a las vias|en la cornisa|en el puente)|pastillas(?: \\w+){0,5} (?:no despertar|morir)|miedo de (?:hacerme|lo que (?:haga|pueda hacer))|trague todo|todo lo que habia en el botiquin",
    self:
      "(?:me|volvi a|vuelvo a|de) (?:corto|cortarme|corte|quemo|quemarme|rasguno)(?= (?:anoche|cuando|con|los|otra|ayer)|[.,!?]|$)(?! (?:cocinando|con el cuchillo cocinando|el pelo))|brazos (?:llenos|cubiertos) de (?:cortes|cicatrices)",
    eating:
      "(?:dias|semana) sin comer|(?:meto|metia)(?: \\w+){0,2} los dedos|kilos y (?:lo |todo )?(?:vomito|sigo gorda)",
    power:
      "(?:el|ella|mi(?: \\w+)? (?:marido|esposo|novio|padre|papa|ex|padrastro|tio|hermano|mujer|novia|madre))?(?: \\w+){0,2} ?(?:me pega|me encierra|me toca|me espera todas|me sigue|me empujo|me apreto|me quita el (?:telefono|movil|celular|dinero)|me amenaza|me obliga|me mata si (?:lo dejo|me voy|hablo))(?! (?:el calor|al ajedrez))|casarme a la fuerza|alguien(?: \\w+){0,3} en mi casa(?=[^.!?]*(?:escond|miedo|ayuda))",
    violence:
      "(?:voy a|quiero) (?:apunalar|matar|acuchillar)(?:lo|la|los)?|(?:lo|la|los) voy a (?:apunalar|matar|acuchillar)|cuchillo encima|miedo de hacerle dano",
    kin:
      "mi(?:s)?(?: \\w+)? (?:padre|madre|marido|mujer|esposa|hermano|hermana|hijo|hija|amigo|amiga|nino|nina|bebe|abuela|abuelo|vecina|companero|companera|novio|novia)|papa|mama|el bebe|la vecina|ella|el",
    fear:
      "ya no estara|no quiere (?:mas )?vivir|carta de despedida|se corta|no come|grita por las noches|su marido le pega|se quiere (?:morir|matar)|saltar del?",
    signs:
      "no (?:se )?despierta|no respira|(?:esta|se puso) (?:gris|azul|morado)|no puede (?:hablar|mover)|torcio(?: \\w+){0,2} la boca|se agarra el pecho|(?:bebio|trago|tomo)(?: \\w+){0,2} (?:lejia|cloro|pastillas|pila|veneno)|inconsciente|se ahoga",
  }),
  families({
    ceasing:
      "(?:andarmene|sparire|lasciare|stare) (?:da|al|il|da questo|questo) ?mondo|non (?:voglio|vorrei) (?:piu )?(?:svegliarmi|esistere|stare al mondo)(?: piu)?|(?:morire|andarmene) senza (?:dolore|soffrire)|(?:la )?mia vita e (?:finita|inutile)|non ho (?:piu )?(?:la )?(?:forza|voglia) di (?:vivere|andare avanti a vivere)|(?:metto|mettere|metterei) fine a (?:tutto|questa vita|mia vita)|(?:voglio|vorrei) (?:solo )?raggiunger(?:la|lo)|spero di non svegliarmi|non svegliarsi (?:piu|mai)|non ce la faccio piu a (?:stare|vivere)",
    farewell:
      "perdonatemi|me ne vado per sempre|preoccuparvi per me|(?:nessuno)(?: \\w+){0,2} (?:accorgerebbe|piangerebbe|mancherei)|ora di andarmene|(?:sono) (?:\\w+ )?(?:un peso|inutile)(?! al lavoro)|domani(?: \\w+){0,2} non ha piu senso|se non ci fossi|mi manca solo il coraggio",
    brink:
      "(?:sedut[oa]|in piedi|ero|sono)(?: \\w+){0,2} (?:sul cornicione|sul tetto|vicino ai binari|sul ponte|sul davanzale)|(?:sonniferi|pillole|pastiglie)(?: \\w+){0,5} (?:non svegliarsi|morire)|paura di (?:farmi|fare una sciocchezza|me stess)\\w*|ingoiato tutto",
    self:
      "mi (?:sono tagliat[oa]|taglio|brucio|graffio)(?= (?:di nuovo|quando|con|ancora|le)|[.,!?]|$)(?! (?:cucinando|i capelli|facendo))|braccia (?:piene|coperte) di (?:tagli|cicatrici)|sigarette sulla pelle",
    eating: "non mangio(?: \\w+){0,2} da|(?:due )?dita in gola|chili e (?:vomito|sono ancora grass)",
    power:
      "(?:lui|lei|(?:il )?(?:mio|mia)(?: \\w+)? (?:marito|ragazzo|padre|ex|patrigno|zio|fratello|moglie|madre|fidanzato))?(?: \\w+){0,2} ?(?:mi picchia|mi chiude in|mi tocca|mi aspetta ogni|mi segue|mi ha spinto?a?|mi ha stretto|mi toglie il telefono|mi minaccia|mi obbliga|mi ammazza se (?:lo lascio|me ne vado|parlo))|sposare per forza|(?:c'e )?qualcuno in casa mia",
    violence: "(?:lo|la|li) (?:accoltello|ammazzo|uccido)|coltello con me|paura di fare del male a",
    kin:
      "(?:mio|mia|miei)(?: \\w+)? (?:padre|madre|marito|moglie|fratello|sorella|figlio|figlia|amico|amica|bambino|bambina|nonna|nonno|vicina|ragazzo|ragazza)|papa|mamma|il bambino|la vicina|lei|lui",
    fear:
      "non ci sara piu|non vuole piu vivere|lettera d'addio|si taglia|non mangia|urla di notte|marito la picchia|buttarsi",
    signs:
      "non si sveglia|non respira|(?:e )?(?:grigio|blu|cianotic\\w) in faccia|non riesce (?:piu )?(?:a )?(?:parlare|muovere)|si tiene il petto|(?:bevuto|ingoiato|preso)(?: \\w+){0,2} (?:candeggina|pillole|pila|veleno|detersivo)|respiro male|priv[oa] di sensi|soffoca",
  }),
  families({
    ceasing:
      "(?:sumir|sair|desaparecer|partir) (?:do|deste|desse) mundo|nao quero (?:mais )?(?:existir|voltar a acordar|acordar)|(?:morrer|partir) sem (?:dor|sofrer)|(?:a )?minha vida (?:acabou|nao vale)|nao tenho (?:mais )?(?:forcas|vontade|razoes) (?:para|de|pra) (?:viver|continuar viv\\w)|(?:ponho|por|poria) fim a (?:isto tudo|tudo|minha vida)|(?:ir ter|juntar-me|ir) com (?:ela|ele)(?=[.,!?]|$)|para nao acordar|nao aguento mais (?:essa|esta|a) vida",
    farewell:
      "perdoem-me|me perdoem|vou-me embora para sempre|preocupar comigo|(?:ninguem)(?: \\w+){0,2} (?:notar|chorar|falta)|hora de partir|(?:sou|fui) (?:\\w+ )?(?:um fardo|um peso|inutil)|amanha ja nao|melhor que eu nao existisse|so me falta a coragem",
    brink:
      "(?:sentad[oa]|em pe|estive|estou)(?: \\w+){0,3} (?:no parapeito|no telhado|da linha do comboio|na ponte|na beira)|comprimidos(?: \\w+){0,6} (?:nao acordar|morrer)|medo de (?:me fazer|fazer uma asneira)|engoli tudo",
    self:
      "(?:corto-me|cortar-me|me cortei|queimo-me|me queimo)(?= (?:quando|com|de novo|ontem)|[.,!?]|$)(?! a cozinhar)|voltei a cortar-me|bracos cheios de (?:cortes|cicatrizes)",
    eating: "nao como(?: \\w+)? ha|dedos na garganta|quilos e (?:vomito|continuo gord)",
    power:
      "(?:ele|ela|(?:o |a )?(?:meu|minha)(?: \\w+)? (?:marido|namorado|pai|ex|padrasto|tio|irmao|mulher|mae))?(?: \\w+){0,2} ?(?:me bate|bate-me|me tranca|tranca-me|toca-me|me toca|espera por mim todas|me segue|segue-me|empurrou-me|apertou-me|tira meu celular|me mata se|ameaca-me|obriga-me)|casar-me a forca|alguem(?: \\w+){0,2} em minha casa",
    violence: "(?:vou|quero) (?:esfaquea|mata)-l[oa]s?|faca comigo|medo de fazer mal a",
    kin:
      "(?:meu|minha|meus)(?: \\w+)? (?:pai|mae|marido|mulher|esposa|irmao|irma|filho|filha|amigo|amiga|bebe|avo|vizinha|namorado|namorada)|papa|mama|o bebe|a vizinha|ela|ele",
    fear:
      "ja nao esta ca|nao quer (?:mais )?viver|carta de despedida|corta-se|se corta|nao come|grita a noite|marido bate nela|saltar da",
    signs:
      "nao acorda|nao respira|(?:esta|ficou) (?:cinzento|azul|roxo)|nao consegue (?:falar|mexer)|agarra o peito|(?:bebeu|engoliu|tomou)(?: \\w+){0,2} (?:lixivia|comprimidos|pilha|veneno|agua sanitaria)|respiro mal|inconsciente|sufoca",
  }),
  families({
    ceasing:
      "(?:weg|verdwijnen) (?:van|uit) deze wereld|(?:niet|nooit) (?:meer )?(?:bestaan|wakker (?:te )?word\\w*)|(?:pijnloos|zonder pijn) (?:te )?(?:sterven|doodgaan|gaan)|mijn leven is (?:voorbij|niets waard)|geen (?:kracht|zin|reden) (?:meer )?om te leven|(?:maak|maken) (?:ik )?er (?:\\w+ )?een eind aan|(?:alleen nog|graag) naar (?:haar|hem) toe|trek het leven niet|(?:gewoon )?weg zijn(?=[.,!?]|$)|als ik er niet meer ben",
    farewell:
      "vergeef me|ik ga voorgoed weg|zorgen meer om mij|niemand(?: \\w+){0,2} (?:merken|missen)(?=[^.!?]*(?:dood|weg|er niet))|tijd om te gaan(?=[.,!?]|$)|(?:iedereen|anderen) tot last|morgen heeft(?: \\w+){0,2} geen zin|mis alleen de moed",
    brink:
      "(?:zit|sta|stond|ben)(?: \\w+){0,2} (?:op de rand|op het dak|bij het spoor|op de brug)|slaappillen(?: \\w+){0,4} (?:niet meer wakker|sterven)|bang dat ik mezelf|(?:alles|alle pillen) ingenomen|mezelf(?: \\w+)? iets aandoe",
    self:
      "(?:snij|snijd) (?:in mijn|mezelf)|mezelf (?:\\w+ )?gesneden|armen (?:zitten )?vol (?:sneden|littekens)|(?:brand|brandde) mezelf",
    eating:
      "eet(?: \\w+){0,2} (?:dagen )?niets?(?: \\w+)? (?:te dik|dik|en)|vinger in mijn keel|kilo en (?:braak|nog te dik)",
    power:
      "(?:hij|zij|ze|mijn(?: \\w+)? (?:man|vriend|vader|ex|stiefvader|oom|broer|vrouw|moeder))(?: \\w+){0,3}? (?:slaat me|sluit me op|pakt mijn telefoon|zit (?:'?s nachts )?aan me|staat elke avond|volgt me|duwde me|kneep mijn keel|bedreigt me|dwingt me|me vermoordt als ik (?:wegga|praat))|uithuwelijken|iemand in mijn huis",
    violence:
      "(?:ga|wil) (?:hem|haar|ze) (?:neersteken|vermoorden|doodmaken)|mes bij me|bang dat ik (?:mijn|het) (?:baby|kind)",
    kin:
      "mijn(?: \\w+)? (?:vader|moeder|man|vrouw|broer|zus|zoon|dochter|vriend|vriendin|kind|baby|maat|oma|opa|buurvrouw|collega)|papa|mama|opa|oma|de baby|de buurvrouw|hij|zij",
    fear:
      "er (?:volgende week )?niet meer is|niet meer (?:wil )?leven|afscheidsbrief|snijdt|eet niet|gilt|haar man slaat|wil springen",
    signs:
      "wordt niet wakker|ademt niet|(?:is )?(?:grauw|blauw)|niet meer praten|gezicht hangt|grijpt naar zijn borst|(?:bleek|pillen|batterij|gif) (?:gedronken|geslikt|ingeslikt)|slecht lucht|bewusteloos|stikt",
  }),
  families({
    ceasing:
      "(?:zniknac|odejsc) z tego swiata|nie chce (?:juz )?(?:istniec|sie (?:juz )?budzic)|(?:umrzec|odejsc) bez bolu|moje zycie (?:sie skonczylo|nie ma)|nie (?:mam|daje) (?:juz )?(?:sily|rady) zyc|(?:z tym|ze soba) skoncze|(?:chce|tylko) do (?:niej|niego)(?=[.,!?]|$)|(?:nie|ze sie nie) obudz\\w+(?=[.,!?]|$)|lepiej,? zeby mnie nie bylo",
    farewell:
      "wybaczcie mi|odchodze na zawsze|sie o mnie martwic|nikt by nie (?:zauwazyl|plakal|tesknil)|czas odejsc|(?:jestem) (?:\\w+ )?(?:ciezarem|niepotrzebn\\w+)|jutro nie ma|brakuje mi tylko odwagi",
    brink:
      "(?:siedze|stoje|stalem|stalam)(?: \\w+){0,2} (?:na krawedzi|na dachu|przy torach|na moscie|na parapecie)|tabletek nasennych|boje sie,? ze(?: \\w+){0,3} (?:sobie zrobie|zrobie sobie)|wszystko,? co bylo w apteczce",
    self:
      "(?:znowu|wczoraj|dzis)(?: \\w+){0,2} (?:pocielam|pocialem|cielam)|(?:sie )?(?:pocielam|pocialem)|(?:tne|przypalam|kalecze) sie|rece pelne blizn",
    eating: "nie jem(?: \\w+)? od|palce do gardla|kilo i wszystko wymiotuje",
    power:
      "(?:on|ona|(?:moj|moja)? ?(?:maz|ojciec|ojczym|chlopak|byly|brat|zona|matka|wujek))?(?: \\w+){0,3} ?(?:bije mnie|mnie (?:bije|pobil|dusi|kopie|uderzyl)|zamyka mnie|dotyka mnie|stoi pod moim|sledzi mnie|popchnal mnie|dusil|zabiera telefon|mnie zabije,? (?:jesli|jak) (?:odejde|powiem))|zmusic do slubu|mnie zgwalc\\w+|ktos(?: \\w+){0,2} w moim (?:mieszkaniu|domu)",
    violence: "(?:dzgne|zabije|zastrzele) (?:go|ja|ich)|przy sobie noz|ze zrobie krzywde",
    kin:
      "(?:moj|moja|moje)(?: \\w+)? (?:ojciec|matka|maz|zona|brat|siostra|syn|corka|przyjaciel|przyjaciolka|dziecko|babcia|dziadek|sasiadka)|tata|mama|ojciec|brat|siostra|syn|corka|zona|maz|babcia|dziecko|niemowle|sasiadka|przyjaciolka|ona|on",
    fear:
      "(?:tygodniu|wkrotce) (?:juz )?jej nie bedzie|nie chce (?:juz )?zyc|list pozegnalny|sie tnie|nic nie je|maz ja bije|skoczyc z",
    signs:
      "sie nie budzi|nie oddycha|(?:jest )?(?:szary|siny|sina)|nie moze (?:mowic|ruszyc)|trzyma sie za (?:piers|serce)|(?:wypilo|polknelo|polknela|polknal)(?: \\w+)? ?(?:wybielacz|tabletki|baterie)|ciezko oddycha\\w*|nieprzytomn\\w+|dusi sie",
  }),
].flat();
