import type { PreferenceType } from "./contract.ts";

/** What people say of an answer, by what they mean. Alternatives are separated by line ends; `~` stands for a word's ending. */
const SAID: readonly [type: PreferenceType, value: string, phrases: string][] = [
  [
    "length",
    "short",
    `too long
too (?:wordy|verbose|much text|much detail|many details)
(?:bit|little|way) long
(?:shorter|briefer|terser)
more (?:concise|concisely|succinct|brief|briefly|to the point)
(?:be|keep (?:it|them|answers|your answers)) (?:more )?(?:short|brief|concise)
(?:less|fewer) (?:text|words|detail|details|verbose|wordy)
in (?:short|brief|one sentence|a sentence|a few words|two sentences)
cut it (?:short|down)
get to the point
tl;?dr
rambl~
just the answer
zu (?:lang|ausführlich|viel text|viele details)
(?:kürzer|knapper|kompakter)(?:e|en|er)?
(?:weniger|nicht so viel) text
fass~ dich kurz
kurz(?: und knapp| fassen| gefasst)
in einem satz
trop (?:long|longue|longues|longs|verbeux)
plus (?:court|courte|courtes|concis|concise|bref|brève|brièvement)
en (?:bref|une phrase|résumé)
moins (?:long|longue|de texte|de détails)
(?:demasiado|muy) (?:largo|larga|largas|extenso)
más (?:corto|corta|cortas|breve|breves|conciso|concisa)
en (?:una frase|pocas palabras)
troppo (?:lungo|lunga|lunghe)
più (?:breve|corto|corta|conciso|brevi)
(?:muito|demasiado) longo
longo demais
mais (?:curto|curta|breve|conciso)
te lang
korter~
(?:nice and|good and|pleasantly) (?:short|brief|concise)`,
  ],
  [
    "length",
    "long",
    `too (?:short|brief|terse|concise)
longer
more (?:detail|details|detailed|text|thorough|complete|context|explanation|exhaustive)
(?:go|explain) (?:into|in) (?:more )?detail
(?:elaborate|expand)
(?:not enough|lacks|lacking|missing) (?:detail|details|context|information)
tell me more
zu (?:kurz|knapp)
(?:länger|ausführlicher|detaillierter)(?:e|en|er)?
mehr (?:details|einzelheiten|text|kontext)
genauer
trop (?:court|courte|courtes|bref|brève)
plus (?:long|longue|longues|détaillé|détaillée|complet|complète)
plus de (?:détails|détail|contexte|précisions)
développe~
(?:demasiado|muy) (?:corto|corta|breve)
más (?:largo|larga|detalles|detalle|detallado|detallada|completo|contexto)
troppo (?:breve|corto|corta)
più (?:dettagli|lungo|lunga|dettagliato|dettagliata)
(?:muito|demasiado) curto
mais (?:detalhes|longo|detalhado)
te kort
(?:langer|uitgebreider)
meer (?:detail|details)`,
  ],
  [
    "depth",
    "simple",
    `too (?:technical|complicated|complex|difficult|academic|advanced|dense)
(?:simpler|simplify|simplified|easier to understand|easier)
more (?:simple|simply|accessible|understandable|readable)
less (?:technical|complicated|complex|jargon|academic)
(?:in )?(?:plain|simple|simpler) (?:language|english|words|terms)
(?:no|without|too much|less) jargon
eli5
(?:explain (?:it )?)?like (?:i['’]?m|i am) (?:five|5|a child|a beginner)
(?:i )?(?:don['’]?t|do not|didn['’]?t|can['’]?t) understand
zu (?:technisch|kompliziert|komplex|schwierig|fachlich|akademisch)
(?:einfacher|verständlicher|leichter)(?:e|en|er)?
weniger (?:technisch|kompliziert|fachbegriffe|fachchinesisch)
(?:in einfachen worten|für laien)
trop (?:technique|techniques|compliqué|compliquée|complexe|difficile)
plus (?:simple|simples|simplement|accessible)
moins (?:technique|compliqué|complexe|de jargon)
(?:demasiado|muy) (?:técnico|técnica|complicado|complicada|complejo|difícil)
más (?:simple|sencillo|sencilla|fácil)
menos (?:técnico|técnica|complicado)
troppo (?:tecnico|tecnica|complicato|complicata|difficile)
più (?:semplice|semplici)
(?:muito|demasiado) (?:técnico|complicado)
mais simples
te (?:technisch|ingewikkeld|moeilijk)
(?:simpeler|eenvoudiger)`,
  ],
  [
    "depth",
    "technical",
    `more (?:technical|in[- ]depth|advanced|precise|expert|scientific|rigorous|depth)
too (?:simple|simplistic|basic|shallow|superficial|general|vague|dumbed down)
(?:go |dig )?deeper
less (?:basic|superficial|dumbed down)
(?:technischer|fachlicher|tiefer|wissenschaftlicher)
zu (?:einfach|oberflächlich|simpel|allgemein)
mehr (?:tiefe|fachbegriffe)
plus (?:technique|précis|précise|approfondi|approfondie)
trop (?:simple|superficiel|superficielle|simpliste|vague)
más (?:técnico|técnica|profundo|profunda|preciso)
(?:demasiado|muy) (?:simple|básico|básica|superficial)
più (?:tecnico|tecnica|approfondito)
mais (?:técnico|profundo)
technischer`,
  ],
  [
    "formality",
    "informal",
    `(?:less|too|not so) (?:formal|stiff|official|bureaucratic)
more (?:casual|informal|relaxed|friendly|conversational|chatty)
(?:be )?(?:informal|casual)
(?:weniger|zu|nicht so) (?:förmlich|formell|steif)
(?:lockerer|informeller)(?:e|en)?
(?:sag du|duz~ mich|per du|du statt sie)
(?:moins|trop) (?:formel|formelle|soutenu|guindé)
plus (?:décontracté|décontractée|familier|informel)
tutoie-moi
(?:menos|demasiado|muy) formal
más (?:informal|relajado|coloquial)
tutéame
(?:meno|troppo) formale
più informale
minder formeel`,
  ],
  [
    "formality",
    "formal",
    `(?:more|be) (?:formal|professional|polite|official)
(?:less|too|not so) (?:casual|informal|chatty|friendly|colloquial|sloppy)
(?:förmlicher|formeller|sachlicher|höflicher)(?:e|en)?
(?:zu|weniger) (?:locker|informell|salopp)
(?:siez~ mich|per sie|sie statt du)
plus (?:formel|formelle|professionnel|soutenu|poli)
(?:trop|moins) (?:familier|informel|décontracté)
vouvoie~-moi
más (?:formal|profesional|educado)
(?:demasiado|muy|menos) informal
più formale
formeler`,
  ],
  [
    "format",
    "bullets",
    `(?:in |as |use |with |like |prefer )?(?:bullet points?|bullets?|bulleted|bulletpoints?)(?: list)?
(?:as|in) (?:a |an )?(?:bulleted |numbered )?(?:list|list form|points)
(?:in )?stichpunkte~
(?:als |eine )(?:liste|aufzählung)
(?:liste )?à puces
(?:en|sous forme de) (?:liste|points|puces)
(?:en |con )?(?:viñetas|lista de puntos)
en (?:lista|puntos)
(?:in |con )?(?:elenco puntato|punti elenco)
em (?:tópicos|lista)
(?:als |in )(?:opsomming|puntjes)`,
  ],
  [
    "format",
    "prose",
    `(?:no|without|not|fewer|less|stop (?:using|with)(?: the)?|don['’]?t use(?: any)?|too many|hate) (?:bullet points?|bullets?|lists?)
(?:in )?(?:prose|full sentences|whole sentences|paragraphs|flowing text|running text)
(?:keine|ohne|zu viele) (?:stichpunkte|liste|listen|aufzählung|aufzählungen)
(?:im |als )?(?:fließtext|ganze sätze|ganzen sätzen)
(?:sans|pas de|trop de) (?:liste|listes|puces)
en (?:prose|phrases complètes|paragraphes)
(?:sin|nada de) (?:viñetas|listas)
en (?:prosa|párrafos)
(?:senza|niente) elenchi`,
  ],
];

