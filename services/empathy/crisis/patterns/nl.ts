import { patterns } from "../types.ts";

const NEAR =
  "(?:mijn|onze|een)(?: \\w+)? (?:man|vrouw|vriend|vriendin|vader|moeder|stiefvater|stiefvader|ex|broer|zus|zusje|zoon|dochter|partner|collega|neef|nicht|buurman|buurvrouw|kind)";

export const DUTCH = [
  ...patterns("suicide", 3, [
    "(?:wil|wilde|wou|liever) (?:gewoon |echt |alleen |maar )*dood(?: zijn)?(?! hout)",
    "(?:wil|wilde|ga|kan) (?:gewoon |echt )?(?:niet meer|niet langer) (?:leven|verder leven|bestaan|er zijn)(?! (?:in|met|bij|van|zonder))",
    "(?:zelfmoord|zelfdoding|suicid)\\w*",
    "(?:mezelf|mijzelf|me) (?:\\w+ ){0,3}(?:van kant (?:maken|te maken)|ophangen|doden|vermoorden|doodschieten|iets aandoen)",
    "(?:er )?een eind(?:e)? aan (?:maken|te maken|mijn leven|alles|willen maken)",
    "(?:beter af|gelukkiger) zonder mij",
    "leven (?:heeft|is) (?:\\w+ )?(?:geen|niet) (?:zin|nut|de moeite|waard)(?: meer)?(?: waard)?",
    "(?:nooit|niet) (?:meer )?wakker (?:te )?worden",
    "(?:wou|wens|wilde) dat ik (?:\\w+ )?(?:dood|er niet meer|nooit geboren) (?:was|ben)",
    "geen reden (?:meer )?om te leven",
  ]),
  ...patterns("suicide", 4, [
    "(?:heb|net) (?:\\w+ ){0,2}(?:alle|te veel|een hele|een doos) (?:\\w+ ){0,2}(?:pillen|tabletten|medicijnen|slaappillen)(?: \\w+)? (?:geslikt|genomen|ingenomen)",
    "overdosis (?:genomen|geslikt|ingenomen)",
    "afscheidsbrief (?:\\w+ )?geschreven",
    "(?:mezelf|me) (?:vanavond|vannacht|nu|vandaag|morgen) (?:van kant|ophangen|doden|kapot)",
  ]),
  ...patterns("distress", 1, [
    "ik kan niet meer",
    "geen hoop meer",
    "geen uitweg",
    "een last voor (?:iedereen|mijn familie)",
  ]),
  ...patterns("self_harm", 3, [
    "(?:snijd?|snij|sneed|verwond|brand|beschadig) (?:mezelf|mijzelf)",
    "mezelf (?:\\w+ )?(?:te )?(?:snijden|verwonden|pijn (?:doen|te doen))",
    "zelfbeschadig\\w*|automutil\\w*",
  ]),
  ...patterns("eating", 3, [
    "(?:laat|dwing) mezelf (?:over)?geven|na (?:elke|iedere) maaltijd over",
    "al (?:\\w+ )?dagen niets? (?:meer )?gegeten",
  ]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|hij|zij|ze) (?:\\w+ ){0,2}?(?:slaat|sloeg|mishandelt|wurgt|verkracht|verkrachtte|bedreigt|schopt|misbruikt) (?:me|mij|ons|mijn kinderen)(?! met (?:schaken|tennis))`,
    "(?:dreigt|dreigde|gedreigd)(?: \\w+)? (?:me|mij|ons)(?: \\w+)? (?:te )?(?:vermoorden|doden|slaan)",
    "(?:ben|werd) (?:\\w+ )?(?:verkracht|misbruikt|mishandeld|aangerand)",
    "bang dat (?:hij|zij|mijn \\w+) (?:me|mij) (?:vermoordt|slaat|doodt)",
  ]),
  ...patterns("violence", 3, [
    "(?:wil|ga) (?:hem|haar|mijn \\w+) (?:vermoorden|doden|neersteken|doodschieten)",
  ]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|hij|zij|iemand) (?:\\w+ ){0,4}(?:zelfmoord\\w*|zelfdoding|suicid\\w*|zichzelf (?:iets aandoen|doden|snijden|ophangen)|snijdt zichzelf|niet meer leven|dood wil)`,
  ]),
  ...patterns("medical", 4, [
    "(?:kan|krijg|krijgt) (?:niet|geen) (?:meer )?(?:ademen|lucht)|ademt niet",
    "is (?:\\w+ )?bewusteloos",
    "heeft een (?:hartaanval|beroerte)",
    "(?:hevige )?pijn op (?:de|mijn) borst",
  ]),
];
