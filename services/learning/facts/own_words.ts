import { splitSentences } from "../../../lib/documents/mod.ts";

/** Longest message that is taken for somebody's own words throughout; of a longer one the first and last paragraph are. */
const OWN_CHARACTERS = 2000;

/** "Translate: …", "write a letter that says …": what follows is material, not a statement. */
const HANDED_OVER =
  /(?<!\p{L})(?:translate|rewrite|rephrase|paraphrase|correct|proofread|summari[sz]e|edit|improve|fix|check|analy[sz]e|explain|classify|write|draft|compose|complete|continue|say|repeat|pronounce|quote|parse|spell|übersetz\p{L}*|korrigier\p{L}*|schreib\p{L}*|formulier\p{L}*|fass\p{L}*|verbesser\p{L}*|erklär\p{L}*|tradui\p{L}*|corrige\p{L}*|écri\p{L}*|résume\p{L}*|explique\p{L}*|traduc\p{L}*|escrib\p{L}*|resum\p{L}*|explica\p{L}*|here(?:['’]s| is)|hier ist|voici|aquí est\p{L}*)(?!\p{L})[^.!?\n]{0,80}:/iu;
/** The same without a colon: the whole sentence is the request. */
const ASKS_FOR_TEXT =
  /^(?:(?:please|can you|could you|bitte|kannst du|peux-tu|puedes|por favor)[\s,]+)*(?:translate|rewrite|rephrase|correct|proofread|summari[sz]e|write|draft|compose|pretend|imagine|act|role-?play|say|repeat|suppose|assume|übersetz\p{L}*|korrigier\p{L}*|schreib\p{L}*|stell dir|nimm an|tradui\p{L}*|écri\p{L}*|imagine\p{L}*|suppos\p{L}*|traduc\p{L}*|escrib\p{L}*|imagina\p{L}*|supon\p{L}*)(?!\p{L})/iu;
const CODE_OR_QUOTE =
  /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]*`|^[^\S\r\n\u2028\u2029]*>.*$|^(?:From|To|Subject|Sent|Von|An|Betreff|De|À|Objet|Asunto|Para):.*$/gmu;
/** A line of a play or a chat that was pasted in: "Anna: I live in Rome." */
const SPEAKER = /^\s*(?:\[[^\]]+\]\s*)?\p{Lu}[\p{L}.'’ -]{0,30}:\s/u;
const OPENS_QUOTE = /["“„«]/gu;
const ENDS_QUOTE = /["“”„»]/gu;
/** More than a name, or words of somebody's own. */
const SAID = /^[^]{25}|\s(?:I|I['’]m|my|ich|mein|je|mon|yo|mi)\s|^(?:I|I['’]m|My|my|Ich|Je|Yo)\s/u;

/** The sentences of a message in which its writer speaks for themselves: no quotations, code, pasted text or material to work on. */
export function ownSentences(message: string): string[] {
  const handed = HANDED_OVER.exec(message);
  const own = handed ? message.slice(0, handed.index) : message;
  return paragraphs(own.replace(CODE_OR_QUOTE, "\n")).map(withoutQuotes).flatMap((
    text,
  ) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end))
      .flatMap((sentence) => sentence.split(/\n+/)).map((sentence) => sentence.trim()).filter((sentence) =>
        sentence.length > 0 && sentence.length <= 400 && !/[?？]["”'’)]*$/u.test(sentence) &&
        !ASKS_FOR_TEXT.test(sentence) && !SPEAKER.test(sentence)
      )
  );
}

/** A text with its quotations left out. */
function withoutQuotes(text: string): string {
  let rest = "";
  let from = 0;
  let end = -1;
  for (const { index } of text.matchAll(OPENS_QUOTE)) {
    if (index < from) continue;
    if (end <= index) {
      ENDS_QUOTE.lastIndex = index + 1;
      end = ENDS_QUOTE.exec(text)?.index ?? text.length;
    }
    if (end === text.length) break;
    if (text[end] === "„" || !SAID.test(text.slice(index + 1, end))) continue;
    rest += `${text.slice(from, index)} “…” `;
    from = end + 1;
  }
  return rest + text.slice(from);
}

function paragraphs(text: string): string[] {
  if (text.length <= OWN_CHARACTERS) return [text];
  const all = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  const short = (paragraph: string | undefined) =>
    paragraph !== undefined && paragraph.length <= OWN_CHARACTERS / 4 ? [paragraph] : [];
  return all.length > 1 ? [...short(all[0]), ...short(all.at(-1))] : [];
}
