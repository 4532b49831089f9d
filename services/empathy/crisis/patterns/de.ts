import { patterns } from "../types.ts";

const NEAR =
  "(?:mein|meine|meinen|unser|unsere)(?: \\w+)? (?:mann|frau|freund|freundin|vater|mutter|stiefvater|ex|bruder|schwester|sohn|tochter|partner|partnerin|kollege|kollegin|oma|opa|nachbar\\w*|kind|papa|mama)";

export const GERMAN = [
  ...patterns("suicide", 3, [
    "(?:will|mochte|wollte|kann|mag) (?:einfach |wirklich |nur |echt )*(?:nicht|nimmer) (?:mehr )?(?:leben|weiterleben|da sein|existieren|hier sein)(?! (?:in|bei|mit|wie|von))",
    "(?:kein(?:e|en)?) (?:bock|lust|kraft|grund)(?: mehr)?,? (?:mehr )?(?:zu|zum) leben",
    "(?:mochte|will|wollte|wurde gerne?) (?:einfach |nur |noch |endlich |lieber |am liebsten )*(?:sterben|tot sein)",
    "(?:will|wollte|werde|mochte|konnte|muss) (?:mich|mir) (?:\\w+ ){0,4}(?:umbringen|toten|erhangen|erschiessen|das leben nehmen|aufhangen|ertranken)",
    "(?:bringe?|hange?|erschiesse?|tote) mich (?:\\w+ ){0,3}(?:um|auf|selbst)",
    "(?:selbstmord|suizid|freitod)\\w*",
    "(?:ohne mich) (?:\\w+ ){0,4}(?:besser|glucklicher|leichter)",
    "(?:besser|glucklicher|leichter)(?: \\w+){0,2} ohne mich",
    "(?:nie|nicht) (?:wieder|mehr) aufwachen",
    "(?:leben|alles) (?:\\w+ )?(?:hat|macht|ergibt) (?:\\w+ ){0,2}?(?:keinen|kein) sinn(?: mehr)?",
    "leben (?:\\w+ )?(?:ist )?nicht (?:mehr )?lebenswert",
    "(?:wunschte?|ware),? ich ware? (?:tot|nicht mehr|nie geboren|gestorben)|(?:ware ich (?:doch |nur )*tot)",
    "(?:schluss|ende) machen mit (?:dem|meinem) leben|mit meinem leben (?:schluss|ende)|mein leben (?:zu )?beenden",
    "lebensmude",
    "(?:meinem leben|allem) ein ende(?: \\w+)?",
    "pulsadern(?: \\w+)?",
  ]),
  ...patterns("suicide", 4, [
    "(?:habe?|hab) (?:\\w+ ){0,3}(?:alle|zu viele|die ganzen?|eine packung|eine ganze) (?:\\w+ ){0,2}(?:tabletten|pillen|medikamente|schlaftabletten)(?: \\w+){0,2} (?:geschluckt|genommen)",
    "(?:stehe?|sitze?) (?:\\w+ )?auf (?:der|dem|einer|einem) (?:brucke|dach|gleis\\w*|hochhaus|balkon)(?=[^.!?]*(?:spring|leben|nicht mehr|ende|sterben))",
    "abschiedsbrief (?:\\w+ ){0,2}geschrieben|schreibe (?:\\w+ )?(?:meinen|einen) abschiedsbrief",
    "bringe? mich (?:heute|jetzt|morgen|gleich)(?: \\w+)? um",
    "uberdosis (?:genommen|geschluckt)",
  ]),
  ...patterns("distress", 1, [
    "dass alles vorbei ist",
    "keine hoffnung mehr",
    "keinen ausweg",
  ]),
  ...patterns("self_harm", 3, [
    "ritze? mich|mich (?:\\w+ )?(?:zu )?ritzen|mich (?:\\w+ ){0,2}geritzt",
    "(?:verletze?|schneide|verbrenne|schlage?) mich (?:selbst|selber)",
    "schneide? mir (?:\\w+ ){0,3}(?:arme?|beine?|haut|handgelenke?)",
    "selbstverletz\\w*|selbst zu verletzen",
  ]),
  ...patterns("eating", 3, [
    "seit (?:\\w+ )?tagen nichts (?:mehr )?gegessen",
    "(?:nach|zu) jede[mr] (?:essen|mahlzeit) (?:ubergeb|erbrech|kotz)\\w*|ubergebe mich (?:nach|jedes)",
  ]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|er|sie) (?:\\w+ ){0,2}(?:schlagt|schlug|verprugelt|wurgt|wurgte|misshandelt|vergewaltigt|bedroht|missbraucht|tritt) (?:mich|uns|meine kinder)`,
    "(?:gedroht|droht|drohte)(?: \\w+)?,? (?:mich|uns|mir) (?:\\w+ ){0,2}(?:umzubringen|zu toten|zu schlagen|etwas anzutun)",
    "(?:wurde|bin|wurden) (?:\\w+ ){0,2}(?:vergewaltigt|missbraucht|misshandelt|bedroht)",
    "angst,? dass (?:er|sie|mein \\w+) mich (?:umbringt|totet|schlagt)",
  ]),
  ...patterns("violence", 3, [
    "(?:will|werde|mochte) (?:ihn|sie|meinen?|meine) (?:\\w+ )?(?:umbringen|toten|erschiessen|abstechen)",
  ]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|er|sie|jemand) (?:\\w+ ){0,3}(?:sich (?:\\w+ ){0,2}(?:umbringen|das leben nehmen|toten|ritzt|erhangen|selbst verletzt)|ritzt sich|nicht mehr leben|selbstmord\\w*|suizid\\w*|sterben will)`,
  ]),
  ...patterns("medical", 4, [
    "(?:bekommt?|kriegt?|bekomme|kriege) keine luft(?: mehr)?",
    "(?:ist|liegt) (?:\\w+ )?bewusstlos",
    "atmet nicht(?: mehr)?",
    "(?:hat|habe) (?:einen )?(?:herzinfarkt|schlaganfall)",
    "starke (?:brustschmerzen|schmerzen in der brust)",
  ]),
];
