import type { Scenes } from "./types.ts";

export const DUTCH: Scenes = {
  whole:
    "alle(?:s)?(?! (?:dagen|keren))|allemaal|hele(?! (?:dag|week|nacht|tijd))|in een keer|te ?veel|leeg|(?:een|de|twee|drie) (?:doos|doosje|strip|fles|pot|handvol)(?:jes|s)?|de rest|(?:\\d{2,3}|tien|twaalf|twintig|dertig|veertig|vijftig|honderd)(?= (?!mg|ml|minuten|uur|dagen|jaar)(?:\\p{L}+ )?\\p{L}+(?:en|s)(?!\\p{L}))",
  broken: "ik(?: \\p{L}+)? (?:nemen|drinken|eten|slikken)(?: \\p{L}+)? (?:veel|alles?)",
  proper:
    "voor (?:haar|hem|mijn|de|oma|opa)|gebracht|apotheek|zoals (?:altijd|voorgeschreven)|meegenomen|antibiotic\\w*|foto\\w*|hoeveel mag|mag ik|moet ik|weggelegd",
  ready: "klaar|geknoopt|vastgemaakt|opgehangen|hangt|voorbereid|ligt klaar|wacht op me|houdt mij",
  use:
    "voor(?! (?:vanavond|mij|me|vannacht|altijd|morgen|mezelf|het laatst))(?= )|klim\\w*|boot|schommel|was|hond|paard|koe|geit|tent|aanhanger|springen|zeil\\w*|hangmat|waar (?:is|ligt)|gitaar",
  gun: "pistool|geweer|revolver|wapen|jachtgeweer",
  loaded: "geladen|een kogel|tegen mijn (?:hoofd|slaap)|in mijn mond|doorgeladen",
  sport: "jacht|jagen|wet|vergunning|museum|film|boek|spel|level|politie|water\\w*|speelgoed",
  bare:
    "ik heb (?:al )?(?:de|het|een) (?:touw|strop|pistool|gif|wapen|scheermesjes) (?:al )?(?:gekocht|geregeld|opgehangen|klaar|gehaald)",
  sign:
    "weet waar(?:voor|toe)|voor (?:vanavond|vannacht|mezelf)|(?:geschreven|brie\\w+)(?: \\p{L}+)? (?:aan|voor)|afscheid\\w*|niemand|(?:de|een) (?:kruk|stoel|balk|boom)|een eind(?:e)? aan",
  atHand:
    "in (?:mijn|de) hand(?:en)?|naast me|naast mij|voor me|bij me|op (?:tafel|schoot|mijn bed)|onder mijn kussen",
  weapon: "pistool|geweer|revolver|wapen|scheermes(?:jes?)?|stanleymes|strop|spuit|scalpel",
  kitchen:
    "kook\\w*|keuken(?!tafel)|uien?|brood|knutsel\\w*|baard|spel|film|vaccin\\w*|patient|dokter|jacht|diabet\\w*",
  cut: "gesneden|opengesneden|doorgesneden|snij|snijd|sneed|snijden|opengehaald",
  veins: "(?:mijn|m'n|de) (?:polsen|pols|armen|arm|aderen|benen|been|dijen|keel|huid|buik)",
  mishap:
    "ongeluk\\w*|per ongeluk|glas|papier|blik|kook\\w*|tuin\\w*|rozen|operatie|geopereerd|haar|mouwen|kat|pleister",
  leap:
    "(?:ga|wil|wou|zou|sta op het punt|durf)(?: \\p{L}+){0,7} (?:springen|te springen|gooien|laten vallen|lopen)|ik spring",
  height:
    "(?:van|voor|uit|onder|op)(?: (?:de|het|een))? (?:\\p{L}+ )?(?:\\w*brug|dak|balkon|raam|flat|toren|trein|metro|spoor|viaduct|klif|parkeergarage)",
  water: "meer|zwembad|bungee|parachute|trampoline|sneeuw|dro[om]+\\w*|spel|film|foto|volgende trein|touwtje",
  decided:
    "besloten|besluit(?: \\p{L}+){0,2} (?:genomen|vast)|beslissing(?: \\p{L}+){0,2} genomen|staat vast|ik weet het (?:nu )?zeker",
  notLive:
    "(?:niet|nooit|geen)(?: \\p{L}+){0,4} (?:kerst|verjaardag|lente|zomer|herfst|winter|oud en nieuw|pasen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: (?:meer )?(?:meemaken|meemaak|halen|zien))|(?:kerst|verjaardag|lente|zomer|winter)(?: \\p{L}+){0,4} (?:niet|nooit)(?: meer)? (?:meemaken|meemaak|halen|zien)|er niet meer (?:ben|zijn|bij)|mijn laatste (?:kerst|verjaardag|dag|nacht|zomer|week)|deze wereld (?:te )?verlaten|sterven|een eind(?:e)? aan|uit het leven",
  leaving:
    "(?:besloten|tijd|klaar|moet|ga)(?: \\p{L}+){0,3} (?:te )?(?:gaan|vertrekken)|ik ga(?: nu| vandaag| voorgoed)?(?=[.!,]|$)|naar (?:de|het) (?:rivier|zee|water|bos|spoor)",
  entrusted:
    "(?:zorg|zorgen|pas|let)(?: \\p{L}+){0,2} (?:voor|op) (?:mijn|de|elkaar|mama|papa)|zeg (?:tegen )?(?:mijn|mama|papa)|vergeef|niet huilen|zoek me niet|hou van jullie|niemand(?:s)? schuld",
  travel:
    "ski\\w*|vakantie|reis\\w*|vlieg\\w*|vlucht|werk\\w*|verhui\\w*|bezoek\\w*|terug|feest|wandel\\w*|studie|koor|hotel|dokter|bioscoop|wij|we|school|sport\\w*",
  settled:
    "(?:alles|mijn \\p{L}+)(?: \\p{L}+)? (?:weggegeven|verkocht|geregeld|betaald|opgeruimd)|(?:papieren|zaken)(?: \\p{L}+)? (?:in orde|op orde|geregeld)|testament (?:ligt|klaar)|schulden (?:zijn )?betaald|afscheid genomen",
  gone:
    "ben ik er niet(?: meer)?|er niet meer (?:ben|zijn)|(?:maakt|doet)(?: \\p{L}+){0,2} niet(?:s)? meer uit|doet er niet(?:s)? meer toe|nu ben ik aan de beurt|niet meer nodig|dan is het (?:voorbij|over)|waar ik heen ga|verder niets te zeggen",
  lethal:
    "dodelijk|fataal|letaal|levensgevaarlijk|om (?:dood te gaan|te sterven)|doodt|ga je dood|ga ik dood|te ?veel(?= voor|[?.!]|$)|genoeg om",
  amount:
    "hoeveel|welke (?:dosis|hoeveelheid)|(?:is|zijn|als ik)(?: \\p{L}+){0,2} (?:\\d+|een (?:doos|strip|handvol)|tien|twintig|dertig)|\\d+ ?(?:mg|g|gram|milligram|ml|pillen)",
  weary: "moe|zat|beu|klaar met|geen zin(?: meer)?|genoeg|niet meer|uitgeput",
  life:
    "(?:(?:van|met|in) )?(?:het |dit |mijn )leven(?! (?:in|met|op|zonder|als|van))|levensmoe|van deze wereld|te leven(?=[.!]|$)|van het bestaan",
  fetched:
    "(?:god|de heer|onze lieve heer|de dood)(?: [\\p{L}']+){0,4} (?:halen|mij halen|komen halen|nemen|tot zich)|(?:haal|neem) me (?:maar )?(?:naar|bij) u|lang genoeg geleefd|iedereen (?:alleen maar )?in de weg|niemand heeft mij nodig|(?:maakt niet uit|kan me niet schelen) of ik (?:leef|wakker|doodga)|makkelijker om niet te bestaan",
};
