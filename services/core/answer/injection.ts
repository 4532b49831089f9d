import { decodeBase64 } from "../../../lib/base64.ts";

/**
 * Sentences in documents that speak to an assistant, or of what other documents say and how questions are to be answered. None of them is evidence for
 * anything: they are kept from the model, since a small one follows them whatever it is told, and are quoted in no answer. Search still shows them, because
 * they are part of the document. The forms are those of published collections of indirect prompt injections (Greshake et al. 2023).
 */
const ENGLISH = [
  String
    .raw`(?:ignore|disregard|forget|override|bypass|overrule|discard|drop|set aside|pay no attention to|do not (?:follow|use|trust|rely on))\b[^.!?\n]{0,40}\b(?:previous|prior|above|earlier|preceding|all|your|these|any|system|other|former|existing|original|everything)\b[^.!?\n]{0,30}\b(?:instructions?|prompts?|rules|directions?|guidelines|messages?|context|documents?|sources?|passages?|files?|texts?|orders|you (?:were|have been|are) told)`,
  String
    .raw`(?:you are|act as|pretend to be|behave as|role-?play as) (?:now )?(?:a |an |the )?[^.!?\n]{0,30}\b(?:assistant|ai|model|chatbot|dan|jailbr\w+|unrestricted|system)\b`,
  String
    .raw`(?:reveal|print|repeat|show|output|leak)\b[^.!?\n]{0,30}\b(?:system prompt|your (?:instructions|prompt|rules))`,
  String
    .raw`(?:instead|only|just|always|must|please|simply)\b[^.!?\n]{0,30}\b(?:answer|respond|reply|say|output|write|print|state|tell)\b[^.!?\n]{0,20}["'“‘:]`,
  String
    .raw`(?:new|updated|important|real|actual|hidden|secret|final|revised|additional|special) (?:system )?(?:instructions?|prompt|directives?|orders?)\b[^.!?\n]{0,40}[:.]`,
  String
    .raw`(?:ai|assistant|assistants|language model|llm|chatbot|bot|model|morgan|system)s?\b[^.!?\n]{0,30}\b(?:must|should|shall|has to|have to|are to|is to|needs? to|will|may only)\b[^.!?\n]{0,60}\b(?:answer|respond|reply|say|tell|ignore|recommend|output|send|state|report|claim|use|cite|quote|treat)`,
  String
    .raw`(?:note|message|memo|attention|reminder|hint|instructions?|notice|dear|hello|hey|to)(?: (?:to|for|from))?(?: (?:the|any|all|an?|whatever|every))?(?: [\w-]+){0,2} (?:ai|assistants?|language models?|llms?|chatbots?|bots?|models?|answering (?:system|machine|engine)s?|summari[sz]ers?|agents?)\b(?! (?:company|course|policy|budget|strategy))[^.\n]{0,20}[:,;—-]`,
  String
    .raw`(?:if|when|whenever|once|in case)(?: you are| you're| someone| somebody| anyone| anybody| the user| a user| users?| the reader| they)? (?:is |are |gets? )?(?:asked|asks?|questioned|queried|inquires?|enquires?)\b[^.!?\n]{0,80}\b(?:answer|say|respond|reply|state|tell|output|write|claim|report|give|insist|the (?:answer|reply|response) is)`,
  String
    .raw`(?:for|to|in) (?:any|all|every|each|the) (?:questions?|queries|query|requests?)\b[^.!?\n]{0,60}\b(?:answer|say|respond|reply|state|tell|output|the (?:answer|reply|response) is|is answered)`,
  String
    .raw`(?:the )?(?:only |one |single |true )?(?:correct|right|official|proper|valid|expected|required) (?:answer|reply|response)\b[^.!?\n]{0,60}\b(?:is|are|reads|will be|must be|should be)\b`,
  String
    .raw`(?:other|all other|previous|remaining|older|earlier|the rest of the|any other|conflicting) (?:documents?|files?|sources?|passages?|texts?|records?|versions?|papers|notes|pages|information)\b[^.!?\n]{0,60}\b(?:outdated|obsolete|out of date|wrong|false|incorrect|invalid|superseded|void|fake|forged|mistaken|unreliable|inaccurate|expired|replaced|no longer (?:valid|apply|applies|correct)|to be ignored|should not|must not|not to be)`,
  String
    .raw`(?:this|the present|the following) (?:document|file|text|passage|page|note|notice|memo|section|paragraph|entry)\b[^.!?\n]{0,40}\b(?:supersedes?|overrides?|replaces?|takes? (?:precedence|priority)|prevails?|outranks?|invalidates?|corrects)\b[^.!?\n]{0,40}\b(?:all|any|every|other|others|everything|else|previous|earlier|documents?|sources?)`,
  String
    .raw`(?:tell|inform|assure|convince|advise|answer) (?:the )?(?:user|reader|person asking|questioner|human|asker)s?\b`,
  String
    .raw`(?:do not|never|don't|without) (?:mention|reveal|tell|disclose|cite|quote|reference|show)(?:ing)?\b[^.!?\n]{0,40}\b(?:this (?:note|message|instruction|text|document)|(?:the )?(?:user|other documents?|other sources?|these instructions))`,
  String
    .raw`(?:system|admin(?:istrator)?|developer|operator|security|root)(?: (?:message|override|notice|update|prompt|mode|note|command|alert))?\s*[:>\]]`,
  String.raw`(?:override|maintenance|debug|developer|god|admin|jailbreak) mode`,
  String
    .raw`(?:end|begin|start) of (?:the )?(?:context|passages?|documents?|prompt|user input|system prompt|data|quotes?)\b`,
];

