import assert from "node:assert/strict";
import { type FakeFile, type FakeHub, startFakeHub } from "../../lib/models/hub/testing.ts";
import { eventually } from "../../lib/testing.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { startFakeOllama } from "../support/fake_ollama.ts";
import { canMount, filler, smallDisk } from "../support/sandbox.ts";

const REPO = "acme/bge-copy";
const BUILT_IN = new URL("../../assets/models/BAAI/bge-small-en-v1.5/", import.meta.url);

/** The built-in model's own files under another name. */
async function modelFiles(): Promise<Record<string, FakeFile>> {
  const files: Record<string, FakeFile> = {};
  for (const folder of ["", "onnx/", "1_Pooling/"]) {
    for await (const { name, isFile } of Deno.readDir(new URL(folder, BUILT_IN))) {
      if (isFile) files[folder + name] = await Deno.readFile(new URL(folder + name, BUILT_IN));
    }
  }
  return files;
}

interface Listed {
  embedding: { models: { name: string; source: string; in_use: boolean; variant?: string }[] };
  llm: { models: { name: string; in_use: boolean; bytes: number }[]; reason?: string };
}

const list = async (home: CommandHome, env: Record<string, string> = {}) =>
  await home.json(["models", "list"], { env }) as unknown as Listed;
const at = (hub: FakeHub, env: Record<string, string> = {}) => ({ env: { HF_ENDPOINT: hub.url, ...env } });

