import assert from "node:assert/strict";
import { stopServer } from "../../cli/commands/stop.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { commandHome, twoLines } from "../support/command.ts";

Deno.test("a command starts the server, the next ones use it, stop ends it", async () => {
  await using home = await commandHome();
  assert.equal((await home.morgan(["stop"])).stderr, "Morgan is not running.\n");
  await home.json(["status"]);
  const first = await home.server();
  const status = await home.json(["status"]);
  assert.equal(status.url, first.url);
  assert.deepEqual(await home.server(), first);
  const { mode } = await Deno.stat(`${home.root}/token`);
  assert.equal((mode ?? 0) & 0o777, 0o600);
  assert.equal(((await Deno.stat(home.root)).mode ?? 0) & 0o777, 0o700);
  assert.deepEqual(await home.json(["stop"]), { stopped: true, pid: first.pid });
  assert.deepEqual(await home.json(["stop"]), { stopped: false });
  await assert.rejects(Deno.stat(`${home.root}/server.json`), Deno.errors.NotFound);
});

Deno.test("commands that start at once share one server", async () => {
  await using home = await commandHome();
  const all = await Promise.all(Array.from({ length: 4 }, () => home.json(["status"])));
  assert.equal(new Set(all.map(({ url }) => url)).size, 1);
  assert.equal((await home.server()).url, all[0]?.url);
});

Deno.test("serve says where it listens, refuses a second one, and ends at a signal", async () => {
  await using home = await commandHome();
  const serving = home.spawn(["serve", "--port", "0"]);
  const output = serving.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await output.read();
  const { url, pid } = await home.server();
  assert.ok(value.includes(`listens on ${url}`), value);
  assert.equal((await home.json(["status"])).url, url);

  const second = await home.morgan(["serve"]);
  assert.equal(second.code, 1);
  const [what, next] = twoLines(second.stderr);
  assert.ok(what.includes(url) && what.includes(String(pid)), what);
  assert.match(next, /morgan stop/);

  serving.kill("SIGTERM");
  const { code } = await serving.status;
  assert.equal(code, 0);
  await output.cancel();
  assert.equal(await new Response(serving.stderr).text(), "");
  await assert.rejects(Deno.stat(`${home.root}/server.json`), Deno.errors.NotFound);
});

Deno.test({
  name: "under umask 000 nothing of the home is open to others, while it runs and after",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using home = await commandHome();
    const before = Deno.umask(0);
    try {
      await home.write({ "a.md": "The heron nests." });
      assert.equal((await home.morgan(["ingest", "a.md"])).code, 0);
      await home.morgan(["chat", "I live in Bergen."]);
      const { pid } = await home.server();
      assert.deepEqual(await openToOthers(home.root), []);
      assert.equal((await home.json(["stop"])).pid, pid);
      assert.deepEqual(await openToOthers(home.root), []);
      assert.equal((await home.morgan(["search", "heron"])).code, 0);
      assert.deepEqual(await openToOthers(home.root), []);
    } finally {
      Deno.umask(before);
    }
  },
});

/** What at a path and below others than its owner may read, write or enter, each with its rights. */
async function openToOthers(path: string): Promise<string[]> {
  const info = await Deno.lstat(path).catch(() => null);
  if (info === null || info.isSymlink) return [];
  const rights = (info.mode ?? 0) & 0o777;
  const found = (rights & 0o077) === 0 ? [] : [`${rights.toString(8)} ${path}`];
  if (!info.isDirectory) return found;
  const names = await Array.fromAsync(Deno.readDir(path), ({ name }) => `${path}/${name}`);
  return [...found, ...(await Promise.all(names.map(openToOthers))).flat()];
}

