import type { Pattern } from "./types.ts";
import { anyOf, CALLED, DAY, END, NAME, NAMES, PLACE, RELATION } from "./words.ts";

const STILL = String
  .raw`(?:\s+(?:auch|jetzt|noch|derzeit|aktuell|eigentlich|schon|seit\s+\d{4}|zurzeit|ja|übrigens))*`;
const ADJECTIVE = String
  .raw`(?:(?:andere[rs]?|zweite[rs]?|kleine[rs]?|große[rs]?|ältere[rs]?|jüngere[rs]?|neue[rs]?)\s)?`;
const JOBS = anyOf(
  "Architekt,Arzt,Ärztin,Anwalt,Anwältin,Apotheker,Bäcker,Bauer,Bäuerin,Beamter,Beamtin,Bibliothekar,Biologe,Biologin,Buchhalter,Buchhändler,Chemiker,Dachdecker,Designer,Elektriker,Entwickler,Erzieher,Fahrer,Feuerwehrmann,Fotograf,Friseur,Friseurin,Gärtner,Hausfrau,Hausmann,Hebamme,Historiker,Informatiker,Ingenieur,Journalist,Kellner,Koch,Köchin,Krankenpfleger,Krankenschwester,Künstler,Landwirt,Lehrer,Maler,Maurer,Mechaniker,Musiker,Pfarrer,Pfleger,Physiker,Pilot,Polizist,Programmierer,Psychologe,Psychologin,Rechtsanwalt,Rentner,Richter,Schauspieler,Schreiner,Schriftsteller,Schüler,Softwareentwickler,Sozialarbeiter,Steuerberater,Student,Tierarzt,Tierärztin,Tischler,Übersetzer,Verkäufer,Wissenschaftler,Zahnarzt,Zahnärztin,Zimmermann",
) + "(?:in)?";
const LANGUAGE = anyOf(
  "Arabisch,Chinesisch,Dänisch,Deutsch,Englisch,Französisch,Griechisch,Italienisch,Japanisch,Koreanisch,Niederländisch,Norwegisch,Polnisch,Portugiesisch,Russisch,Schwedisch,Spanisch,Tschechisch,Türkisch,Ukrainisch,Ungarisch",
);
const PLAYED = anyOf(
  "Akkordeon,Bass,Cello,Flöte,Geige,Gitarre,Harfe,Horn,Klarinette,Klavier,Orgel,Posaune,Saxophon,Schlagzeug,Trompete,Badminton,Basketball,Fußball,Golf,Handball,Hockey,Schach,Tennis,Tischtennis,Volleyball",
);

