import { patterns } from "../types.ts";

const NEAR =
  "(?:mio|mia|il mio|la mia|una|un)(?: \\w+)? (?:marito|moglie|amico|amica|ragazzo|ragazza|fidanzato|fidanzata|fratello|sorella|figlio|figlia|madre|padre|patrigno|ex|compagno|compagna|cugino|cugina|collega)";

export const ITALIAN = [
  ...patterns("suicide", 3, [
    "(?:voglio|vorrei|volevo|preferirei|desidero|voglia di) (?:solo |davvero |soltanto )?(?:morire|essere mort[oa])(?! d)",
    "(?:voglio|vorrei|penso di|pensando di|sto per|volevo) (?:\\w+ )?(?:uccidermi|ammazzarmi|suicid\\w*|farla finita|togliermi la vita|impiccarmi)",
    "mi (?:ammazzo|uccido|impicco|tolgo la vita)",
    "non (?:voglio|ho voglia di|vorrei) (?:piu )?(?:vivere|esistere|esserci)(?: piu)?(?! (?:a|in|con|qui|da))",
    "farla finita",
    "suicid\\w*",
    "(?:meglio|piu felici) senza di me",
    "vita non (?:ha|vale) (?:piu )?(?:\\w+ )?(?:senso|la pena|niente)",
    "(?:non|mai) (?:svegliarmi|risvegliarmi) (?:piu|mai)|non svegliarmi",
    "(?:nessun|alcun) motivo per vivere",
    "vorrei (?:essere mort[oa]|non essere mai nat[oa])",
  ]),
  ...patterns("suicide", 4, [
    "(?:ho|appena) (?:preso|ingoiato|ingerito) (?:tutte|tutti|troppe|troppi|una scatola)(?: \\w+){0,3} ?(?:pillole|pastiglie|pasticche|farmaci|compresse|medicine)",
    "lettera d'addio|lettera di addio",
    "(?:stasera|stanotte|oggi|adesso|domani) (?:mi (?:ammazzo|uccido|impicco)|la faccio finita)",
  ]),
  ...patterns("distress", 1, [
    "non ce la faccio piu",
    "senza speranza",
    "nessuna via d'uscita",
    "un peso per (?:tutti|la mia famiglia)",
  ]),
  ...patterns("self_harm", 3, [
    "mi (?:taglio|sono tagliat[oa]) (?:le|i|quando|per|di proposito|apposta)(?! capelli| unghie)",
    "mi faccio del male",
    "autolesion\\w*",
  ]),
  ...patterns("eating", 3, ["mi (?:provoco il vomito|faccio vomitare)", "non mangio da (?:\\w+ )?giorni"]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|lui|lei) (?:\\w+ ){0,2}?(?:mi|ci) (?:picchia|ha picchiat[oa]|ha violentat[oa]|maltratta|minaccia|strangola|violenta|ha strangolat[oa]|mena)`,
    "minacciato di (?:uccider(?:mi|ci)|ammazzarmi|picchiarmi)",
    "(?:sono stata|mi hanno) (?:violentata|stuprata|violentato|stuprato|abusata)",
    "paura che mi (?:uccida|ammazzi|picchi)",
  ]),
  ...patterns("violence", 3, ["(?:voglio|vorrei|sto per) (?:ucciderl[oa]|ammazzarl[oa])"]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|lui|lei|qualcuno) (?:\\w+ ){0,4}(?:suicid\\w*|uccidersi|ammazzarsi|farla finita|togliersi la vita|si taglia|vuole morire|non vuole piu vivere)`,
  ]),
  ...patterns("medical", 4, [
    "non (?:riesco|riesce) a respirare|non respira",
    "ha perso i sensi|privo di sensi",
    "sta avendo un (?:infarto|ictus)",
    "dolore (?:forte )?al petto",
  ]),
];
