/**
 * `deno task chaos:ingest -- [--kills 50] [--documents 120]`: kills the server with SIGKILL at random moments of
 * ingesting, starts it again with a plain command, and checks after each restart that nothing is lost or half visible.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isAlive } from "../../lib/home/mod.ts";
import { askServer, check, type Findings } from "./checks.ts";
import { type Collection, writeCollection } from "./collection.ts";

/** What a run showed. */
export interface ChaosReport {
  kills: number;
  /** Documents that an ingest reported as completed, or found completed by a restarted server. */
  reported: number;
  /** Rewrites of the whole collection that were needed to have work for all kills. */
  versions: number;
  findings: Findings;
  /** Milliseconds from the plain command to its answer, over all restarts. */
  restartMs: { median: number; most: number };
}

/** How a run goes. */
export interface ChaosOptions {
  kills: number;
  documents: number;
  env?: Record<string, string>;
  onKill?: (kill: number, line: string) => void;
}

/** Exit code of a command whose server went away. */
const UNAVAILABLE = 2;
const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
/** Longest wait between a server's being there and its end. */
const MOST_MS = 1500;

/** Runs the whole over a temporary home, which is removed. */
export async function killIngest({ kills, documents, env = {}, onKill }: ChaosOptions): Promise<ChaosReport> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
  const home = `${folder}/home`;
  await Deno.mkdir(`${folder}/files`);
  const collection = await writeCollection(`${folder}/files`, documents);
  const morgan = (...args: string[]) =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-prompt", MAIN, ...args],
      env: { ...env, MORGAN_HOME: home },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    });
  const reported = new Map<string, number>();
  const findings: Findings = { lost: [], partly: [], versions: [], failed: [] };
  const restarts: number[] = [];
  let told = 0;

  async function ingest(killAfter?: number): Promise<boolean> {
    const child = morgan("ingest", collection.folder, "--json").spawn();
    const output = child.output();
    if (killAfter !== undefined) await killServer(home, killAfter, output);
    const { code, stdout } = await output;
    told += note(new TextDecoder().decode(stdout), collection, reported);
    return code !== UNAVAILABLE;
  }
  async function restartAndCheck(): Promise<void> {
    const started = performance.now();
    const { code, stderr } = await morgan("documents", "list", "--json").output();
    if (code !== 0) throw new Error(`The restart failed: ${new TextDecoder().decode(stderr)}`);
    restarts.push(performance.now() - started);
    const now = await check(await askServer(home), collection, reported);
    for (const name of ["lost", "partly", "versions", "failed"] as const) findings[name].push(...now[name]);
  }
  try {
    for (let kill = 0; kill < kills;) {
      // An ingest that ended before its server was killed does not count; there is new work for the next one.
      if (await ingest(Math.random() * MOST_MS)) {
        await collection.rewrite();
        continue;
      }
      kill++;
      await restartAndCheck();
      const newest = [...reported.values()].filter((version) => version === collection.version).length;
      onKill?.(kill, `version ${collection.version}, ${newest} of ${documents} reported`);
    }
    await ingest();
    await restartAndCheck();
    // What no run reported as completed by now was acknowledged and forgotten.
    findings.lost.push(...collection.paths.filter((path) => reported.get(path) !== collection.version));
    return {
      kills,
      reported: told,
      versions: collection.version,
      findings: once(findings),
      restartMs: spread(restarts),
    };
  } finally {
    await morgan("stop").output();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Waits for a server, then for `ms`, and kills it; not at all when the command has ended before. */
async function killServer(home: string, ms: number, ended: Promise<unknown>): Promise<void> {
  let over = false;
  ended.then(() => over = true);
  for (;;) {
    const pid = await Deno.readTextFile(`${home}/server.json`).then(
      (text) => JSON.parse(text).pid,
      () => undefined,
    );
    if (over) return;
    if (typeof pid === "number" && isAlive(pid)) {
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, ms))]);
      if (isAlive(pid)) Deno.kill(pid, "SIGKILL");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Notes what an ingest reported before it ended. Returns the number of documents in it. */
function note(stdout: string, collection: Collection, reported: Map<string, number>): number {
  let count = 0;
  for (const line of stdout.split("\n").filter(Boolean)) {
    const { event, status, path } = JSON.parse(line);
    if (event !== "document" || status === "failed") continue;
    count++;
    reported.set(path, collection.version);
  }
  return count;
}

function once(findings: Findings): Findings {
  const { lost, partly, versions, failed } = findings;
  const unique = (paths: string[]) => [...new Set(paths)];
  return { lost: unique(lost), partly: unique(partly), versions: unique(versions), failed: unique(failed) };
}

function spread(values: readonly number[]): { median: number; most: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: Math.round(sorted[sorted.length >> 1] ?? 0), most: Math.round(sorted.at(-1) ?? 0) };
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((argument) => argument !== "--"),
    options: { kills: { type: "string", default: "50" }, documents: { type: "string", default: "120" } },
  });
  const report = await killIngest({
    kills: Number(values.kills),
    documents: Number(values.documents),
    onKill: (kill, line) => console.error(`kill ${kill}: ${line}`),
  });
  const { kills, reported, versions, findings, restartMs } = report;
  const { lost, partly, versions: doubled, failed } = findings;
  console.log(
    `${kills} kills, ${versions} versions of ${values.documents} documents, ${reported} reported as completed; ` +
      `${lost.length} lost, ${partly.length} partly visible, ${doubled.length} with no or two versions, ` +
      `${failed.length} failed; restart median ${restartMs.median} ms, most ${restartMs.most} ms`,
  );
  for (const [name, paths] of Object.entries(findings)) {
    if (paths.length > 0) console.log(`${name}: ${paths.join(" ")}`);
  }
  Deno.exit(lost.length + partly.length + doubled.length + failed.length === 0 ? 0 : 1);
}
