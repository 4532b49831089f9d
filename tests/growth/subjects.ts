import { edit, newDraft } from "../../cli/chat/editor/edit.ts";
import { keyDecoder } from "../../cli/chat/editor/keys.ts";
import { layOut } from "../../cli/chat/editor/layout.ts";
import { heightOf } from "../../cli/terminal/height.ts";
import { clean } from "../../cli/terminal/clean.ts";
import { closeMarks } from "../../cli/terminal/markdown/close_marks.ts";
import { lexBlocks } from "../../cli/terminal/markdown/lex.ts";
import { renderBlocks } from "../../cli/terminal/markdown/render.ts";
import { markdownStream } from "../../cli/terminal/markdown/stream.ts";
import { table } from "../../cli/terminal/table.ts";
import { wrapWords } from "../../cli/terminal/wrap_words.ts";
import { parseSetting } from "../../lib/config/mod.ts";
import { publicAddress } from "../../lib/config/setting.ts";
import { BlockCutter } from "../../lib/documents/blocks.ts";
import { decodeText } from "../../lib/documents/charset.ts";
import { codeHeadings } from "../../lib/documents/code.ts";
import { htmlText } from "../../lib/documents/html.ts";
import { markdownHeadings } from "../../lib/documents/markdown.ts";
import { chunkDocument, extract, isSupported, splitSentences, typeByName } from "../../lib/documents/mod.ts";
import { fieldLines } from "../../lib/documents/pdf/fields.ts";
import { outlineHeadings, sizeHeadings } from "../../lib/documents/pdf/headings.ts";
import { toLines } from "../../lib/documents/pdf/lines.ts";
import { hyphenRule, paragraphText, toParagraphs } from "../../lib/documents/pdf/paragraphs.ts";
import { sniff } from "../../lib/documents/sniff.ts";
import { makeDocx, makePdf, textDocument, wordCounter } from "../../lib/documents/testing.ts";
import { readSse } from "../../lib/http/mod.ts";
import { analyze } from "../../lib/lexical/mod.ts";
import { makeLexicalStore } from "../../lib/lexical/store.ts";
import { estimateTokens } from "../../lib/models/llm.ts";
import { checkCitations, withoutMarkers } from "../../services/core/answer/citations.ts";
import { evidenceFeatures } from "../../services/core/answer/evidence.ts";
import { extractiveAnswer } from "../../services/core/answer/extract.ts";
import { isDoubtful } from "../../services/core/answer/doubtful.ts";
import { attributions, isInstruction, mentions, visibleText } from "../../services/core/answer/injection.ts";
import { markPlanted } from "../../services/core/answer/planted.ts";
import { passageWeight, technicality } from "../../services/core/answer/preferred.ts";
import { buildPrompt } from "../../services/core/answer/prompt.ts";
import { rankSentences } from "../../services/core/answer/rank.ts";
import { passageSentences, queryWeights } from "../../services/core/answer/sentences.ts";
import { passagesOf } from "../../services/core/answer/testing.ts";
import { contentTerms, dependsOnHistory } from "../../services/core/conversation/follow_up.ts";
import { isGrounded } from "../../services/core/conversation/grounded.ts";
import { isPersonal, messageKind } from "../../services/core/conversation/kind.ts";
import { titleOf } from "../../services/core/conversation/stored.ts";
import { sentencesSummary } from "../../services/core/conversation/summary.ts";
import { fitTalk } from "../../services/core/conversation/talk.ts";
import { messageParts } from "../../services/core/said/parts.ts";
import { countFeatures } from "../../services/emotion/classifier/features.ts";
import { tokenize } from "../../services/emotion/classifier/tokens.ts";
import { emphasis } from "../../services/emotion/intensity.ts";
import { clausesOf, plainText } from "../../services/emotion/language/clauses.ts";
import { degreeOf } from "../../services/emotion/language/degree.ts";
import { emojiReports } from "../../services/emotion/language/emoji.ts";
import { irony } from "../../services/emotion/language/irony.ts";
import { read } from "../../services/emotion/language/mod.ts";
import { othersReports } from "../../services/emotion/language/others.ts";
import { isPlain } from "../../services/emotion/language/plain.ts";
import { isPolite, selfReports } from "../../services/emotion/language/reports.ts";
import { strategiesIn } from "../../services/emotion/regulator.ts";
import { stretches } from "../../services/empathy/crisis/classifier.ts";
import { assessAhead, assessConversation, assessText } from "../../services/empathy/crisis/mod.ts";
import { castNet } from "../../services/empathy/crisis/net.ts";
import { ngrams } from "../../services/empathy/crisis/ngrams.ts";
import { normalize, oneEditApart } from "../../services/empathy/crisis/normalize.ts";
import { languageOf } from "../../services/empathy/language.ts";
import { mirrorSentences } from "../../services/empathy/mirror.ts";
import { moodOf } from "../../services/empathy/mood.ts";
import { checkEmpathy } from "../../services/empathy/rules/mod.ts";
import { describeFact } from "../../services/learning/memories.ts";
import { isMeant } from "../../services/learning/facts/context.ts";
import { statedFacts } from "../../services/learning/facts/mod.ts";
import { ownSentences } from "../../services/learning/facts/own_words.ts";
import { readSignal } from "../../services/learning/feedback.ts";
import { Habits, withMessage } from "../../services/learning/patterns.ts";
import { partPath } from "../../services/rag/multipart.ts";
import type { Subject } from "./measure.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string): Subject => (text) => extract(bytes(text), name).catch(() => null);
const xml = (text: string) => text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/gu, "").replace(/[<>&]/g, " ");
const runs = (text: string) =>
  text.split("\n").map((str, i) => ({
    str,
    dir: "ltr",
    width: str.length,
    transform: [1, 0, 0, 12, 72, 720 - i],
    hasEOL: true,
  }));
