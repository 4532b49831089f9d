import { decodeBase64 } from "../../../lib/base64.ts";
import { PHRASES } from "./injection_phrases.ts";

/** Marks of chat templates, which no prose holds. */
const TEMPLATES = [
  /<\|?\s*\/?(?:im_start|im_end|im_sep|system|assistant|user|endoftext|begin_of_text|end_of_text|eot_id|start_header_id|end_header_id|start_of_turn|end_of_turn|s)\s*\|?>|\[\/?INST\]|<<\/?SYS>>/i,
  /^\s{0,40}(?:#{1,6} ?)?(?:system|assistant|ai|human)(?: prompt| message)?\s{0,4}:/im,
  /^\s{0,40}#{3} ?(?:instruction|response|input|system|assistant)\s{0,4}:/im,
  /^\s{0,40}role\s{0,4}:\s{0,4}["']?(?:system|assistant|developer|tool)(?!\p{L})/imu,
  /["']role["']\s{0,4}:\s{0,4}["'](?:system|assistant|developer|tool)["']/i,
  /<\/?(?:passage|context|document|instructions?|system|prompt|tool_call|function_call)\b[^>]{0,80}>/i,
];

const ORDERS = [
  ...TEMPLATES,
  ...PHRASES.map((source) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})`, "iu")),
];

/** What hides in a text and is no letter. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Single letters in a row: "i g n o r e", "i.g.n.o.r.e". */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*]\p{L}){3,80}(?![\p{L}\p{N}])/gu;
const BASE64 = /[A-Za-z0-9+/]{24,2000}={0,2}/g;

/** Longest text that is looked at: what is longer is no sentence. */
const LONGEST = 4_000;

/** Letters of other scripts that look like Latin ones, where they stand in a word with these. */
const LOOKALIKES = new Map(
  [..."аaеeоoрpсcхxуyіiѕsјjкkмmтtнhвbԁdɡgԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЅSЈJΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaιiκkνvοoρpτtυuχx"
    .matchAll(
      /(.)(.)/gu,
    )].map(([, foreign = "", latin = ""]) => [foreign, latin]),
);
const MIXED =
  /(?=\p{L}{0,40}\p{Script=Latin})(?=\p{L}{0,40}[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{1,60}/gu;

/** A text as a reader sees it: what is invisible left out, look-alikes of letters taken for them. */
export function visibleText(text: string): string {
  return text.slice(0, LONGEST).normalize("NFKC").replace(INVISIBLE, "")
    .replace(MIXED, (word) => [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join(""));
}

/** True for a text that gives an assistant orders, or says how questions are to be answered and which other documents not to believe. */
export function isInstruction(text: string): boolean {
  const visible = visibleText(text);
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

/** True for a text with the marks of a chat template, after which all is said to the model. */
export function isTemplate(text: string): boolean {
  return TEMPLATES.some((pattern) => pattern.test(text.slice(0, LONGEST)));
}

/** "According to the lease", "the lease says", "the lease is wrong": what is named is said to say this, or not to be believed. */
const ATTRIBUTIONS = [
  /(?<![\p{L}])(?:according to|as (?:stated|written|laid down|set out|specified|agreed) in|as per|per|stated in|laut|gemäß|nach|selon|d'après|d’après|según|de acuerdo con|secondo|segundo|de acordo com|volgens|według|zgodnie z)\s+([^.,;:!?\n]{2,60})/giu,
  /(?<![\p{L}])(?:the|your|our|der|die|das|le|la|el|il|lo|o|a|de|het)\s+([\p{L}-]{2,40}(?: [\p{L}-]{2,40}){0,2}?) (?:file |document |letter |text |page |entry )?(?:says|states|sets|specifies|mentions|tells|(?:has|have|had|was|is|are)(?: not| never| yet){0,2}(?: been| to be)? (?:replaced|changed|corrected|updated|amended|revised|fixed)|(?:is|was|are) (?:wrong|outdated|invalid|void|obsolete|superseded|incorrect|mistaken|stale|out of date|false|a (?:forgery|fake|hoax|lie))|sagt|besagt|nennt|ist (?:falsch|veraltet|ungültig)|dit|indique|est (?:faux|périmé|caduc)|dice|indica|está (?:obsoleto|equivocado)|è (?:sbagliato|superato)|diz|está errado|zegt|vermeldt|is (?:fout|verouderd)|mówi)(?![\p{L}])/giu,
];

/** "The lease file", "the page about the lease": what is named is spoken of, whatever is said of it. */
const MENTIONS = [
  /([\p{L}\p{N}_-]{2,40}(?: [\p{L}\p{N}_-]{2,40})?)(?:'s|’s)? (?:documents?|files?|pages?|notes?|letters?|records?|entry|entries|memos?|sheets?|texts?|manual|handbook|contract|policy)(?!\p{L})/giu,
  /(?<!\p{L})(?:documents?|files?|pages?|notes?|letters?|records?|entry|entries|memos?|sheets?|texts?|dokument|datei|seite|fichier|archivo|documento|página|pagina|file|bestand|plik|dokument) (?:about|on|of|for|from|named|called|über|zu|von|sur|de|du|della?|sobre|do|da|over|van|o) ([^.,;:!?\n]{2,60})/giu,
];

/** The documents that a sentence speaks of, in its own words. */
export function mentions(text: string): string[] {
  const plain = text.slice(0, LONGEST);
  return MENTIONS.flatMap((pattern) => [...plain.matchAll(pattern)].map(([, name = ""]) => name));
}

/** The documents that a sentence says to repeat or to correct, in its own words; empty where it speaks for itself. */
export function attributions(text: string): string[] {
  const plain = text.slice(0, LONGEST);
  return ATTRIBUTIONS.flatMap((pattern) => [...plain.matchAll(pattern)].map(([, name = ""]) => name));
}
