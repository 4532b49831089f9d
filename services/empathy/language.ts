/** The languages in which Morgan answers feelings. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"] as const;
export type Language = typeof LANGUAGES[number];

/** Frequent words that tell the languages apart; those of two languages stand in both. */
const WORDS: Readonly<Record<Language, string>> = {
  en:
    "the and is are was i i'm i've my me you your of to in it it's this that with for not don't can't what how why when so on have has be we they he she just at am do does did could would but really feel today a all an any no more last night yesterday us him her his their them there been if or by about out up now go going want need never nothing take took every see good like one said says than then into get got soon life",
  de:
    "der die das und ist sind war ich mein meine mir mich du dein nicht ein eine einen mit für auf zu es wie was warum wenn so habe hat wir sie er aber bin im den dem von heute kann sehr mehr wird will auch noch bei alle alles meiner meinen keine kein nichts gestern jetzt nach aus bis um hab hast werde wieder immer nur doch schon sich uns ihm ihr an am gute nacht morgen tschüss leben hat's viele wollte",
  fr:
    "le la les et est sont je j'ai mon ma mes moi tu ton ne pas un une des avec pour sur à ce cette que qui comment pourquoi quand si nous il elle mais suis du de en ça très c'est plus tout veux on au tous toute toutes rien hier soir nuit maintenant a ont été fait par dans ai as vie bonne encore son sa ses se leur comme être avoir fille fils mari l'ai m'a n'a",
  es:
    "el la los las y es son yo mi mis me tú tu no un una unos con para por sobre a que qué cómo cuándo cuando si nosotros él ella pero estoy del de en muy hoy más todo quiero ya está lo tengo al soy he has ha todas todos nada ayer anoche ahora hija hijo marido vida siento puedo le les nos se buenas noches adiós hasta cada desde siempre nunca hace ser hay eso esta este llevo mí sin",
  it:
    "il lo la i gli le e è sono io mio mia mi tu tuo non un una uno con per su a che chi come perché quando se noi lui lei ma del di in molto oggi più tutto voglio ho della sto questo questa ci tutte tutti niente ieri notte adesso figlia figlio marito vita sento posso si ti al alla dal sul nel vorrei hanno hai ha buona anche ancora senza dopo questi devo mai nessuno mie miei ciao ce faccio fa ne ero dal",
  pt:
    "o a os as e é são eu meu minha me tu você não um uma uns com para por sobre que como quando se nós ele ela mas estou do da de em muito hoje mais tudo quero já está no na isso tenho ao sou todos todas nada ontem noite agora filha filho marido vida sinto posso lhe nos boa até desde sempre nunca há ser tem sem depois esta este isto fui foi vou minhas meus pelo pela à",
  nl:
    "de het een en is zijn ik mijn me mij jij je jouw niet met voor op te dat wat hoe waarom als zo heb heeft wij ze hij maar ben van vandaag kan heel meer wil ook nog bij er dit deze geen wordt aan alle alles niets gisteren nacht nu dochter man vrouw leven voel mag al uit tot om naar over morgen goed iedereen nooit altijd weer zonder na gaan geslikt m'n hun ons hem haar",
  pl:
    "i w na z się nie to jest są ja mój moja mnie mi ty twój że co jak dlaczego kiedy czy my on ona ale jestem do od bardzo dziś więcej wszystko chcę już mam przez po o za tym tak wszystkie nic wczoraj noc teraz córka syn mąż życie czuję mogę dla bez nigdy zawsze cię go ją jej ich nam był była być dobranoc widzenia moje jutra sobie tu ta ten te tabletki",
};

const SETS = LANGUAGES.map((language) => [language, new Set(WORDS[language].split(" "))] as const);

/** Letters that only some of the languages have. */
const LETTERS: readonly (readonly [RegExp, Language])[] = [
  [/[ąęłńśźż]/u, "pl"],
  [/[ñ¿¡]/u, "es"],
  [/[ãõ]/u, "pt"],
  [/[ßäöü]/u, "de"],
  [/[êëœ]|(?<![\p{L}])(?:[jcdlnsm]|qu)'/u, "fr"],
  [/th|(?<=\p{L})ing(?![\p{L}])|(?<=\p{L})'(?:s|t|re|ll|ve)(?![\p{L}])/u, "en"],
  [/sch|(?<![\p{L}])ge\p{L}+t(?![\p{L}])/u, "de"],
  [/ij|(?<=\p{L})(?:aa|oo|uu)\p{L}/u, "nl"],
  [/(?<=\p{L})(?:zione|mente|gli)/u, "it"],
  [/ção|ões|nh|lh/u, "pt"],
  [/(?<=\p{L})(?:ción|dad)(?![\p{L}])/u, "es"],
];

/** The language of a text by its frequent words (after Grefenstette 1995), or `otherwise` where they do not tell. */
export function languageOf(text: string, otherwise: Language = "en"): Language {
  const lower = text.slice(0, 4_000).toLowerCase().replace(/[’`´]/g, "'");
  const words = lower.match(/[\p{L}']+/gu) ?? [];
  const scores = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
  for (const word of words) {
    for (const [language, set] of SETS) {
      if (set.has(word)) scores.set(language, (scores.get(language) ?? 0) + 1);
    }
  }
  for (const [letters, language] of LETTERS) {
    if (letters.test(lower)) scores.set(language, (scores.get(language) ?? 0) + 1.5);
  }
  let best: Language = otherwise;
  // The expected language wins a draw.
  let most = Math.max(scores.get(otherwise) ?? 0, 0.5);
  for (const [language, score] of scores) {
    if (score > most) [best, most] = [language, score];
  }
  return best;
}

/** The language of a locale such as `de_AT.UTF-8`, if it is one of Morgan's. */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const code = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code);
}

/** English names, for instructions to a model. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  pt: "Portuguese",
  nl: "Dutch",
  pl: "Polish",
};
