import type { Scenes } from "./types.ts";

export const GERMAN: Scenes = {
  whole:
    "alle[sm]?(?! (?:tage|stunden|zeit|paar))|ganze[nrs]?(?! (?:tag|woche|nacht|zeit|monat|jahr))|jede einzelne|samtliche|zu ?viele?|auf einmal|auf ex|restlos|leer|(?:eine|die|zwei|drei) (?:packung|schachtel|flasche|handvoll|dose|tube|rohrchen|blister)(?:en|n)?|haufenweise|(?:\\d{2,3}|zehn|zwolf|zwanzig|dreissig|vierzig|funfzig|hundert|dutzende)(?= (?!mg|ml|minuten|stunden|tage|jahre|uhr|einheiten)(?:\\p{L}+ )?\\p{L}+(?:n|en|e)(?!\\p{L}))",
  broken:
    "(?:ich|mich)(?: (?:jetzt|schon|heute|gestern))? (?:nehmen|trinken|essen|schlucken|genommen|getrunken)(?: \\p{L}+)? (?:alle|alles|viele?|ganze?)|(?:tabletten?|medizin|medikamente?) (?:alle|viele?|alles) (?:genommen|nehmen|gekauft|geschluckt|trinken|getrunken)",
  proper:
    "fur (?:sie|ihn|oma|opa|mama|papa|die|den|das)|in die|in den|sortiert|geholt|gebracht|apotheke\\w*|wie (?:immer|verordnet|verschrieben|jeden)|mitgenommen|weggenommen|zuruck|abgenommen|abgegeben|darf|durfen|soll|muss|(?:foto|bild)\\w*|notiert|gezahlt",
  ready:
    "geknupft|geknotet|gebunden|festgebunden|festgemacht|befestigt|aufgehangt|hangt|vorbereitet|bereit|bereitgelegt|fertig|liegt bereit|wartet auf mich|gepruft|halt mich|tragt mich",
  use:
    "fur(?! (?:mich|heute|morgen|danach|alle|immer|mein|meinen))(?= )|zum|klett\\w*|boot\\w*|schaukel\\w*|hund\\w*|pferd\\w*|kuh|ziege|wasche\\w*|zelt\\w*|anhanger|hangematte|abschlepp\\w*|segel\\w*|flagge|glocke|leiter|wo (?:ist|sind)|turnen|ball|weihnacht\\w*|lichter\\w*|ast|baumhaus",
  gun: "\\w*gewehr|\\w*pistole|waffe|revolver|flinte|schrotflinte|knarre",
  loaded: "geladen|durchgeladen|entsichert|eine kugel|an (?:der|meiner) schlafe|im mund|an den kopf",
  sport:
    "jagd(?!gewehr|flinte|waffe)\\w*|jager\\w*|gesetz\\w*|erlaubt|transport\\w*|schein|spiel\\w*|film\\w*|museum|buch|verein\\w*|schutzen\\w*|wild\\w*|reh|polizei\\w*|luftgewehr|wasser\\w*|muss|darf",
  bare:
    "hab(?:e)? (?:mir )?(?:heute |schon |jetzt )?(?:den|die|das|einen|eine|ein) (?:strick|seil|waffe|pistole|gift|rasierklingen|gewehr) (?:gekauft|besorgt|bestellt|geholt)",
  sign:
    "(?:weiss|wissen)(?: \\p{L}+)? (?:wofur|wozu|was ich (?:damit )?(?:mache|tue|vorhabe))|dafur|(?:geschrieben|schreibe|briefe?)(?: \\p{L}+)? (?:an|fur) (?:meine?n?|alle|die)|abschied\\w*|niemand|keiner|(?:den|einen) (?:hocker|stuhl|balken|baum)|schluss|ende machen|fur heute (?:nacht|abend)|mach(?:e)? ich(?: \\p{L}+)? (?:schluss|ende)|dann ist (?:es|alles)",
  atHand:
    "in der hand|in meiner hand|neben mir|vor mir|bei mir|auf dem (?:schoss|tisch|nachttisch|kuchentisch)|griffbereit|liegt bereit|unter (?:dem|meinem) (?:kissen|kopfkissen)|schon in der vene",
  weapon:
    "\\w*gewehr|pistole|waffe|revolver|rasierklingen?|klingen?|strick|schlinge|spritze|skalpell|cuttermesser|teppichmesser",
  kitchen:
    "koch\\w*|kuche(?!ntisch)|zwiebel\\w*|brot|schnitz\\w*|bastel\\w*|rasier(?:en|e|schaum)|bart|spiel\\w*|impf\\w*|patient\\w*|frau|herr|arzt|heparin|thrombose|film\\w*|diabet\\w*|wischer|hund|katze",
  cut:
    "aufgeschnitten|geschnitten|aufgeritzt|geritzt|schneide|ritze|schnitt|aufgeschlitzt|schneiden|ritzen|aufschneiden",
  veins:
    "(?:die|meine|den|meinen|beide)(?: \\p{L}+)? (?:arme?|unterarme?|pulsadern|handgelenke?|beine?|oberschenkel|adern|haut|hals|bauch)|pulsadern|mir in (?:den arm|die arme|die haut|die beine)",
  mishap:
    "versehen\\w*|aus versehen|glas\\w*|dose|papier|zaun|dornen|operier\\w*|arzt|koch\\w*|garten\\w*|beim|rosen|katze|haare?|armel|pflaster",
  leap:
    "(?:will|wollte|werde|mochte|gleich|jetzt|konnte|bereit|uberlege|traue)(?: \\p{L}+){0,8} (?:springen|zu springen|sturzen|fallen lassen|werfen|gehen lassen|legen)|springe(?: ich)?|ich spring",
  height:
    "(?:von|vor|auf|aus|unter|in|vom|an)(?: (?:der|dem|den|die|das|einer|einem|einen))? (?:\\p{L}+ )?(?:\\w*brucke|\\w*dach|balkon|\\w*fenster|hochhaus|parkhaus|turm|gleise?n?|zug|s-bahn|u-bahn|lkw|laster|gelander|klippe|staumauer|viadukt)",
  water:
    "see|schwimmbad|becken|bungee|fallschirm|seil|trampolin|schnee|traum\\w*|spiel\\w*|film\\w*|haha|zum bahnhof|nachsten zug|photo|foto",
  decided:
    "entschieden|beschlossen|entschluss|entscheidung(?: \\p{L}+){0,2} (?:gefallen|getroffen|steht)|steht fest|mein entschluss|bin mir (?:jetzt )?(?:sicher|im klaren)|abgeschlossen",
  notLive:
    "(?:nicht|nie|kein\\w*)(?: (?:mehr|noch|einmal|mal|das|den|die|mein\\w*|nachste\\w*|diese\\w*|neue\\w*|\\d{2}\\.?))* (?:weihnachten|geburtstag|jahr|fruhling|sommer|herbst|winter|ostern|silvester|morgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: (?:nicht )?(?:mehr )?(?:erleben|erlebe|sehen|feiern|mitfeiern|schaffen))|(?:weihnachten|geburtstag|fruhling|sommer|herbst|winter|ostern|silvester|neue jahr|nachste woche|nachsten? \\p{L}+|morgen)(?: \\p{L}+){0,3} (?:nicht|nie)(?: mehr)?(?: \\p{L}+)? (?:erleben|erlebe|sehen|mehr da|mehr geben|da sein)|gibt es mich nicht(?: mehr)?|(?:nicht mehr|nie wieder) (?:da|hier|am leben|aufwachen|zuruckkommen|leben)|mein(?:e|en)? letzte[nrs]? (?:weihnachten|geburtstag|tag|nacht|abend|sommer|winter|woche)|(?:diese|die) (?:welt|erde) (?:zu )?verlassen|sterben|gehe(?:n)? fur immer|ein ende|schluss (?:zu )?mach\\w*|beenden|zu (?:oma|opa|mama|papa|gott) (?:gehen|gehe)",
  leaving:
    "(?:entschieden|beschlossen|zeit|bereit|muss|werde|will)(?: \\p{L}+){0,3} (?:zu )?gehen|ich gehe(?: jetzt| heute| morgen| fur immer)?|ich bin (?:dann )?weg|(?:zum|an den|in den|ins) (?:fluss|see|meer|wasser|wald)",
  entrusted:
    "(?:kummert|kummer|kummere|passt|pass|sorgt|gebt|achtet)(?: (?:euch|dich|bitte|gut|um|auf|fur|acht))* (?:die|den|das|meine?n?|unsere?n?|mama|papa|oma|opa|sie|ihn|einander|euch)|sagt? (?:meine[rnm]?|mama|papa|ihr|ihm|allen)(?: \\p{L}+){0,3} lieb\\w*|verzeiht|vergebt|weint nicht|sucht mich nicht|niemand ist schuld|ihr seid nicht schuld|hab(?:e)? euch (?:alle )?lieb",
  travel:
    "urlaub\\w*|reise\\w*|ferien|ski\\w*|flieg\\w*|flug\\w*|arbeit\\w*|umzieh\\w*|umzug|ziehen|kundig\\w*|firma|verein|chor|besuch\\w*|zuruck(?! geht)|party|schwimmen|spazier\\w*|wander\\w*|studi\\w*|kino|friseur|arzt|termin|bis (?:montag|morgen|spater)|feierabend|wir|job|uni|schule|trenn\\w*",
  settled:
    "(?:alles|meine sachen|meine \\p{L}+) (?:verschenkt|weggegeben|geregelt|erledigt|verkauft|bezahlt)|(?:vieh|tiere|kuhe|pferde)(?: \\p{L}+){0,2} (?:verkauft|weg)|(?:hof|haus|betrieb|wohnung)(?: \\p{L}+){0,2} (?:uberschrieben|ubergeben|gekundigt)|(?:papiere|unterlagen|alles|nachlass)(?: \\p{L}+){0,3} (?:geordnet|in ordnung gebracht|in ordnung|geregelt)|testament(?: \\p{L}+){0,3} (?:liegt|geschrieben|fertig)|schulden(?: \\p{L}+){0,2} bezahlt|verabschiedet|zimmer aufgeraumt",
  gone:
    "(?:nichts|es|das)(?: \\p{L}+){0,3} (?:keine rolle mehr|nicht mehr wichtig|egal)|(?:bin|werde) ich(?: \\p{L}+){0,2} (?:nicht mehr (?:da|hier)|weg|fort)|nicht mehr (?:da|hier) (?:bin|sein)|jetzt bin ich dran|brauche? (?:ich )?(?:es |das |sie |alles |nichts )*(?:nicht )?mehr(?=[.!,]|$)|dann ist (?:es |alles )?(?:vorbei|schluss|ruhe)|mehr (?:ist|gibt es|habe ich) nicht(?:s)? (?:mehr )?zu sagen|wo ich hingehe|damit (?:niemand|keiner|ihr|sie)(?: \\p{L}+){0,4} (?:aufraumen|arbeit|finden|suchen|muss|musst)",
  lethal:
    "todlich\\w*|letal\\w*|lebensgefahrlich|totet|umbring\\w*|bringt (?:einen|mich|jemanden) um|stirbt (?:man|jemand)|sterbe ich|zu sterben|um (?:zu sterben|draufzugehen)|zu ?viele?|tot zu sein|reichen(?: [\\p{L}]+)? (?:zum sterben|um)",
  amount:
    "(?:ist|sind|waren|ware|reicht|reichen|konnen|kann|wurden)(?: \\p{L}+){0,2} (?:\\d+|eine? (?:ganze|packung|schachtel|blister|handvoll|gramm)|zehn|zwanzig|dreissig|funfzig)|(?:ab |bei |von )?wie ?viele?[rn]?|welche (?:dosis|menge)|\\d+ ?(?:mg|g|gramm|milligramm|ml|einheiten)",
  weary:
    "mude|satt|leid|uberdrussig|keine? (?:lust|bock|kraft|freude)(?: mehr)?|kein(?:en)? (?:bock|sinn)|genug|nix mehr will",
  life:
    "(?:des|vom|auf das|auf dieses|auf mein|am|zum|fur dieses|von diesem|dieses|das|mein) (?:leben|lebens|dasein|existieren)(?! (?:auf dem|in der|im|mit|als|der|des|von))|lebens? (?:mude|satt|uberdrussig)|lebensmude|zu leben|von (?:der|dieser) (?:welt|erde)|(?:da|hier) (?:zu )?sein(?=[.!]|$)|leben(?=[ .!]*$)",
  fetched:
    "(?:herrgott|gott|der herr|der tod|der liebe gott|jesus)(?: [\\p{L}']+){0,5} (?:holen|holt|hol|zu sich nehmen|nimmt mich|abholen)(?: mich)?|(?:hol|nimm) mich (?:endlich |doch )?(?:zu dir|heim|zu euch)|lange genug gelebt|ich bin (?:allen |nur |doch )*(?:im weg|uberflussig)|(?:mich braucht|braucht mich)(?: \\p{L}+)? (?:keiner|niemand)(?=[.!,]|$)|(?:egal|wurst|gleichgultig),? ob ich(?: \\p{L}+){0,3} (?:lebe|aufwache|sterbe)|(?:lieber|besser|einfacher|schoner)(?: \\p{L}+){0,5} (?:nicht|nie) (?:da|zu existieren|zu leben|mehr da)",
};
