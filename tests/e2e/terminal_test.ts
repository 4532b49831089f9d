// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import { type CommandHome, commandHome } from "../support/command.ts";
import { hasPseudoTerminal, onTerminal } from "../support/sandbox.ts";

const possible = await hasPseudoTerminal();
const LEFT_OUT = possible ? "" : " (left out: util-linux's script is not here)";

let home: CommandHome | undefined;
if (possible) {
  Deno.test.beforeAll(async () => {
    home = await commandHome();
  });
  Deno.test.afterAll(async () => {
    await home?.[Symbol.asyncDispose]();
  });
}

function test(sentence: string, fn: (home: CommandHome) => Promise<void>): void {
  Deno.test({
    name: sentence + LEFT_OUT,
    ignore: !possible,
    fn: async () => {
      if (home) await fn(home);
    },
  });
}

test("on a terminal there are colours and progress, and none with NO_COLOR", async (home) => {
  const files = Array.from(
    { length: 40 },
    (_, i) => [`many/${i}.md`, `# ${i}\n\nThe cobalt pelican ${i} sleeps.`],
  );
  await home.write(Object.fromEntries(files));
  const ingest = await onTerminal(home, ["ingest", "many"]);
  assert.match(ingest.output, /\r\x1b\[K\[[█░]+\] \d+%.* \d+\/40/);
  assert.match(ingest.output, /\x1b\[32mIngested 40 documents/);
  const search = await onTerminal(home, ["search", "cobalt"]);
  assert.match(search.output, /\x1b\[36m/);
  const plain = await onTerminal(home, ["search", "cobalt"], "", { NO_COLOR: "1" });
  assert.doesNotMatch(plain.output, /\x1b\[3\dm/);
  const list = await onTerminal(home, ["documents", "list"]);
  assert.match(list.output, /\x1b\[1mpath/);
});

test("documents rm asks, and deletes on yes alone; many want their number typed", async (home) => {
  await home.write({
    "one.md": "# One\n\nThe ochre walrus.",
    ...Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [`lot/${i}.md`, `# ${i}\n\nText ${i}.`]),
    ),
  });
  await home.morgan(["ingest", "one.md", "lot"]);
  const no = await onTerminal(home, ["documents", "rm", "one.md"], "n\n");
  assert.equal(no.code, 130);
  assert.match(no.output, /Delete this document\?[\s\S]*Nothing was changed/);
  const yes = await onTerminal(home, ["documents", "rm", "one.md"], "y\n");
  assert.equal(yes.code, 0);
  assert.match(yes.output, /Deleted one\.md/);
  const hasty = await onTerminal(home, ["documents", "rm", "lot"], "y\n");
  assert.equal(hasty.code, 130);
  assert.match(hasty.output, /and 16 more[\s\S]*Type "delete 21"/);
  const sure = await onTerminal(home, ["documents", "rm", "lot"], "delete 21\n");
  assert.equal(sure.code, 0);
});

test("a question that is missing on a terminal is an error, not a wait", async (home) => {
  const { code, output } = await onTerminal(home, ["query"]);
  assert.equal(code, 64);
  assert.match(output, /There is no question/);
});
