import { type CrisisPattern, patterns } from "../types.ts";
import { FOR_USE } from "./for_use.ts";
import { gap } from "./gap.ts";

/** What was made ready, in one language, as lists of words. */
interface Prepared {
  /** Getting hold of a means. */
  got: string;
  means: string;
  /** Place, time or way are known. */
  chosen: string;
  /** Whole wordings: the day or the place alone; a hose and an exhaust. */
  set: string;
  /** Whole wordings of letters to those left behind, or of an animal given away. */
  left: string;
  /** Farewell, as it stands beside these. */
  farewell: string;
}

function prepared({ got, means, chosen, set, left, farewell }: Prepared): CrisisPattern[] {
  return patterns("suicide", 4, [
    `(?:(?:${got})${gap(4)}(?:${means})|(?:${means})${
      gap(4)
    }(?:${got}))(?![^.!?]{0,120}(?:${FOR_USE}))[^]{0,60}?(?:${chosen})`,
    set,
    `(?:${left})[^]{0,100}?(?:${farewell})`,
  ]);
}

export const PREPARED: readonly CrisisPattern[] = [
  prepared({
    got:
      "bought|ordered|purchased|got hold of|got|found|borrowed|picked up|have got|have|packed|loaded|ready|stole|took",
    means:
      "rope|noose|guns?|pistol|rifle|shotgun|bullets?|pills|tablets|sleeping pills|meds|charcoal|helium|gas|razor ?blades?|knife|blades?|poison|hose|belt|antifreeze|bleach|insulin|petrol|chemicals?",
    chosen:
      "(?:know|knows|chosen|chose|picked|found|decided|worked out|figured out|sorted|planned)(?: \\p{L}+){0,3} (?:where(?! to (?:get|buy|sell|put|store|find))|when|which (?:tree|bridge|room|day|night|beam|spot|hotel|forest|woods|platform)|(?:the|a|my)(?: \\p{L}+){0,2} (?:place|spot|day|date|night|hour|tree|beam|bridge|car park|lay-?by|clearing|room))|(?:the|a|my) (?:day|date|place|spot|time|night) (?:is|has been|are) (?:set|chosen|fixed|picked|decided)|where (?:no one|nobody)(?: will| would| can)?|(?:no one|nobody) (?:will|would|can) (?:look|find|see|stop|hear|disturb|be home|notice|know)|(?:have|got) the house to myself",
    set:
      "(?<=^[^\\p{L}]*)i (?:have )?(?:already |finally )?(?:picked|chosen|decided on|set) (?:the|a|my) (?:day|date|night)(?=[.,:;! ]+(?:it (?:is|will be)|this|next|on|tomorrow|tonight)[^]{0,60}$)(?![^]*(?:wedding|party|holiday|trip|visit|dentist|surgery|appointment|meeting|launch|venue|invit|moving))|i (?:have )?(?:already |finally )?(?:picked|chosen|set|fixed|decided on|settled on)(?: on)? (?:the|a|my) (?:day|date|night|place|spot|bridge|method|tree)(?: and (?:the |a )?(?:day|date|time|night|place|spot|method|way|how|where))?(?=[.! ]*$|,? (?:and )?(?:i (?:have )?)?(?:sorted|wrote|written|told no|nobody|no one|it will be over|cleaned|paid|cancel|put my affairs|how i|know how|made peace))|(?:hose|pipe)(?: \\p{L}+){0,4} (?:exhaust|tailpipe)(?! (?:leak|broke|crack|fan|vent|clamp))(?=[^.!?]{0,80}(?:woods?|forest|garage|tonight|window|sealed|tape|nobody|parked|ready|over|sitting|engine))|(?:exhaust|tailpipe)(?: \\p{L}+){0,5} hose(?=[^.!?]{0,80}(?:woods?|forest|garage|tonight|window|sealed|tape|nobody|parked|ready|over))|(?:the|a|my) car and (?:the|a) hose(?! (?:leak|broke|to (?:wash|clean)))(?=[.! ]*$|[^.!?]{0,60}(?:ready|tonight|tomorrow|enough|nobody|no one|over|garage|woods))(?<!(?:wash|clean|rins|spray)[^.!?]{0,30})",
    left:
      "(?:wrote|written|writing|letters?|notes?|cards?)(?: [\\p{L}']+){0,4} (?:to|for) (?:(?:each|all|every one) (?:of )?)?(?:my|the|our|both my)(?: \\w+)? (?:mum|mom|mother|dad|father|parents|kids|children|sons?|daughters?|wife|husband|family|sisters?|brothers?|girls|boys|loved ones)|(?:gave|given|giving|rehomed|found|handed|brought|left)(?: [\\p{L}']+){0,5} (?:cat|dog|pets?|rabbit|hamster|parrot|bird|guinea pigs?|puppy|horse)s?(?! food)|(?:cat|dog|pets?|rabbit|hamster|parrot|bird|horse)s?(?: \\w+){0,2} (?:goes|go|has a new home|have a new home|is with|are with|went|lives with|gets a new home|will be looked after|is taken care of) ?",
    farewell:
      "(?<!(?:said|say|saying|to say) )goodbye(?! (?:for now|to|party|kiss|gift|present))(?: (?:everyone|everybody|all|my loves|then))?(?=[.!]|$)|farewell(?! (?:party|dinner|gift))|bye forever|goodbye forever|tonight (?:is the night|it (?:ends|will be over|is over))|tonight(?=[.! ]*$)(?<!(?:post|send|mail|watch|come|eat|meet|see|is)\\w*[^.!?]{0,30})|(?:it|everything) (?:will (?:all )?be|is) over|when i am (?:gone|dead|no longer here)|i will not be (?:here|around|needing)|forgive me|no one else to (?:hurt|worry)|this is (?:the end|my last)|my last (?:night|day|evening|message)",
  }),
  prepared({
    got:
      "gekauft|besorgt|bestellt|geholt|gefunden|geliehen|organisiert|habe|hab|liegt bereit|bereit|kaufte|geladen|eingepackt",
    means:
      "strick|seil|schlinge|waffe|pistole|gewehr|\\w*tabletten|pillen|messer|\\w*klingen?|helium|kohle|grillkohle|gift|schlauch|gurtel|insulin|frostschutz\\w*",
    chosen:
      "(?:weiss|wissen|kenne|habe|hab)(?: \\p{L}+){0,3},? (?:(?:an|in|auf|von|wo|wann|welche\\w*)[ ,]*(?:welche\\w* )?(?:wo|wann|baum|brucke|tag|ort|stelle|platz|wald|haken|balken|zimmer|hochhaus)|wo|wann)|(?:tag|ort|datum|stelle|platz|zeitpunkt|termin)(?: \\p{L}+){0,2} (?:steht|ausgesucht|gewahlt|festgelegt|gefunden|fest)|(?:niemand|keiner)(?: \\p{L}+){0,3} (?:findet|sieht|stort|sucht|merkt|finden|storen|aufhalten)",
    set:
      "(?:ich )?(?:habe|hab) (?:mir )?(?:schon )?(?:den|einen|das) (?:tag|ort|zeitpunkt|datum|platz)(?: (?:und (?:den|das|die) \\p{L}+))?(?: schon| bereits)? (?:ausgesucht|gewahlt|festgelegt|bestimmt)(?=[.! ]*$|,? und (?:alles|mein testament|niemand|die briefe))|schlauch(?: \\p{L}+){0,4} auspuff(?! (?:undicht|kaputt))|auspuff(?: \\p{L}+){0,4} schlauch(?=[^.!?]{0,60}(?:garage|wald|heute|abgedichtet|bereit|fenster))",
    left:
      "(?:briefe?|zettel|karten)(?: \\p{L}+){0,2} (?:an|fur) (?:alle |jedes |jeden )?(?:meine?[nmr]?|die)(?: \\p{L}+)? ?(?:eltern|kinder\\w*|mutter|vater|frau|mann|familie|sohn|tochter|geschwister|mama|papa)|(?:gebe|bringe|schenke|gab)(?: \\p{L}+){0,4} (?:katze|hund|kater|hamster|hasen?|vogel|haustiere?|pferd)|(?:katze|hund|kater|hamster|hase|vogel|haustiere?|tiere?|pferd)\\w*(?: \\p{L}+){0,5} (?:abgegeben|weggegeben|verschenkt|gegeben|gebracht|untergebracht|versorgt|neues zuhause|kommt (?:zu|morgen)|nimmt)",
    farewell:
      "lebt wohl|leb wohl|macht'?s gut(?=[.!]|$)|(?:heute (?:nacht|abend)|dann|bald) ist (?:es|alles) (?:vorbei|zu ende|aus)|heute (?:nacht|abend)(?: \\p{L}+){0,2} (?:vorbei|ende|schluss|gehe ich)|verzeiht mir|wenn ich (?:nicht mehr da|weg|tot) bin|tschuss fur immer|(?:das )?war'?s(?: dann)?(?=[.!]|$)",
  }),
  prepared({
    got: "achete|commande|trouve|procure|emprunte|j'ai|prepare|prete?s?|pris|charge",
    means:
      "corde|arme|pistolet|fusil|cachets|medicaments|somniferes|lames?|couteau|helium|charbon|poison|tuyau|ceinture|insuline|gaz",
    chosen:
      "(?:sais|choisi|trouve|decide|connais|repere)(?: [\\p{L}']+){0,3} (?:ou|quand|comment|l'endroit|le (?:jour|lieu|moment|coin|pont|arbre)|la (?:date|nuit)|quel (?:jour|arbre|pont)|un (?:endroit|coin|lieu))|(?:date|jour|lieu|endroit) (?:est )?(?:fixee?|choisie?|decidee?)|personne (?:ne )?(?:me )?(?:trouvera|verra|cherchera|derangera|saura)",
    set:
      "j'ai (?:deja )?(?:choisi|fixe) (?:le|la|mon) (?:jour|date|lieu|endroit|moment)(?: et (?:le|la|l')? ?\\p{L}+)?(?=[.! ]*$|,? et (?:j'ai )?(?:range|tout|ecrit|personne|regle))|tuyau(?: [\\p{L}']+){0,4} (?:pot d'echappement|echappement)(?=[^.!?]{0,60}(?:garage|bois|foret|soir|fenetre|pret|personne))",
    left:
      "(?:ecrit|lettres?|mots?)(?: [\\p{L}']+){0,3} (?:aux|(?:a|pour) (?:chacun de |tous )?(?:mes|ma|mon|les|toute ma))(?: \\p{L}+)? ?(?:parents|enfants|mere|pere|femme|mari|famille|fils|fille|filles|freres|soeurs)|(?:donner?|confier?|laisser?|placer?|trouve)(?: [\\p{L}']+){0,5} (?:chat|chien|chatte|chienne|lapin|hamster|animaux|animal|oiseau)|(?:chat|chien|lapin)(?: [\\p{L}']+){0,2} (?:part chez|va chez|est chez|sera chez|vivra chez) ?",
    farewell:
      "adieu(?!x? (?:de|du) )|pardonnez-?moi|ce soir (?:tout )?(?:c'est |sera )?(?:fini|termine|la fin)|ce soir(?=[.! ]*$)|tout sera (?:bientot )?fini|c'est fini|quand je (?:ne )?serai plus|je (?:ne )?serai plus la|cette nuit (?:tout|c'est)",
  }),
  prepared({
    got:
      "compre|comprado|conseguido|consegui|pedido|encontre|encontrado|tengo|preparad[oa]s?|list[oa]s?|robe|cargad[oa]",
    means:
      "soga|cuerda|pistola|arma|pastillas|veneno|cuchillo|cuchillas?|helio|carbon|manguera|cinturon|insulina|somniferos|raticida",
    chosen:
      "(?:se|elegido|elegi|escogi|escogido|decidido|encontre|encontrado|conozco|pense)(?: \\p{L}+){0,3} (?:donde|cuando|como|(?:el|un|mi)(?: \\p{L}+)? ?(?:lugar|sitio|dia|arbol|puente|momento|rincon)|la (?:fecha|noche|hora)|que (?:dia|arbol|puente))|(?:fecha|dia|lugar|sitio) (?:ya )?(?:esta )?(?:elegid[oa]|fijad[oa]|decidid[oa])|nadie (?:me )?(?:va a |ira a )?(?:encontrar\\w*|vera|buscar\\w*|molestara|sabra)",
    set:
      "(?:ya )?(?:he elegido|elegi|escogi|he escogido|tengo elegido|he fijado) (?:ya )?(?:el|la|mi) (?:dia|fecha|lugar|sitio|noche)(?: y (?:el|la) \\p{L}+)?(?=[.! ]*$|,? y (?:todo|he|deje|nadie|el testamento))|manguera(?: \\p{L}+){0,4} (?:tubo de escape|escape)(?=[^.!?]{0,60}(?:garaje|bosque|noche|ventana|list|nadie))",
    left:
      "(?:cartas?|notas?|escrito|escribi)(?: \\p{L}+){0,3} (?:a|para) (?:cada uno de |todos )?(?:mis?|la|toda mi)(?: \\p{L}+)? ?(?:padres|hijos|hijas|hijo|hija|madre|padre|mujer|marido|familia|hermanos|hermana|hermano)|(?:regale|regalado|regalar|di|dar|dare|dado|deje|dejado|entregue|encontrado|encontre)(?: \\p{L}+){0,6} (?:gato|gata|perro|perra|conejo|hamster|mascotas?|pajaro|loro)|(?:gato|perro|conejo)(?: \\p{L}+){0,2} (?:se queda con|se va con|ira con|esta con|tiene nuevo) ?",
    farewell:
      "adios(?! (?:por ahora|a todos los))(?=[.!, ]|$)|perdonadme|perdonenme|esta noche (?:todo|se acaba|termina|acaba)|esta noche(?=[.! ]*$)|todo (?:habra )?(?:acabado|terminado|acabara)|cuando ya no este|ya no estare|hasta siempre",
  }),
  prepared({
    got:
      "comprat[oaie]|procurat[oaie]|ordinat[oaie]|trovat[oaie]|preparat[oaie]|pront[oaie]|rubat[oa]|ho|carica|carico",
    means:
      "corda|cappio|pistola|arma|fucile|pillole|pastiglie|sonniferi|lamett[ae]|coltello|elio|carbone|carbonella|veleno|tubo|cintura|insulina",
    chosen:
      "(?:so|scelto|deciso|trovato|conosco|individuato)(?: \\p{L}+){0,3} (?:dove|quando|come|il (?:posto|giorno|luogo|momento|ponte)|la (?:data|notte)|un (?:posto|luogo)|quale (?:albero|ponte|giorno)|l'albero)|(?:data|giorno|posto|luogo) (?:e )?(?:fissat[oa]|scelt[oa]|decis[oa])|nessuno (?:mi )?(?:trovera|vedra|cerchera|disturbera|sapra)",
    set:
      "ho (?:gia )?(?:scelto|deciso|fissato) (?:il|la|un) (?:giorno|data|posto|luogo|notte|momento)(?: e (?:il|la) \\p{L}+)?(?=[.! ]*$|,? e (?:ho|tutto|nessuno|sistemato))|tubo(?: [\\p{L}']+){0,4} (?:scarico|marmitta)(?=[^.!?]{0,60}(?:garage|bosco|notte|sera|finestrin|pronto|nessuno))",
    left:
      "(?:lettere|lettera|scritto|bigliett[oi])(?: \\p{L}+){0,3} (?:a|ai|alla|al|per|alle) (?:ognuno dei |tutti i )?(?:i |la |il )?(?:miei|mie|mio|mia)(?: \\p{L}+)? ?(?:genitori|figli|figlie|figlio|figlia|madre|padre|moglie|marito|famiglia|fratelli|sorelle)|(?:dato|do|daro|dare|affido|regalato|affidato|lasciato|trovato|portato)(?: \\p{L}+){0,6} (?:gatto|gatta|cane|coniglio|criceto|animali|pappagallo)|(?:gatto|cane|coniglio)(?: \\p{L}+){0,2} (?:va da|sta da|andra da|resta con|va ai|va dai) ?",
    farewell:
      "addio(?! al )|perdonatemi|(?:stasera|stanotte)(?: \\p{L}+){0,2} (?:finisce|finito|finita|fine|e finita)|(?:stasera|stanotte)(?=[.! ]*$)|(?:tutto )?sara (?:tutto )?finit[oa]|quando non ci saro|non ci saro piu",
  }),
  prepared({
    got:
      "comprei|comprado|arranjei|encomendei|encontrei|tenho|prepar\\w+|pront[oa]s?|roubei|consegui|carregad[oa]",
    means:
      "corda|pistola|arma|comprimidos|remedios|veneno|faca|laminas?|helio|carvao|mangueira|cinto|insulina|chumbinho",
    chosen:
      "(?:sei|escolhi|escolhido|decidi|encontrei|conheco|marquei)(?: \\p{L}+){0,3} (?:onde|quando|como|(?:o|um)(?: \\p{L}+)? ?(?:sitio|lugar|dia|local|momento)|a (?:data|noite|hora|ponte)|em que (?:dia|arvore|ponte)|qual)|(?:data|dia|lugar|sitio) (?:ja )?(?:esta )?(?:escolhid[oa]|marcad[oa]|decidid[oa])|ninguem (?:me )?(?:vai |ira )?(?:encontrar\\w*|ver|procurar|incomodar|saber)",
    set:
      "(?:ja )?(?:escolhi|marquei|decidi) (?:ja )?(?:o|a) (?:dia|data|lugar|sitio|noite|local)(?: e (?:o|a) \\p{L}+)?(?=[.! ]*$|,? e (?:tudo|deixei|ninguem|tratei))|mangueira(?: \\p{L}+){0,4} (?:escape|escapamento)(?=[^.!?]{0,60}(?:garagem|mata|noite|janela|pront|ninguem))",
    left:
      "(?:cartas?|bilhetes?|escrevi)(?: \\p{L}+){0,3} (?:a|aos|para|para os|as|para a|ao) (?:cada um dos |todos os )?(?:meus?|minhas?|toda a minha)(?: \\p{L}+)? ?(?:pais|filhos|filhas|filho|filha|mae|pai|mulher|marido|familia|irmaos|irma|irmao)|(?:dei|dou|dar|deixo|entreguei|deixei|encontrei|doei|arranjei)(?: \\p{L}+){0,6} (?:gato|gata|cao|cadela|cachorr[oa]|coelho|hamster|animais|passaro)|(?:gato|cao|cachorro)(?: \\p{L}+){0,2} (?:fica com|vai para|esta com|ficou com) ?",
    farewell:
      "adeus(?! ao )|perdoem-me|me perdoem|(?:esta|hoje a|hoje de) noite (?:tudo|acaba|termina)|(?:esta noite|hoje a noite)(?=[.! ]*$)|tudo (?:vai )?(?:acaba|acabara|acabar|terminar)|quando eu (?:ja )?nao (?:ca )?estiver|ja nao estarei",
  }),
  prepared({
    got: "gekocht|besteld|geregeld|gehaald|gevonden|heb|klaar|ligt klaar|gestolen|geladen|ligt",
    means:
      "touw|strop|pistool|wapen|geweer|\\w*pillen|mes|scheermesjes?|gif|helium|houtskool|slang|riem|insuline",
    chosen:
      "(?:weet|gekozen|kies|bepaald|ken|uitgezocht|heb)(?: \\p{L}+){0,3} (?:waar|wanneer|hoe(?! duur)|welke (?:dag|boom|brug|plek)|aan welke boom|(?:de|een)(?: \\p{L}+)? ?(?:plek|dag|datum|plaats|boom|brug) (?:gekozen|gevonden|uitgezocht|bepaald))|(?:datum|dag|plek|plaats|tijdstip)(?: \\p{L}+){0,2} (?:staat|gekozen|bepaald|vast|uitgekozen)|niemand(?: \\p{L}+){0,3} (?:vindt|ziet|zoekt|stoort|vinden|weet|tegenhoudt)",
    set:
      "ik heb (?:al )?(?:de|een|het) (?:dag|datum|plek|plaats|moment)(?: en de \\p{L}+)?(?: al)? (?:gekozen|uitgekozen|bepaald|geprikt)(?=[.! ]*$|,? en (?:alles|niemand|mijn testament|de brieven))|slang(?: \\p{L}+){0,4} uitlaat(?=[^.!?]{0,60}(?:garage|bos|vanavond|raam|klaar|niemand))",
    left:
      "(?:brieven|brief|briefjes?|geschreven)(?: \\p{L}+){0,3} (?:aan|voor) (?:al |ieder van )?(?:mijn|m'n|de)(?: \\p{L}+)? ?(?:ouders|kinderen|moeder|vader|vrouw|man|familie|gezin|zoon|dochter|dochters|broers|zus)|(?:geef|breng|gaf)(?: \\p{L}+){0,4} (?:kat|hond|poes|konijn|hamster|huisdier\\w*|vogel|paard)|(?:kat|hond|poes|konijn|hamster|huisdier\\w*|vogel|paard)(?: \\p{L}+){0,5} (?:weggegeven|weggebracht|gegeven|gebracht|ondergebracht|gaat (?:morgen )?naar|nieuw (?:thuis|baasje)|bij (?:mijn|de)) ?",
    farewell:
      "vaarwel|adieu|vergeef me|(?:vanavond|vannacht)(?: \\p{L}+){0,2} (?:voorbij|afgelopen|einde|over)|(?:vanavond|vannacht)(?=[.! ]*$)|(?:dan|straks) is (?:het|alles) (?:voorbij|over)|als ik er niet meer ben|het ga jullie goed",
  }),
  prepared({
    got:
      "kupil\\w*|zamowil\\w*|zdobyl\\w*|mam|zalatwil\\w*|znalazl\\w*|przygotowal\\w*|gotow\\w+|ukradl\\w*|kupion\\w+",
    means:
      "sznur|line|lina|petle|bron|pistolet|tabletki|leki|noz|zyletk\\w+|trucizn\\w+|wegiel|waz|pasek|hel|insulin\\w*|trutk\\w+",
    chosen:
      "(?:wiem|wybral\\w*|znalazl\\w*|ustalil\\w*|znam|zdecydowal\\w*)(?: \\p{L}+){0,3},? (?:gdzie|kiedy|na ktorym drzewie|ktory (?:most|dzien)|(?:juz )?(?:miejsce|dzien|date|termin|drzewo|most))|(?:data|dzien|miejsce|termin)(?: \\p{L}+){0,2} (?:wybran\\w+|ustalon\\w+)|nikt (?:mnie )?(?:tam )?(?:nie )?(?:znajdzie|zobaczy|szuka|przeszkodzi|bedzie wiedzial)",
    set:
      "(?:wybral(?:em|am)|ustalil(?:em|am)) (?:juz )?(?:dzien|date|miejsce|termin)(?: i \\p{L}+)?(?=[.! ]*$|,? i (?:wszystko|nikt|napisal\\w*|zalatwil\\w*))|waz(?: \\p{L}+){0,4} (?:rury wydechowej|wydechu|rure wydechowa)(?=[^.!?]{0,60}(?:garaz|las|noc|wieczor|okn|gotow|nikt))",
    left:
      "(?:listy?|napisal\\w*|kartki)(?: \\p{L}+){0,3} (?:do|dla) (?:kazdego z |wszystkich )?(?:moich |mojej |mojego |calej )?(?:rodzicow|dzieci|mamy|taty|matki|ojca|zony|meza|rodziny|syna|corki|corek|rodzenstwa|siostry|brata)|(?:oddal\\w*|oddaje|oddam|znalazl\\w*|zostawil\\w*|zawiozl\\w*)(?: \\p{L}+){0,4} (?:kota|psa|krolika|chomika|kotke|zwierz\\w+|papuge|psu|kotu)|(?:kot|pies|krolik)(?: \\p{L}+){0,2} (?:idzie do|jest u|zostaje u|trafi do|ma nowy dom) ?",
    farewell:
      "zegnaj\\w*|wybaczcie mi|(?:dzis|dzisiaj) (?:w nocy|wieczorem)(?: \\p{L}+){0,2} (?:koniec|konczy|po wszystkim|skoncze)|(?:dzis|dzisiaj) (?:w nocy|wieczorem)(?=[.! ]*$)|(?:bedzie )?po wszystkim|kiedy mnie (?:juz )?nie bedzie|to (?:juz )?koniec",
  }),
].flat();
