/**
 * Memory of `models pull`: `deno task bench:pull [--megabytes 300]`. A server (a test double of the hub) breaks off, lies about
 * the length, sends wrong bytes, is slow and refuses ranges; a process of its own pulls a small model and a large one from it.
 */
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { type FakeFile, type Fault, startFakeHub } from "../../lib/models/hub/testing.ts";

const REPO = "acme/bench-embed";
const MB = 1_000_000;

/** What a pull of its own process cost. */
interface Cost {
  seconds: number;
  peakRss: number;
  resumed: number;
  requests: number;
}

/** Faults that a pull of so many bytes meets, one a request; after the last one the rest comes slowly. */
function faults(bytes: number): Fault[] {
  const share = (part: number) => Math.floor(bytes * part);
  return [
    { kind: "break", after: share(0.2) },
    // Announces a tenth where there is more, and ends there.
    { kind: "length", announce: share(0.1), send: share(0.1) },
    { kind: "status", status: 503 },
    { kind: "stall", after: share(0.1) },
    // The rest comes wrong: the whole is dropped and begun anew.
    { kind: "wrong" },
    { kind: "break", after: share(0.5) },
    { kind: "no_range", after: share(0.6) },
    { kind: "slow", pauseMs: 1, pieceBytes: 256 * 1024 },
  ];
}

/** Pulls in a process of its own and reports its peak resident memory as the system counted it. */
async function pull(bytes: number, withFaults: boolean): Promise<Cost> {
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files: Record<string, FakeFile> = {
    "config.json": text({ hidden_size: 8, max_position_embeddings: 64 }),
    "tokenizer.json": text({ model: { type: "WordPiece" } }),
    "onnx/model_quantized.onnx": { bytes },
  };
  using hub = startFakeHub(REPO, files);
  if (withFaults) hub.faults = faults(bytes);
  const models = await Deno.makeTempDir({ prefix: "morgan-pull-" });
  try {
    const started = performance.now();
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-prompt",
        fileURLToPath(import.meta.url),
        "--child",
        hub.url,
        "--models",
        models,
      ],
      stdout: "piped",
      stderr: "piped",
    }).output();
    const seconds = (performance.now() - started) / 1000;
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const answer: { peakRss: number; resumed: number } = JSON.parse(new TextDecoder().decode(stdout));
    return {
      seconds,
      ...answer,
      requests: hub.requests.filter(({ path }) => path.endsWith(".onnx?signature=x")).length,
    };
  } finally {
    await Deno.remove(models, { recursive: true });
  }
}

/** Peak resident memory of this process in bytes: what Linux counted, else the largest of what was sampled. */
async function peak(sampled: number): Promise<number> {
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? sampled : Number(kilobytes) * 1024;
}

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: {
    megabytes: { type: "string", default: "300" },
    child: { type: "string" },
    models: { type: "string" },
  },
});

if (values.child && values.models) {
  const { hubAccess, pullModel } = await import("../../lib/models/hub/mod.ts");
  let sampled = 0;
  const pulled = await pullModel(hubAccess({ HF_ENDPOINT: values.child }), values.models, { repo: REPO }, {
    stallMs: 2_000,
    onProgress: () => sampled = Math.max(sampled, Deno.memoryUsage().rss),
  });
  console.log(JSON.stringify({ peakRss: await peak(sampled), resumed: pulled.resumed }));
} else {
  const megabytes = Number(values.megabytes);
  const rows: [string, Cost][] = [
    ["1 MB, no faults", await pull(MB, false)],
    [`${megabytes} MB, no faults`, await pull(megabytes * MB, false)],
    [`${megabytes} MB, all faults`, await pull(megabytes * MB, true)],
  ];
  console.log("pull".padEnd(22), "peak RSS MB".padStart(12), "seconds".padStart(9), "requests".padStart(9));
  for (const [name, { peakRss, seconds, requests }] of rows) {
    const cells = [
      (peakRss / MB).toFixed(0).padStart(12),
      seconds.toFixed(1).padStart(9),
      String(requests).padStart(9),
    ];
    console.log(name.padEnd(22), ...cells);
  }
}
