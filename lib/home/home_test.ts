import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import {
  ensureToken,
  type Home,
  homePaths,
  lockData,
  openHome,
  readServerFile,
  readToken,
  removeLeftovers,
  removeServerFile,
  tryLockData,
  writeServerFile,
} from "./mod.ts";

async function withHome(body: (home: Home) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(await openHome({ MORGAN_HOME: `${folder}/morgan` }));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const modeOf = async (path: string) => ((await Deno.stat(path)).mode ?? 0) & 0o777;
const posix = Deno.build.os !== "windows";

Deno.test("MORGAN_HOME names the folder, else it is ~/.morgan", () => {
  assert.equal(homePaths({ MORGAN_HOME: "/x/y" }).data.replaceAll("\\", "/").endsWith("/x/y/data"), true);
  assert.equal(
    homePaths({ MORGAN_HOME: "", HOME: "/home/ann" }).root.replaceAll("\\", "/").endsWith(
      "/home/ann/.morgan",
    ),
    true,
  );
  assert.ok(homePaths().root.endsWith(".morgan"));
});

Deno.test("openHome() makes the folders for the user alone, also where they were open", () =>
  withHome(async (home) => {
    for (const folder of [home.objects, home.index, home.logs, home.models]) {
      assert.ok((await Deno.stat(folder)).isDirectory);
    }
    if (!posix) return;
    await Deno.chmod(home.root, 0o755);
    await openHome({ MORGAN_HOME: home.root });
    assert.equal(await modeOf(home.root), 0o700);
  }));

Deno.test("a folder that can't be made is an error with its path and a hint", () =>
  withHome(async (home) => {
    await Deno.writeTextFile(`${home.root}/file`, "");
    const path = `${home.root}/file/morgan`;
    await assert.rejects(openHome({ MORGAN_HOME: path }), {
      code: "storage",
      details: { path },
      hint: /MORGAN_HOME/,
    });
  }));

Deno.test("the token is made once, kept, and its file's mode corrected; a broken one is made anew", () =>
  withHome(async (home) => {
    assert.equal(await readToken(home), null);
    const token = await ensureToken(home);
    assert.equal(Uint8Array.fromBase64(token, { alphabet: "base64url" }).length, 32);
    if (posix) await Deno.chmod(home.token, 0o644);
    assert.equal(await ensureToken(home), token);
    if (posix) assert.equal(await modeOf(home.token), 0o600);
    await Deno.writeTextFile(home.token, "short");
    assert.notEqual(await ensureToken(home), token);
  }));

Deno.test("a file that cannot be read is an error that names it, and nothing is put in its place", () =>
  withHome(async (home) => {
    await Deno.mkdir(home.token);
    await assert.rejects(ensureToken(home), (error: { code?: string; message: string }) => {
      assert.equal(error.code, "storage");
      assert.ok(error.message.includes(home.token), error.message);
      return true;
    });
    assert.ok((await Deno.stat(home.token)).isDirectory);
  }));

Deno.test("what killed processes left half written is removed, what is being written stays", () =>
  withHome(async (home) => {
    const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
    await child.status;
    const id = crypto.randomUUID();
    const [dead, living] = [`${home.config}.${child.pid}.${id}.tmp`, `${home.config}.${Deno.ppid}.${id}.tmp`];
    for (const path of [dead, living, `${home.root}/mine.tmp`]) await Deno.writeTextFile(path, "half");
    await removeLeftovers(home);
    const names = (await Array.fromAsync(Deno.readDir(home.root))).map(({ name }) => `${home.root}/${name}`);
    assert.deepEqual([dead, living, `${home.root}/mine.tmp`].map((path) => names.includes(path)), [
      false,
      true,
      true,
    ]);
  }));

Deno.test("server.json is written, read and removed by its own process only", () =>
  withHome(async (home) => {
    const server = {
      url: "http://127.0.0.1:4000",
      pid: 4321,
      version: "0.1.0",
      instance: "one",
      started_at: new Date(0).toISOString(),
    };
    assert.equal(await readServerFile(home), null);
    await writeServerFile(home, server);
    assert.deepEqual(await readServerFile(home), server);
    await removeServerFile(home);
    assert.deepEqual(await readServerFile(home), server);
    await removeServerFile(home, 4321);
    assert.equal(await readServerFile(home), null);
    await Deno.writeTextFile(home.serverFile, "{half");
    assert.equal(await readServerFile(home), null);
    assert.deepEqual([...Deno.readDirSync(home.root)].filter(({ name }) => name.endsWith(".tmp")), []);
  }));

Deno.test("the data folder has one holder; a second one is told what to do", () =>
  withHome(async (home) => {
    {
      await using _ = await lockData(home);
      assert.equal(await tryLockData(home), null);
      await assert.rejects(lockData(home), { code: "conflict", hint: /morgan status/ });
    }
    await using again = await tryLockData(home);
    assert.notEqual(again, null);
  }));

Deno.test("kill -9 releases the lock", () =>
  withHome(async (home) => {
    const module = fileURLToPath(new URL("./mod.ts", import.meta.url));
    const code = `import { homePaths, lockData } from ${JSON.stringify(`file://${module}`)};
      await lockData(homePaths({ MORGAN_HOME: ${
      JSON.stringify(home.root)
    } })); console.log("locked"); setInterval(() => {}, 1000);`;
    const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
    const args = [
      "run",
      "-A",
      "--no-check",
      "--config",
      config,
      `data:application/typescript,${encodeURIComponent(code)}`,
    ];
    const holder = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
    const output = holder.stdout.getReader();
    await output.read();
    assert.equal(await tryLockData(home), null);
    holder.kill("SIGKILL");
    await holder.status;
    await output.cancel();
    await using lock = await tryLockData(home);
    assert.notEqual(lock, null);
  }));