const OTHER_LANGUAGES = [
  // German
  String
    .raw`(?:ignorier\w*|missacht\w*|vergiss|vergessen sie|verwirf|übergeh\w*|beachte\w* (?:nicht|keine))\b[^.!?\n]{0,50}(?:anweisung\w*|vorgaben?|regeln|dokumente?n?|quellen|texte?|anleitung\w*|befehle?|kontext|bisherige\w*|vorherige\w*|alles)`,
  String
    .raw`(?:ki|assistent\w*|sprachmodell\w*|chatbot\w*|bot|modell)\b[^.!?\n]{0,50}\b(?:muss|soll\w*|müssen|darf|hat zu|haben zu)\b[^.!?\n]{0,60}(?:antwort\w*|sag\w*|schreib\w*|ausgeben|nennen|behaupten|verwenden)`,
  String
    .raw`(?:hinweis|nachricht|anweisung|notiz|mitteilung|achtung)(?:en)? (?:an|für)(?: \w+){0,2} (?:ki\b|\w*assistent\w*|sprachmodell\w*|chatbot\w*|modell\w*)`,
  String
    .raw`(?:wenn|falls|sobald|auf)[^.!?\n]{0,30}(?:gefragt|frag\w*|nachfrag\w*)\b[^.!?\n]{0,80}\b(?:antworte\w*|sag\w*|schreib\w*|nenne\w*|lautet die antwort|gib)`,
  String
    .raw`(?:andere\w*|übrige\w*|ältere\w*|sonstige\w*|frühere\w*|alle) (?:dokumente?n?|dateien|quellen|texte|unterlagen|angaben|versionen)\b[^.!?\n]{0,60}(?:veraltet|falsch|ungültig|überholt|fehlerhaft|ignorier\w*|gefälscht|nicht mehr)`,
  String.raw`(?:richtige|korrekte|einzige|offizielle) antwort\b[^.!?\n]{0,50}\b(?:ist|lautet)`,
  String.raw`(?:sag|sage|teile?|antworte)\b (?:dem|den|der) (?:benutzer\w*|nutzer\w*|leser\w*|fragenden)`,
  String
    .raw`dies(?:es|er|e) (?:dokument|text|datei|hinweis|notiz)\b[^.!?\n]{0,40}(?:ersetzt|hat vorrang|geht vor|übersteuert)[^.!?\n]{0,30}(?:alle|andere\w*)?`,
  // French
  String
    .raw`(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|ne (?:tiens|tenez) pas compte|fais abstraction|faites abstraction)\b[^.!?\n]{0,50}(?:instructions?|consignes?|règles|documents?|sources?|contexte|précédent\w*|ce qui précède|directives)`,
  String
    .raw`(?:ia|assistant\w*|modèle(?: de langage)?|chatbot)\b[^.!?\n]{0,50}\b(?:doit|doivent|devra|devez|dois)\b[^.!?\n]{0,60}(?:répond\w*|dire|affirmer|indiquer|écrire|utiliser)`,
  String
    .raw`(?:note|message|remarque|instruction|consigne|avis)s? (?:à|pour|destinée?s? à)(?: l'| l’| \w+){0,3} ?(?:ia\b|assistant\w*|modèle|chatbot)`,
  String
    .raw`(?:si|quand|lorsque|dès que)[^.!?\n]{0,40}(?:demand\w+|interrog\w+|pose\w* la question)\b[^.!?\n]{0,80}(?:répond\w*|dis|dites|affirme\w*|indique\w*|la réponse est)`,
  String
    .raw`(?:autres|anciens|précédents|tous les) (?:documents?|fichiers?|sources?|textes?|versions?)\b[^.!?\n]{0,60}(?:périmé\w*|obsolète\w*|faux|fausses?|erroné\w*|dépassé\w*|caduc\w*|invalide\w*|ignor\w+)`,
  String.raw`(?:bonne|seule|vraie|correcte) réponse\b[^.!?\n]{0,50}\best`,
  String.raw`(?:dis|dites|réponds|répondez) (?:à l'utilisateur|aux utilisateurs|au lecteur)`,
  // Spanish
  String
    .raw`(?:ignor[ae]\w*|olvid[ae]\w*|descart[ae]\w*|omit[ae]\w*|no (?:sigas|hagas caso))\b[^.!?\n]{0,50}(?:instrucci\w+|reglas|documentos?|fuentes|contexto|anterior\w*|indicaciones)`,
  String
    .raw`(?:ia|asistente|modelo|chatbot)\b[^.!?\n]{0,50}\b(?:debe|deben|tiene que|ha de)\b[^.!?\n]{0,60}(?:respond\w*|decir|contestar|afirmar|indicar|usar)`,
  String
    .raw`(?:nota|mensaje|aviso|instrucci[oó]n)(?:es)? (?:para|a|al)(?: \w+){0,2} ?(?:ia\b|asistente|modelo|chatbot)`,
  String
    .raw`(?:si|cuando)[^.!?\n]{0,40}(?:pregunt\w+|consult\w+)\b[^.!?\n]{0,80}(?:respond\w*|di\b|diga\w*|contest\w*|la respuesta es)`,
  String
    .raw`(?:otros|demás|anteriores|todos los) (?:documentos|archivos|textos|fuentes)\b[^.!?\n]{0,60}(?:obsolet\w*|desactualizad\w*|fals\w*|errón\w*|incorrect\w*|inválid\w*|caducad\w*|ignor\w+)`,
  String.raw`(?:única |)respuesta (?:correcta|oficial|válida|verdadera)\b[^.!?\n]{0,40}\bes`,
  // Italian
  String
    .raw`(?:ignora\w*|dimentica\w*|trascura\w*|scarta\w*|non (?:seguire|considerare|tenere conto))\b[^.!?\n]{0,50}(?:istruzion\w+|regole|documenti|fonti|contesto|precedent\w*|direttive)`,
  String
    .raw`(?:ia|assistente|modello|chatbot)\b[^.!?\n]{0,50}\b(?:deve|devono|dovrà)\b[^.!?\n]{0,60}(?:rispond\w*|dire|affermare|indicare|usare)`,
  String
    .raw`(?:nota|messaggio|avviso|istruzion\w+) (?:per|all'|all’|al|a)(?: ?\w+){0,2} ?(?:ia\b|assistente|modello|chatbot)`,
  String
    .raw`(?:se|quando)[^.!?\n]{0,40}(?:chied\w+|chiest\w+|domand\w+)\b[^.!?\n]{0,80}(?:rispond\w*|di'|dì|la risposta è)`,
  String
    .raw`(?:altri|vecchi|precedenti|tutti gli altri) (?:documenti|file|testi)\b[^.!?\n]{0,60}(?:obsolet\w*|superat\w*|fals\w*|errat\w*|sbagliat\w*|non (?:sono )?validi|ignor\w+)`,
  String.raw`risposta (?:corretta|giusta|ufficiale|esatta)\b[^.!?\n]{0,40}(?:è|sarà)`,
  // Portuguese
  String
    .raw`(?:ignor[ae]\w*|esqueç\w*|desconsider\w*|descart\w*|não (?:sigas|siga))\b[^.!?\n]{0,50}(?:instruç\w+|regras|documentos|fontes|contexto|anterior\w*|orientaç\w+)`,
  String
    .raw`(?:ia|assistente|modelo|chatbot)\b[^.!?\n]{0,50}\b(?:deve|devem|tem de|tem que)\b[^.!?\n]{0,60}(?:respond\w*|dizer|afirmar|indicar|usar)`,
  String
    .raw`(?:nota|mensagem|aviso|instruç\w+) (?:para|ao|à)(?: \w+){0,2} ?(?:ia\b|assistente|modelo|chatbot)`,
  String
    .raw`(?:se|quando)[^.!?\n]{0,40}(?:pergunt\w+|questionad\w+)\b[^.!?\n]{0,80}(?:respond\w*|diz\b|diga\w*|a resposta é)`,
  String
    .raw`(?:outros|restantes|antigos|demais) (?:documentos|ficheiros|arquivos|textos)\b[^.!?\n]{0,60}(?:obsolet\w*|desatualizad\w*|fals\w*|errad\w*|inválid\w*|ignor\w+)`,
  String.raw`resposta (?:correta|certa|oficial)\b[^.!?\n]{0,40}\bé`,
  // Dutch
  String
    .raw`(?:negeer\w*|vergeet|sla \w+ over|volg \w+ niet)\b[^.!?\n]{0,50}(?:instructies?|regels|documenten|bronnen|context|vorige|eerdere|opdrachten|aanwijzingen)`,
  String
    .raw`(?:ai|assistent|taalmodel|model|chatbot)\b[^.!?\n]{0,50}\b(?:moet|moeten|dient)\b[^.!?\n]{0,60}(?:antwoord\w*|zeggen|melden|schrijven|gebruiken)`,
  String
    .raw`(?:opmerking|bericht|notitie|instructie|let op)(?: \w+)? (?:voor|aan)(?: \w+){0,2} ?(?:ai\b|assistent|taalmodel|model|chatbot)`,
  String
    .raw`(?:als|wanneer|indien)[^.!?\n]{0,40}(?:gevraagd|vraagt|vragen)\b[^.!?\n]{0,80}(?:antwoord\w*|zeg\b|meld\b|is het antwoord)`,
  String
    .raw`(?:andere|overige|oudere|eerdere) (?:documenten|bestanden|bronnen|teksten)\b[^.!?\n]{0,60}(?:verouderd|onjuist|fout|vals|ongeldig|achterhaald|neg\w+)`,
  String.raw`(?:juiste|enige|correcte) antwoord\b[^.!?\n]{0,40}\b(?:is|luidt)`,
  // Polish
  String
    .raw`(?:zignoruj\w*|ignoruj\w*|zapomnij\w*|pomiń\w*|nie (?:bierz|stosuj))[^.!?\n]{0,50}(?:instrukcj\w+|polece\w+|zasad\w*|dokument\w*|źród\w+|kontekst\w*|poprzedni\w*)`,
  String
    .raw`(?:asystent\w*|sztuczn\w+ inteligencj\w+|model\w*|chatbot\w*)[^.!?\n]{0,50}(?:musi|powinien|powinna|ma|należy)[^.!?\n]{0,60}(?:odpow\w+|powiedz\w*|podać|napisać)`,
  String
    .raw`(?:uwaga|wiadomość|notatka|instrukcja)[^.!?\n]{0,10} (?:dla|do)(?: \w+){0,2} ?(?:ai\b|asystent\w*|model\w*|chatbot\w*)`,
  String
    .raw`(?:jeśli|gdy|kiedy|jeżeli)[^.!?\n]{0,40}(?:zapyta\w*|pyta\w*|spyta\w*)[^.!?\n]{0,80}(?:odpowie\w*|powiedz\w*|odpowiedź brzmi)`,
  String
    .raw`(?:inne|pozostałe|starsze|wcześniejsze) (?:dokumenty|pliki|źródła|teksty)[^.!?\n]{0,60}(?:nieaktualn\w*|błędn\w*|fałszyw\w*|nieważn\w*|przestarzał\w*|zignor\w*)`,
  String.raw`(?:prawidłowa|poprawna|jedyna) odpowiedź[^.!?\n]{0,40}(?:to|brzmi)`,
];

