import assert from "node:assert/strict";
import { eventually } from "../../lib/testing.ts";
import { commandHome } from "../support/command.ts";
import { startFakeEmbeddings } from "../support/fake_embeddings.ts";

type Damage = (path: string) => Promise<void>;

const DAMAGES: Record<string, Damage> = {
  "is empty": (path) => Deno.writeFile(path, new Uint8Array()),
  "is cut off in its head": (path) => Deno.truncate(path, 5),
  "is cut off in the middle": async (path) => {
    await Deno.truncate(path, Math.floor((await Deno.stat(path)).size / 2));
  },
  "is garbage": (path) => Deno.writeFile(path, Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) % 251)),
  "begins as another program's": (path) => Deno.writeTextFile(path, "SQLite format 3\0 and more"),
  "is missing": (path) => Deno.remove(path),
};

Deno.test("every start mends a damaged index by itself, whatever of it is damaged and however", async () => {
  await using fake = startFakeEmbeddings();
  await using home = await commandHome({
    MORGAN_EMBEDDING_PROVIDER: "openai",
    MORGAN_EMBEDDING_BASE_URL: fake.url,
    MORGAN_EMBEDDING_MODEL: "words",
  });
  await home.write({ "ferry.md": "# Ferry\n\nThe quokkaberth leaves from the north pier at nine." });
  await home.json(["ingest", "."]).catch(() => {});
  await home.json(["query", "My sister Wilhelmina paints marlinspikes."]);
  const folders = await Array.fromAsync(Deno.readDir(`${home.root}/index`));
  const generation = folders.find(({ isDirectory }) => isDirectory)?.name;
  const groups = [
    ["index/active.json"],
    [`index/${generation}/lexical.log`, "memory/vectors.log"],
    [`index/${generation}/vectors.log`, "memory/lexical.log"],
  ];
  const finds = async (leg: string) => {
    const { results } = await home.json(["search", "quokkaberth pier", "--leg", leg]);
    return (results as { text: string }[]).some(({ text }) => text.includes("quokkaberth"));
  };
  for (const files of groups) {
    for (const [how, damage] of Object.entries(DAMAGES)) {
      const what = `${files} ${how}`;
      await home.morgan(["stop"]);
      for (const file of files) await damage(`${home.root}/${file}`);
      const started = await home.morgan(["status", "--json"]);
      assert.equal(started.code, 0, `${what}: ${started.stderr}`);
      await eventually(`${what}, and words are found`, () => finds("lexical"));
      await eventually(`${what}, and meaning is found`, () => finds("dense"));
      const { degraded } = await home.json(["status"]) as { degraded: string[] };
      assert.ok(!degraded.includes("index_incomplete"), what);
      for (const file of files) assert.ok((await Deno.stat(`${home.root}/${file}`)).size > 0, what);
    }
  }
  const { checks } = await home.json(["doctor"]) as { checks: { name: string; status: string }[] };
  const problems = checks.filter(({ name, status }) => status === "problem" && name !== "disk");
  assert.deepEqual(problems, []);
});
