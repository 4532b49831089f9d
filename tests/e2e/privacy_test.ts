import assert from "node:assert/strict";
import { commandHome } from "../support/command.ts";
import { emptyUser, traceSession } from "../support/session.ts";
import { canTrace, trace } from "../support/trace.ts";

const possible = await canTrace();
const leftOut = possible ? "" : " (left out: strace is not there, or may not be used)";

Deno.test("no library leaves a file in the user's folder, such as a device id, after texts were embedded", async () => {
  await using user = await emptyUser();
  await using home = await commandHome(user.env);
  await home.write({ "birds.md": "The blue heron nests in Gloria's orchard every April." });
  assert.match((await home.morgan(["ingest", "."])).stdout, /1 embedding/);
  assert.equal((await home.morgan(["search", "a bird's breeding place", "--leg", "dense"])).code, 0);
  assert.equal((await home.morgan(["stop"])).code, 0);
  assert.deepEqual(Array.from(Deno.readDirSync(user.folder), ({ name }) => name), []);
});

Deno.test({
  name:
    `a whole session looks up no name, reaches no other machine and writes into its own folder alone${leftOut}`,
  ignore: !possible,
  async fn() {
    await using user = await emptyUser();
    await using home = await commandHome(user.env);
    const { stdout, ...left } = await traceSession(home);
    assert.match(stdout, /2 embeddings[\s\S]*boat\.html[\s\S]*Mr Okafor[\s\S]*has stopped/);
    assert.deepEqual(left, { names: [], addresses: [], written: [] });
  },
});

Deno.test({
  name: `a look-up, a foreign address and a file are seen by whoever watches a process${leftOut}`,
  ignore: !possible,
  async fn() {
    await using user = await emptyUser();
    const cwd = await Deno.realPath(user.folder);
    const program = `
      await fetch("http://morgan-name.invalid/").catch(() => {});
      await fetch("http://192.0.2.7:8080/", { signal: AbortSignal.timeout(50) }).catch(() => {});
      await Deno.writeTextFile("left.txt", "");
      await Deno.rename("left.txt", "moved.txt");`;
    await Deno.writeTextFile(`${cwd}/program.ts`, program);
    const left = await trace(`"${Deno.execPath()}" run -A --no-config program.ts`, {
      cwd,
      env: { ...user.env, PATH: Deno.env.get("PATH") ?? "", DENO_NO_UPDATE_CHECK: "1" },
    });
    assert.deepEqual(left.names.filter((name) => name.startsWith("morgan-name.invalid")).slice(0, 1), [
      "morgan-name.invalid",
    ]);
    assert.ok(left.addresses.includes("192.0.2.7:8080"), left.addresses.join());
    for (const name of ["left.txt", "moved.txt"]) assert.ok(left.written.includes(`${cwd}/${name}`), name);
  },
});
