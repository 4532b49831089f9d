/**
 * What a model is sent in a long conversation: `deno task bench:talk -- [--turns 300] [--llm URL] [--write FOLDER]`. Each
 * turn tells or asks something; a fact of turn 3 is asked for at the end. Without `--llm` a stand-in with a window of 4,096
 * tokens answers, which counts what it is sent; prompts of turns 10, 100 and the last are written to FOLDER.
 */
import { parseArgs } from "node:util";
import { startFakeLlm } from "../../tests/support/fake_llm.ts";
import { temporaryMorgan } from "./temporary_morgan.ts";

const FACT = "My storage unit is number 4471, in Hull.";
const QUESTION = "What is the number of my storage unit?";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: { turns: { type: "string", default: "300" }, llm: { type: "string" }, write: { type: "string" } },
});
const turns = Number(values.turns);
await using stack = new AsyncDisposableStack();
const fake = values.llm
  ? undefined
  : stack.use(startFakeLlm({ reply: ["I see what you mean."], window: 4096 }));
const morgan = stack.use(
  await temporaryMorgan({
    "llm.base_url": values.llm ?? fake?.url,
    "llm.provider": fake ? "openai" : undefined,
  }),
);
const session_id = crypto.randomUUID();

console.log("turn  tokens sent  of window  turns whole  recalled  answer");
for (let turn = 1; turn <= turns; turn++) {
  const text = turn === 3 ? FACT : turn === turns ? QUESTION : saying(turn);
  // The model is asked without documents, so that each turn has a prompt to look at; the last as a user would ask.
  const response = await morgan.client.text({ text, session_id, rag: turn === turns, explain: true });
  const { sent } = response.explain ?? {};
  if (turn === turns) {
    const found = response.recalled?.map(({ date, text }) => `${date.slice(0, 10)}: ${text}`).join("; ");
    console.log(
      `asked at turn ${turn}: ${QUESTION}\nanswer: ${response.answer}\nrecalled: ${found ?? "nothing"}`,
    );
  }
  if (![10, 100, turns - 1].includes(turn) || !sent) continue;
  const { turns: whole, recalled } = sent.conversation;
  const cells = [turn, sent.estimated_tokens, sent.context_window, whole, recalled];
  console.log(
    cells.map((cell, i) => String(cell).padStart([4, 11, 9, 11, 8][i] ?? 0)).join("  ") +
      `  ${response.answer}`,
  );
  if (!values.write) continue;
  await Deno.mkdir(values.write, { recursive: true });
  const prompt = sent.messages.map(({ role, content }) => `## ${role}\n\n${content}\n`).join("\n");
  await Deno.writeTextFile(`${values.write}/turn_${turn}.md`, prompt);
}
const { summary } = await morgan.client.conversation(session_id, { limit: 1 });
console.log(`summary kept (${summary?.length ?? 0} characters):\n${summary}`);

function saying(turn: number): string {
  const things = ["boat", "garden", "kitchen", "bicycle", "piano", "greenhouse", "workshop", "cellar"];
  const thing = things[turn % things.length];
  return [
    `I spent ${10 + turn} pounds on the ${thing} today.`,
    `My neighbour number ${turn} helped me with the ${thing} for ${
      1 + turn % 5
    } hours, and we talked about the weather.`,
    `Should I paint the ${thing} in the colour of sample ${turn}?`,
    `I decided to leave the ${thing} as it is until week ${turn}.`,
  ][turn % 4] ?? "";
}