const placed = (text: string) => [{ text, lines: toLines(runs(text)), size: 12, start: 0, page: 0 }];
const now = new Date(0);
const exchange = (text: string) => ({ user: text, assistant: text, date: now, until: now, message_ids: [] });
const passagesFrom = (text: string) => passagesOf(text.slice(0, 20_000), "The kiln is fired on Tuesdays.");
const screen = () => {
  let length = 0;
  return { write: (text: string) => void (length += text.length), columns: () => 80, rows: () => 24 };
};
const weigh = () => Promise.resolve(() => 1);
const weights = queryWeights([{ term: "kiln", idf: 3 }]);

/** Pieces of a text as a model writes them. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 40) yield text.slice(at, at + 40);
}

/**
 * Everything that reads a text which somebody else wrote: documents, messages, the answers of models. A function that takes no such
 * text by itself is measured by the one that calls it.
 */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  // documents
  sniff: (text) => sniff(bytes(text)),
  decodeText: (text) => decodeText(bytes(text.replaceAll("\0", " "))),
  "decodeText, not UTF-8": (text) => decodeText(bytes(`${text.replaceAll("\0", " ")}\u0080`).slice(0, -1)),
  "decodeText, declared": (text) =>
    decodeText(bytes(`${text.replaceAll("\0", " ")}\u0080`).slice(0, -1), { declared: true }),
  splitSentences,
  markdownHeadings,
  codeHeadings,
  htmlText,
  "htmlText of a body": (text) =>
    htmlText(`<html><head><title>t</title></head><body><p>${text}</body></html>`),
  "extract .txt": file("a.txt"),
  "extract .csv": file("a.csv"),
  "extract .md": file("a.md"),
  "extract .html": file("a.html"),
  "extract .py": file("a.py"),
  "extract .docx": (text) =>
    extract(makeDocx(`<w:p><w:r><w:t>${xml(text)}</w:t></w:r></w:p>`), "a.docx").catch(() => null),
  "extract .pdf": (text) =>
    extract(makePdf([text.replace(/[^\n\x20-\x7e]/g, "x").split("\n")]), "a.pdf").catch(() => null),
  "lines of a PDF": (text) => toLines(runs(text)),
  "paragraphs of a PDF": (text) => {
    const lines = toLines(runs(text));
    const rule = hyphenRule(lines);
    return toParagraphs(lines).map((paragraph) => paragraphText(paragraph, rule));
  },
  "headings of a PDF": (text) => [
    outlineHeadings([{ level: 1, title: text, page: 0 }], placed(text), [0]),
    sizeHeadings(placed(text)),
  ],
  "form fields of a PDF": (text) =>
    fieldLines([{ subtype: "Widget", fieldName: text.slice(0, 100), fieldValue: text }]),
  chunkDocument: (text) => chunkDocument(textDocument(text), wordCounter, { maxTokens: 250 }),
  "chunkDocument, estimated": (text) =>
    chunkDocument(textDocument(text), { count: estimateTokens }, { maxTokens: 250 }),
  "chunkDocument of Markdown": (text) =>
    chunkDocument(textDocument(text, markdownHeadings(text)), wordCounter, { maxTokens: 250 }),
  BlockCutter: (text) => new BlockCutter(text, wordCounter, 50, 20).cut(0, text.length),
  typeByName: (text) => [typeByName(text), isSupported(`${text}.md`)],

  // search
  analyze,
  estimateTokens,
  "search, a text of terms": (text) => {
    const store = makeLexicalStore({ k1: 1.2, b: 0.75 });
    store.search(analyze(text), { limit: 10 });
  },

  // answers
  isInstruction,
  attributions,
  mentions,
  visibleText,
  isDoubtful,
  markPlanted: (text) => {
    const { passages, sentences } = passagesOf(text);
    return markPlanted(passages, sentences);
  },
  passageSentences: (text) => passageSentences(passagesOf(text).passages),
  rankSentences: (text) => {
    const { sentences } = passagesFrom(text);
    return rankSentences(text, sentences, weights, [1, 0.5], undefined, undefined);
  },
  evidenceFeatures: (text) => {
    const { passages, sentences } = passagesFrom(text);
    return evidenceFeatures(passages, sentences, weights, undefined);
  },
  extractiveAnswer: async (text) => {
    const { passages, sentences } = passagesFrom(text);
    const ranked = await rankSentences("kiln?", sentences, weights, [1, 0.5], undefined, undefined);
    return extractiveAnswer(ranked, passages);
  },
  buildPrompt: (text) => {
    const { passages, sentences } = passagesFrom(text);
    return buildPrompt(text, passages, sentences, 4000);
  },
  "checkCitations, in pieces": (text) => {
    const { passages, sentences } = passagesOf("The kiln is fired on Tuesdays.");
    const checker = checkCitations(passages, [0], sentences, "kiln?");
    for (const piece of pieces(text)) checker.push(piece);
    return checker.end();
  },
  "checkCitations, whole": (text) => {
    const { passages, sentences } = passagesOf("The kiln is fired on Tuesdays.");
    const checker = checkCitations(passages, [0], sentences, text);
    return checker.push(text) + checker.end();
  },
  withoutMarkers: (text) => {
    const filter = withoutMarkers();
    for (const piece of pieces(text)) filter.push(piece);
    return filter.end();
  },
  "withoutMarkers, whole": (text) => {
    const filter = withoutMarkers();
    return filter.push(text) + filter.end();
  },
  technicality,
  passageWeight: (text) =>
    passageWeight(
      { weights: [], topics: [{ topic: text.slice(0, 100), weight: 2 }] },
      passagesOf(text).passages[0]!,
    ),

  // conversations
  contentTerms,
  dependsOnHistory,
  messageKind,
  isPersonal,
  isGrounded: (text) => isGrounded(text, text),
  titleOf,
  fitTalk: (text) => fitTalk({ summary: text, turns: [exchange(text)] }, [], 2000, weigh),
  sentencesSummary: (text) => sentencesSummary(text, [exchange(text)], 500, weigh),
  messageParts,

  // what is learned
  statedFacts,
  ownSentences,
  "isMeant, before": (text) => isMeant(text, "", { attribute: "name" }),
  "isMeant, after": (text) => isMeant("", text, { attribute: "lives_in" }),
  readSignal: (text) => [
    readSignal({ kind: "feedback", text, sources: ["a.md"] }),
    readSignal({ kind: "message", text, sources: ["a.md"] }),
  ],
  withMessage: (text) => withMessage(Habits.parse({}), { session_id: "s", message_id: "m", text, at: 0 }),
  describeFact: (text) => describeFact({ attribute: "likes", value: text.slice(0, 1000) }),

  // feelings
  read,
  plainText,
  clausesOf,
  emphasis,
  degreeOf,
  emojiReports,
  irony,
  isPlain,
  selfReports: (text) => selfReports(clausesOf(text.slice(0, 4000))),
  othersReports: (text) => othersReports(clausesOf(text.slice(0, 4000))),
  isPolite: (text) => isPolite(clausesOf(text.slice(0, 4000))),
  strategiesIn,
  tokenize,
  countFeatures,
  languageOf,
  moodOf: (text) => moodOf(text, undefined, "en"),
  "moodOf, German": (text) => moodOf(text, undefined, "de"),
  mirrorSentences: (text) => mirrorSentences(text, "sadness", "en"),
  checkEmpathy: (text) =>
    checkEmpathy(text, { text, feeling: "sadness", language: "en", risk: "none", facts: [text] }),

  // danger
  normalize,
  oneEditApart: (text) => oneEditApart(text, `${text}s`),
  castNet: (text) => [...castNet(text)],
  assessText,
  assessConversation: (text) => assessConversation(text, [{ role: "user", content: text }]),
  assessAhead: (text) => assessAhead([text]),
  stretches,
  ngrams,

  // the terminal
  clean,
  wrapWords: (text) => wrapWords(text, 80),
  heightOf: (text) => heightOf(text, 80),
  closeMarks,
  "Markdown, whole": (text) => renderBlocks(lexBlocks(text), 80),
  "Markdown, in pieces": (text) => {
    const stream = markdownStream(screen());
    for (const piece of pieces(text.slice(0, 20_000))) stream.push(piece);
    stream.end();
  },
  table: (text) => table(["a", "b"], [[text.slice(0, 1000), text]], 1),
  keyDecoder: (text) => keyDecoder()(text),
  "a pasted text": (text) => keyDecoder()(`\x1b[200~${text}\x1b[201~`),
  edit: (text) => edit(newDraft([]), { type: "paste", text }, () => undefined),
  layOut: (text) => layOut(text, text.length, 80, { prompt: "> ", promptWidth: 2 }),

  // requests and settings
  partPath: (text) => partPath(text, text.slice(0, 50)),
  parseSetting: (text) => {
    try {
      return parseSetting("llm.model", text);
    } catch {
      return null;
    }
  },
  publicAddress,
  readSse: async (text) => {
    const stream = new Blob([text]).stream();
    for await (const _ of readSse({ body: stream }));
  },
};
