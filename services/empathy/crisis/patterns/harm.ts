import { type CrisisPattern, patterns } from "../types.ts";
import { gap } from "./gap.ts";

/** Harm that was done to oneself, or by and to people near, in one language, as lists of words (regular expressions on normalised text). */
interface Harm {
  /** Whole wordings of hurting oneself, with what shows that it was no accident. */
  self: string;
  /** People near to the writer. */
  kin: string;
  /** What they say or write that makes one fear for them, in the third person. */
  wish: string;
  /** What they do to the writer; whole wordings after `kin`. */
  hurts: string;
  /** Signs of an emergency after `kin`. */
  signs: string;
}

function harm({ self, kin, wish, hurts, signs }: Harm): CrisisPattern[] {
  return [
    ...patterns("self_harm", 3, [self]),
    ...patterns("other_person", 3, [`(?:${kin})${gap(8)}(?:${wish})`]),
    ...patterns("abuse", 3, [`(?:${kin})${gap(4)}(?:${hurts})`]),
    ...patterns("medical", 4, [`(?:${kin})(?:'s)?${gap(3)}(?:${signs})`]),
  ];
}

export const HARM: readonly CrisisPattern[] = [
  harm({
    self:
      "(?:burn(?:ed|t|ing)?|cut(?:ting)?|slic(?:ed|ing)|scratch(?:ed|ing)?|carv(?:ed|ing)|slash(?:ed|ing)?|stabb?(?:ed|ing)?|hit(?:ting)?|punch(?:ed|ing)?|bit(?:ten|ing)?) (?:my(?:self)?|into my)(?: own| left| right)?(?: (?:arms?|wrists?|legs?|thighs?|skin|hands?|stomach|body))?(?: [\\p{L}']+){0,3} (?:on purpose|deliberately|because i (?:deserve|hate|am (?:worthless|bad))|because i deserved|to (?:feel|punish|cope|calm)|with (?:a |the |my )?(?:lighter|razor(?! (?:while|when) shaving)|blade|cigarettes?|matches)(?! (?:while|when) shaving))|(?:razor|blade|scissors|lighter)(?: [\\p{L}']+){0,7} (?:used it(?! to)|on my (?:arms?|skin|wrists?|legs?|thighs?))",
    kin:
      "my(?: \\w+)? (?:brother|sister|son|daughter|mum|mom|mother|dad|father|wife|husband|partner|boyfriend|girlfriend|friend|mate|roommate|flatmate|cousin|uncle|aunt|grandma|grandpa|grandmother|grandfather|neighbou?r|colleague|child|kid|ex)",
    wish:
      "(?:he|she|they) (?:is|are|will|would)? ?(?:going to|about to|planning to|ready to|thinking of|wants? to|rather|better)? ?(?:jump(?:ing)?(?! (?:on|in|at|for|to))|kill(?:ing)? (?:himself|herself|themsel\\w+)|hang(?:ing)? (?:himself|herself|themsel\\w+)|be dead|die|end(?:ing)? (?:it|everything|his life|her life|their life)|not be (?:here|around|alive))|(?:wants? to|going to) (?:die|be dead|end it all)|not want to (?:live|be alive)|has nothing to live for",
    hurts:
      "(?:pushed|pushes|shoved|shoves|threw|throws|dragged|drags|knocked|knocks|kicked|choked|chokes|slammed|slams|held|holds) me(?: \\w+)? (?:down|against|into|onto|to the|across|until|by the (?:throat|neck|hair)|under)",
    signs:
      "(?:unconscious|unresponsive|not breathing|not waking up|will not wake up|passed out|having a seizure|foaming)(?! (?:bias|mind))",
  }),
  harm({
    self:
      "(?:mir|mich)(?: \\w+){0,4} (?:arme?|handgelenke?|beine?|haut|oberschenkel|unterarme?)(?: \\w+){0,2} (?:auf)?(?:geschnitten|geritzt|verbrannt|aufgeritzt|zerkratzt|zerschnitten)|(?:mir|mich) (?:absichtlich|mit absicht|mit (?:einer|der|dem|einem) (?:klinge|rasierklinge|feuerzeug|zigarette))(?: \\w+){0,3} (?:geschnitten|verbrannt|verletzt)",
    kin:
      "(?:mein|meine|meiner|unser|unsere)(?: \\w+)? (?:mann|frau|freund|freundin|vater|mutter|bruder|schwester|sohn|tochter|partner|partnerin|oma|opa|papa|mama|kind|mitbewohner|mitbewohnerin|ex)",
    wish:
      "(?:sterben|nicht mehr leben|nicht mehr da sein|tot sein|schluss machen mit dem leben)(?: \\w+)? (?:will|wolle|mochte|wird)|(?:will|wolle|mochte) (?:sterben|nicht mehr leben|tot sein|springen|sich (?:umbringen|das leben nehmen|erhangen))|(?:er|sie) (?:springt|bringt sich um|hangt sich auf)",
    hurts:
      "mich(?!(?: \\w+){0,4} (?:im|beim|in) (?:\\w*tennis|schach|fussball|\\w*spiel|quiz|\\w*lauf\\w*|rennen))(?: \\w+){0,6} \\w*(?:gestossen|geschubst|geschleudert|gewurgt|geschlagen|getreten|geohrfeigt|verprugelt|eingesperrt)",
    signs: "bewusstlos|nicht ansprechbar|reagiert nicht(?: mehr)?(?! auf)|atmet nicht(?: mehr)?|krampft",
  }),
  harm({
    self:
      "(?:je )?me(?: suis)?(?: \\w+){0,2} (?:taillade\\w*|entaille\\w*|lacere\\w*|coupe\\w*|brule\\w*)(?: \\w+){0,2} (?:bras|poignets?|cuisses|jambes|peau|veines|expres|volontairement)",
    kin:
      "(?:mon|ma)(?: \\w+)? (?:mari|femme|ami|amie|copain|copine|frere|soeur|s.ur|fils|fille|mere|pere|compagnon|conjoint|cousin|cousine|coloc\\w*|ex)",
    wish:
      "(?:veut|voulait|voudrait|va) (?:mourir|en finir|se (?:tuer|suicider|pendre|jeter)|sauter)|ne veut plus vivre|plus envie de vivre",
    hurts: "(?:m'a|me) (?:poussee?|jetee?|bousculee?|giflee?|frappee?|etranglee?|tapee?|battue?|plaquee?)",
    signs: "inconsciente?|ne repond plus|ne respire (?:plus|pas)|ne se reveille (?:pas|plus)",
  }),
  harm({
    self:
      "me (?:he )?(?:corte|cortado|queme|quemado|rajado|raje)(?: \\w+){0,2} (?:brazos?|munecas?|piernas?|muslos?|piel|venas|a proposito|aposta)",
    kin:
      "mi(?: \\w+)? (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|papa|mama|hermano|hermana|hijo|hija|amigo|amiga|pareja|primo|prima|ex)",
    wish:
      "(?:quiere|queria|va a|piensa en) (?:morir(?:se)?|matarse|suicidarse|acabar con todo|tirarse|saltar|ahorcarse)|no quiere (?:seguir viviendo|vivir)",
    hurts: "me (?:ha )?(?:empujado|empujo|tiro|lanzo|abofeteo|golpeo|golpeado|pego|pegado|estrangulo|pateo)",
    signs: "inconsciente|no responde|no respira|no despierta|convulsiona\\w*",
  }),
  harm({
    self:
      "mi sono (?:\\w+ )?(?:tagliat[oa]|bruciat[oa]|ferit[oa])(?: \\w+){0,2} (?:bracci[ao]?|braccia|polsi?|gambe|cosce|pelle|vene|apposta|di proposito)",
    kin:
      "(?:mio|mia)(?: \\w+)? (?:marito|moglie|ragazzo|ragazza|fidanzat[oa]|padre|madre|fratello|sorella|figlio|figlia|amic[oa]|compagn[oa]|cugin[oa]|ex)",
    wish:
      "(?:vuole|voleva|vorrebbe|sta per) (?:morire|uccidersi|ammazzarsi|farla finita|suicidarsi|buttarsi|impiccarsi)|non vuole piu vivere",
    hurts:
      "mi ha (?:\\w+ )?(?:spint[oa]|schiaffeggiat[oa]|buttat[oa]|picchiat[oa]|colpit[oa]|strangolat[oa]|presa a calci)",
    signs: "incosciente|svenut[oa]|non risponde|non respira|non si sveglia",
  }),
  harm({
    self:
      "(?:cortei|queimei|cortei-me|queimei-me)(?: \\w+){0,2} (?:os|o|as|a)? ?(?:bracos?|pulsos?|pernas?|coxas?|pele|de proposito)",
    kin:
      "(?:meu|minha)(?: \\w+)? (?:marido|mulher|esposa|namorado|namorada|pai|mae|irmao|irma|filho|filha|amigo|amiga|companheir[oa]|prim[oa]|ex)",
    wish:
      "(?:quer|queria|vai) (?:morrer|matar-se|se matar|suicidar-se|acabar com tudo|atirar-se|enforcar-se)|nao quer (?:mais )?viver",
    hurts:
      "(?:me (?:empurrou|bateu|esbofeteou|agrediu|estrangulou)|(?:empurrou|bateu|esbofeteou|agrediu|estrangulou)-me)",
    signs: "inconsciente|nao responde|nao respira|nao acorda|desmaiad[oa]",
  }),
  harm({
    self:
      "(?:heb|ik)(?: \\w+){0,5} (?:arm|armen|pols|polsen|benen|been|dijen|huid)(?: \\w+){0,2} (?:open)?(?:gesneden|gekrast|verbrand|opengehaald)",
    kin:
      "mijn(?: \\w+)? (?:man|vrouw|vriend|vriendin|vader|moeder|broer|zus|zusje|zoon|dochter|partner|huisgenoot|ex)",
    wish:
      "(?:wil|wilde|gaat) (?:dood|sterven|springen|zichzelf|er een eind\\w* aan)|niet meer (?:wil leven|leven wil|verder wil)",
    hurts: "(?:heeft|had)? ?me(?: \\w+){0,5} (?:geduwd|geslagen|gegooid|geschopt|gewurgd|gestompt)",
    signs: "bewusteloos|reageert niet(?! op)|ademt niet|wordt niet wakker",
  }),
  harm({
    self:
      "(?:pocial\\w*|pociel\\w*|przypalil\\w*|podrapal\\w*)(?: \\w+){0,3} (?:rece|reke|nadgarst\\w+|nogi|uda|skore|celowo|specjalnie)",
    kin:
      "(?:moj|moja)(?: \\w+)? (?:maz|zona|chlopak|dziewczyna|ojciec|matka|brat|siostra|syn|corka|przyjaciel|przyjaciolka|partner\\w*|byly)",
    wish: "chce (?:umrzec|sie zabic|skoczyc|ze soba skonczyc|popelnic)|nie chce (?:juz )?zyc",
    hurts:
      "(?:mnie (?:popchnal|uderzyl|zrzucil|kopnal|pobil|dusil)|(?:popchnal|uderzyl|zrzucil|kopnal|pobil|dusil) mnie)",
    signs: "nieprzytomn\\w+|nie reaguje|nie oddycha|nie budzi sie",
  }),
].flat();
