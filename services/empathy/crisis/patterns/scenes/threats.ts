import { type CrisisPattern, patterns } from "../../types.ts";

/** Weapons against a body, one's own or from others, and what others announce; whole wordings, in all languages at once. */

const BLADE =
  "knife|blade|razor(?: ?blade)?|gun|pistol|scissors|messer|klinge|pistole|couteau|lame|pistolet|cuchillo|navaja|pistola|coltello|lametta|faca|lamina|mes|scheermes\\w*|pistool|noz|zyletk\\w+";

const BODY =
  "my (?:stomach|belly|throat|neck|chest|wrists?|skin|heart|head|temple|arms?)|(?:meine[mnr]?|am|an (?:der|die|den)) (?:bauch|hals|kehle|brust|herz|handgelenk|schlafe|pulsadern)|(?:mon|ma|mes|le|la) (?:ventre|gorge|cou|poignets?|poitrine|tempe)|(?:mi|el|la) (?:cuello|garganta|pecho|muneca|barriga|sien)|(?:alla|al|la mia|il mio) (?:gola|collo|polso|petto|tempia)|(?:no|na|ao|meu|minha) (?:pescoco|peito|pulso|garganta|barriga)|mijn (?:keel|nek|buik|pols|borst|slaap)|(?:przy|na|do) (?:gardle|szyi|brzuchu|nadgarstku|gardla|skroni)";

const NEAR =
  "boyfriend|girlfriend|husband|wife|ex|partner|dad|father|stepdad|stepfather|mann|freund|vater|stiefvater|mari|copain|pere|beau-pere|marido|novio|padre|padrastro|marito|ragazzo|fidanzato|namorado|pai|vriend|vader|maz|chlopak|ojciec|he|she|er|il|elle|el|ella|lui|ele|hij";

