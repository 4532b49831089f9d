import assert from "node:assert/strict";
import { eventually } from "../../lib/testing.ts";
import { DAMAGES } from "../../lib/testing_damage.ts";
import { commandHome } from "../support/command.ts";
import { startFakeEmbeddings } from "../support/fake_embeddings.ts";

Deno.test("a start mends damaged indexes by itself: documents are found again by words and by meaning", async () => {
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
  const files = [
    "index/active.json",
    `index/${generation}/lexical.log`,
    `index/${generation}/vectors.log`,
    "memory/lexical.log",
    "memory/vectors.log",
  ];
  const finds = async (leg: string) => {
    const { results } = await home.json(["search", "quokkaberth pier", "--leg", leg]);
    return (results as { text: string }[]).some(({ text }) => text.includes("quokkaberth"));
  };
  for (const how of ["garbage", "empty", "missing"]) {
    await home.morgan(["stop"]);
    for (const file of files) await DAMAGES[how]?.(`${home.root}/${file}`);
    await eventually(`all is ${how}, and what it means is found`, () => finds("dense"));
    assert.ok(await finds("lexical"), how);
    const { degraded } = await home.json(["status"]) as { degraded: string[] };
    assert.deepEqual(degraded, ["no_llm"], how);
  }
  const { checks } = await home.json(["doctor"]) as { checks: { name: string; status: string }[] };
  const problems = checks.filter(({ name, status }) => status === "problem" && name !== "disk");
  assert.deepEqual(problems, []);
});
