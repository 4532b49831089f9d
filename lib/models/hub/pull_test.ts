import assert from "node:assert/strict";
import { join } from "node:path";
import { MorganError } from "../../errors.ts";
import { localModels } from "../folders.ts";
import { hubAccess, parseModelName, pullModel, type PullOptions, type PullRequest } from "./mod.ts";
import { type FakeFile, type FakeHub, startFakeHub } from "./testing.ts";

const REPO = "acme/tiny-embed";
const WEIGHTS = 1_000_000;
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const FILES: Record<string, FakeFile> = {
  "config.json": json({ hidden_size: 8, max_position_embeddings: 64 }),
  "tokenizer.json": json({ model: { type: "WordPiece" } }),
  "tokenizer_config.json": json({}),
  "1_Pooling/config.json": json({ word_embedding_dimension: 8, pooling_mode_mean_tokens: true }),
  "onnx/model.onnx": { bytes: 2 * WEIGHTS },
  "onnx/model_quantized.onnx": { bytes: WEIGHTS },
  "pytorch_model.bin": { bytes: 3 * WEIGHTS },
  "../../escape.json": json({}),
};
const WEIGHT_FILE = "onnx/model_quantized.onnx";
/** Quick retries, and a silence that is noticed soon. */
const QUICK: PullOptions = { patience: { attempts: 5, firstDelayMs: 1, mostDelayMs: 5 }, stallMs: 200 };

interface Scene {
  hub: FakeHub;
  models: string;
  pull(
    request?: Partial<PullRequest>,
    options?: PullOptions,
    env?: Record<string, string>,
  ): ReturnType<typeof pullModel>;
}

async function scene(body: (scene: Scene) => Promise<void>, files = FILES): Promise<void> {
  using hub = startFakeHub(REPO, files);
  const models = await Deno.makeTempDir();
  try {
    await body({
      hub,
      models,
      pull: (request = {}, options = {}, env = {}) =>
        pullModel(hubAccess({ HF_ENDPOINT: hub.url, ...env }), models, { repo: REPO, ...request }, {
          ...QUICK,
          ...options,
        }),
    });
  } finally {
    await Deno.remove(models, { recursive: true });
  }
}

const fails = (code: string, message: RegExp, hint: RegExp) => (error: unknown) => {
  assert.ok(error instanceof MorganError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, message);
  assert.match(error.hint ?? "", hint);
  return true;
};

const ranges = (hub: FakeHub) =>
  hub.requests.filter(({ path }) => path.startsWith("/blob/")).map(({ range }) => range);
const part = ({ models, hub }: Scene) =>
  join(models, ".pull", `acme--tiny-embed@${hub.commit}`, `${WEIGHT_FILE}.part`);

Deno.test("a pull takes what Morgan runs, in the hub's layout, and a second one takes nothing", async () => {
  await scene(async ({ hub, models, pull }) => {
    const progress: number[] = [];
    const pulled = await pull({}, { onProgress: ({ done }) => progress.push(done) });
    assert.deepEqual([pulled.unchanged, pulled.files, pulled.note.variant], [false, 5, "quantized"]);
    assert.equal((await Deno.stat(join(models, REPO, WEIGHT_FILE))).size, WEIGHTS);
    await assert.rejects(Deno.stat(join(models, REPO, "pytorch_model.bin")), Deno.errors.NotFound);
    await assert.rejects(Deno.stat(join(models, REPO, "onnx/model.onnx")), Deno.errors.NotFound);
    assert.deepEqual(progress, progress.toSorted((a, b) => a - b));
    assert.equal(progress.at(-1), pulled.bytes);
    const [model] = (await localModels(models)).filter(({ name }) => name === REPO);
    assert.equal(model?.source, "pulled");
    assert.equal(model?.pull?.commit, hub.commit);

    const before = hub.requests.length;
    assert.equal((await pull()).unchanged, true);
    assert.equal(hub.requests.length, before + 1);

    const full = await pull({ variant: "fp32" });
    assert.deepEqual([full.unchanged, full.note.variant], [false, "fp32"]);
    await assert.rejects(Deno.stat(join(models, REPO, WEIGHT_FILE)), Deno.errors.NotFound);
  });
});