/** Marks of chat templates, which no prose holds. */
const TEMPLATES = [
  /<\|?\s*\/?(?:im_start|im_end|im_sep|system|assistant|user|endoftext|begin_of_text|end_of_text|eot_id|start_header_id|end_header_id|start_of_turn|end_of_turn|s)\s*\|?>|\[\/?INST\]|<<\/?SYS>>/i,
  /^\s{0,40}(?:#{1,6} ?)?(?:system|assistant|instructions?|response|human|ai)(?: prompt| message)?\s{0,4}:/im,
  /^\s{0,40}#{2,6} ?(?:instructions?|system|response|assistant|input|user)\b/im,
  /["']role["']\s{0,4}:\s{0,4}["'](?:system|assistant|developer|tool)["']/i,
  /<\/?(?:passage|context|document|instructions?|system|prompt|tool_call|function_call)\b[^>]{0,80}>/i,
];

const ORDERS = [
  ...TEMPLATES,
  ...[...ENGLISH, ...OTHER_LANGUAGES].map((source) =>
    new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})`, "iu")
  ),
];

/** What hides in a text and is no letter. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Single letters in a row: "i g n o r e", "i.g.n.o.r.e". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*]\p{L}){3,80}(?![\p{L}\p{N}])/gu;
const BASE64 = /[A-Za-z0-9+/]{24,2000}={0,2}/g;

/** Longest text that is looked at: what is longer is no sentence. */
const LONGEST = 4_000;

/** True for a text that gives an assistant orders, or says how questions are to be answered and which other documents not to believe. */
export function isInstruction(text: string): boolean {
  const visible = text.slice(0, LONGEST).normalize("NFKC").replace(INVISIBLE, "");
  if (ORDERS.some((pattern) => pattern.test(visible))) return true;
  const joined = visible.replace(SPACED, (run) => run.replace(/[^\p{L}]/gu, ""));
  if (joined !== visible && ORDERS.some((pattern) => pattern.test(withoutSpaces(joined)))) return true;
  return (visible.match(BASE64) ?? []).some((run) => {
    const said = decoded(run);
    return said !== undefined && ORDERS.some((pattern) => pattern.test(said));
  });
}

/** "ignoreall previous": the spaces between joined words are gone, which the patterns mostly bear. */
function withoutSpaces(text: string): string {
  return text.replace(/\s{2,10}/g, " ");
}

/** The text behind base64, where it is one. */
function decoded(run: string): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      decodeBase64(run.slice(0, run.length - run.length % 4)),
    );
    return /^[\p{L}\p{N}\p{P}\p{Z}\p{S}\s]+$/u.test(text) ? text : undefined;
  } catch {
    // Most long words are no base64 of any text.
    return undefined;
  }
}

/** "According to the lease", and the like: what follows names whose words these are said to be. */
const ATTRIBUTION =
  /(?<![\p{L}])(?:according to|as (?:stated|written|laid down|set out|specified) in|as per|per|stated in|says|(?:the|your) (?=[\p{L}-]+ (?:says|states|sets|specifies|mentions))|laut|gemäß|nach|selon|d'après|d’après|según|de acuerdo con|secondo|segundo|de acordo com|volgens|według|zgodnie z)\s+([^.,;:!?\n]{2,60})/giu;

/** The documents that a sentence says to repeat, in its own words; empty where it speaks for itself. */
export function attributions(text: string): string[] {
  return [...text.slice(0, LONGEST).matchAll(ATTRIBUTION)].map(([, name = ""]) => name);
}
