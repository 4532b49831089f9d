import type { Pattern } from "./types.ts";
import { anyOf, DAY, END, NAME, NAMES, PLACE, RELATION } from "./words.ts";

const FRENCH_JOBS = anyOf(
  "architecte,avocat,avocate,boulanger,boulangère,bibliothécaire,chauffeur,chercheur,chercheuse,coiffeur,coiffeuse,comptable,cuisinier,cuisinière,dentiste,développeur,développeuse,écrivain,électricien,enseignant,enseignante,étudiant,étudiante,fermier,infirmier,infirmière,ingénieur,ingénieure,instituteur,institutrice,jardinier,journaliste,juge,libraire,mécanicien,médecin,menuisier,musicien,musicienne,pharmacien,pharmacienne,photographe,pilote,plombier,policier,pompier,professeur,professeure,programmeur,psychologue,retraité,retraitée,sage-femme,serveur,serveuse,traducteur,traductrice,vendeur,vendeuse,vétérinaire",
);
const SPANISH_JOBS = anyOf(
  "abogado,abogada,agricultor,albañil,arquitecto,arquitecta,bibliotecaria,bibliotecario,bombero,camarero,camarera,carpintero,cocinero,cocinera,contable,dentista,diseñador,diseñadora,electricista,enfermera,enfermero,escritor,escritora,estudiante,farmacéutico,farmacéutica,fontanero,fotógrafo,fotógrafa,ingeniera,ingeniero,jardinero,jubilado,jubilada,juez,jueza,maestra,maestro,mecánico,médica,médico,músico,panadero,peluquera,peluquero,periodista,piloto,policía,profesor,profesora,programador,programadora,psicóloga,psicólogo,traductor,traductora,vendedor,vendedora,veterinaria,veterinario",
);
const FRENCH_LANGUAGE = anyOf(
  "allemand,anglais,arabe,chinois,danois,espagnol,français,grec,italien,japonais,néerlandais,polonais,portugais,roumain,russe,turc",
);
const SPANISH_LANGUAGE = anyOf(
  "alemán,árabe,catalán,chino,español,euskera,francés,gallego,griego,inglés,italiano,japonés,polaco,portugués,rumano,ruso",
);

