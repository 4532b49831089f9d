import type { PreferenceType, Signal } from "./contract.ts";
import { PHRASES } from "./phrases.ts";

/** A preference as it was read from a signal. */
export interface Wish {
  type: PreferenceType;
  subject?: string;
  value: string;
  /** 0..1: how surely it is meant to last. */
  weight: number;
  kind: "feedback" | "behaviour";
}

/** Said in feedback on an answer. */
const COMMENT = 0.8;
/** Said for the answer at hand: whether it is meant to last shows when it is said again. */
const FOLLOW_UP = 0.5;
/** Said to be lasting. */
const LASTING = 0.9;
/** A rating without words, as evidence on the sources of what was rated. */
const RATING = 0.2;

/** Words of a message that asks for another style of the answer; longer ones ask for something else. */
const FOLLOW_UP_WORDS = 12;
const LASTS =
  /(?<!\p{L})(?:always|from now on|in (?:the )?future|generally|in general|by default|every time|never|immer|ab jetzt|künftig|in zukunft|grundsätzlich|nie|toujours|désormais|à l['’]avenir|jamais|siempre|a partir de ahora|de ahora en adelante|nunca|sempre|d['’]ora in poi|voortaan|altijd)(?!\p{L})/iu;
/** "Make my letter shorter" is work on a text, not a wish about answers. */
const OTHER_OBJECT =
  /(?<!\p{L})(?:my|the|this|that|these|a|an|mein\p{L}*|den|die|das|diesen?|mon|ma|mes|cette?|mi|mis|el|la|este|esta)\s+(?:\p{L}+\s)?(?:e-?mails?|letters?|text|essay|story|poem|code|function|document|report|cv|article|paragraph|sentence|title|list of \p{L}+|brief|aufsatz|bericht|artikel|satz|lettre|texte|article|rapport|carta|texto|artículo|informe)(?!\p{L})/iu;
/** "It wasn't too long", "no longer": the opposite, or something else. It stands so many characters before, at most. */
const NEAR = 100;
const DENIED =
  /(?<!\p{L})(?:not|isn['’]?t|wasn['’]?t|no|never|nicht|kein\p{L}*|pas|jamais|no (?:es|era)|nunca)\s+(?:\p{L}+\s)?$/iu;

/** The preferences that a signal shows. */
export function readSignal(signal: Pick<Signal, "kind" | "text" | "rating" | "sources">): Wish[] {
  const text = signal.text.trim();
  const isFeedback = signal.kind === "feedback";
  if (!isFeedback && !isAboutAnswers(text)) return [];
  const lasting = LASTS.test(text);
  const weight = lasting ? LASTING : isFeedback ? COMMENT : FOLLOW_UP;
  const kind = isFeedback || lasting ? "feedback" as const : "behaviour" as const;
  const wishes = [...styleWishes(text), ...subjectWishes(text, signal.sources)].map((wish) => ({
    ...wish,
    weight,
    kind,
  }));
  if (!isFeedback || signal.rating === undefined || signal.rating === 3) return wishes;
  const value = signal.rating > 3 ? "trusted" : "distrusted";
  // With a reason given, the rating is about that.
  if (wishes.length > 0) return wishes;
  return signal.sources.map((subject) => ({
    type: "source" as const,
    subject,
    value,
    weight: RATING,
    kind: "behaviour" as const,
  }));
}

function isAboutAnswers(text: string): boolean {
  if (OTHER_OBJECT.test(text)) return false;
  return text.split(/\s+/).length <= FOLLOW_UP_WORDS && text.length <= 200;
}

/** One wish a type: the last one said. */
function styleWishes(text: string): { type: PreferenceType; value: string }[] {
  const found = PHRASES.flatMap(({ type, value, expression }) =>
    [...text.matchAll(expression)].filter((match) =>
      !DENIED.test(text.slice(Math.max(0, match.index - NEAR), match.index))
    )
      .map((match) => ({ type, value, at: match.index, length: match[0].length }))
  ).sort((a, b) => a.at - b.at);
  const longest = found.reduce((most, { length }) => Math.max(most, length), 0);
  let near = 0;
  // "Less formal" holds "formal": the longer phrase is meant.
  const meant = found.filter((one) => {
    while ((found[near]?.at ?? one.at) + longest < one.at) near++;
    for (let i = near; (found[i]?.at ?? Infinity) <= one.at; i++) {
      const other = found[i];
      if (
        other?.type === one.type && other.length > one.length &&
        other.at + other.length >= one.at + one.length
      ) return false;
    }
    return true;
  });
  const last = new Map(meant.map((wish) => [wish.type, wish]));
  return [...last.values()].map(({ type, value }) => ({ type, value }));
}

const FILE = String
  .raw`[\p{L}\p{N}_./~-]+\.(?:pdf|docx?|md|markdown|txt|html?|\p{L}{2,4})|[\p{L}\p{N}_.~-]*/[\p{L}\p{N}_./~-]*`;
