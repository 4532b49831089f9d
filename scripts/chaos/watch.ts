/**
 * `deno task chaos:watch -- [--files 500] [--steps 600] [--seed 1]`: edits, replaces, renames and deletes at random below a folder
 * that `morgan ingest --watch` follows, kills its server on the way, then compares what Morgan holds with a fresh ingest of the folder.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { excludedNames } from "../../cli/passed_over.ts";
import { findFiles } from "../../cli/walk.ts";
import { type Ask, askServer } from "./checks.ts";
import { makeChurn } from "./churn.ts";
import { seeded } from "./random.ts";

/** What a run showed. */
export interface WatchReport {
  steps: Record<string, number>;
  /** Files at the end. */
  files: number;
  /** Documents in which Morgan differs from a fresh ingest: missing, too much, other bytes or other chunks. */
  different: string[];
  searches: number;
  /** Searches whose results differ. */
  differentSearches: string[];
  /** Seconds from the last change until Morgan held it. */
  settledSeconds: number;
}

/** How a run goes. */
export interface WatchChaosOptions {
  files: number;
  steps: number;
  seed: number;
  env?: Record<string, string>;
  /** Kills of the server while it goes on. @default 1 */
  kills?: number;
  onStep?: (step: number, name: string) => void;
}

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const SETTLE_MS = 300_000;

/** Runs the whole over temporary homes, which are removed. */
export async function watchChaos(options: WatchChaosOptions): Promise<WatchReport> {
  const { files, steps, seed, env = {}, kills = 1, onStep } = options;
  const random = seeded(seed);
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-watch-" });
  const homes = { watched: `${folder}/watched`, fresh: `${folder}/fresh` };
  const root = `${folder}/files`;
  const command = (home: string, ...args: string[]) =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-prompt", MAIN, ...args],
      env: { ...env, MORGAN_HOME: home },
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    });
  await using stack = new AsyncDisposableStack();
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  stack.defer(async () => {
    for (const home of Object.values(homes)) await command(home, "stop").output();
  });
  const churn = await makeChurn(root, files, random);
  const watching = command(homes.watched, "ingest", "--watch", "--json", root).spawn();
  const reader = watching.stdout.pipeThrough(new TextDecoderStream()).getReader();
  // It is changed from the start, also while the first look goes on.
  const draining = (async () => {
    while (!(await reader.read()).done);
  })();
  stack.defer(async () => {
    watching.kill("SIGTERM");
    await Promise.all([watching.status, draining]);
  });
  const killAt = new Set(Array.from({ length: kills }, () => random.below(steps)));
  for (let step = 0; step < steps; step++) {
    onStep?.(step, await churn.step());
    if (random.next() < 0.2) await new Promise((resolve) => setTimeout(resolve, random.below(200)));
    if (killAt.has(step)) await killServer(homes.watched);
  }
  const changed = performance.now();
  await settled(homes.watched, root);
  const settledSeconds = (performance.now() - changed) / 1000;
  const { success } = await command(homes.fresh, "ingest", "--quiet", root).output();
  if (!success) throw new Error("The fresh ingest failed.");
  const [watched, fresh] = [await askServer(homes.watched), await askServer(homes.fresh)];
  const [held, wanted] = [await holdings(watched), await holdings(fresh)];
  const paths = new Set([...held.keys(), ...wanted.keys()]);
  const queries = Array.from(
    { length: 40 },
    (_, i) => `${["harbour", "glacier", "ferry"][i % 3]} visitor ${i * 7}`,
  );
  const differentSearches: string[] = [];
  for (const query of queries) {
    if (await results(watched, query) !== await results(fresh, query)) differentSearches.push(query);
  }
  return {
    steps: Object.fromEntries(churn.done),
    files: wanted.size,
    different: [...paths].filter((path) => held.get(path) !== wanted.get(path)),
    searches: queries.length,
    differentSearches,
    settledSeconds,
  };
}

async function killServer(home: string): Promise<void> {
  try {
    Deno.kill(JSON.parse(await Deno.readTextFile(`${home}/server.json`)).pid, "SIGKILL");
  } catch (error) {
    // There is none at the moment.
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Waits until Morgan's documents are the folder's files, by path and hash. */
async function settled(home: string, root: string): Promise<void> {
  const deadline = performance.now() + SETTLE_MS;
  const wanted = new Map<string, string>();
  for (
    const { path } of (await findFiles([root], { excluded: excludedNames([]), followLinks: false })).files
      .values()
  ) {
    const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(path));
    wanted.set(path, new Uint8Array(digest).toHex());
  }
  for (;;) {
    const listed = await askServer(home).then(documents).catch(() => []);
    const same = listed.length === wanted.size &&
      listed.every(({ path, sha256, status }) => status === "completed" && wanted.get(path) === sha256);
    if (same) return;
    // What differs for good is told by the comparison.
    if (performance.now() > deadline) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

interface Listed {
  id: string;
  path: string;
  sha256: string;
  status: string;
}

async function documents(ask: Ask): Promise<Listed[]> {
  const all: Listed[] = [];
  let cursor = "";
  do {
    const page = await ask(`/api/documents?limit=1000${cursor && `&cursor=${cursor}`}`) as {
      documents: Listed[];
      next: string | null;
    };
    all.push(...page.documents);
    cursor = page.next ?? "";
  } while (cursor !== "");
  return all;
}

/** What Morgan holds of each path: hash, status and the text of each chunk. Two documents of one path stand beside each other. */
async function holdings(ask: Ask): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (const { id, path, sha256, status } of await documents(ask)) {
    const { content } = await ask(`/api/documents/${id}`) as { content: { index: number; text: string }[] };
    const own = JSON.stringify([sha256, status, content.map(({ index, text }) => [index, text])]);
    held.set(path, (held.get(path) ?? "") + own);
  }
  return held;
}

/** What a search finds, as text to compare: order among equal scores is chance. */
async function results(ask: Ask, query: string): Promise<string> {
  const { results } = await ask("/api/search", { query, leg: "lexical", top_k: 20 }) as {
    results: { path: string; text: string; score: number }[];
  };
  const least = Math.min(...results.map(({ score }) => score));
  return JSON.stringify(
    results.filter(({ score }) => score > least).map((
      { path, text, score },
    ) => [score.toFixed(6), path, text]).sort(),
  );
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((argument) => argument !== "--"),
    options: {
      files: { type: "string", default: "500" },
      steps: { type: "string", default: "600" },
      seed: { type: "string", default: "1" },
      kills: { type: "string", default: "2" },
    },
  });
  const report = await watchChaos({
    files: Number(values.files),
    steps: Number(values.steps),
    seed: Number(values.seed),
    kills: Number(values.kills),
    onStep: (step, name) => (step + 1) % 100 === 0 && console.error(`step ${step + 1}: ${name}`),
  });
  const { different, differentSearches, searches, files, settledSeconds, steps } = report;
  console.log(Object.entries(steps).map(([name, count]) => `${count} ${name}`).join(", "));
  console.log(
    `${files} files at the end: ${different.length} differ from a fresh ingest, ${differentSearches.length} of ${searches} ` +
      `searches; level ${settledSeconds.toFixed(1)} s after the last change`,
  );
  for (const path of different) console.log(`different: ${path}`);
  for (const query of differentSearches) console.log(`different search: ${query}`);
  Deno.exit(different.length + differentSearches.length === 0 ? 0 : 1);
}
