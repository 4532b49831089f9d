import type { Scenes } from "./types.ts";

export const ITALIAN: Scenes = {
  whole:
    "tutt[oaie](?! (?:i giorni|le (?:mattine|sere|notti)|il (?:giorno|tempo)))|inter[oaie]|in un colpo|in una volta|tropp[oaie]|(?:la|una|due|tre) (?:scatol[ae]|manciat[ae]|bottigli[ae])|(?:il|un) (?:flacone|blister|tubetto)|(?:\\d{2,3}|dieci|dodici|venti|trenta|quaranta|cinquanta|cento)(?= (?!mg|ml|minuti|ore|giorni|anni)\\p{L}+[ei](?!\\p{L}))",
  broken: "io(?: \\p{L}+)? (?:prendere|bere|mangiare)(?: \\p{L}+)? (?:molt\\w+|tutt\\w+|tant\\w+)",
  proper:
    "per (?:lei|lui|mia|mio|la|il|i|le)|portat\\w+ a|farmacia|come (?:sempre|prescritto|ogni|ha detto)|antibiotic\\w*|foto|quant\\w+ posso|posso|devo|mess[oaie] in",
  ready: "preparat[oa]|pront[oa]|legat[oa]|appes[oa]|annodat[oa]|fissat[oa]|pende|mi aspetta|regge",
  use:
    "per(?! (?:stasera|me|stanotte|farlo|farla finita|morire|domani|sempre|questo|impiccarmi))(?= )|arrampic\\w*|barca|altalena|bucato|cane|cavallo|mucca|capra|tenda|rimorchio|saltare|vela|amaca|dov'e|chitarra|stendere",
  gun: "pistola|fucile|revolver|arma",
  loaded: "caric[oa]|un colpo|alla tempia|in bocca|alla testa",
  sport: "caccia\\w*|legge|porto d'armi|museo|film|libro|gioco|livello|polizia|acqua|cinghiale|giocattolo",
  bare:
    "(?:ho (?:gia )?(?:comprato|preparato|trovato|preso)) (?:gia )?(?:la|il|una|un|le) (?:corda|cappio|pistola|veleno|fucile|lamette)",
  sign:
    "so (?:per )?(?:cosa|che cosa)|per (?:farlo|farla finita|stasera|me)|(?:scritto|letter[ae])(?: \\p{L}+)? (?:a|ai|alla|per)|addio|nessuno|(?:la|una) (?:sedia|trave)|(?:lo|uno) sgabello|(?:l'|un) ?albero|farla finita",
  atHand:
    "in mano|nelle mani|accanto a me|davanti a me|vicino a me|sul (?:tavolo|letto|comodino)|sotto il cuscino",
  weapon: "pistola|fucile|revolver|arma|lamett[ae]|rasoio|taglierino|cappio|siringa|bisturi",
  kitchen: "cucin\\w*|cipoll\\w*|pane|barba|gioco|film|vaccin\\w*|paziente|medico|caccia|acqua|cartone",
  cut: "tagliat[oaie]|aperto|tagliarmi|incis[oaie]|tagliando|aperte",
  veins:
    "(?:le|i|il|la) (?:vene|pols[oi]|bracci[oa]|avambracci[oa]?|cosc[ei]\\w*|gamb[ae]|gola|pelle|pancia)",
  mishap:
    "incidente|sbaglio|vetro|carta|lattina|cucin\\w*|giardin\\w*|ros[ae]|operat\\w+|capelli|maniche|gatto|cerotto|braccia aperte",
  leap:
    "(?:voglio|vorrei|sto per|penso di|voglia di|pront[oa] a)(?: \\p{L}+){0,2} (?:saltare|buttarmi|lanciarmi|gettarmi)|mi (?:butto|lancio|getto)",
  height:
    "(?:dal|dalla|da un|da una|sotto il|sotto un|giu dal|giu da|davanti al) ?(?:\\p{L}+ )?(?:ponte|tetto|balcone|finestra|scogliera|palazzo|torre|treno|metro|cavalcavia|terrazzo|viadotto)",
  water: "lago|piscina|elastico|paracadute|trampolino|neve|sogn\\w*|gioco|film|foto|prossimo treno",
  decided:
    "deciso|decisione(?: \\p{L}+){0,2} (?:presa|definitiva)|ho preso (?:la|una|la mia) decisione|ormai e deciso|sono sicur[oa]",
  notLive:
    "(?:non|mai)(?: \\p{L}+){0,5} (?:natale|compleanno|primavera|estate|autunno|inverno|capodanno|pasqua|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)|non ci saro(?: piu)?|(?:mio|mia) ultim[oa] (?:natale|compleanno|giorno|notte|estate|settimana)|(?:lasciare|andarmene da) questo mondo|morire|andarmene per sempre|farla finita|raggiungere",
  leaving:
    "(?:deciso|ora|pront[oa]|devo|voglio)(?: \\p{L}+){0,2} (?:andarmene|andare via)|me ne vado|(?:al|verso il) (?:fiume|mare|lago|ponte)",
  entrusted:
    "(?:prendetevi cura|abbiate cura|pensate|occupatevi) (?:di|del|della|al|alla)|(?:dite|di'|dica) a (?:mia|mio|mamma|papa|tutti)|perdon\\w*|non (?:piangete|cercatemi)|vi (?:amo|voglio bene)|non e colpa",
  travel:
    "sci\\w*|vacanz\\w*|viaggi\\w*|volo|aereo|lavor\\w*|trasloc\\w*|trasferi\\w*|visit\\w*|torno|ritorno|festa|gita|universita|coro|hotel|medico|cinema|andiamo|noi|palestra",
  settled:
    "(?:ho )?(?:regalato|dato via|venduto|donato)(?: \\p{L}+){0,2} (?:tutt[oiae]|mi[oeai]+|le|gli|i)|(?:tutto|carte|cose) (?:e |sono )?(?:in ordine|a posto|sistemat[oe])|testamento (?:e|fatto|scritto)|debiti pagati|ho salutato tutti",
  gone:
    "non (?:ci saro|saro)(?: piu)?|non (?:importa|importera|conta) piu|niente importa|tocca a me|non (?:mi serve|mi servira) piu|(?:tutto )?(?:finisce|sara finit[oa])|dove vado|addio a tutti|non ho altro da dire",
  lethal:
    "mortal[ei]|letal[ei]|fatal[ei]|per morire|uccid\\w+|si muore|morirei|tropp[eio](?= per|[?.!]|$)|fermare il cuore",
  amount:
    "quant[eiao]|(?:che|quale) (?:dose|quantita)|(?:sono|se (?:prendo|prendessi)|e)(?: \\p{L}+){0,2} (?:\\d+|una scatola|un flacone|dieci|venti|trenta)|\\d+ ?(?:mg|g|grammi|milligrammi|ml|pastiglie|compresse)",
  weary:
    "stanc[oa]|stuf[oa]|non ne posso piu|basta|senza voglia|non ho (?:piu )?(?:voglia|forza)|esaust[oa]|mi pesa",
  life:
    "(?:di|della|con) (?:questa |mia )?vi(?:ta|vere)(?! (?:in|con|qui|senza|sola|da|fuori))|di (?:esistere|essere (?:viv[oa]|qui))|di questo mondo|la vita|a vivere",
  fetched:
    "(?:dio|il signore|la morte)(?: [\\p{L}']+){0,4} (?:mi prenda|prendermi|mi porti via|mi chiami|mi chiamasse|portarmi via)|ho vissuto abbastanza|(?:mi sento|sono) (?:solo )?(?:un peso|di troppo|d'intralcio)(?: per tutti)?|nessuno ha bisogno di me|non mi importa (?:di|se) (?:vivere|vivo|morire|muoio)|piu facile non esistere",
};