const DISTRUSTED = [
  new RegExp(
    String
      .raw`(?:don['’]?t|do not|never|stop)\s+(?:use|using|trust|trusting|quote|quoting|cite|citing)\s+["“]?(?<path>${FILE})`,
    "giu",
  ),
  new RegExp(
    String
      .raw`(?:ignore|distrust|leave out|ignorier\p{L}*|vertrau\p{L}* nicht|ignore[zr]?|ignora)\s+(?:the\s+(?:file|folder|document)\s+)?["“]?(?<path>${FILE})`,
    "giu",
  ),
  new RegExp(
    String
      .raw`(?<![\p{L}\p{N}_./~-])(?<path>${FILE})["”]?\s+(?:is|ist|est|es|está)\s+(?:\p{L}+\s)?(?:outdated|out of date|wrong|unreliable|not reliable|obsolete|veraltet|falsch|unzuverlässig|obsolète|périmé|faux|obsoleto|anticuado)`,
    "giu",
  ),
];
const TRUSTED = [
  new RegExp(
    String
      .raw`(?<!n['’]?t |not |never )(?:trust|prefer|rely on|bevorzuge|vertraue|préfère|prefiero|prefiere)\s+(?:the\s+(?:file|folder|document)\s+)?["“]?(?<path>${FILE})`,
    "giu",
  ),
];
const SOURCES_BAD =
  /(?<!\p{L})(?:(?:this|that|the|these|those)\s+sources?\s+(?:is|are|was|were)\s+(?:\p{L}+\s)?(?:wrong|outdated|out of date|unreliable|bad|old)|(?:wrong|bad|outdated|unreliable)\s+sources?|(?:die\s+)?quellen?\s+(?:ist|sind)\s+(?:veraltet|falsch|unzuverlässig)|falsche\s+quellen?|mauvaises?\s+sources?|fuentes?\s+(?:incorrectas?|equivocadas?))(?!\p{L})/iu;
const TOPIC = String
  .raw`(?<topic>[\p{L}\p{N}-]+(?:\s(?!(?:and|but|please|because|so|in|when|und|aber|bitte)(?!\p{L}))[\p{L}\p{N}-]+){0,3})`;
const LESS = new RegExp(
  String
    .raw`(?:no more|nothing more|stop (?:talking|telling me)|don['’]?t (?:talk|tell me)|less|nichts mehr|weniger|plus rien|moins)\s+(?:about|on|über|zu|sur)\s+(?!(?:it|this|that|me)\b)${TOPIC}|(?:stop|don['’]?t|do not)\s+mention(?:ing)?\s+(?!(?:it|this|that)\b)(?<other>[\p{L}\p{N}-]+(?:\s[\p{L}\p{N}-]+){0,2})`,
  "giu",
);
const MORE = new RegExp(
  String
    .raw`(?<!no |nothing )(?:i['’]?m\s+(?:very\s+|really\s+|mostly\s+)?interested\s+in|tell me more about|more (?:about|on)|ich interessiere mich für|mehr (?:über|zu)|je m['’]intéresse (?:à|aux|au)|plus (?:d['’]infos )?sur|me interesa(?:n)?|más sobre)\s+(?!(?:it|this|that|them|how|what)\b)(?:the\s+)?${TOPIC}`,
  "giu",
);

function subjectWishes(
  text: string,
  sources: readonly string[],
): { type: PreferenceType; subject: string; value: string }[] {
  const paths = (expressions: readonly RegExp[], value: string) =>
    expressions.flatMap((expression) =>
      [...text.matchAll(expression)].flatMap(({ groups }) => {
        const path = groups?.path?.replace(/(?<![.,;])[.,;]+$/, "");
        if (!path) return [];
        // A name alone is one of the sources that were cited, if it fits one.
        const cited = sources.find((source) => source === path || source.endsWith(`/${path}`));
        return [{ type: "source" as const, subject: cited ?? path, value }];
      })
    );
  const named = [...paths(DISTRUSTED, "distrusted"), ...paths(TRUSTED, "trusted")];
  const cited = named.length === 0 && SOURCES_BAD.test(text)
    ? sources.map((subject) => ({ type: "source" as const, subject, value: "distrusted" }))
    : [];
  const topics = ([["less", LESS], ["more", MORE]] as const).flatMap(([value, expression]) =>
    [...text.matchAll(expression)].flatMap(({ groups }) => {
      const subject = (groups?.topic ?? groups?.other)?.toLowerCase();
      return subject ? [{ type: "topic" as const, subject, value }] : [];
    })
  );
  const less = new Set(topics.filter(({ value }) => value === "less").map(({ subject }) => subject));
  return [
    ...named,
    ...cited,
    ...topics.filter(({ value, subject }) => value === "less" || !less.has(subject)),
  ];
}
