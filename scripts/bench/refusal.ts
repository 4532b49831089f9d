import { parseArgs } from "node:util";
import { measureRefusal } from "./refusal_measures.ts";
import { askHalf } from "./refusal_run.ts";

const USAGE =
  `deno task bench:refusal -- FOLDER [--questions 300] [--half 0|1] [--provider onnx|none] [--json]

Ingests every second article of a SQuAD file (half 0: the first, third, …) and asks questions to these and to the others,
with no language model. Prints how well "the documents don't hold it" is told, and whether answers hold a gold answer.`;

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: {
    questions: { type: "string", default: "300" },
    half: { type: "string", default: "0" },
    provider: { type: "string", default: "onnx" },
    json: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(USAGE);
  Deno.exit(64);
}
const run = await askHalf(folder, {
  half: Number(values.half),
  questions: Number(values.questions),
  provider: values.provider,
});
const figures = measureRefusal(run);
if (values.json) console.log(JSON.stringify(figures, null, 2));
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(34)} ${value}`);
