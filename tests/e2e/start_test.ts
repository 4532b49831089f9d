import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { commandHome } from "../support/command.ts";

const START = fileURLToPath(new URL("../../scripts/start.ts", import.meta.url));

Deno.test("the demonstration answers from the handbook and leaves nothing in the user's folder nor elsewhere", async () => {
  await using home = await commandHome();
  await home.write({ "a.md": "The rent is 950 pounds." });
  await home.morgan(["ingest", "."]);
  const temporary = `${home.files}/../temporary`;
  await Deno.mkdir(temporary);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-prompt", START],
    env: { ...home.environment(), TMPDIR: temporary },
    clearEnv: true,
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stderr));
  assert.match(decoder.decode(stdout), /\$ morgan query [\s\S]*Sources\n\[1\] handbook\//);
  const { documents } = await home.json(["documents", "list"]) as unknown as {
    documents: { path: string }[];
  };
  assert.deepEqual(documents.map(({ path }) => path.split("/").at(-1)), ["a.md"]);
  assert.deepEqual(await Array.fromAsync(Deno.readDir(temporary)), []);
});

Deno.test("what a container platform sets changes nothing, and a misspelt variable is remarked upon in one line", async () => {
  await using home = await commandHome();
  const platform = { MORGAN_PORT: "tcp://10.0.0.1:80", MORGAN_SERVICE_HOST: "10.0.0.1" };
  const quiet = await home.morgan(["status"], { env: platform });
  assert.deepEqual([quiet.code, quiet.stderr.includes("MORGAN_")], [0, false], quiet.stderr);
  const { code, stderr } = await home.morgan(["search", "x"], { env: { MORGAN_LLM_MODLE: "x" } });
  assert.equal(code, 0);
  assert.deepEqual(stderr.split("\n").filter((line) => line.includes("MODLE")), [
    "MORGAN_LLM_MODLE is no setting: did you mean MORGAN_LLM_MODEL?",
  ]);
});
