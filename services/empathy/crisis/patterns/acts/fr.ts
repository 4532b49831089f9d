import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const FRENCH: Acts = {
  took:
    "viens (?:de |d')(?:prendre|boire|manger|ingerer|gober)|dans (?:le|mon) ventre|avalees?|enfile|siffle|englouti\\w*|descendu|siffle|avale\\w*|avaler|pris|prise?s?|bu|ingere|ingurgite|gobe|mange|vide|injecte",
  much:
    "(?:onze|douze|treize|quatorze|quinze|seize|vingtaine|trentaine|dizaine|douzaine|quinzaine|quarantaine|cinquantaine|quarante|cinquante|soixante|cent)(?! (?:minutes|heures|ans|jours|mg|ml))|toute?s?|tous|trop|boites?|plaquettes?|flacon|bouteille|poignees?|plein|entiere?|dizaines?|\\d{2,3}(?! ?(?:mg|ml|minutes|heures|ans))|dix|vingt|trente|reste|surdose|moitie",
  few: "[3-9]|trois|quatre|cinq|six|sept|huit|neuf|plusieurs",
  whose:
    "(?:de |a )?(?:ma|mon|sa|son|notre|leur)(?: \\p{L}+)? (?:mere|pere|soeur|s.ur|frere|grand-mere|grand-pere|mamie|papi|femme|mari|fils|fille|oncle|tante|ami|amie|copain|copine|voisine?|coloc\\w*)|(?:de )?(?:papa|maman|mamie|papi|papy)",
  drug:
    `gouttes|traitement|betabloquants?|unites|patchs|sirop|${NAMES}|\\w*medicaments?|cachets?|comprimes?|pilules?|somniferes?|gelules?|calmants?|antidouleurs?|armoire a pharmacie|dans la pharmacie`,
  poison:
    "produits? (?:pour|de|a) (?:deboucher|nettoy\\w+|les? (?:toilettes|wc|vitres|sol)|menager|vaisselle|menage)|nettoyant|white spirit|insecticide|ammoniaque|essence de terebenthine|methanol|javel|deboucheur|antigel|mort[- ]aux[- ]rats|poison|desherbant|pesticide|acide|detergent|overdose|surdose",
  all:
    "(?:les ai|je les ai|ai) (?:tous |toutes |tout )?(?:avales?|pris|prises|avalees|avale) ?(?:tous|toutes|tout)?|(?:boite|plaquette) est vide",
  rope: "corde|noeud coulant",
  hangs:
    "accrochee?s?|attachee?s?|nouee?s?|prete?s?|pend|suspendue?|autour d[eu] (?:mon )?cou|en place|fixee?",
  stands: "suis|assise?|debout|monte|montee?|escalade|enjambe|grimpe|penchee?|ici|en haut|marche|attends",
  brink:
    "(?:sur|du|au bord du|au bord de la|depuis|par-dessus|de l'autre cote d[eu](?: la)?|devant) ?(?:le |la |l'|un |une |les )?(?:pont|toit|parapet|rebord|rails|voies|falaise|balustrade|rambarde|garde-corps|viaduc|corniche|vide)|enjambe(?: \\w+){0,2} (?:rambarde|parapet|balustrade)",
  saved: "economise|garde|cache|accumule|stocke|mets de cote|mis de cote|collectionne|amasse|rassemble",
  bought: "achete|commande|trouve|procure|emprunte|j'ai",
  means: "corde|arme|pistolet|fusil|cachets|medicaments|somniferes|lames?|couteau|helium",
  purpose:
    "pour (?:le faire|ca|en finir)|personne (?:ne )?(?:le )?sait|sera (?:bientot )?fini|adieu|suis prete?|ce soir|en finir",
  done:
    "(?:ecrit|ecris|laisse|redige|poste|termine)(?: [\\p{L}']+){0,3} (?:lettres? d'adieux?|mot d'adieu|adieux|derniere lettre)|lettres? d'adieux?|(?:ouvert|taillade|tranche|coupe) (?:les|mes) (?:veines|poignets)",
  doses:
    `(?:que se passe|qu'arrive|est-ce|combien|peut-on|puis-je|c'est)[^.!?]{0,50}(?:surdos\\w*|overdos\\w*|trop de (?:${NAMES}|medicaments|cachets|vitamines?)|(?:double|mortelle|letale|dangereuse|toxique) dose|dose (?:mortelle|letale|toxique|dangereuse|maximale|double))(?![^?]{0,30} (?:chiens?|chats?|rats?))|combien de (?:${NAMES}|cachets|comprimes|somniferes)(?: \\w+){0,4} (?:trop|mortel\\w*|dangereux|toxique)`,
  eating:
    "(?:perdu)(?: \\w+){0,3} (?:kilos?|kg)[^]{0,40}(?:toujours|encore|quand meme)(?: \\w+){0,3} grosse?|(?:sens|trouve)(?: \\w+){0,3} (?:grosse|trop grosse?|enorme)|(?:ne )?mange (?:presque )?(?:plus|rien)(?=[^.!?]*(?:gros|poids|maigr))|(?:vomis|vomir)(?: \\w+){0,3} (?:apres|expres|pour)(?=[^.!?]*(?:repas|mange|gross|maigr|manger))|peur de (?:manger|grossir)",
  despair:
    "(?:j'?)?(?:n'?)?en peux plus(?! (?:d'attendre|de rire|de ce (?:bruit|temps)))|(?:rien|vie|tout ca|ca) n'?a(?: plus)?(?: \\w+)? (?:de |aucun )?sens|plus rien n'a de sens|(?:ne )?(?:ressens?|sens) (?:plus )?rien(?: du tout)?|(?:deteste|hais) ma vie|(?:vide|mort[e]?) (?:a l'interieur|en dedans|au fond de moi)|(?:suis|etre) (?:\\w+ )?(?:un fardeau|un poids|une charge)(?: pour \\w+(?: \\w+)?)?|(?:mieux|plus heureux|tranquilles?)(?: \\w+)? sans moi|a quoi bon(?= (?:vivre|continuer|se lever|tout)|[ ,]*[.?!]|$)|tout est (?:noir|vain|foutu|fini pour moi)|plus (?:la )?(?:force|aucun espoir|d'espoir)(?= de continuer|[.!]|$)|(?:veux|voudrais|envie de)(?: \\w+)? (?:disparaitre|plus etre la)|fatiguee? de (?:tout|la vie|vivre)",
};
