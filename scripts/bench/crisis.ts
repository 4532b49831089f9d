import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { openEmbedder } from "../../lib/models/embedding.ts";
import { dangerOf, stretches, thresholdsFor } from "../../services/empathy/crisis/classifier.ts";
import { assessText, atLeast } from "../../services/empathy/crisis/mod.ts";
import { languageOf } from "../../services/empathy/language.ts";
import { isDev, readCorpus, readTraining } from "../../tests/empathy/crisis_corpus/read.ts";
import { HELD_OUT_NEGATIVE, HELD_OUT_TRUE } from "../../tests/empathy/crisis_heldout.ts";
import { CRISIS_NEGATIVE } from "../../tests/empathy/crisis_negative.ts";
import { CRISIS_TRUE } from "../../tests/empathy/crisis_true.ts";

const USAGE = `deno task bench:crisis [-- FOLDER] [--classifier] [--sets NAME,NAME] [--json]

Measures the crisis detection on the project's own messages: recall, misses and false alarms. With a folder of GoEmotions
(dev.tsv: text, tab, labels) also the alarms per 10,000 of its texts, and the first twenty of them to be read.
--classifier adds what patterns and classifier together raise (loads the embedding model): "quiet" where the places that help are shown, "ask"
where a model is told to ask, too. --sets measures only these, so that held-out messages are looked at rarely.`;

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: {
    classifier: { type: "boolean", default: false },
    sets: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  Deno.exit(0);
}

type Level = "patterns" | "quiet" | "ask";
const LEVELS: readonly Level[] = values.classifier ? ["patterns", "ask", "quiet"] : ["patterns"];
const alarming = (text: string) => assessText(text).risk !== "none";
const share = (part: number, whole: number) => Math.round(part / whole * 10_000) / 10_000;
const percentile = (sorted: readonly number[], p: number) => sorted[Math.floor(sorted.length * p)] ?? 0;

const corpus = await readTraining();
const heldOut = await readCorpus("held_out.txt");
const texts = (messages: readonly { text: string; danger: boolean }[], danger: boolean) =>
  messages.filter((message) => message.danger === danger).map(({ text }) => text);
const sets: Readonly<Record<string, readonly [danger: readonly string[], harmless: readonly string[]]>> = {
  in_sample: [CRISIS_TRUE.map(([text]) => text), CRISIS_NEGATIVE],
  train: both(corpus.filter(({ text }) => !isDev(text))),
  dev: both(corpus.filter(({ text }) => isDev(text))),
  situations_en: both(heldOut.filter(({ language }) => language === "en")),
  situations_other_languages: both(heldOut.filter(({ language }) => language !== "en")),
  held_out: [HELD_OUT_TRUE, HELD_OUT_NEGATIVE],
};

const chosen = values.sets?.split(",") ?? Object.keys(sets);
const unknown = chosen.filter((name) => !(name in sets));
if (unknown.length > 0) {
  console.error(`No set ${unknown.join(", ")}; there are ${Object.keys(sets).join(", ")}.`);
  Deno.exit(64);
}

function both(messages: readonly { text: string; danger: boolean }[]) {
  return [texts(messages, true), texts(messages, false)] as const;
}

const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
await using embedder = values.classifier
  ? await openEmbedder({ kind: "folder", path }, { threads: 1 })
  : null;

/** The first twenty alarms of the level that is in use: patterns, and what the classifier is sure enough of. */
const FIRST = 20;

/** The lowest level at which each text raises an alarm; `undefined` where none does. */
async function levelOf(text: string): Promise<Level | undefined> {
  if (alarming(text)) return "patterns";
  if (!embedder) return undefined;
  const parts = stretches(text);
  const danger = dangerOf(parts, await embedder.embed(parts, "passage"));
  const { quiet, ask } = thresholdsFor(languageOf(text));
  return danger >= ask ? "ask" : danger >= quiet ? "quiet" : undefined;
}

/** How many raise an alarm at each level; a level holds what the ones before it raise. */
async function count(
  list: readonly string[],
  found: (Level | undefined)[] = [],
): Promise<number[]> {
  for (const text of list) found.push(await levelOf(text));
  return LEVELS.map((_, i) =>
    found.filter((level) => level !== undefined && LEVELS.indexOf(level) <= i).length
  );
}

const figures: Record<string, unknown> = {};
for (const [name, [danger, harmless]] of Object.entries(sets)) {
  if (!chosen.includes(name)) continue;
  const heard = await count(danger);
  const alarms = await count(harmless);
  for (const [i, level] of LEVELS.entries()) {
    const [right = 0, wrong = 0] = [heard[i], alarms[i]];
    figures[`${name} ${level}`] = `recall ${share(right, danger.length)} (${right} of ${danger.length}), ` +
      `false alarms ${wrong} of ${harmless.length}, precision ${share(right, right + wrong)}`;
  }
}
const tooLow = CRISIS_TRUE.filter(([text, least]) => !atLeast(assessText(text).risk, least));
figures.recall_at_the_risk_needed = share(CRISIS_TRUE.length - tooLow.length, CRISIS_TRUE.length);
figures.missed = tooLow.map(([text]) => text);
figures.false_alarm_texts = CRISIS_NEGATIVE.filter(alarming);
if (positionals[0] !== undefined) Object.assign(figures, await onGoEmotions(positionals[0]));

if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  for (const [name, value] of Object.entries(figures)) {
    if (!Array.isArray(value)) console.log(`${name.padEnd(36)} ${value}`);
    else if (value.length > 0) console.log(`${name}:\n${value.map((text) => `  ${text}`).join("\n")}`);
  }
}

async function onGoEmotions(folder: string) {
  const lines = (await Deno.readTextFile(`${folder}/dev.tsv`)).split("\n").filter(Boolean);
  const list = lines.map((line) => line.split("\t")[0] ?? "");
  const alarms: string[] = [];
  const micros: number[] = [];
  for (const text of list) {
    const started = performance.now();
    const { risk, reasons } = assessText(text);
    micros.push(Math.round((performance.now() - started) * 1000));
    if (risk !== "none") alarms.push(`${risk}: ${text} [${reasons.map(({ name }) => name).join("; ")}]`);
  }
  micros.sort((a, b) => a - b);
  const started = performance.now();
  const levels: (Level | undefined)[] = [];
  const counts = await count(list, levels);
  const milliseconds = Math.round((performance.now() - started) / list.length * 100) / 100;
  return {
    goemotions_texts: list.length,
    ...Object.fromEntries(
      LEVELS.map((level, i) => [
        `alarms_per_10000 ${level}`,
        Math.round((counts[i] ?? 0) / list.length * 100_000) / 10,
      ]),
    ),
    patterns_microseconds: `p50 ${percentile(micros, 0.5)}, p95 ${percentile(micros, 0.95)}`,
    ...(embedder ? { patterns_and_classifier_milliseconds: `mean ${milliseconds}` } : {}),
    first_alarms: alarms.slice(0, FIRST),
    ...(embedder
      ? { first_alarms_of_the_classifier: list.filter((_, i) => levels[i] === "ask").slice(0, FIRST) }
      : {}),
  };
}
