/** Words as one alternative of a pattern; longer ones first, so that none hides another. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s*[,\n]\s*/).sort((a, b) => b.length - a.length).join("|")})`;
}

/** A name: up to four words that begin with a capital, with particles such as "van" between them. */
export const NAME = String
  .raw`\p{Lu}[\p{L}\p{M}'’.-]*(?<![.])(?:\s(?:(?:de|del|della|di|da|van|von|der|den|la|le|los|las|of|am|an|zu|y|el)\s){0,2}\p{Lu}[\p{L}\p{M}'’.-]*(?<![.])){0,3}`;
/** A name, or one word in lower case at the end of the sentence: people type names without capitals. */
export const CALLED = String.raw`(?:${NAME}|\p{Ll}[\p{L}'’-]{1,20}(?=\s*[.!,;]|\s*$))`;
/** Several names. */
export const NAMES = String.raw`${NAME}(?:,\s${NAME})*(?:,?\s(?:and|und|et|y|&)\s${NAME})?`;
/** A place: a name, with others after commas. */
export const PLACE = String.raw`${NAME}(?:,\s${NAME}){0,2}`;
/** Nothing follows, or the clause ends. */
export const END = String
  .raw`(?=\s*(?:[.!,;:)…–—]|$)|\s+(?:and|but|so|because|which|where|und|aber|weil|et|mais|y|pero|now|from now on|please|bitte|too|also|though|btw|though|with|for|at|in)(?!\p{L}))`;

const DATE_MONTH = anyOf(
  "January,February,March,April,May,June,July,August,September,October,November,December,Januar,Februar,März,Mai,Juni,Juli,Oktober,Dezember,janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre,enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre",
);
/** A day of the year: "3 May", "May 3rd, 1990", "3. Mai", "3/5/1990", "1990-05-03". */
export const DAY = String
  .raw`(?:\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?${DATE_MONTH}(?:,?\s(?:de\s)?\d{4})?|${DATE_MONTH}\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})?)`;

/** What pets and relatives are called, by the English word that stands for them. */
const RELATIONS: Readonly<Record<string, string>> = {
  dog: "dog,puppy,hund,hündin,chien,chienne,perro,perra",
  cat: "cat,kitten,kitty,katze,kater,chat,chatte,gato,gata",
  horse: "horse,pferd,cheval,caballo",
  rabbit: "rabbit,kaninchen,lapin,conejo",
  parrot: "parrot,papagei,perroquet,loro",
  hamster: "hamster",
  wife: "wife,frau,ehefrau,femme,esposa,mujer",
  husband: "husband,mann,ehemann,mari,esposo,marido",
  partner: "partner,partnerin,partenaire,pareja",
  girlfriend: "girlfriend,freundin,copine,novia",
  boyfriend: "boyfriend,copain,novio",
  fiancé: "fiancé,fiancée,fiance,fiancee,verlobter,verlobte,prometido,prometida",
  son: "son,sohn,fils,hijo",
  daughter: "daughter,tochter,fille,hija",
  children: "children,kids,kinder,enfants,hijos",
  dogs: "dogs,hunde,chiens,perros",
  cats: "cats,katzen,chats,gatos",
  baby: "baby,bébé,bebé",
  brother: "brother,bruder,frère,hermano",
  sister: "sister,schwester,sœur,soeur,hermana",
  mother: "mother,mum,mom,mutter,mama,mère,maman,madre,mamá",
  father: "father,dad,vater,papa,père,padre,papá",
  grandmother: "grandmother,grandma,granny,oma,großmutter,mamie,abuela",
  grandfather: "grandfather,grandpa,opa,großvater,papi,abuelo",
  boss: "boss,manager,chef,chefin,patron,jefe,jefa",
  employer: "company,employer,firma,entreprise,empresa",
};
const ENGLISH = new Map(
  Object.entries(RELATIONS).flatMap(([english, words]) => words.split(",").map((word) => [word, english])),
);

/** The English word for a pet or relative; anything else as it is, in lower case. */
export function relation(word: string): string {
  const parts = word.trim().toLowerCase().split(/\s+/);
  const last = parts.at(-1) ?? "";
  return [...parts.slice(0, -1), ENGLISH.get(last) ?? last].join(" ");
}

/** Every word for a pet or relative. */
export const RELATION = anyOf([...ENGLISH.keys()].join(","));