export const THREATS: readonly CrisisPattern[] = [
  ...patterns("self_harm", 4, [
    `(?:${BLADE})(?: \\p{L}+){0,3} (?:against|to|at|on|an|gegen|contre|sur|contra|en|contro|tegen|op|przy|do) (?:${BODY})(?![^.!?]*(?:shav|rasier|barb|tattoo|film|game))|(?:${BLADE})(?: \\p{L}+){0,3} (?:${BODY})(?![^.!?]*(?:shav|rasier|barb|tattoo|film|game))`,
    "(?:razor|blade|rasoir|lame|klinge|cuchilla|lametta|lamina|scheermes\\w*|zyletk\\w+)(?![^.!?]*(?:shav|beard|barbe|bart|barb))[^]{0,40}(?:already (?:started|begun|cut)|schon angefangen|deja commence|ya (?:he )?empe\\w+|gia (?:iniziato|cominciato)|ja comecei|al begonnen|juz zacz\\w+)",
  ]),
  ...patterns("suicide", 4, [
    "(?:window ?sill|ledge|railing|rooftop|roof|balcony|fensterbrett|fensterbank|sims|gelander|dach|balkon|rebord|balcon|toit|alfeizar|azotea|davanzale|cornicione|tetto|parapeito|telhado|vensterbank|dak|parapeci\\w+|dachu)[^]{0,60}(?:lasse (?:gleich |jetzt |mich )*los|(?:going to |about to |will )let go|letting go|lache tout|(?:vais |je )lacher|me (?:voy a )?solt\\w+|soltarme|mi lascio (?:andare|cadere)|me solto|laat los|puszczam)",
    "garage(?=[^.!?]{0,100}(?:closed|shut|zu|geschlossen|fermee?|cerrad[oa]|chius[oa]|fechad[oa]|dicht|zamkniet\\w+)(?!\\p{L}))(?=[^.!?]{0,100}(?:engine|motor|moteur|motore|silnik)(?!\\p{L}))[^.!?]{0,100}|(?:engine|motor|moteur|motore|silnik)(?:[^.!?]{0,40}(?:running|on|lauft|tourne|encendid\\w|acceso|ligad\\w|draait|wlaczony))[^.!?]{0,40}garage[^.!?]{0,40}(?:closed|shut|zu|geschlossen|fermee?|cerrad[oa]|chius[oa]|fechad[oa]|dicht|zamkniet\\w+)",
  ]),
  ...patterns("suicide", 4, [
    "(?:tonight|now|today|then|tomorrow)(?: [\\p{L}']+){0,4} (?:walk|walking|swim|swimming)(?: out)? (?:into|out to) (?:the )?(?:sea|ocean|lake|river|water)(?![^.!?]*(?:kids|friends|dog|holiday|beach|lesson|surf))|(?:heute|jetzt|dann|morgen)(?: \\p{L}+){0,3} gehe? ich ins wasser(?![^.!?]*(?:schwimm|kinder|strand|baden))|(?:ce soir|maintenant|demain)(?: [\\p{L}']+){0,3} (?:j'entre|je marche|j'avance) dans (?:la mer|l'eau|le lac|la riviere)",
  ]),
  ...patterns("suicide", 4, [
    "me enforquei|me ahorque|mi sono impiccat[oa]|me suis pendue?(?! a)|hab(?:e)? mich(?: \\p{L}+)? aufgehangt|heb me(?: \\p{L}+)? opgehangen|powiesil[ae]m sie",
  ]),
  ...patterns("abuse", 4, [
    `(?:${NEAR})(?: is| has| has got| is holding| hat| tient| a| tiene| ha| tem| heeft| ma)(?: \\p{L}+){0,2} (?:knife|gun|axe|hammer|baseball bat|messer|pistole|axt|couteau|pistolet|hache|cuchillo|pistola|coltello|faca|mes|bijl|noz)[^]{0,60}(?:at me|scream\\w*|threat\\w*|wardrobe|closet|bathroom|hiding|locked|schreit|droht|versteck\\w*|eingeschlossen|hurle|menace|cache\\w*|enferme\\w*|grita|amenaza|escond\\w*|encerrad\\w*|urla|minaccia|nascost\\w*|trancad\\w*|verstopt|dreigt|krzyczy|ukryw\\w*)`,
    `(?:${NEAR})(?: [\\p{L}']+){0,6} (?:says|said|threat\\w*|swears?|sagt|droht|dit|menace\\w*|dice|amenaz\\w*|minaccia|diz|ameaca|zegt|dreigt|mowi|grozi)[^.!?]{0,40}(?:burn|shoot|stab|anzund\\w*|abstech\\w*|erschiess\\w*|bruler|poignarder|quem\\w*|apunal\\w*|bruci\\w*|accoltell\\w*|queim\\w*|esfaque\\w*|verbrand\\w*|neersteek\\w*|spali\\w*)[^.!?]{0,20}(?:me|us|house|mich|uns|haus|nous|maison|casa|ons|huis|mnie|dom)(?!\\p{L})`,
  ]),
  ...patterns("other_person", 3, [
    "(?:dice|dijo|sagt|sagte|dit|says|said|diz|disse|zegt|mowi)(?: (?:que|dass|that|che|dat|ze)| qu'(?:il|elle))?[^.!?]{0,20}(?:quiere morir(?:se)?|sterben (?:will|mochte)|(?:will|mochte) sterben|veut mourir|wants to die|vuole morire|quer morrer|dood wil|chce umrzec)(?! (?:de|of|di|vor|van|z) )",
    "(?:wrote|texted|posted|sent|messaged|geschrieben|schreibt|schrieb|ecrit|envoye|escribio|mando|scritto|escreveu|geschreven|napisal\\w*)[^]{0,60}(?:goodbye|farewell|leb wohl|lebewohl|abschied\\w*|adieu|adios|addio|adeus|vaarwel|zegnaj\\w*)[^]{0,80}(?:not (?:pick|answer|respond)\\w*|(?:phone|mobile) is (?:off|dead)|geht nicht (?:ran|ans)|nicht erreichbar|antwortet nicht|repond (?:pas|plus)|no (?:contesta|responde)|non risponde|nao (?:atende|responde)|neemt niet op|nie odbiera)|und (?:sie|er) geht nicht ran(?<=leb ?wohl[^]{0,60})",
    "(?:enfermee?|locked (?:herself|himself|themselves)|eingeschlossen|eingesperrt|encerrad\\w|chius\\w|trancad\\w|opgesloten|zamkn\\w+ sie)[^]{0,60}(?:lames?|blades?|razors?|knife|knives|pills|tablets|klingen|tabletten|couteau|cachets|cuchillas?|pastillas|lamette|pillole|laminas|comprimidos|mesjes|pillen|zyletk\\w+|tabletk\\w+)",
  ]),
  ...patterns("distress", 1, [
    "is it painful to (?:drown|hang|bleed out|freeze to death|jump)|how long does it take to (?:drown|bleed out|bleed to death)|tut (?:ertrinken|erhangen|verbluten) weh|no me quedan ganas de nada|n'ai plus envie de rien(?=[.!]|$)|non ho piu voglia di (?:niente|nulla)|ja nao tenho vontade de nada|auf nichts mehr lust(?=[.!]|$)",
    "n'attends plus rien de la vie|erwarte nichts mehr vom leben|no espero (?:ya )?nada (?:mas )?de la vida|non mi aspetto piu niente dalla vita|nao espero mais nada da vida|expect nothing (?:more |else )?(?:from|of) life|kann und will(?: \\p{L}+)? nicht mehr(?=[.!]|$)|only (?:still )?(?:here|alive|living) because of|nur noch (?:am leben|hier|da) wegen|solo sigo (?:aqui|viv[oa]) por|(?:suis|reste) (?:encore )?en vie que pour",
    "(?:i )?envy the dead|beneide (?:die|alle) toten|envie les morts|envidio a los muertos|invidio i morti|invejo os mortos|benijd de doden|zazdroszcze (?:umarlym|zmarlym)",
    "(?:come to|cry at|be at|turn up (?:to|at)|show up (?:to|at)) my funeral|zu meiner beerdigung (?:kommen|kame|kommt)|(?:viendrait|viendra|serait) a mon enterrement|(?:vendria|vendra|iria) a mi (?:funeral|entierro)|verrebbe al mio funerale|(?:viria|iria) ao meu (?:funeral|enterro)|op mijn begrafenis (?:komen|zou)|na moj pogrzeb",
    "waste of (?:oxygen|air|skin)|(?:in mir|innen|drinnen) ist (?:nichts|nur leere)(?: mehr)?(?=[.!]|$)|(?:plus (?:simple|facile|leger)|mieux)(?: \\p{L}+){0,2} sans moi(?=[.!]|$)|che senso (?:ha|abbia)(?: \\p{L}+){0,2} (?:alzarsi|vivere|andare avanti|tutto|continuare)|(?:disappointed|sad|sorry|angry) (?:that )?i (?:woke|wake|have woken) up(?=[.!]|$)",
  ]),
];