Deno.test("a line that breaks off is gone on with where it broke, also by a later pull", async () => {
  await scene(async (scene) => {
    const { hub, pull } = scene;
    hub.faults = [{ kind: "break", after: 300_000 }, { kind: "break", after: 200_000 }];
    await pull();
    assert.deepEqual(ranges(hub), [undefined, "bytes=300000-", "bytes=500000-"]);
  });
  await scene(async (scene) => {
    const { hub, pull } = scene;
    const stop = new AbortController();
    hub.faults = [{ kind: "stall", after: 400_000 }];
    const onProgress = ({ done }: { done: number }) => {
      if (done >= 400_000) stop.abort(new MorganError("cancelled", "Stopped."));
    };
    await assert.rejects(pull({}, { signal: stop.signal, onProgress, stallMs: 60_000 }), {
      code: "cancelled",
    });
    const left = (await Deno.stat(part(scene))).size;
    assert.ok(left >= 390_000, String(left));
    await assert.rejects(Deno.stat(join(scene.models, REPO)), Deno.errors.NotFound);
    const pulled = await pull();
    assert.ok(pulled.resumed >= left);
    assert.equal(ranges(hub).at(-1), `bytes=${left}-`);
  });
});

Deno.test("a server without ranges, a silent one and a slow one deliver in the end", async () => {
  await scene(async ({ hub, models, pull }) => {
    hub.faults = [
      { kind: "break", after: 500_000 },
      { kind: "no_range" },
      { kind: "stall", after: 0 },
      { kind: "slow", pauseMs: 1, pieceBytes: 50_000 },
    ];
    await pull();
    assert.equal((await Deno.stat(join(models, REPO, WEIGHT_FILE))).size, WEIGHTS);
  });
  await scene(async ({ hub, pull }) => {
    hub.faults = [
      { kind: "stall", after: 600_000 },
      { kind: "status", status: 503 },
      { kind: "status", status: 429 },
      { kind: "slow", pauseMs: 1, pieceBytes: 50_000 },
    ];
    await pull();
    assert.equal(ranges(hub).at(-1), "bytes=600000-");
  });
});

Deno.test("a wrong announcement of the length does no harm where the bytes are right", async () => {
  await scene(async ({ hub, models, pull }) => {
    hub.faults = [{ kind: "length", announce: 400_000, send: 400_000 }, {
      kind: "length",
      announce: 900_000,
      send: 600_000,
    }];
    await pull();
    assert.deepEqual(ranges(hub), [undefined, "bytes=400000-"]);
    assert.equal((await Deno.stat(join(models, REPO, WEIGHT_FILE))).size, WEIGHTS);
  });
});

Deno.test("a file that is longer or shorter than the hub lists is refused, and nothing of it is used", async () => {
  await scene(async (scene) => {
    const { hub, models, pull } = scene;
    hub.faults = [{ kind: "length", announce: 1_050_000, send: 1_050_000 }, {
      kind: "length",
      announce: 1_050_000,
      send: 1_050_000,
    }];
    await assert.rejects(pull(), fails("unavailable", /longer than the 1000000 bytes/, /HF_ENDPOINT/));
    await assert.rejects(Deno.stat(join(models, REPO)), Deno.errors.NotFound);
    await assert.rejects(Deno.stat(part(scene)), Deno.errors.NotFound);
  });
  await scene(async ({ hub, models, pull }) => {
    hub.faults = [{ kind: "length", announce: 400_000, send: 400_000 }, {
      kind: "length",
      announce: 0,
      send: 0,
    }];
    await assert.rejects(
      pull(),
      fails("unavailable", /ends at byte 400000; the hub lists 1000000/, /incomplete/),
    );
    await assert.rejects(Deno.stat(join(models, REPO)), Deno.errors.NotFound);
  });
});