Deno.test("a model is pulled, used with its own index, listed, refused to be removed while in use, and removed", async () => {
  using hub = startFakeHub(REPO, await modelFiles());
  await using home = await commandHome({});
  await home.write({ "owl.txt": "The barn owl hunts voles on the meadow." });
  await home.morgan(["ingest", "."]);

  hub.faults = [{ kind: "break", after: 10_000_000 }, { kind: "wrong" }, {
    kind: "slow",
    pauseMs: 1,
    pieceBytes: 1 << 20,
  }];
  const pulled = await home.morgan(["models", "pull", REPO], at(hub));
  assert.equal(pulled.code, 0, pulled.stderr);
  assert.match(pulled.stdout, /^Pulled acme\/bge-copy \(quantized, 34\.\d MB, commit aaaaaaaa\) to .*\n$/);
  assert.match(pulled.stderr, /models use acme\/bge-copy/);
  assert.equal((await home.json(["models", "pull", `${REPO}@main`], at(hub))).unchanged, true);

  const used = await home.json(["models", "use", REPO]) as unknown as {
    index: { model: string; vectors: number };
  };
  assert.match(used.index.model, /^acme\/bge-copy\/model_quantized@/);
  assert.equal(used.index.vectors, 1);
  const { embedding } = await list(home);
  assert.deepEqual(embedding.models.map(({ name, source, in_use }) => [name, source, in_use]), [
    ["BAAI/bge-small-en-v1.5", "built-in", false],
    [REPO, "pulled", true],
  ]);

  const refused = await home.morgan(["models", "rm", REPO, "-y"]);
  assert.equal(refused.code, 1);
  assert.deepEqual(twoLines(refused.stderr)[0], `${REPO} is in use.`);
  // Set, but not yet indexed: questions still need the former model.
  await home.morgan(["models", "use", "BAAI/bge-small-en-v1.5", "--no-reindex"]);
  assert.match((await home.morgan(["models", "rm", REPO, "-y"])).stderr, /is the index's model/);
  await home.json(["reindex"]);
  const silent = await home.morgan(["models", "rm", REPO]);
  assert.equal(silent.code, 64);
  assert.match(twoLines(silent.stderr)[1], /Add -y/);
  assert.equal((await home.morgan(["models", "rm", REPO, "-y"])).code, 0);
  assert.equal((await list(home)).embedding.models.length, 1);
});

Deno.test("a pull that is interrupted is gone on with, and two at once make one model", async () => {
  using hub = startFakeHub(REPO, await modelFiles());
  await using home = await commandHome();
  hub.faults = [{ kind: "stall", after: 20_000_000 }];
  const child = home.spawn(["models", "pull", REPO], at(hub));
  const part = `${home.root}/models/.pull/acme--bge-copy@${hub.commit}/onnx/model_quantized.onnx.part`;
  const size = async () => (await Deno.stat(part).catch(() => null))?.size ?? 0;
  await eventually("20 MB are pulled", async () => await size() === 20_000_000);
  child.kill("SIGKILL");
  await child.output();
  assert.deepEqual((await list(home)).embedding.models.map(({ name }) => name), ["BAAI/bge-small-en-v1.5"]);
  const both = await Promise.all([1, 2].map(() => home.json(["models", "pull", REPO], at(hub))));
  assert.deepEqual(both.map(({ unchanged }) => unchanged).sort(), [false, true]);
  assert.ok(both.some(({ resumed }) => Number(resumed) >= 20_000_000));
  const blobs = hub.requests.filter(({ path }) => path.startsWith("/blob/onnx"));
  assert.deepEqual(blobs.map(({ range }) => range), [undefined, "bytes=20000000-"]);
});

Deno.test("a pull goes through the proxy that the environment names, and Morgan's own parts do not", async () => {
  using hub = startFakeHub(REPO, await modelFiles());
  await using home = await commandHome();
  const env = { HF_ENDPOINT: "http://hub.example.invalid", HTTP_PROXY: hub.url, http_proxy: hub.url };
  const pulled = await home.morgan(["models", "pull", REPO], { env });
  assert.equal(pulled.code, 0, pulled.stderr);
  assert.equal((await home.morgan(["status"], { env })).code, 0);
  const around = await home.morgan(["models", "pull", REPO], {
    env: { ...env, NO_PROXY: "hub.example.invalid" },
  });
  assert.equal(around.code, 2);
  assert.match(around.stderr, /hub\.example\.invalid cannot be reached/);
});

Deno.test("Ollama's models are listed, pulled, chosen and removed by its own API", async () => {
  await using ollama = startFakeOllama();
  await using home = await commandHome({
    MORGAN_EMBEDDING_PROVIDER: "none",
    MORGAN_LLM_BASE_URL: ollama.url,
  });
  assert.deepEqual((await list(home)).llm.models.map(({ name, in_use }) => [name, in_use]), [[
    "llama3.2:latest",
    true,
  ]]);
  const pulled = await home.morgan(["models", "pull", "qwen3:0.6b"]);
  assert.equal(pulled.code, 0, pulled.stderr);
  assert.match(pulled.stdout, /^Pulled qwen3:0\.6b \(100 B\) to Ollama at http/);
  assert.match(pulled.stderr, /pulling manifest/);
  assert.equal((await home.json(["models", "pull", "acme/own", "--ollama"])).pulled, true);
  assert.match((await home.morgan(["models", "use", "qwen3:0.6b"])).stdout, /^llm\.model = qwen3:0\.6b/);
  assert.equal((await list(home)).llm.models.find(({ in_use }) => in_use)?.name, "qwen3:0.6b");
  assert.equal((await home.morgan(["models", "rm", "qwen3:0.6b", "-y"])).code, 1);
  assert.equal((await home.morgan(["models", "rm", "llama3.2", "-y"])).code, 0);
  assert.deepEqual([...ollama.models.keys()], ["qwen3:0.6b", "acme/own:latest"]);

  ollama.ending = "error";
  const unknown = await home.morgan(["models", "pull", "lama3"]);
  assert.equal(unknown.code, 1);
  assert.match(twoLines(unknown.stderr.split("\n").slice(-3).join("\n"))[0], /finds no model lama3/);
  ollama.ending = "break";
  const broken = await home.morgan(["models", "pull", "lama3", "-q"]);
  assert.equal(broken.code, 2);
  assert.match(twoLines(broken.stderr)[0], /broke off while it pulled lama3/);
  const gone = await home.morgan(["models", "list"], { env: { MORGAN_LLM_BASE_URL: "http://127.0.0.1:9" } });
  assert.equal(gone.code, 0);
  assert.match(gone.stderr, /cannot be reached/);
});

Deno.test("what cannot be done with a model is two lines", async () => {
  using hub = startFakeHub(REPO, {
    "config.json": new Uint8Array(2),
    "model.safetensors": new Uint8Array(9),
  });
  await using home = await commandHome();
  const cases: [string[], number, RegExp, RegExp][] = [
    [["pull", REPO], 1, /no ONNX weights/, /Xenova\/bge-copy/],
    [["pull", "acme/none"], 1, /no model acme\/none/, /HF_TOKEN/],
    [["pull", `${REPO}@v2`], 1, /no revision v2/, /branches and tags/],
    [["pull", "../x"], 1, /no model's name/, /ORG\/NAME|sentence-transformers/],
    [["use", "BAAI/bge-smal-en-v1.5"], 1, /There is no model/, /Did you mean BAAI\/bge-small-en-v1\.5\?/],
    [["rm", "BAAI/bge-small-en-v1.5"], 1, /part of Morgan/, /models use/],
    [["rm", "nothing"], 1, /There is no model nothing/, /models list/],
    [
      ["pull", "x", "--ollama", "--variant", "fp32"],
      64,
      /--variant is for models of the hub/,
      /behind the name/,
    ],
  ];
  for (const [args, exit, what, next] of cases) {
    const { code, stdout, stderr } = await home.morgan(["models", ...args], at(hub));
    assert.equal(code, exit, args.join(" "));
    assert.equal(stdout, "");
    assert.match(twoLines(stderr)[0], what);
    assert.match(twoLines(stderr)[1], next);
  }
});

const mountable = await canMount();
Deno.test({
  name: `a full disk is said before a pull and in the middle of it${
    mountable ? "" : " (left out: no mounts here)"
  }`,
  ignore: !mountable,
  fn: async () => {
    await using disk = await smallDisk(60);
    await using home = await commandHome(undefined, disk.path);
    {
      using hub = startFakeHub(REPO, await modelFiles());
      await using _full = await filler(`${disk.path}/filler`, 30);
      const early = await home.morgan(["models", "pull", REPO], at(hub));
      assert.equal(early.code, 1);
      assert.match(twoLines(early.stderr)[0], /needs 35 MB; .* has (29|30|31|32) MB free/);
    }
    using hub = startFakeHub(REPO, await modelFiles());
    hub.faults = [{ kind: "slow", pauseMs: 20, pieceBytes: 500_000 }];
    const child = home.spawn(["models", "pull", REPO], at(hub));
    const part = `${home.root}/models/.pull/acme--bge-copy@${hub.commit}/onnx/model_quantized.onnx.part`;
    const size = async () => (await Deno.stat(part).catch(() => null))?.size ?? 0;
    await eventually("2 MB are pulled", async () => await size() >= 2_000_000);
    {
      await using _full = await filler(`${disk.path}/filler`, 0);
      const { code, stderr } = await child.output();
      assert.equal(code, 1);
      assert.match(
        new TextDecoder().decode(stderr),
        /The disk is full: .*onnx[\s\S]*what was downloaded is kept/,
      );
    }
    const again = await home.json(["models", "pull", REPO], at(hub));
    assert.ok(Number(again.resumed) >= 2_000_000);
  },
});
