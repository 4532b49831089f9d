import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { embedderSet } from "../../lib/models/embedder_set.ts";
import { CLASSIFIER_THRESHOLD, dangerOf } from "../../services/empathy/crisis/classifier.ts";
import { assessText, atLeast } from "../../services/empathy/crisis/mod.ts";
import { HELD_OUT_NEGATIVE, HELD_OUT_TRUE } from "../../tests/empathy/crisis_heldout.ts";
import { CRISIS_NEGATIVE } from "../../tests/empathy/crisis_negative.ts";
import { CRISIS_TRUE } from "../../tests/empathy/crisis_true.ts";

const USAGE = `deno task bench:crisis [-- FOLDER] [--classifier] [--json]

Measures the crisis detection on the project's own messages: recall, misses and false alarms. With a folder of GoEmotions
(dev.tsv: text, tab, labels) also the alarms per 10,000 of its texts, and the first twenty of them to be read.
--classifier adds the figures of patterns and classifier together on the held-out and hard messages (loads the embedding model).`;

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: {
    classifier: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  Deno.exit(0);
}

const share = (part: number, whole: number) => Math.round(part / whole * 10_000) / 10_000;
const missed = CRISIS_TRUE.filter(([text]) => assessText(text).risk === "none").map(([text]) => text);
const tooLow = CRISIS_TRUE.filter(([text, least]) => !atLeast(assessText(text).risk, least)).map(([text]) =>
  text
);
const falseAlarms = CRISIS_NEGATIVE.filter((text) => assessText(text).risk !== "none");
const alarming = (text: string) => assessText(text).risk !== "none";
const figures = {
  true_messages: CRISIS_TRUE.length,
  recall: share(CRISIS_TRUE.length - missed.length, CRISIS_TRUE.length),
  recall_at_the_risk_needed: share(CRISIS_TRUE.length - tooLow.length, CRISIS_TRUE.length),
  hard_negatives: CRISIS_NEGATIVE.length,
  false_alarms: falseAlarms.length,
  precision: share(
    CRISIS_TRUE.length - missed.length,
    CRISIS_TRUE.length - missed.length + falseAlarms.length,
  ),
  held_out_true: HELD_OUT_TRUE.length,
  held_out_recall: share(HELD_OUT_TRUE.filter(alarming).length, HELD_OUT_TRUE.length),
  held_out_negatives: HELD_OUT_NEGATIVE.length,
  held_out_false_alarms: HELD_OUT_NEGATIVE.filter(alarming).length,
  ...(values.classifier ? await withClassifier() : {}),
  missed: tooLow,
  false_alarm_texts: falseAlarms,
  ...(positionals[0] === undefined ? {} : await onGoEmotions(positionals[0])),
};

if (values.json) console.log(JSON.stringify(figures, null, 2));
else {
  for (const [name, value] of Object.entries(figures)) {
    if (!Array.isArray(value)) console.log(`${name.padEnd(34)} ${value}`);
    else if (value.length > 0) console.log(`${name}:\n${value.map((text) => `  ${text}`).join("\n")}`);
  }
}

async function onGoEmotions(folder: string) {
  const lines = (await Deno.readTextFile(`${folder}/dev.tsv`)).split("\n").filter(Boolean);
  const alarms: string[] = [];
  const times: number[] = [];
  for (const line of lines) {
    const text = line.split("\t")[0] ?? "";
    const started = performance.now();
    const { risk, reasons } = assessText(text);
    times.push((performance.now() - started) * 1000);
    if (risk !== "none") alarms.push(`${risk}: ${text} [${reasons.map(({ name }) => name).join("; ")}]`);
  }
  times.sort((a, b) => a - b);
  const percentile = (p: number) => Math.round(times[Math.floor(times.length * p)] ?? 0);
  return {
    goemotions_texts: lines.length,
    alarms: alarms.length,
    alarms_per_10000: Math.round(alarms.length / lines.length * 100_000) / 10,
    microseconds_p50: percentile(0.5),
    microseconds_p95: percentile(0.95),
    first_alarms: alarms.slice(0, 20),
  };
}

async function withClassifier() {
  await using embedders = embedderSet({ threads: 1 });
  const path = fileURLToPath(new URL("../../assets/models/BAAI/bge-small-en-v1.5", import.meta.url));
  const embedder = await embedders.open({ kind: "folder", path });
  async function alarms(texts: readonly string[]): Promise<number> {
    let count = 0;
    for (const text of texts) {
      if (alarming(text) || dangerOf(await embedder.embed([text], "passage")) >= CLASSIFIER_THRESHOLD) {
        count++;
      }
    }
    return count;
  }
  return {
    held_out_recall_with_classifier: share(await alarms(HELD_OUT_TRUE), HELD_OUT_TRUE.length),
    held_out_false_alarms_with_classifier: await alarms(HELD_OUT_NEGATIVE),
    hard_negative_alarms_with_classifier: await alarms(CRISIS_NEGATIVE),
  };
}
