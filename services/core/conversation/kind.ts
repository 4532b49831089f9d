/** What a message in a chat wants. */
export type MessageKind =
  /** To know something, or to have something done. */
  | "question"
  /** To tell something about oneself. */
  | "statement"
  /** To greet, to thank, to agree, to take leave. */
  | "courtesy";

const COURTESY_WORDS =
  ("hi hello hey hiya good morning evening afternoon night thanks thank you thx cheers bye goodbye see later ok okay k great " +
    "nice cool perfect wonderful excellent awesome lovely sure fine alright right yes yep no nope please very so much a lot " +
    "for that all the help your it this is was there morgan have day one welcome got understood sounds " +
    "hallo moin guten tag abend danke vielen dank tschüss bis bald gut super ja nein " +
    "bonjour salut bonsoir merci beaucoup au revoir oui non hola buenos días buenas gracias adiós sí ciao grazie " +
    "buongiorno olá obrigado obrigada tchau dank je wel hoi doei").split(" ");
const COURTESY = new Set(COURTESY_WORDS);
/** What a courtesy begins with; a sentence of its other words alone ("have it for me") is none. */
const OPENERS = new Set(
  ("hi hello hey hiya good thanks thank thx cheers bye goodbye see ok okay k great nice cool perfect wonderful excellent " +
    "awesome lovely sure fine alright right yes yep no nope very got understood sounds hallo moin guten danke vielen tschüss " +
    "bis gut super ja nein bonjour salut bonsoir merci au oui non hola buenos buenas gracias adiós sí ciao grazie " +
    "buongiorno olá obrigado obrigada tchau dank hoi doei").split(" "),
);

const ASKS = new RegExp(
  "^(and |but |so |also |then |well |ok(ay)? |please |could you |can you |und |et |y |e )*" +
    "(who|whom|whose|what|which|where|when|why|how|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|" +
    "shall|should|may|might|tell|show|list|give|find|explain|describe|compare|summari[sz]e|translate|write|draft|count|" +
    "name|look|search|remind|calculate|suggest|recommend|help|" +
    "wer|wen|wem|wessen|was|welche[rsnm]?|wo|wohin|woher|wann|warum|wieso|wie|ist|sind|hat|haben|kann|kannst|zeig|erklär|nenn|" +
    "qui|que|quoi|quel(le)?s?|où|quand|pourquoi|comment|combien|est-ce|quién|qué|cuál(es)?|dónde|cuándo|cómo|cuánto|" +
    "chi|che|quale|dove|come|quanto|perché|quem|qual|onde|quando|como|wie|wat|waar|wanneer|waarom|hoe)\\b",
  "iu",
);
const FIRST_PERSON =
  /(?<!\p{L})(i|i'm|i've|i'd|i'll|my|mine|me|we|we're|our|us|ich|mein\p{L}*|wir|unser\p{L}*|je|j'|mon|ma|mes|nous|notre|yo|mi|mis|nosotros|nuestr\p{L}*|io|mio|mia|noi|eu|meu|minha|ik|mijn)(?!\p{L})/iu;

/** Judges by form alone: what it cannot place is a question, so that the documents are searched. */
export function messageKind(text: string): MessageKind {
  const words = text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];
  if (words.length > 0 && words.length <= 8 && !text.includes("?")) {
    if (OPENERS.has(words[0] ?? "") && words.every((word) => COURTESY.has(word))) return "courtesy";
  }
  if (/[?？؟]/.test(text)) return "question";
  const plain = text.trim().replace(/^[^\p{L}\p{N}]+/u, "").replace(/\bremember( that)?\b[:,]?\s*/iu, "");
  if (ASKS.test(plain)) return "question";
  return FIRST_PERSON.test(plain) ? "statement" : "question";
}

/** True for a message about the user themselves, which what they said before may answer better than their documents. */
export function isPersonal(text: string): boolean {
  return FIRST_PERSON.test(text);
}