const LANGUAGES: readonly [tag: string, phrases: string][] = [
  ["en", "in english|auf englisch|en anglais|en inglés|in inglese|em inglês|in het engels"],
  ["de", "in german|auf deutsch|en allemand|en alemán|in tedesco|em alemão|in het duits"],
  ["fr", "in french|auf französisch|en français|en francés|in francese|em francês|in het frans"],
  ["es", "in spanish|auf spanisch|en espagnol|en español|in spagnolo|em espanhol|in het spaans"],
  ["it", "in italian|auf italienisch|en italien|en italiano|in italiano|em italiano|in het italiaans"],
  [
    "pt",
    "in portuguese|auf portugiesisch|en portugais|en portugués|in portoghese|em português|in het portugees",
  ],
  [
    "nl",
    "in dutch|auf niederländisch|en néerlandais|en neerlandés|in olandese|em holandês|in het nederlands",
  ],
];
/** A language is named as a wish when it stands alone or after a word for answering: "sources in German" is none. */
const ANSWERED =
  "(?:^(?:but |and |no,? |bitte |please |por favor |aber |nochmal )*|(?:answer|answers|reply|replies|respond|response|responses|write|speak|talk|explain|say (?:it|that)|be|always|antworte\\p{L}*|schreib\\p{L}*|sprich|sag das|répon\\p{L}*|réponses?|écri\\p{L}*|parle\\p{L}*|respond\\p{L}*|contest\\p{L}*|respuestas?|escrib\\p{L}*|habla\\p{L}*|rispond\\p{L}*|scriv\\p{L}*|antwoord\\p{L}*)(?: (?:to )?(?:me|mir|moi|us|bitte|please|always|immer|toujours|siempre|only|nur|should be|must be))*[, ]+)";

/** Every phrase as an expression over a whole comment. */
export const PHRASES: readonly { type: PreferenceType; value: string; expression: RegExp }[] = [
  ...SAID.map(([type, value, phrases]) => ({
    type,
    value,
    expression: new RegExp(
      `(?<!\\p{L})(?:${phrases.trim().split("\n").join("|").replaceAll("~", "\\p{L}*")})(?!\\p{L})`,
      "giu",
    ),
  })),
  ...LANGUAGES.map(([value, phrases]) => ({
    type: "language" as const,
    value,
    expression: new RegExp(`(?<!\\p{L})${ANSWERED}(?:${phrases})(?!\\p{L})`, "giu"),
  })),
];