/** What is said in French. */
export const french: readonly Pattern[] = [
  { attribute: "name", single: true, form: String.raw`[Jj]e\s+m['’]appelle\s+(?<value>${NAME})` },
  { attribute: "name", single: true, form: String.raw`[Mm]on\s+(?:pré)?nom\s+est\s+(?<value>${NAME})` },
  { attribute: "name", single: true, form: String.raw`[Aa]ppel(?:le|ez)-moi\s+(?<value>${NAME})` },
  {
    attribute: "lives_in",
    single: true,
    form: String
      .raw`(?:[Jj]['’]habite|[Jj]e\s+vis)(?:\s+(?:maintenant|actuellement|toujours))?\s+(?:à|en|au|aux|dans\s+le|près\s+de)\s+(?<value>${PLACE})`,
  },
  {
    attribute: "lives_in",
    holds: false,
    form: String.raw`[Jj]e\s+(?:n['’]habite|ne\s+vis)\s+plus\s+(?:à|en|au|aux)\s+(?<value>${PLACE})`,
  },
  {
    attribute: "from",
    single: true,
    form: String.raw`[Jj]e\s+(?:viens|suis\s+originaire)\s+(?:de\s+|d['’]|du\s+)(?<value>${PLACE})`,
  },
  {
    attribute: "born_in",
    single: true,
    form: String.raw`[Jj]e\s+suis\s+née?\s+(?:à|en|au)\s+(?<value>${PLACE}|\d{4})`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`(?:[Mm]on\s+anniversaire\s+est|[Jj]e\s+suis\s+née?)\s+le\s+(?<value>${DAY})`,
  },
  { attribute: "age", single: true, form: String.raw`[Jj]['’]ai\s+(?<value>\d{1,3}\s+ans)${END}` },
  {
    attribute: "diet",
    single: true,
    form: String
      .raw`[Jj]e\s+suis\s+(?:maintenant\s+)?(?<value>végétarien(?:ne)?|végétalien(?:ne)?|végane?|vegan)(?!\p{L})`,
  },
  {
    attribute: "diet",
    holds: false,
    form: String
      .raw`[Jj]e\s+ne\s+suis\s+(?:pas|plus)\s+(?<value>végétarien(?:ne)?|végétalien(?:ne)?|végane?|vegan)(?!\p{L})`,
  },
  {
    attribute: "does_not_eat",
    form: String.raw`[Jj]e\s+ne\s+(?:mange|bois)\s+(?:pas|jamais)\s+(?:de\s+|d['’])(?<value>\p{L}+)${END}`,
  },
  {
    attribute: "allergic_to",
    form: String
      .raw`[Jj]e\s+suis\s+allergique\s+(?:à\s+la|à\s+l['’]|au|aux|à)\s*(?<value>\p{L}+(?:\sde\s\p{L}+)?)`,
  },
  {
    attribute: "trait",
    form: String
      .raw`[Jj]e\s+suis\s+(?<value>gauch(?:er|ère)|daltonien(?:ne)?|sourde?|aveugle|diabétique|dyslexique|intolérante?\s+au\s+lactose)${END}`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String.raw`[Jj]e\s+(?:suis|travaille\s+comme)\s+(?<value>${FRENCH_JOBS})(?!\p{L})`,
  },
  {
    attribute: "works_at",
    single: true,
    form: String.raw`[Jj]e\s+travaille\s+(?:chez|pour)\s+(?<value>${NAME})`,
  },
  {
    attribute: "marital_status",
    single: true,
    form: String.raw`[Jj]e\s+suis\s+(?<value>mariée?|célibataire|divorcée?|veuf|veuve|fiancée?)${END}`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String.raw`[Mm](?:on|a|es)\s+(?<subject>${RELATION})\s+s['’]appel(?:le|lent)\s+(?<value>${NAMES})`,
  },
  {
    attribute: "has",
    form: String
      .raw`[Jj]['’]ai\s+(?<value>(?:une?|deux|trois|quatre|cinq)\s+(?:chiens?|chats?|chevaux|enfants?|fils|filles?|frères?|sœurs?|soeurs?))(?!\p{L})`,
  },
  {
    attribute: "speaks",
    form: String
      .raw`[Jj]e\s+parle\s+(?:couramment\s+)?(?:l['’]|le\s+)?(?<value>${FRENCH_LANGUAGE}(?:\set\s(?:l['’]|le\s)?${FRENCH_LANGUAGE})?)`,
  },
  {
    attribute: "favourite",
    single: true,
    form: String
      .raw`[Mm](?:on|a)\s+(?<subject>\p{L}+)\s+préférée?\s+est\s+(?:le\s+|la\s+|l['’])?(?<value>[^.,;!?]{2,50}?)(?=\s*(?:[.,;!]|$))`,
  },
  {
    attribute: "note",
    form: String
      .raw`(?:[Rr]etiens|[Rr]appelle-toi|[Ss]ouviens-toi)\s+que\s+(?<value>(?:je|j['’]|mon|ma|mes|nous|notre)[^?]{3,200}?)[.!]?$`,
  },
];