/** What is said in German. */
export const german: readonly Pattern[] = [
  { attribute: "name", single: true, form: String.raw`[Ii]ch\s+heiße\s+(?<value>${CALLED})${END}` },
  {
    attribute: "name",
    single: true,
    form: String.raw`[Mm]ein\s+(?:Vorn|N)ame\s+ist\s+(?<value>${CALLED})${END}`,
  },
  {
    attribute: "name",
    single: true,
    form: String
      .raw`(?:[Bb]itte\s+)?(?:[Nn]enn|[Nn]enne|[Nn]ennen\s+Sie)\s+mich\s+(?:bitte\s+|einfach\s+)*(?<value>${NAME})`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String
      .raw`(?:(?:[Ii]ch\s+|(?<=\sund\s))(?:wohne|lebe)|(?:wohne|lebe)\s+ich)${STILL}\s+(?:in|bei)\s+(?<value>${PLACE})`,
  },
  {
    attribute: "lives_in",
    single: true,
    form: String.raw`[Ii]ch\s+bin\s+(?:\S+\s+){0,3}nach\s+(?<value>${PLACE})\s+(?:um)?gezogen`,
  },
  {
    attribute: "lives_in",
    holds: false,
    form: String.raw`[Ii]ch\s+(?:wohne|lebe)\s+nicht\s+mehr\s+in\s+(?<value>${PLACE})`,
  },
  {
    attribute: "from",
    single: true,
    form: String.raw`[Ii]ch\s+(?:komme|stamme)${STILL}\s+(?:ursprünglich\s+)?aus\s+(?<value>${PLACE})`,
  },
  {
    attribute: "grew_up_in",
    single: true,
    form: String.raw`[Ii]ch\s+bin\s+in\s+(?<value>${PLACE})\s+aufgewachsen`,
  },
  {
    attribute: "born_in",
    single: true,
    form: String.raw`[Ii]ch\s+(?:bin|wurde)\s+in\s+(?<value>${PLACE})\s+geboren`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`[Ii]ch\s+(?:habe\s+am\s+(?<value>${DAY})\s+Geburtstag)`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`[Mm]ein\s+Geburtstag\s+ist\s+(?:am\s+|der\s+)?(?<value>${DAY})`,
  },
  {
    attribute: "birthday",
    single: true,
    form: String.raw`[Ii]ch\s+(?:bin|wurde)\s+am\s+(?<value>${DAY})\s+geboren`,
  },
  {
    attribute: "age",
    single: true,
    form: String
      .raw`[Ii]ch\s+bin${STILL}\s+(?<value>\d{1,3}(?:\s+Jahre(?:\s+alt)?)?)(?=\s*(?:[.!,;]|$)|\s+und\b)`,
  },
  {
    attribute: "diet",
    single: true,
    form: String
      .raw`[Ii]ch\s+(?:bin|esse|lebe|ernähre\s+mich)${STILL}\s+(?<value>Vegetarier(?:in)?|Veganer(?:in)?|vegetarisch|vegan|pescetarisch|koscher|halal|glutenfrei)(?!\p{L})`,
  },
  {
    attribute: "diet",
    holds: false,
    form: String
      .raw`[Ii]ch\s+bin\s+(?:kein[e]?|nicht\s+mehr)\s+(?<value>Vegetarier(?:in)?|Veganer(?:in)?|vegan)(?!\p{L})`,
  },
  {
    attribute: "does_not_eat",
    form: String
      .raw`[Ii]ch\s+(?:esse|trinke)\s+keine?n?\s+(?<value>\p{Lu}[\p{L}-]+(?:\s(?:und|oder)\s\p{Lu}[\p{L}-]+)?)${END}`,
  },
  {
    attribute: "allergic_to",
    form: String
      .raw`[Ii]ch\s+bin${STILL}\s+allergisch\s+(?:gegen|auf)\s+(?<value>\p{Lu}[\p{L}-]+(?:\s(?:und|oder)\s\p{Lu}[\p{L}-]+)?)`,
  },
  { attribute: "allergic_to", form: String.raw`[Ii]ch\s+habe\s+eine\s+(?<value>\p{Lu}\p{L}+)allergie` },
  {
    attribute: "trait",
    form: String
      .raw`[Ii]ch\s+bin${STILL}\s+(?<value>Linkshänder(?:in)?|farbenblind|taub|schwerhörig|blind|Diabetiker(?:in)?|laktoseintolerant|Legastheniker(?:in)?|selbstständig|selbständig|berentet)${END}`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String.raw`(?:[Ii]ch\s+|(?<=\sund\s))arbeite${STILL}\s+als\s+(?<value>\p{Lu}[\p{L}-]+)`,
  },
  {
    attribute: "works_as",
    single: true,
    form: String.raw`[Ii]ch\s+bin${STILL}\s+(?:von\s+Beruf\s+)?(?<value>${JOBS})(?:\s+von\s+Beruf)?${END}`,
  },
  {
    attribute: "works_at",
    single: true,
    form: String
      .raw`(?:[Ii]ch\s+|(?<=\sund\s))arbeite${STILL}\s+(?:bei|für)\s+(?:der\s+|dem\s+)?(?<value>${NAME})`,
  },
  {
    attribute: "studies",
    single: true,
    form: String.raw`[Ii]ch\s+studiere${STILL}\s+(?<value>\p{Lu}[\p{L}-]+)`,
  },
  {
    attribute: "marital_status",
    single: true,
    form: String
      .raw`[Ii]ch\s+bin${STILL}\s+(?<value>verheiratet|ledig|geschieden|verwitwet|verlobt|alleinerziehend)${END}`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String
      .raw`[Mm]eine?\s+(?<subject>${ADJECTIVE}\p{Lu}\p{L}+)\s+(?:heißt|heißen)\s+(?<value>${NAMES})`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String
      .raw`[Ii]ch\s+habe\s+(?:eine?n?|zwei|drei)\s+(?<subject>${ADJECTIVE}\p{Lu}\p{L}+)(?:\s+namens|,\s+(?:der|die|das)\s+(?:heißt\s+)?)\s+(?<value>${NAME})(?:\s+heißt)?`,
  },
  {
    attribute: "name_of",
    single: true,
    form: String
      .raw`[Mm]eine?\s+(?<subject>(?:Hund|Katze|Kater|Frau|Mann|Sohn|Tochter|Bruder|Schwester))\s+(?<value>\p{Lu}\p{Ll}+)(?=\s+\p{Ll})`,
  },
  {
    attribute: "has",
    form: String
      .raw`[Ii]ch\s+habe${STILL}\s+(?<value>(?:eine?n?|zwei|drei|vier|fünf|[2-9])\s+(?:(?:kleine|ältere|jüngere|kleinen|älteren|jüngeren)\s+)?(?:Hunde?|Katzen?|Pferde?|Kinder|Kind|Söhne|Sohn|Töchter|Tochter|Brüder|Bruder|Schwestern?|Geschwister|Enkel))(?!\p{L})`,
  },
  {
    attribute: "speaks",
    form: String
      .raw`[Ii]ch\s+spreche${STILL}\s+(?:fließend\s+|etwas\s+)?(?<value>${LANGUAGE}(?:,\s${LANGUAGE})*(?:\sund\s${LANGUAGE})?)`,
  },
  {
    attribute: "native_language",
    single: true,
    form: String.raw`[Mm]eine\s+Muttersprache\s+ist\s+(?<value>${LANGUAGE})`,
  },
  {
    attribute: "learns",
    form: String.raw`[Ii]ch\s+lerne${STILL}\s+(?:gerade\s+)?(?<value>${LANGUAGE}|${PLAYED})(?!\p{L})`,
  },
  { attribute: "plays", form: String.raw`[Ii]ch\s+spiele${STILL}\s+(?<value>${PLAYED})(?!\p{L})` },
  {
    attribute: "favourite",
    single: true,
    form: String
      .raw`[Mm]eine?\s+Lieblings(?<subject>\p{Ll}+)\s+ist\s+(?:(?:die|der|das)\s+)?["„]?(?<value>[^.,;!?"“]{2,50}?)["“]?(?=\s*(?:[.,;!]|$))`,
  },
  {
    attribute: "note",
    form: String
      .raw`(?:[Bb]itte\s+)?[Mm]erk(?:e)?\s+dir(?:\s+bitte)?(?:,\s+dass|:)\s+(?<value>(?:ich|mein|meine|wir|unser|unsere)\b[^?]{3,200}?)[.!]?$`,
    loose: true,
  },
];

/** Words after "mein" that are neither pet nor relative are kept only with a name that is introduced. */
export const GERMAN_RELATION = new RegExp(`^(?:.*\\s)?${RELATION}$`, "iu");
