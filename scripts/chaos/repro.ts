/**
 * `deno task chaos:repro -- [--rounds 200] [--only WORD]`: five meetings of two that use one store, each so many times; prints how often a promise was
 * broken, and ends with exit code 1 where any was. With MORGAN_TEST_BACKEND=postgres over PostgreSQL instead of the embedded database.
 */
import { parseArgs } from "node:util";
import { MEETINGS } from "./repro/mod.ts";

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: { rounds: { type: "string", default: "200" }, only: { type: "string", default: "" } },
});
const table: Record<string, { rounds: number; broken: number }> = {};
const lines: string[] = [];
for (const [what, meet] of Object.entries(MEETINGS)) {
  if (!what.includes(values.only)) continue;
  const rounds = Number(values.rounds);
  const broken = await meet(rounds);
  table[what] = { rounds, broken: broken.length };
  lines.push(...broken.map((line) => `${what}: ${line}`));
  console.error(`${what}: ${broken.length} of ${rounds}`);
}
console.table(table);
for (const line of lines) console.log(line);
Deno.exit(lines.length === 0 ? 0 : 1);
