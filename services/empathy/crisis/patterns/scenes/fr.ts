import type { Scenes } from "./types.ts";

export const FRENCH: Scenes = {
  whole:
    "tou(?:te?s?|s)(?! (?:les (?:jours|matins|soirs)|le temps|va))|entiere?|d'un coup|en une fois|trop de|plein de|(?:la|une|deux|trois) (?:boite|plaquette|bouteille|poignee|flacon)s?|le (?:flacon|tube|sachet)|le reste|(?:\\d{2,3}|dix|douze|quinze|vingt|trente|quarante|cinquante|cent)(?= (?!mg|ml|minutes|heures|jours|ans|unites)(?:\\p{L}+ )?\\p{L}+s(?!\\p{L}))",
  broken:
    "(?:moi|je)(?: \\p{L}+)? (?:prendre|boire|manger|avaler|pris|avale)(?: \\p{L}+)? (?:beaucoup|tou\\w+|trop)",
  proper:
    "pour (?:elle|lui|ma|mon|mes|les|la|le)|a la|apporte\\w*|donne\\w*|range\\w*|pharmacie|comme (?:prescrit|d'habitude|le medecin|toujours|chaque)|rapporte\\w*|ramene\\w*|photos?|combien|puis-je|dois|faut|antibiotiques?|note",
  ready:
    "prepare[es]*|prete?s?|attachee?|nouee?|accrochee?|installee?|fixee?|m'attend|pend|suspendue?|testee?|tiendra|fais un noeud|noeud",
  use:
    "pour(?! (?:ce soir|moi|demain|en finir|le faire|mourir|me|cette nuit|ca|apres))(?= )|escalade\\w*|bateau|balancoire|linge|chien|cheval|vache|chevre|tente|remorque|sauter|voile|alpinis\\w*|spectacle|gym|ou (?:est|sont)|guitare|violon|hamac|arc",
  gun: "fusil|pistolet|revolver|arme|carabine|flingue",
  loaded: "chargee?|une balle|sur la tempe|dans (?:ma|la) bouche|contre ma (?:tete|tempe)|armee",
  sport:
    "chasse\\w*|loi|permis|transport\\w*|musee|film|livre|jeu|niveau|police|eau|jouet|sanglier|stand|club|doit|soldats?|regles?|responsabilite",
  bare:
    "j'ai (?:deja |enfin )?(?:achete|trouve|commande|prepare|sorti) (?:la|le|l'|une|un|les) ?(?:corde|fusil|pistolet|arme|poison|lames de rasoir)",
  sign:
    "ce qu'il (?:me )?faut|sais (?:pour)?quoi|pour (?:en finir|le faire|ca|ce soir|moi)|(?:ecrit|lettres?|mots?)(?: \\p{L}+)? (?:a|aux|pour) (?:mes|ma|mon|tous|les)|adieux?|personne|(?:le|un) (?:tabouret|arbre)|la (?:poutre|chaise)|en finir|tout sera fini|ce soir(?=[.!]|$)",
  atHand:
    "dans (?:la|ma|mes) mains?|a cote de moi|devant moi|pres de moi|sur (?:la table|mes genoux|mon lit|la table de nuit)|sous (?:mon|l') ?oreiller|a portee de main",
  weapon: "fusil|pistolet|revolver|arme|flingue|lame(?: de rasoir)?|rasoir|cutter|corde|seringue|scalpel",
  kitchen:
    "cuisin\\w*|oignons?|pain|bricol\\w*|barbe|raser?|jeu|film|vaccin\\w*|patients?|medecin|diabet\\w*|chasse|escalade|papier|carton|bateau|chien",
  cut: "coupe[es]*|ouverte?s?|taillade[es]*|tranche[es]*|entaille[es]*|scarifie[es]*|ouvrir|couper",
  veins:
    "(?:les|mes|le|mon|la|ma) (?:veines|poignets?|bras|avant-bras|cuisses?|jambes?|gorge|peau|ventre)|me (?:scarifie|coupe la peau)|je me suis (?:scarifiee?|tailladee?)",
  mishap:
    "accident\\w*|sans faire expres|verre|papier|boite|cuisin\\w*|jardin\\w*|ronces?|rosiers?|operee?|chirurgien|en (?:bricolant|tombant|coupant|cuisinant)|cheveux|manches|chat|pansement|bras ouverts|a bras ouverts|fenetre|ongles",
  leap:
    "(?:vais|veux|voudrais|prete? a|envie de|pense a|songe a|compte|va)(?: \\p{L}+){0,3} (?:sauter|me jeter|me lancer|me balancer|tomber|me laisser tomber)|je saute|je me jette",
  height:
    "(?:du|de la|d'un|d'une|sous|depuis|par|devant|dans|de mon)(?: (?:le|la|un|une|l'))? ?(?:\\p{L}+ )?(?:pont|toit|balcon|fenetre|falaise|immeuble|tour|train|metro|rer|camion|rails|viaduc|parking|vide)",
  water:
    "lac|piscine|elastique|parachute|trampoline|corde|neige|reve\\w*|jeu|film|prochain train|dans le train de|mdr|conclusions|photo",
  decided:
    "decide[es]*|decision(?: \\p{L}+){0,2} (?:prise|faite|definitive)|pris ma decision|mon choix est fait|c'est decide|suis sure?|fait mon choix",
  notLive:
    "(?:pas|plus|jamais|verrai)(?: \\p{L}+){0,4} (?:noel|anniversaire|printemps|ete|automne|hiver|nouvel an|paques|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|l'annee prochaine|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|trente ans|vingt ans|\\d{2} ans)|(?:serai|suis|etre)(?: \\p{L}+)? plus (?:la|de ce monde|ici)|(?:mon|ma) (?:dernier|derniere) (?:noel|anniversaire|jour|nuit|soir|ete|hiver|semaine)|quitter (?:ce monde|cette (?:terre|vie))|mourir|partir (?:pour toujours|definitivement|rejoindre)|(?:tout )?arreter(?=[.!,]|$)|en finir|mettre fin",
  leaving:
    "(?:decide|temps|prete?|vais|dois|veux)(?: \\p{L}+){0,2} (?:de |a )?(?:partir|m'en aller)|je (?:pars|m'en vais)|(?:vers|a|au|dans) (?:la |le |l')?(?:riviere|fleuve|mer|lac|foret|eau|pont)",
  entrusted:
    "(?:prenez|prends|occupez|occupe)[- ](?:soin|vous|toi) (?:de|du|des|d')|(?:dites?|dis) a (?:ma|mon|mes|maman|papa)(?: [\\p{L}']+){0,4} aime|pardon\\w*|ne (?:pleurez|pleure|me cherchez)|personne n'est coupable|ce n'est (?:pas )?(?:de )?(?:votre|la) faute|je vous aime",
  travel:
    "ski\\w*|vacances|voyage\\w*|vol|avion|travail\\w*|boulot|demenag\\w*|rend\\w* visite|famille a|retour|reviens|rentre|fete|randonnee|etudes|universite|chorale|coiffeur|hotel|week-end|on (?:va|part|sera)|nous|cinema|entreprise|copain|copine|mari",
  settled:
    "(?:tout|mes affaires|mes \\p{L}+) (?:donne[es]*|range|regle|paye|vendu)|(?:donne|vendu|legue|distribue) (?:toutes? |tous )?(?:mes|tout|ma|mon|le betail|la ferme|les betes)|(?:papiers|affaires) (?:en ordre|sont pretes?|sont en ordre)|testament (?:est )?(?:sur|fait|ecrit)|dettes (?:sont )?payees|tout est (?:regle|en ordre|pret)|fait mes adieux",
  gone:
    "(?:je|j')(?: ?\\p{L}+){0,2} (?:serai|suis)(?: \\p{L}+)? (?:plus (?:la|ici|de ce monde)|partie?|morte?)|plus (?:rien )?n'(?:a |aura )?(?:d')?importance|rien n'a plus|plus besoin(?= de rien|[.!,]|$)|a mon tour|tout (?:sera|est) (?:fini|termine)|(?:la )?ou je vais|adieu(?: a tous)?|plus rien a (?:dire|perdre|faire ici)",
  lethal:
    "mortel\\w*|letale?s?|fatale?s?|pour (?:en )?mourir|(?:peut|peuvent|pourrai\\w+|va|vont)(?: me)? tuer|tuer? (?:quelqu'un|une personne|un homme|un adulte)|(?:en )?meurt|me tuer|trop(?= pour|[.?!]|$)|arreter le c.ur|suffi\\w* (?:a|pour) (?:mourir|tuer|en finir)",
  amount:
    "combien|quelle (?:dose|quantite)|(?:est-ce que|est-ce|si je prends|si j'avale|c'est)(?: \\p{L}+){0,2} (?:\\d+|une (?:boite|plaquette|poignee)|dix|vingt|trente)|\\d+ ?(?:mg|g|grammes?|milligrammes?|ml|cachets|comprimes)",
  weary:
    "fatiguee?|lasse?|marre|flemme|ras[- ]le[- ]bol|assez|degoutee?|plus (?:envie|la force|le courage|le gout)|plein le dos|epuisee?|en ai ma claque|trop lourd",
  life:
    "de (?:la |cette |ma )?vi(?:e|vre)(?! (?:a|en|dans|avec|chez|ici|sans|de|ensemble|scolaire|privee))|d'exister|d'etre (?:en vie|vivante?|la)|de ce monde|du monde|la vie",
  fetched:
    "(?:bon dieu|dieu|seigneur|la mort|jesus)(?: [\\p{L}'-]+){0,5} (?:chercher|prendre|emporter|rappeler|me prenne|m'emporte|me rappelle)|que (?:dieu|le seigneur|la mort) (?:me|m')|(?:j'ai )?(?:fait mon temps|assez vecu)|je (?:gene|derange) tout le monde|suis de trop(?=[.!,]|$)|plus besoin de moi|(?:egal|m'en fiche|m'en fous)(?: \\p{L}+){0,3} (?:de vivre|de mourir|de me reveiller)|plus (?:simple|facile) de ne (?:pas|plus) exister",
};
