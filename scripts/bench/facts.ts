/**
 * What is remembered of real conversations: `deno task bench:facts -- FOLDER [--turns 200] [--json]`. FOLDER holds LoCoMo
 * (`locomo*.json`); each speaker is a user. Prints every fact that is kept beside its turn, to be judged by hand: is it stated there,
 * by the speaker, about themselves, and does it last?
 */
import { parseArgs } from "node:util";
import { factKey, statedFacts } from "../../services/learning/facts/mod.ts";
import { readLocomo } from "./locomo.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { turns: { type: "string", default: "200" }, json: { type: "boolean" } },
});
const [folder] = positionals;
const turns = Number(values.turns);
if (folder === undefined || !Number.isInteger(turns) || turns < 1) {
  console.error("Usage: deno task bench:facts -- FOLDER [--turns 200] [--json]");
  Deno.exit(64);
}

const conversations = await readLocomo(folder);
const share = Math.ceil(turns / conversations.length);
const kept: {
  user: string;
  turn: string;
  attribute: string;
  subject?: string;
  value: string;
  text: string;
}[] = [];
const known = new Set<string>();
let heard = 0;
const started = performance.now();
for (const { id, said } of conversations) {
  for (const { turn, text } of said.slice(0, Math.min(share, turns - heard))) {
    heard++;
    const at = text.indexOf(": ");
    const user = `${id}/${text.slice(0, at)}`;
    for (const fact of statedFacts(text.slice(at + 2))) {
      const key = `${user}/${factKey(fact)}/${fact.value.toLowerCase()}/${fact.holds}`;
      if (known.has(key)) continue;
      known.add(key);
      const { attribute, subject, value, sentence } = fact;
      kept.push({ user, turn, attribute, ...(subject ? { subject } : {}), value, text: sentence });
    }
  }
}
const ms = performance.now() - started;
if (values.json) console.log(JSON.stringify({ folder, turns: heard, facts: kept, ms }, null, 2));
else {
  for (const [i, { user, turn, attribute, subject, value, text }] of kept.entries()) {
    console.log(`${String(i + 1).padStart(3)}  ${attribute}${subject ? ` (${subject})` : ""} = ${value}`);
    console.log(`     ${user} ${turn}: ${text}`);
  }
  console.log(`${heard} turns, ${kept.length} facts, ${(ms / heard).toFixed(3)} ms a turn`);
}