Deno.test("wrong bytes are fetched once more, and refused when they are wrong again", async () => {
  await scene(async ({ hub, pull }) => {
    hub.faults = [{ kind: "wrong" }];
    await pull();
    assert.deepEqual(ranges(hub), [undefined, undefined]);
  });
  await scene(async ({ hub, models, pull }) => {
    hub.faults = [{ kind: "wrong" }, { kind: "wrong" }];
    await assert.rejects(pull(), fails("unavailable", /does not have the SHA-256/, /nothing of it was kept/));
    await assert.rejects(Deno.stat(join(models, REPO)), Deno.errors.NotFound);
  });
  // A part that was damaged on the disk.
  await scene(async (scene) => {
    const { hub, pull } = scene;
    hub.faults = [{ kind: "break", after: 300_000 }, ...Array(5).fill({ kind: "status", status: 500 })];
    await assert.rejects(pull(), fails("unavailable", /answered 500/, /./));
    await Deno.writeFile(part(scene), new Uint8Array(300_000));
    hub.faults = [];
    await pull();
    assert.deepEqual(ranges(hub).slice(-2), ["bytes=300000-", undefined]);
  });
});

Deno.test("the token goes to the hub and not to where it redirects", async () => {
  await scene(async ({ hub, pull }) => {
    hub.token = "hf_x";
    await assert.rejects(
      pull(),
      fails("not_found", /no model acme\/tiny-embed that you may read/, /HF_TOKEN/),
    );
    await assert.rejects(
      pull({}, {}, { HF_TOKEN: "hf_wrong" }),
      fails("not_found", /may read/, /HF_TOKEN is valid/),
    );
    // The double checks each request at its own port alone.
    await pull({}, {}, { HF_TOKEN: "hf_x" });
    const sent = hub.requests.map((
      { path, authorization },
    ) => [path.startsWith("/blob/"), authorization !== undefined]);
    assert.ok(sent.some(([elsewhere, token]) => !elsewhere && token));
    assert.ok(!sent.some(([elsewhere, token]) => elsewhere && token));
  });
});

Deno.test("what cannot be pulled says why and what to do", async () => {
  await scene(async ({ hub, pull }) => {
    await assert.rejects(
      pull({ repo: "acme/none" }),
      fails("not_found", /no model acme\/none/, /Check the name/),
    );
    await assert.rejects(pull({ revision: "v9" }), fails("not_found", /no revision v9/, /branches and tags/));
    await assert.rejects(
      pull({ variant: "onnx/model_O4.onnx" }),
      fails("not_found", /no onnx\/model_O4\.onnx weights; it has onnx\/model/, /--variant onnx\/model/),
    );
    hub.faults = [{ kind: "status", status: 403, code: "GatedRepo" }];
    await assert.rejects(
      pull(),
      fails("unauthorized", /is gated/, /Agree on .*acme\/tiny-embed, then set HF_TOKEN/),
    );
  });
  const { "onnx/model.onnx": _full, [WEIGHT_FILE]: _quantized, ...torch } = FILES;
  await scene(async ({ pull }) => {
    await assert.rejects(pull(), fails("not_found", /no ONNX weights/, /Xenova\/tiny-embed/));
  }, torch);
  await scene(async ({ pull }) => {
    await assert.rejects(pull(), fails("not_found", /no ONNX weights/, /hf\.co\/acme\/tiny-embed --ollama/));
  }, { ...torch, "model.Q4.gguf": { bytes: 10 } });
  const { "tokenizer.json": _tokenizer, ...bare } = FILES;
  await scene(async ({ pull }) => {
    await assert.rejects(pull(), fails("not_found", /has no tokenizer\.json/, /./));
  }, bare);
  const gone = pullModel(hubAccess({ HF_ENDPOINT: "http://127.0.0.1:9" }), "/tmp", { repo: REPO }, QUICK);
  await assert.rejects(gone, fails("unavailable", /127\.0\.0\.1:9 cannot be reached/, /HTTPS_PROXY/));
});

Deno.test("parseModelName() takes ORG/NAME with a revision, and no path", () => {
  assert.deepEqual(parseModelName("a/b"), { repo: "a/b" });
  assert.deepEqual(parseModelName("a-1/b.c_d@v1.0"), { repo: "a-1/b.c_d", revision: "v1.0" });
  for (const text of ["a", "../b", "a/..", "a/b/c", "a/b@", "", "a b/c"]) {
    assert.throws(() => parseModelName(text), { code: "invalid_input" });
  }
  assert.throws(() => hubAccess({ HF_ENDPOINT: "nowhere" }), { code: "invalid_config" });
});