Deno.test("a busy port, a wrong one and an address of another machine are named", async () => {
  await using home = await commandHome();
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  const busy = await home.morgan(["serve", "--port", String(port)]);
  assert.equal(busy.code, 1);
  assert.match(twoLines(busy.stderr)[0], new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is in use`));
  assert.match(twoLines(busy.stderr)[1], /--port/);
  const wrong = await home.morgan(["serve", "--port", "99999"]);
  assert.equal(wrong.code, 1);
  assert.match(twoLines(wrong.stderr)[0], /server\.port in the command line is wrong/);
  const elsewhere = await home.morgan(["serve", "--host", "192.0.2.1", "--port", "0"]);
  assert.equal(elsewhere.code, 1);
  assert.match(twoLines(elsewhere.stderr)[0], /Cannot listen on 192\.0\.2\.1/);
});

Deno.test("a folder that cannot be written is named, with what to set", async () => {
  await using home = await commandHome();
  await home.write({ "regular": "a file" });
  for (const args of [["status"], ["serve", "--port", "0"]]) {
    const { code, stdout, stderr } = await home.morgan(args, {
      env: { MORGAN_HOME: `${home.files}/regular/below` },
    });
    assert.equal(code, 1);
    assert.equal(stdout, "");
    const [what, next] = twoLines(stderr);
    assert.match(what, /Cannot write to Morgan's folder .*regular\/below/);
    assert.match(next, /MORGAN_HOME/);
  }
});

Deno.test("what a dead server left behind is no obstacle", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  const dead = await home.server();
  Deno.kill(dead.pid, "SIGKILL");
  const status = await home.json(["status"]);
  assert.notEqual((await home.server()).pid, dead.pid);
  assert.equal(status.url, (await home.server()).url);
  await home.morgan(["stop"]);
  await Deno.writeTextFile(`${home.root}/server.json`, "{ not json");
  assert.equal((await home.morgan(["status"])).code, 0);
});

Deno.test("a stopped server's pid that another process has now is left alone by stop", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  const written = await Deno.readTextFile(`${home.root}/server.json`);
  await home.morgan(["stop"]);
  const stranger = new Deno.Command("sleep", { args: ["600"] }).spawn();
  const stale = { ...JSON.parse(written), pid: stranger.pid };
  await Deno.writeTextFile(`${home.root}/server.json`, JSON.stringify(stale));
  assert.equal((await home.morgan(["stop"])).code, 0);
  // Still there: the signal can be sent.
  stranger.kill("SIGKILL");
  assert.equal((await stranger.status).signal, "SIGKILL");
});

Deno.test("a token that is not the server's is refused, with where the right one lies", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  const token = await Deno.readTextFile(`${home.root}/token`);
  const { url } = await home.server();
  const remote = await home.morgan(["status"], { env: { MORGAN_URL: url, MORGAN_TOKEN: "wrong" } });
  assert.equal(remote.code, 1);
  assert.match(twoLines(remote.stderr)[0], /token is missing or wrong/);
  await Deno.writeTextFile(`${home.root}/token`, token.replace(/^./, (c) => c === "A" ? "B" : "A"));
  const { code, stderr } = await home.morgan(["status"]);
  assert.equal(code, 1);
  assert.match(twoLines(stderr)[1], /token/);
  await Deno.writeTextFile(`${home.root}/token`, token);
  assert.equal((await home.morgan(["status"])).code, 0);
});

Deno.test("a server elsewhere that is not there ends with 2", async () => {
  await using home = await commandHome();
  const { code, stderr } = await home.morgan(["status"], { env: { MORGAN_URL: "http://127.0.0.1:9" } });
  assert.equal(code, 2);
  assert.match(twoLines(stderr)[0], /Cannot reach Morgan at http:\/\/127\.0\.0\.1:9\./);
});

Deno.test("a server that a command started leaves when it has been idle", async () => {
  await using home = await commandHome();
  await home.json(["status"], { env: { MORGAN_SERVER_IDLE_MINUTES: "0.1" } });
  const gone = () => Deno.stat(`${home.root}/server.json`).then(() => false, () => true);
  await eventually("the idle server has left", gone);
  assert.deepEqual(await home.json(["stop"]), { stopped: false });
});

Deno.test("Ctrl-C ends a command with 130 and leaves the server", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await using silent = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async () => {
    asked.resolve();
    await released.promise;
    return new Response();
  });
  const asking = home.spawn(["status"], { env: { MORGAN_URL: `http://127.0.0.1:${silent.addr.port}` } });
  await asked.promise;
  asking.kill("SIGINT");
  const { code, stderr } = await asking.output();
  assert.equal(code, 130);
  assert.match(new TextDecoder().decode(stderr), /^morgan: Stopped\.\n/);
  released.resolve();
  assert.equal((await home.morgan(["status"])).code, 0);
});

Deno.test({
  name:
    "stop ends a server that hangs: by SIGTERM first, then by SIGKILL, and the next command starts another",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using home = await commandHome();
    await home.json(["status"]);
    const { pid } = await home.server();
    Deno.kill(pid, "SIGSTOP");
    assert.deepEqual(await stopServer(homePaths({ MORGAN_HOME: home.root }), 200), { pid, killed: true });
    assert.equal((await home.json(["stop"])).stopped, false);
    assert.equal((await home.morgan(["status"])).code, 0);
    assert.notEqual((await home.server()).pid, pid);
  },
});
