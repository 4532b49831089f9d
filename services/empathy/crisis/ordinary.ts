import { normalize } from "./normalize.ts";

/**
 * Short messages of kinds that are sad or busy and no danger: silence and quarrels among relatives, somebody's medicine brought or given, records of the dead.
 * The classifier, which goes by single words, is not asked about them; the patterns are.
 */
const ORDINARY: readonly string[] = [
  // Silence and quarrels
  "(?:will not|does not|do not|has not|have not|is not|are not|refuses? to|stopped|no longer|not)(?: \\w+){0,2} (?:talk|speak|spoken|talking|speaking|talked|answer\\w*|call\\w*|text\\w*|write\\w*)(?: \\w+)? (?:to|with|my|me|each)?",
  "(?:argued|quarrel\\w*|row|fell out|fallen out|argument|fight|not on speaking terms|silent treatment|ignor\\w+ me)",
  "(?:redet|spricht|sprechen|reden|meldet|melden|antwortet)(?: \\p{L}+){0,5} nicht mehr|nicht mehr mit (?:mir|uns|ihm|ihr)|gestritten|streit(?:en)?|zerstritten|kein wort mehr",
  "(?:ne )?(?:me|nous|se) parlent? plus|ne (?:m'|me |lui )(?:adresse|repond|appelle)|dispute\\w*|fache\\w*|brouille\\w*",
  "(?:no|ya no|dejo de|no se) (?:me |nos |le )?(?:habla|hablan|hablar\\w*|contesta|llama)|pelead[oa]s?|discuti\\w*|pelea|enfadad[oa]s?",
  "non (?:mi|ci|gli|le|si) (?:parla|parlano|rivolge|risponde|chiama)|litigat\\w*|litigio|litighiamo",
  "(?:nao|deixou de) (?:me |nos |se )?(?:fala|falam|falar|responde|liga)(?:-me)?|discutimos|zangad[oa]s?|brig\\w+|chatead[oa]s?",
  "(?:praat|spreekt|praten|spreken)(?: \\p{L}+){0,4} niet meer|niet meer (?:met|tegen) (?:me|mij|ons|elkaar)|ruzie|gekibbeld",
  "(?:nie )?(?:odzywa|rozmawia|rozmawiaja|odzywaja)(?: \\p{L}+){0,3}|poklocil\\w*|klotni\\w*|obrazil\\w*",
  // Medicine given or brought
  "(?:gave|given|give|giving|brought|fetched|picked up|collected)(?: [\\p{L}']+){0,5} (?:pills?|tablets?|drops|medicines?|medication|insulin)",
  "(?:gegeben|geholt|gebracht|abgeholt)(?=[.!?,]|$)",
  "(?:donne|apporte|cherche|recupere)(?: \\p{L}+){0,4} (?:gouttes|cachets|comprimes|medicaments|pilules)",
  "(?:dado|di|dimos|recogido|traido|compre|llevado)(?: \\p{L}+){0,5} (?:pastillas|gotas|medicinas?|medicamentos?)",
  "(?:dato|portato|ritirato|comprato)(?: \\p{L}+){0,5} (?:pillole|gocce|pastiglie|medicin[ae]|medicinali|farmaci)",
  "(?:dei|demos|comprei|levei|fui buscar)(?: \\p{L}+){0,5} (?:comprimidos|gotas|remedios?|medicamentos?)",
  "(?:pillen|druppels|medicijnen|tabletten)(?: \\p{L}+){0,3} (?:gegeven|opgehaald|gebracht)",
  "(?:dalem|dalam|odebral\\w*|przynioslem|przynioslam|kupil\\w*)(?: \\p{L}+){0,4} (?:tabletki|krople|leki|lekarstw\\w*)",
];
/** Records of the dead, whatever is said of them. */
const RECORDS =
  /(?<!\p{L})(?:death certificate|family tree|genealog\w*|sterbeurkunde|stammbaum\w*|acte de deces|arbre genealogique|certificado de defuncion|arbol genealogico|certificato di morte|albero genealogico|certidao de obito|arvore genealogica|overlijdensakte|stamboom\w*|akt\w* zgonu|drzew\w+ genealogiczn\w+)(?!\p{L})/u;

const PATTERN = new RegExp(`(?<![\\p{L}\\d])(?:${ORDINARY.join("|")})(?![\\p{L}\\d])`, "u");

/** What may lie behind it: being alone with it, fear, blows, the end. */
const DARK =
  /(?<!\p{L})(?:alone|lonely|nobody|no one|nothing|nowhere|left me|point|end|anymore alone|afraid|scared|cry\w*|hate|hurts?|hit\w*|beat\w*|threat\w*|drunk|die[ds]?|dead|kill\w*|goodbye|too (?:much|many)|allein|niemand\w*|keinen|nichts|angst|weine\w*|hasse|schlagt|geschlagen|tot|sterben|abschied|seule?|personne|rien|peur|pleure\w*|deteste|mort\w*|mourir|adieu|frappe|sol[oa]|nadie|nada|miedo|llor\w*|odio|morir|muert[oa]|pega|nessuno|niente|paura|piang\w*|morire|mort[oa]|picchia|sozinh[oa]|ninguem|medo|chor\w*|morrer|bate|alleen|niets|bang|huil\w*|haat|dood|slaat|sam|sama|nikt|nikogo|boje|placze|smierc|umrzec|bije)(?!\p{L})/u;

/** Longer messages may hold more than their kind. */
const LONGEST = 140;

/** Whether a message is plainly of one of the ordinary kinds. */
export function isOrdinary(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = normalize(text);
  return RECORDS.test(plain) || (PATTERN.test(plain) && !DARK.test(plain));
}
