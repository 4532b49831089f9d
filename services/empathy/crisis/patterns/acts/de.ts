import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const GERMAN: Acts = {
  took:
    "weggeschluckt|hinuntergeschluckt|geschluckte?n?|reingestopft|ausgetrunken|geschluckt|genommen|eingenommen|eingeworfen|getrunken|gegessen|runtergespult|runtergeschluckt|reingezogen|gespritzt|in mich gekippt|in meinem bauch|im bauch|runtergekippt|reingekippt|runter damit|reingehauen|reingeschmissen|geschmissen|schluckte|nahm|verschluckt|intus|gefressen|draufgeklebt|aufgeklebt",
  much:
    "(?:elf|zwolf|\\w*(?:zehn|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|hundert|dutzende?)(?! (?:minuten|stunden|jahren?|tagen?|mg|ml))|alle|alles|saemtliche|samtliche|ganze[nrs]?|zu ?viele?|ueberdosis|uberdosis|packung(?:en)?|schachteln?|blister|flasche|handvoll|hande? voll|haufen|\\d{2,3}(?! ?(?:mg|ml|minuten|stunden|uhr))|zehn|zwanzig|dreissig|vierzig|funfzig|rest|halbe",
  few: "[3-9]|drei|vier|funf|sechs|sieben|acht|neun|mehrere",
  whose:
    "(?:von )?(?:mein|sein|ihr|unser|dein)(?:en|em|er|es)(?: \\p{L}+)? (?:\\w*(?:vater|mutter|bruder|sohn)s?|\\w*(?:schwester|tochter|oma|opa|tante|mann|frau|freund|freundin|kind|nachbarin?|mitbewohner\\w*|papa|mama)\\w*)|(?:von )?(?:omas?|opas?|papas?|mamas?|muttis?|vatis?)",
  drug:
    `\\w*tropfen|betablocker|beruhigungsmittel|\\w*pflaster|einheiten|\\w*insulin|${NAMES}|\\w*tabletten|\\w*pillen|\\w*medikamente?n?|schlafmittel|schmerzmittel|\\w*blister|medizin|tropfen|(?:medizin|arznei)schrank`,
  poison:
    "zeug (?:fur den|zum) (?:abfluss|putzen|reinigen|entkalken)|putzmittel|\\w*reiniger|e ?605|parathion|pflanzengift|insektengift|insektizid|schneckenkorn|benzin|methanol|salmiak|ammoniak|abflussfrei|entkalker|bleiche|bleichmittel|frostschutz\\w*|rattengift|gift|unkrautvernichter|pflanzenschutzmittel|saure|spulmittel|waschmittel|uberdosis|terpentin|spiritus",
  all:
    "(?:alle|alles|sie alle|hab(?:e)? sie|sie) (?:\\w+ )?(?:geschluckt|genommen|eingenommen)|(?:packung|schachtel|flasche|blister) ist (?:jetzt )?leer[^]{0,40}(?:geschluckt|genommen)",
  rope: "strick|seil|schlinge",
  hangs:
    "(?:hangt|hangen)(?! voll)|geknotet|gebunden|festgebunden|befestigt|geknupft|bereit|fertig|um (?:den|meinen) hals|am (?:balken|haken|dachbalken)|an (?:der decke|den balken)",
  stands:
    "stehe?|sitze?|stand|bin|gestiegen|geklettert|klettere|hier oben|lehne|gehe|laufe|gegangen|warte|hange",
  brink:
    "(?:auf|von|ans?|am|vor|uber) (?:der|dem|den|einer|einem|die|das) (?:\\w+ )?(?:\\w*brucke|\\w*dach|gleise?n?|brustung|dachkante|klippe|bahngleise?n?|hochhaus|abgrund|gelander|viadukt)|(?:am|an der|uber (?:das|die)|jenseits (?:des|vom)|hinter dem) (?:gelander|brustung|kante|abgrund)|auf der (?:anderen|falschen) seite (?:vom|des) gelander\\w*",
  saved:
    "sammle|sammel|gesammelt|spare|gespart|aufgespart|aufgehoben|horte|gehortet|versteckt?|zuruckgelegt|beiseite ?gelegt|zusammen",
  bought: "gekauft|besorgt|bestellt|geholt|habe?|kaufte|geliehen",
  means:
    "strick|seil|schlinge|waffe|pistole|gewehr|tabletten|schlaftabletten|pillen|messer|klingen?|rasierklingen?|helium|kohle",
  purpose:
    "dafur|niemand weiss|keiner weiss|mach(?:e)? (?:ich )?schluss|es gibt kein zuruck|vorbei sein|ein ende|verabschied\\w*|bin bereit|ist es soweit|ist es vorbei",
  done:
    "abschiedsbriefe?(?: [\\p{L}']+){0,4} (?:geschrieben|fertig|hingelegt|hinterlassen|liegt|liegen|verschickt|abgeschickt)|(?:geschrieben|schreibe|schrieb|liegt|liegen|hinterlasse)(?: [\\p{L}']+){0,4} abschiedsbriefe?|(?:pulsadern|handgelenke?)(?: \\w+){0,3} (?:aufgeschnitten|auf|offen|geschnitten)|heute (?:nacht|abend) (?:mache|setze|bringe|beende) ich(?: \\w+){0,3} (?:schluss|ende|es|um)|brief an (?:meine|meinen|alle)(?: \\w+){0,3} (?:liegt|ist fertig)(?![^.!?]*(?:einwerfen|post|briefmarke|frankier|abschick|mitnehmen))",
  doses:
    `(?:was passiert|was ware|wie|ist es|kann|darf|konnte)[^.!?]{0,50}(?:uberdos\\w*|zu ?viele? (?:${NAMES}|vitamin\\w*|eisen|tabletten|schmerzmittel)|(?:doppelte|todliche|giftige|gefahrliche) (?:dosis|menge))(?![^?]{0,30} (?:hunde?n?|katzen?|ratten|pferde?n?))|wie ?viele? (?:${NAMES}|tabletten|schlaftabletten|schmerztabletten)(?: \\w+){0,3} (?:zu ?viele?|todlich|gefahrlich|giftig)`,
  eating:
    "(?:kilo|kg)(?: \\w+){0,3} (?:abgenommen|verloren)[^]{0,40}(?:trotzdem|immer noch|noch)(?: \\w+){0,3} (?:zu )?(?:dick|fett)|(?:esse|gegessen)(?: \\w+){0,2} (?:kaum|nichts|fast nichts)[^]{0,50}(?:dick|fett|abnehm\\w*|wiege)|(?:erbreche|ubergebe|kotze)(?: \\w+){0,3} (?:nach|damit|absichtlich)|(?:fuhle|finde) mich(?: \\w+){0,2} (?:zu )?(?:dick|fett)(?=[^.!?]*(?:ess|hunger|kilo))|angst (?:vorm?|vor dem|zu) (?:essen|zunehmen)|fressanf\\w*|abfuhrmittel(?=[^.!?]*(?:abnehm|dunn|gewicht))",
  despair:
    "(?:alles|das leben|nichts)(?: \\w+){0,3} (?:sinnlos|hoffnungslos|keinen sinn|sinn mehr|schwarz|dunkel)|ich kann nicht mehr(?! (?:auf|finden|offnen|einloggen|zugreifen|drucken|vor lachen|\\w+en(?=[.!?,]|$)))(?![^.!?]*(?:satt|lachen|gegessen|voll))|mir ist (?:alles|das alles|inzwischen alles) egal|alles (?:fuhlt sich|ist)(?: so)? (?:leer|taub)(?: an)?|(?:fuhle?|spure?)(?: \\w+){0,2} (?:nichts|gar nichts|leere|leer|taub)(?: mehr)?(?: in mir)?|(?:innerlich|innen) (?:leer|tot)|hasse mein leben|(?:ohne mich) (?:\\w+ ){0,3}(?:besser|leichter|glucklicher)|(?:allen|alle|jedem|euch|familie)(?: \\w+){0,3} (?:zur last|eine last|nur last)|(?:bin|falle)(?: \\w+){0,3} (?:zur last|eine last)|(?:was|welchen) (?:soll|hat|sinn)(?: \\w+){0,3} (?:noch alles|das alles|alles noch|sinn|ganze)|(?:wozu|warum)(?: \\w+){0,2} noch(?: \\w+){0,2} (?:aufstehen|weitermachen|leben|kampfen)|(?:mude|satt|leid) von allem|(?:so )?mude von (?:allem|diesem leben)|keine kraft mehr|(?:keine|ohne|jede) hoffnung(?: mehr)?|will(?: \\w+){0,3} (?:nicht mehr hier sein|verschwinden)|einfach (?:weg|verschwinden)|(?:halte|ertrage) (?:das|es)(?: \\w+){0,2} nicht mehr(?: aus)?|bin (?:so )?(?:wertlos|nichts wert)",
};