/** What is said in Spanish. */
export const spanish: readonly Pattern[] = [
  { attribute: "name", single: true, form: String.raw`(?:[Yy]o\s+)?[Mm]e\s+llamo\s+(?<value>${NAME})` },
  { attribute: "name", single: true, form: String.raw`[Mm]i\s+nombre\s+es\s+(?<value>${NAME})` },
  { attribute: "name", single: true, form: String.raw`(?:[Ll]l[áa]mame|[Ll]l[áa]meme)\s+(?<value>${NAME})` },
  {
    attribute: "lives_in",
    single: true,
    form: String.raw`(?:[Yy]o\s+)?(?:(?:[Aa]hora\s+|[Aa]ctualmente\s+)?[Vv]ivo)\s+en\s+(?<value>${PLACE})`,
  },
  { attribute: "lives_in", holds: false, form: String.raw`[Yy]a\s+no\s+vivo\s+en\s+(?<value>${PLACE})` },
  {
    attribute: "from",
    single: true,
    form: String.raw`(?:[Yy]o\s+)?(?:[Ss]oy|[Vv]engo)\s+de\s+(?<value>${PLACE})`,
  },
  { attribute: "born_in", single: true, form: String.raw`[Nn]ací\s+en\s+(?<value>${PLACE}|\d{4})` },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`(?:[Mm]i\s+cumpleaños\s+es|[Nn]ací)\s+el\s+(?<value>${DAY})`,
  },
  { attribute: "age", single: true, form: String.raw`[Tt]engo\s+(?<value>\d{1,3}\s+años)${END}` },
  {
    attribute: "diet",
    single: true,
    form: String.raw`(?:[Yy]o\s+)?[Ss]oy\s+(?<value>vegetarian[oa]|vegan[oa]|celíac[oa])(?!\p{L})`,
  },
  {
    attribute: "diet",
    holds: false,
    form: String.raw`(?:[Yy]a\s+)?[Nn]o\s+soy\s+(?<value>vegetarian[oa]|vegan[oa])(?!\p{L})`,
  },
  {
    attribute: "does_not_eat",
    form: String
      .raw`(?:[Yy]o\s+)?(?:[Nn]o|[Nn]unca)\s+(?:como|bebo)\s+(?!(?:tanto|mucho|nada|bien|más|menos|lo|el|la)\b)(?<value>\p{L}+)(?=\s*(?:[.!,;]|$))`,
  },
  {
    attribute: "allergic_to",
    form: String.raw`[Ss]oy\s+alérgic[oa]\s+a(?:l|\s+los|\s+las|\s+la)?\s+(?<value>\p{L}+)`,
  },
  {
    attribute: "trait",
    form: String
      .raw`[Ss]oy\s+(?<value>zurd[oa]|daltónic[oa]|sord[oa]|cieg[oa]|diabétic[oa]|disléxic[oa]|intolerante\s+a\s+la\s+lactosa)${END}`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String.raw`(?:[Yy]o\s+)?(?:[Ss]oy|[Tt]rabajo\s+(?:como|de))\s+(?<value>${SPANISH_JOBS})(?!\p{L})`,
  },
  { attribute: "works_at", single: true, form: String.raw`[Tt]rabajo\s+(?:en|para)\s+(?<value>${NAME})` },
  {
    attribute: "marital_status",
    single: true,
    form: String
      .raw`(?:[Ee]stoy|[Ss]oy)\s+(?<value>casad[oa]|solter[oa]|divorciad[oa]|viud[oa]|prometid[oa])${END}`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String.raw`[Mm]is?\s+(?<subject>${RELATION})\s+se\s+llaman?\s+(?<value>${NAMES})`,
  },
  {
    attribute: "has",
    form: String
      .raw`[Tt]engo\s+(?<value>(?:una?|dos|tres|cuatro|cinco)\s+(?:perr[oa]s?|gat[oa]s?|caballos?|hij[oa]s?|herman[oa]s?))(?!\p{L})`,
  },
  {
    attribute: "speaks",
    form: String.raw`[Hh]ablo\s+(?<value>${SPANISH_LANGUAGE}(?:\s(?:y|e)\s${SPANISH_LANGUAGE})?)`,
  },
  {
    attribute: "favourite",
    single: true,
    form: String
      .raw`[Mm]i\s+(?<subject>\p{L}+)\s+favorit[oa]\s+es\s+(?:el\s+|la\s+)?(?<value>[^.,;!?]{2,50}?)(?=\s*(?:[.,;!]|$))`,
  },
  {
    attribute: "note",
    form: String
      .raw`(?:[Rr]ecuerda|[Nn]o\s+olvides)\s+que\s+(?<value>(?:yo|mi|me|soy|tengo|vivo|estoy)\b[^?]{3,200}?)[.!]?$`,
  },
];
