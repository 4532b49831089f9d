import { patterns } from "../types.ts";

const NEAR =
  "(?:mon|ma|mes|notre)(?: \\w+)? (?:mari|femme|ami|amie|copain|copine|frere|soeur|s ur|fils|fille|mere|pere|beau-pere|ex|conjoint|compagnon|cousin|cousine|collegue|voisin|voisine|enfant)";

export const FRENCH = [
  ...patterns("suicide", 3, [
    "(?:veux|voudrais|voulais|aimerais|prefererais|envie de) (?:juste |vraiment )?(?:mourir|creve?r|etre morte?)(?! de| d')",
    "(?:envie de|veux|voudrais|vais|pense a|songe a|voulais) (?:me |m'|en )(?:tuer|suicid\\w*|pendre|finir|oter la vie|foutre en l'air)",
    "(?:veux|voudrais|envie de|vais|d') ?en finir(?! avec (?:ce|cette|le|les|mon (?:travail|projet)))",
    "(?:ne |n')?(?:veux|ai|voudrais) plus (?:envie de )?(?:vivre|exister|etre la)(?! (?:a|en|avec|dans|chez|ici|seule?|comme|au|aux|la-bas))",
    "suicid\\w*",
    "(?:mieux|plus heureux|tranquilles?) sans moi",
    "vie (?:n'a|n a|ne vaut|n'a) (?:plus )?(?:plus |aucun |pas )*(?:de |le |la )?(?:sens|raison|coup|peine)",
    "(?:ne (?:jamais|plus)|jamais|plus) (?:me |se )?reveiller",
    "(?:aucune|plus de|pas de) raisons? de vivre",
    "(?:aimerais|voudrais) (?:etre morte?|ne plus exister|ne jamais etre ne)",
  ]),
  ...patterns("suicide", 4, [
    "(?:j'ai|ai|je viens de) (?:\\w+ )?(?:avale|pris|prendre|avaler) (?:toute?s?|trop|une boite|des tonnes|plein)(?: \\w+){0,4} (?:medicaments?|cachets?|comprimes?|boite|pilules?|somniferes?)|trop de (?:medicaments|cachets|comprimes)",
    "lettre d'adieux?",
    "(?:vais|va) (?:me |m')(?:suicid\\w*|tuer|pendre|jeter)(?: \\w+){0,2} (?:ce soir|maintenant|demain|aujourd'hui|cette nuit)",
    "(?:suis|assise?|debout) sur (?:le|un) (?:pont|toit|rebord)(?=[^.!?]*(?:saut|finir|mourir))",
  ]),
  ...patterns("distress", 1, [
    "je n'en peux plus",
    "plus d'espoir",
    "aucune issue",
    "un poids pour (?:tout le monde|ma famille|les autres)",
  ]),
  ...patterns("self_harm", 3, [
    "(?:me|m') ?(?:scarifie|mutile|coupe (?:les|volontairement|pour)|brule (?:expres|volontairement)|fais (?:du )?mal)",
    "(?:scarifi|automutil)\\w*",
  ]),
  ...patterns("eating", 3, ["me fais vomir", "(?:pas|rien) mange depuis (?:\\w+ )?jours"]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|(?<!faut-)il|elle) (?:\\w+ ){0,2}?(?:me|nous|m'a|m') ?(?:frappe|bat|violee?|viole|etrangle|gifle|menace|tape|agresse|insulte et frappe)e?`,
    "menacee? de (?:me|nous|mort)(?: \\w+)?(?: (?:tuer|frapper))?",
    "(?:j'ai ete|on m'a|ai ete) (?:violee?|agressee?|battue?|frappee?)",
    "peur qu'(?:il|elle) me (?:tue|frappe)",
  ]),
  ...patterns("violence", 3, ["(?:veux|vais|voudrais|envie de) (?:le|la|les) tuer(?! le temps)"]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|(?<!faut-)il|elle|quelqu'un) (?:\\w+ ){0,4}(?:(?:se |s')(?:suicid\\w*|tuer|pendre|scarifie|mutile)|mourir|en finir(?! avec (?:ce|cette|le|les))|plus vivre)`,
  ]),
  ...patterns("medical", 4, [
    "(?:n'arrive|arrive) (?:pas|plus) a respirer|ne respire (?:plus|pas)",
    "(?:est|reste) inconsciente?",
    "fait un (?:infarctus|avc)|crise cardiaque",
    "douleurs? (?:forte )?(?:a|dans) la poitrine",
  ]),
];
