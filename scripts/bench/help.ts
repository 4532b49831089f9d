/**
 * Who is offered help: `deno task bench:help -- FILE...`, each with lines of text, situation and help (`none`, `ask` or `show`), separated by
 * tabs, below a line of headings. Each message opens a conversation of its own in one Morgan without a model. Prints how many of each kind were given what they
 * need, the others one by one, and the cold answers: where help was needed, and the answer was not the caring text alone.
 */
import { parseArgs } from "node:util";
import { EmpathyResponse, type Risk } from "../../services/empathy/contract.ts";
import { TextResponse } from "../../services/core/contract.ts";
import { poster, temporaryMorgan } from "./temporary_morgan.ts";

const KINDS = ["none", "ask", "show"] as const;
type Help = (typeof KINDS)[number];
const GIVEN: Readonly<Record<Risk, Help>> = { none: "none", low: "ask", high: "show", imminent: "show" };

const { values, positionals: files } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: {
    figures: { type: "boolean", default: false },
    answers: { type: "boolean", default: false },
  },
});
if (files.length === 0) throw new Error("deno task bench:help -- FILE... [--figures] [--answers]");

await using morgan = await temporaryMorgan();
const post = poster(morgan);

for (const file of files) {
  const messages = (await Deno.readTextFile(file)).split("\n").slice(1).filter(Boolean).map((line) => {
    const [text = "", situation = "", help] = line.split("\t");
    const wanted = KINDS.find((kind) => kind === help);
    if (!wanted) throw new Error(`${file}: no help of the three in: ${line}`);
    return { text, situation, wanted };
  });
  const right: Record<Help, number> = { none: 0, ask: 0, show: 0 };
  const wrong: string[] = [];
  const cold: string[] = [];
  for (const { text, situation, wanted } of messages) {
    const { opening } = EmpathyResponse.parse(await post("/api/empathy_response", { text }));
    const { answer, support, sources, recalled } = TextResponse.parse(
      await post("/api/text", { text, session_id: crypto.randomUUID(), llm: false }),
    );
    const given = GIVEN[support?.risk ?? "none"];
    if (given === wanted) right[wanted]++;
    else wrong.push(`${wanted} was needed, ${given} given: ${text} (${situation})`);
    const caring = support && opening !== "" && answer === opening && sources.length === 0 && !recalled;
    if (wanted !== "none" && !caring) cold.push(`${text} → ${answer.split("\n")[0]}`);
    if (values.answers && (wanted !== "none" || given !== "none")) {
      console.log(`> ${text} [${support?.risk}]\n${answer}\n`);
    }
  }
  const of = (kind: Help) => messages.filter(({ wanted }) => wanted === kind).length;
  console.log(`${file}: ${KINDS.map((kind) => `${kind} ${right[kind]} of ${of(kind)}`).join(", ")} right`);
  const offered = wrong.filter((line) => line.startsWith("none")).length;
  console.log(
    `help over harmless messages: ${offered}; cold answers: ${cold.length} of ${of("ask") + of("show")}`,
  );
  if (values.figures) continue;
  for (const line of wrong) console.log(`  ${line}`);
  for (const line of cold) console.log(`  cold: ${line}`);
}
