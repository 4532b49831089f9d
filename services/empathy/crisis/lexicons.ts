import type { Lexicon } from "./compose.ts";

export const LEXICONS: readonly Lexicon[] = [
  {
    desire:
      "want|wanted|wish|hope|ready|rather|deserve|imagine|imagining|thinking|thoughts|dream\\w*|fantasi\\w+|feel like|might as well|waiting|close to|close|only option|only way|only answer|courage|favou?r|urge|relief|pray\\w*|contemplat\\w*|should|think about|googl\\w+|picture|enough of|no longer care if i|planning|what if i|if i|just need",
    death:
      "to die|i (?:could |can |would )?(?:just )?die|dying|be dead|dead|my (?:own )?(?:death|funeral)|death(?= |$|[.,!?])|vanish from|not to wake up|tak(?:e|ing) my (?:own )?life|hang(?:ing)? myself|exist|existing|kill(?:ed|ing)? myself|suicide|end(?:ing)? (?:it|everything|things|it all|my life)|never wake|disappear(?:ed)? (?:forever|for good|for ever)",
    life:
      "(?:life|living|alive|being alive)(?! (?:in|next|at|near|with|without|on|for|off|insurance|room|cycle|hack))|carrying on|to go on",
    unbearable:
      "hate|hating|torture|hell(?! for)|unbearable|pointless|worthless|meaningless|cannot (?:do|take|bear|stand|keep|face)|cant (?:do|take|keep)|not (?:deserve|care about|want)|no (?:reason|point|use)|fed up with|is over|had enough of|no point in|not see (?:any |the |a )?(?:point|sense|future)|bear",
    leap:
      "(?:jump\\w*|throw\\w* myself|step\\w*|driv\\w*|walk\\w*|crash\\w*|run\\w*|leap\\w*)(?: \\w+){0,3} (?:off|in front of|into|under|out of|from)|hit by|run over by",
    place: "bridge|trains?|bus|truck|car|cliff|roof|balcony|window|tracks|traffic|building|tree|lorry",
    hurter:
      "my (?:ex|husband|wife|boyfriend|girlfriend|partner|dad|father|mom|mum|mother|stepfather|stepdad|stepmom|brother|uncle|fiance|roommate|carer|grandfather)",
    hurt:
      "hits?|punch\\w*|slap\\w*|kick\\w*(?! me out)|chok\\w*|strangl\\w*|beats?|beating|throws? things|shov\\w+|pins?|spits?|burns?|bites?|rapes?|locks? (?!me out of)|starves|grabs?|threatens?",
    me: "me|at me|my (?:face|hair|arms?|throat|neck)",
    neck:
      "(?:hands?|fingers) (?:around|on|round) my (?:neck|throat)|(?:grab\\w*|held|holds?|takes?) me by the (?:throat|neck|hair)|(?:makes|forces|made|forced|making) me[^.!?]{0,40} (?:sexual|sex|naked|undress)(?: \\w+)?|(?:scared|afraid|terrified)(?: \\w+){0,2} (?:to go home|of (?:my (?:dad|father|mom|mum|mother|husband|boyfriend|partner|stepdad|ex)|going home))(?! (?:in the dark|alone|late))|(?:man|guy|someone|somebody|stranger|ex|car)(?: \\w+){0,2} (?:following|stalking) me(?! (?:on|back))|(?:husband|boyfriend|ex|partner|dad|father|wife|he) has a (?:gun|knife)(?! (?:collection|licen\\w+|shop|in the game))|blackmail\\w*(?: \\w+){0,3} (?:nudes?|naked|photos|pictures)|locks? me in(?: \\w+)*",
    others: "he|she|they|you|we|him|her|them|his|their|your|who|people|someone|not|never|do|dont|this game",
  },
  {
    desire:
      "will|mochte|wollte|wunsch\\w*|am liebsten|lieber|denke|uberlege|daran|traume|hoffe|vorstell\\w*|gedanke\\w*|bereit|konnte",
    death:
      "tot|sterben|umbringen|nicht mehr (?:da|leben|sein)|weg sein|fur immer (?:weg|schlafen)|verschwinden|(?:meinem leben|allem) ein ende(?: setzen)?|an den tod|mir (?:was|etwas) antun|schluss machen|mir das leben|allem ein ende",
    life: "leben|zu leben|das leben|dieses leben|weiterleben",
    unbearable:
      "halte|ertrage|aushalte\\w*|nicht (?:mehr )?(?:aus|ertragen)|hasse|sinnlos|holle|qual|keine (?:lust|kraft)|satt|leid|wertlos",
    leap: "(?:vor|von|aus|in|auf)(?: \\w+)?",
    place:
      "zug(?: zu)? (?:springen|werfen)|brucke (?:zu )?(?:springen|sturzen)|fenster (?:zu )?springen|auto zu (?:laufen|werfen)|gleise zu (?:legen|werfen)|dach (?:zu )?springen",
    hurter:
      "(?:mein|meine) (?:ex|mann|frau|freund|freundin|vater|mutter|stiefvater|bruder|onkel|partner|papa|mama)",
    hurt:
      "schlagt|gewurgt|geschlagen|verprugelt|getreten|prugelt|wurgt|bedroht|vergewaltigt|geohrfeigt|eingesperrt|misshandelt",
    me: "mich|mir",
    neck:
      "angst vor (?:meinem|meiner) (?:vater|mann|freund|mutter|ex|stiefvater|partner)|(?:wenn ich (?:sterbe|tot bin|weg bin))(?=[^.!?]*(?:keiner|niemand|egal|merkt))",
    others: "er|sie|du|ihr|wir|ihn|man|leute|arbeiten|ausgehen",
  },
  {
    desire: "veux|voudrais|envie|prefererais|aimerais|pense a|songe a|reve|j'espere|marre|pret a|prete a",
    death:
      "morte?|mourir|disparaitre(?: pour toujours| a jamais)?|en finir avec (?:la|ma) vie|me tuer|crever|que tout s'arrete|plus etre la|ne plus exister",
    life: "vivre|la vie|ma vie|cette vie|exister",
    unbearable:
      "marre|hais|deteste|enfer|insupportable|plus (?:la )?(?:force|gout|supporte\\w*|envie)|supporte plus|fatiguee? de|n'ai plus gout a",
    leap: "sauter|me jeter|se jeter|jeter",
    place:
      "(?:du|sous|d'un|par|devant)? ?(?:le |la |un |l')?(?:pont|train|metro|fenetre|balcon|toit|voiture)",
    hurter: "(?:mon|ma) (?:ex|mari|femme|copain|copine|pere|mere|beau-pere|frere|oncle|conjoint|compagnon)",
    hurt: "tape|frappe|bat|etrangle|gifle|menace|viole|insulte et frappe|enferme|etranglee?|frappee?|tapee?",
    me: "me|m'a|m'|moi",
    neck:
      "peur de (?:mon|ma) (?:pere|mari|copain|mere|ex|conjoint)|(?:parle|menace) de (?:se |s')(?:foutre en l'air|tuer|suicid\\w*)|se foutre en l'air",
    others: "que|il|elle|ils|tu|vous|on|de faim|de rire|de soif",
  },
  {
    verbsSayI: true,
    desire:
      "he pensado en|pense en|quiero|quisiera|prefiero|deseo|ganas de|pienso en|pensando en|sueno con|ojala|espero|me gustaria",
    death:
      "morir(?:me)?|muert[oa]|desaparecer(?: para siempre)?|matarme|no despertar|cortarme las venas|ahorcarme|dejar de existir|acabar con todo|no estar aqui",
    life: "vivir|seguir viv[oa]|estar viv[oa]|la vida|mi vida|esta vida|existir",
    unbearable:
      "no (?:le )?(?:veo|encuentro) sentido a?|odio|no aguanto|no soporto|hart[oa] de|cansad[oa] de|infierno|sin sentido|no (?:puedo|quiero) (?:mas|seguir)|asco de",
    leap: "tirarme|saltar|lanzarme|arrojarme",
    place:
      "(?:del|de un|por la|al|delante del) ?(?:puente|tren|metro|ventana|balcon|tejado|edificio)|puente|balcon|ventana",
    hurter:
      "(?:mi) (?:ex|marido|esposo|esposa|novio|novia|papa|mama|padre|madre|padrastro|hermano|tio|pareja)",
    hurt: "golpea|pega|pego|golpeo|ahorca|ahorco|amenaza|viola|encierra|patea|maltrata|estrangula",
    me: "me|nos|a mi",
    neck: "miedo (?:a|de) mi (?:padre|papa|marido|novio|madre|ex|pareja)",
    others: "el|ella|ellos|tu|usted|de hambre|de risa|de sueno",
  },
  {
    verbsSayI: true,
    desire:
      "ho pensato di|pensato di|voglio|vorrei|preferirei|desidero|voglia di|penso di|pensando di|sogno di|spero di|penso a",
    death:
      "morire|mort[oa]|sparire(?: per sempre)?|scomparire|uccidermi|ammazzarmi|impiccarmi|tagliarmi le vene|buttarmi giu|non svegliarmi|non esistere|farla finita con la vita",
    life: "vivere|la vita|mia vita|questa vita|esistere",
    unbearable:
      "non (?:vedo|trovo|ho) (?:piu )?(?:un |alcun )?(?:motivo|senso|ragione)|odio|non ce la faccio|non sopporto|stanc[oa] di|inferno|insopportabile|stuf[oa] di|senza senso",
    leap: "buttarmi|saltare|lanciarmi|gettarmi",
    place: "(?:dal|sotto il|sotto un|dalla|giu dal)? ?(?:ponte|treno|metro|finestra|balcone|tetto)",
    hurter:
      "(?:mio|mia|il mio|la mia) (?:ex|marito|moglie|ragazzo|ragazza|fidanzato|padre|madre|patrigno|fratello|zio|compagno)",
    hurt: "picchia|picchiat[oa]|strangola|strangolat[oa]|minaccia|schiaffeggia|violenta|mena|calci",
    me: "mi|ci|me",
    neck:
      "(?:messo|mette) le mani (?:al|sul) collo|paura di mio (?:padre|marito|ragazzo|ex)|paura del mio (?:ragazzo|ex|compagno)",
    others: "lui|lei|loro|tu|di fame|di sonno|di noia",
  },
  {
    verbsSayI: true,
    desire:
      "pensei em|ja pensei em|quero|queria|prefiro|preferia|vontade de|desejo|penso em|a pensar em|pensando em|sonho em|espero|gostava de",
    death:
      "morrer|mort[oa]|desaparecer(?: para sempre)?|matar-me|me matar|me enforcar|enforcar-me|cortar os pulsos|nao acordar|deixar de existir|acabar com tudo",
    life: "viver|estar viv[oa]|a vida|minha vida|esta vida|existir",
    unbearable:
      "ja nao quero|nao (?:vejo|tenho) (?:mais )?(?:sentido|motivo|razao)|odeio|nao aguento|nao suporto|fart[oa] de|cansad[oa] de|inferno|sem sentido|nao vale a pena|desisto d[ae]",
    leap: "atirar-me|me atirar|saltar|me jogar|jogar-me|pular",
    place:
      "(?:da|do|de uma|pela|para debaixo do)? ?(?:ponte|comboio|trem|metro|janela|varanda|telhado|predio)",
    hurter:
      "(?:meu|minha|o meu|a minha) (?:ex|marido|mulher|namorado|namorada|pai|mae|padrasto|irmao|tio|companheiro)",
    hurt: "bate|bateu|bateu-me|bate-me|agrediu|agride|estrangulou|ameaca|empurra|espanca|enforcou",
    me: "me|nos|mim|ontem|sempre",
    neck:
      "medo do meu (?:pai|marido|namorado|padrasto|ex)|(?:namorado|marido|pai|ex|mulher|padrasto) (?:bateu-me|bate-me|agrediu-me|agride-me)(?: \\w+)?",
    others: "ele|ela|eles|tu|voce|de fome|de rir|de sono|de amores",
  },
  {
    desire: "wil|wilde|wou|liever|denk|denk eraan|verlang|hoop|droom|zou willen|overweeg",
    death:
      "dood|doodgaan|sterven|er niet (?:meer )?(?:zijn|bij zijn)|niet meer (?:leven|bestaan|wakker)|verdwijnen|mezelf (?:iets )?aandoen|zelfmoord",
    life: "leven|het leven|dit leven|verder leven",
    unbearable:
      "geen (?:zin|kracht|reden)|haat|ondraaglijk|hel|zinloos|moe van|klaar met|niet meer (?:aan|vol)|houd\\w* het",
    leap: "(?:voor|van|uit|onder)(?: \\w+)?",
    place:
      "trein te (?:springen|stappen)|brug te springen|raam te springen|dak te springen|auto te (?:springen|lopen)",
    hurter: "(?:mijn) (?:ex|man|vrouw|vriend|vriendin|vader|moeder|stiefvader|broer|oom|partner)",
    hurt: "slaat|gewurgd|geslagen|geschopt|mishandeld|wurgt|bedreigt|verkracht|opgesloten",
    me: "me|mij|ons",
    neck: "bang voor mijn (?:vader|man|vriend|moeder|ex|stiefvader)",
    others: "hij|zij|ze|jij|je|we|hout|van de honger|werken",
  },
  {
    verbsSayI: true,
    desire: "chce|chcialbym|chcialabym|wole|mysle o|marze o|mam mysli",
    death: "umrzec|nie zyc|zniknac|smierci|samobojcz\\w*|sie zabic|skonczyc z tym",
    life: "zyc|zycia|zycie|tego zycia",
    unbearable:
      "nie widze (?:juz )?sensu|nie mam (?:juz )?(?:sily|ochoty|po co)|nienawidze|nie znosze|mam dosc|pieklo|bez sensu",
    leap: "skoczyc|rzucic sie",
    place: "z mostu|pod pociag|z okna|z balkonu|z dachu",
    hurter: "(?:moj|moja) (?:maz|zona|chlopak|ojciec|matka|ojczym|brat|byly|partner)",
    hurt: "bije|uderzyl|dusi|grozi|kopie|pobil",
    me: "mnie|mi",
    neck: "boje sie (?:mojego|swojego) (?:ojca|meza|chlopaka)",
    others: "on|ona|oni|ty|z glodu|ze smiechu",
  },
];
