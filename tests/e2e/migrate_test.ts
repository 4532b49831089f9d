import assert from "node:assert/strict";
import { commandHome, twoLines } from "../support/command.ts";

Deno.test("migrate tells, reverts and applies migrations, saves the database before, and the saved one can be put back", async () => {
  await using home = await commandHome();
  assert.deepEqual(await home.json(["migrate", "status"]), { migrations: [] });
  assert.deepEqual(await home.json(["migrate", "up"]), { changed: [] });
  await home.write({ "a.md": "# A\n\nThe teal weasel hums." });
  await home.morgan(["ingest", "."]);
  const running = await home.morgan(["migrate", "status"]);
  assert.equal(running.code, 1);
  assert.match(twoLines(running.stderr)[1], /morgan stop/);
  await home.morgan(["stop"]);

  const status = async () =>
    ((await home.json(["migrate", "status"])).migrations as { name: string; applied: boolean }[])
      .map(({ applied }) => applied);
  assert.ok((await status()).every(Boolean));
  assert.deepEqual(await home.json(["migrate", "up"]), { changed: [] });
  const unasked = await home.morgan(["migrate", "down"]);
  assert.equal(unasked.code, 64);
  // All the way down, each step saved before.
  const backups: string[] = [];
  while ((await status()).some(Boolean)) {
    const { changed, backup } = await home.json(["migrate", "down", "-y"]) as {
      changed: string[];
      backup: string;
    };
    assert.equal(changed.length, 1);
    backups.push(backup);
  }
  assert.deepEqual(await home.json(["migrate", "down", "-y"]), { changed: [] });

  // The next start applies them again by itself, and saves the database before.
  const { documents } = await home.json(["documents", "list"]);
  assert.deepEqual(documents, []);
  const saved = (await Array.fromAsync(Deno.readDir(`${home.root}/backups`))).map(({ name }) => name);
  assert.equal(saved.length, backups.length + 1);
  await home.morgan(["stop"]);

  const restored = await home.morgan(["restore", backups[0] ?? "", "--force", "-y"]);
  assert.equal(restored.code, 0, restored.stderr);
  const { results } = await home.json(["search", "weasel"]) as { results: unknown[] };
  assert.equal(results.length, 1);
});
