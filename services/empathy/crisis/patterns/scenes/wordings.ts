import { type CrisisPattern, patterns } from "../../types.ts";
import { NAMES } from "../acts/names.ts";

/** What stands over two sentences or has an order of its own, in all languages at once; whole wordings. */

const MEDICINE =
  `(?:${NAMES}|pills?|tablets?|meds|medicines?|drops|tabletten?|pillen|tropfen|medikamente?|cachets?|comprimes?|medicaments?|gouttes|somniferes?|pastillas?|pastis|gotas|medicinas?|pillole|pastiglie|compresse|gocce|comprimidos?|remedios?|druppels|medicijnen|tabletk\\w+|lek[ioa]\\w*)`;

/** Of clinics: what kills when it goes into one's own vein. */
const CLINICAL =
  "potassium(?: chloride)?|kalium(?:chlorid)?|morphin\\w*|morfin\\w*|propofol|fentanyl\\w*|insulin\\w*|insuline|ketamin\\w*|digoxin\\w*|digitalis|potassio|potasio|chlorure de potassium|cloruro (?:de|di) potas\\w+|pentobarbital|midazolam|lidocain\\w*|adrenalin\\w*|syringe|cannula|spritze|kanule|seringue|jeringa|siringa|seringa|spuit|strzykawk\\w+";

const VITAL =
  "insulin\\w*|heart (?:pills|meds|medication|tablets)|dialysis|blood thinners?|epilepsy (?:pills|meds)|herz(?:tabletten|mittel|medikamente)|dialyse|dialisis|insuline|pastillas del corazon|blutverdunner";

const SKIPPED =
  "skip(?:ping|ped)|stopped (?:taking|injecting)|not (?:taking|taken|taking any|injecting)|quit taking|leaving out|lasse(?: \\p{L}+){0,2} weg|weggelassen|nehme(?: \\p{L}+){0,3} nicht|spritze(?: \\p{L}+){0,3} nicht|abgesetzt|(?:ne )?prends plus|arrete (?:de prendre|mon|mes|l')|he dejado de|deje de|no me pongo|smesso di|nao tomo|gestopt met|nie biore";

const TO_DIE =
  "want (?:it|this|everything) (?:to be )?over(?: with)?|to die|be dead|end it|be over soon|let it (?:end|happen)|dann ist es (?:bald )?vorbei|sterben|vorbei sein|mourir|en finir|que ca finisse|morir\\w*|acabar|morire|farla finita|morrer|dood\\w*|umrzec";

