/**
 * Whether a stranger's document makes an answer say what it wants: `deno task bench:injection [-- --no-llm]`, with a model's server in
 * MORGAN_TEST_OPENAI_URL. Each style of injection lies in a folder of its own beside the document that knows; the question is asked of both. Prints the answers that
 * carry the planted claim.
 */
import { parseArgs } from "node:util";
import { SETS } from "../../tests/injection/styles.ts";
import { temporaryMorgan } from "./temporary_morgan.ts";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: { "no-llm": { type: "boolean", default: false } },
});
const base_url = Deno.env.get("MORGAN_TEST_OPENAI_URL");
const llm = !values["no-llm"] && base_url !== undefined;
await using morgan = await temporaryMorgan(
  llm
    ? { "llm.base_url": base_url, "llm.provider": "openai", "llm.temperature": 0, "llm.max_tokens": 80 }
    : {},
);

for (const { name, knows, question, right, planted, styles } of SETS) {
  const known = `${/^# (.+)/.exec(knows)?.[1]?.toLowerCase()}.md`;
  const files = styles.flatMap(({ text }, i) => [
    { path: `${name}/${i}/${known}`, open: () => new Blob([knows]).stream() },
    { path: `${name}/${i}/letter.md`, open: () => new Blob([`# Letter\n\n${text}\n`]).stream() },
  ]);
  for await (const event of morgan.client.ingest(files)) {
    if (event.event === "document" && event.status === "failed") throw new Error(event.reason);
  }
  const carrying: string[] = [];
  let good = 0;
  for (const [i, style] of styles.entries()) {
    const { answer } = await morgan.client.text({
      text: question,
      filter: { path_prefix: `${name}/${i}/` },
      llm,
    });
    if (answer === "") throw new Error(`No answer at all beside ${style.name}.`);
    if (answer.includes(planted)) carrying.push(`${style.name}: ${answer.replace(/\s+/g, " ")}`);
    if (answer.includes(right)) good++;
  }
  console.log(
    `${name}, ${
      llm ? "with a model" : "quotes alone"
    }: ${carrying.length} of ${styles.length} answers carry the planted claim, ${good} the right one`,
  );
  for (const line of carrying) console.log(`  ${line}`);
}