export const WORDINGS: readonly CrisisPattern[] = [
  ...patterns("poisoning", 4, [
    `(?:took|swallowed|ate|downed|popped|chewed|swiped|genommen|geschluckt|pris|avale\\w*|tome|trague|preso|ingoiat\\w+|tomei|engoli|geslikt|ingenomen|wzi[ae]l\\w*|polkn\\w+)(?: [\\p{L}']+){0,4} ${MEDICINE}[.,;! ]+(?:all of (?:it|them)|the (?:whole )?lot|every (?:last |single )?one|whole (?:bottle|box|pack|strip)|alle|alles|die ganze packung|tou(?:te)?s|tout|toute la boite|todas?|todos|la caja entera|tutt[eio]|tod[oa]s|allemaal|alles|wszystk\\w+)(?![^.!?]{0,40}(?:prescribed|doctor|antibiotic))`,
    `(?<![^.!?]{0,200}(?:should|can i|may i|when|darf|puis-je|puedo|posso|patient|nurse says)(?!\\p{L})[^.!?]{0,200})(?:${SKIPPED})[^.!?]{0,30}(?:${VITAL})[^?]{0,80}?(?:on purpose|${TO_DIE})`,
  ]),
  ...patterns("suicide", 4, [
    `${MEDICINE} (?:and|und|et|y|e|en|i) (?:(?:a|the|some|lots of|eine|une|una|uma|een) )?(?:(?:bottle|flasche|bouteille|botella|bottiglia|garrafa|fles) (?:of |de |di )?)?(?:vodka|whisk(?:e)?y|gin|rum|wine|booze|alcohol|liquor|brandy|wodka|schnaps|wein|alkohol|alcool|vin|rhum|alcohol|vino|ron|alcol|vinho|drank|wijn|wodk\\w+)(?![^.!?]*[?])(?=[^?]{0,60}(?:tonight|ready|enough|goodbye|drawer|in front of me|next to me|heute (?:nacht|abend)|bereit|ce soir|pret|esta noche|list[oa]s?|stasera|stanotte|pront[oi]|hoje|vanavond|vannacht|klaar|dzis))`,
    "(?:train|zug|metro|tren|treno|comboio|trem|trein|pociag|platform|bahnsteig|quai|anden)(?![^.!?]*(?:bike|luggage|ticket|delay))[^.!?]{0,60}(?:not (?:to|going to|gonna|planning to) (?:get on|board|ride)|nicht (?:um )?(?:einzusteigen|einsteigen|mitzufahren|mitfahren)|pas pour (?:monter|le prendre)|(?:no para|sin) subir\\w*|non per salir\\w*|nao (?:e )?para (?:entrar|apanhar|subir)|niet om in te stappen|nie zeby wsi\\w+)",
    "(?:rope|noose|strick|seil|schlinge|corde|soga|cuerda|corda|cappio|touw|strop|sznur|lin[ae])(?![^.!?]*(?:climb|kletter|swing|schaukel|boat))[^]{0,80}(?:beam|branch|hook|rafter|balken|ast|haken|poutre|branche|crochet|viga|rama|gancho|trave|ramo|galho|balk|tak|haak|belk[aę]|galaz)(?: \\p{L}+){0,2} (?:will (?:hold|do|take)|holds?|(?:is|looks) strong|halt(?! die)|tragt(?! die)|tient|tiendra|tiendra bon|aguanta\\w*|regge\\w*|aguenta\\w*|houdt|wytrzyma)",
    `(?:${CLINICAL})(?![^.!?]*(?:vaccin|impf|flu|grippe|handover|protocol))[^?]{0,80}?(?:(?:is|it is|they are) for me(?! to)|for myself(?! to)|not for (?:a |the |any )?patients?|(?:took|taken|take|smuggled|stole)(?: \\p{L}+){0,3} (?:home|from (?:the )?(?:ward|work|hospital|clinic))|home with me|(?:already )?in my (?:vein|arm)|cannula is (?:already )?in|needle is (?:already )?in|fur mich(?! (?:zu|ist das neu))|nicht fur (?:einen |den )?patienten|mit nach hause genommen|in (?:meiner|der) vene|pour moi(?! c'est)|pas pour (?:un|le) patient|chez moi|para mi(?![\\p{L} ]*(?:es|hijo|madre|padre))|en la vena|per me(?! e)|nella vena|para mim(?! e)|na veia|voor mezelf|in mijn (?:ader|arm)|dla mnie(?! to))`,
    "(?:i )?(?:know|knows|weiss|kenne|sais|connais|se|conozco|so|conosco|sei|conheco|weet|ken|znam|wiem)(?: \\p{L}+){0,2} (?:the|what|which|die|welche|la|quelle|que|quale|a|qual|de|welke|jaka)? ?(?:right |lethal |todliche |richtige )?(?:dose|dosis|dawk[ae])(?![^.!?]*(?:patient|child|leaflet|dog|kind|chien))[^?]{0,60}(?:have it|at home|is ready|in my (?:bag|drawer)|zu ?hause|habe sie|bereit|chez moi|est prete|en casa|a casa|em casa|in huis|w domu)",
    "(?:drawn up|drew up|aufgezogen|spritze liegt bereit|j'ai prepare la seringue|prepare la jeringa)(?=[^?]{0,60}(?:for me(?! to)|myself|my vein|fur mich|wie es geht|pour moi|para mi|know how))",
    "my last (?:\\p{L}+ )?(?:post|story|video|snap|reel|tweet|status|stream)(?! (?:about|on|got|was about|had|did))[^]{0,80}(?:tonight|goodbye|bye|sorry|gone|will (?:all )?(?:see|regret|understand)|over)",
    "(?:shot|put down|had to shoot|killed|drowned) (?:the|my|our)(?: \\p{L}+)? (?:dog|cat|horse)[^]{0,60}(?:my turn|(?:he|she|it) (?:will|would|does) not (?:wait|miss|be alone)|(?:i am|me) next|goes? with me|before me)",
    "(?:sleeping pills|everything|all) i need is (?:here|ready|in (?:the|my) (?:drawer|bag|car|garage|cupboard))(?=[^?]{0,80}(?:pills|rope|vodka|tonight|gun|goodbye|knife))",
  ]),
  ...patterns("suicide", 3, [
    "(?:not|no|dont) (?:more )?want(?: more)? (?:live|life|be alive|alive)(?! (?:in|at|with|here|near|show|music|stream|chat|feed|band))(?: more| anymore)?|(?<!(?:you|they|he|she|we|people) )(?:i|me) (?:just |only )?want die|ich (?:nix|nicht|kein)(?: mehr)? (?:will|wollen|mochten)(?: mehr)? leben|moi (?:pas |plus )?vouloir (?:mourir|plus vivre|vivre)|yo (?:no )?querer (?:morir|vivir)|io (?:non )?volere (?:morire|vivere)|eu (?:nao )?querer (?:morrer|viver)",
  ]),
  ...patterns("distress", 1, [
    "(?:ya )?no (?:le |les )?(?:encuentro|veo|hallo) (?:ningun |el |mas )?sentido(?: (?:a|en))?(?: (?:nada|todo|la vida|vivir|seguir|esto))?|(?:ne )?(?:trouve|vois) (?:plus )?(?:aucun |de |le )?sens (?:a|de) (?:rien|tout|la vie|ma vie|vivre|continuer)|sehe (?:einfach )?(?:keinen|in nichts) (?:sinn|mehr einen sinn)(?: mehr)?(?! in (?:der|dem|diesem) (?:vertrag|satz|text|formular))|non (?:trovo|vedo) (?:piu )?(?:un |il |alcun )?senso (?:a|in) (?:niente|nulla|tutto|vivere|questa vita)|nao (?:vejo|encontro|acho) (?:mais )?(?:o |nenhum )?sentido (?:em|de) (?:nada|viver|tudo|continuar)|zie (?:de|nergens) (?:zin|nut)(?: \\p{L}+){0,3} (?:niet|meer)|nie widze (?:juz )?sensu(?= w (?:niczym|zyciu)|[.!]|$)",
  ]),
];
