/**
 * `deno task coverage [PATH…]`: runs all tests, or those below the paths, and prints by folder the share of lines that
 * ran, in processes that tests started too. Ends with 1 when a test fails or a folder that has a floor is below it.
 */
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RAW = `${ROOT}coverage/raw`;
const LCOV = `${ROOT}coverage/lcov.info`;
/** Folders whose lines must run, in percent. */
const FLOORS: Readonly<Record<string, number>> = { "cli": 80, "lib/db": 80, "lib/objects": 80 };

/** Lines of a folder and how many of them ran. */
interface Lines {
  found: number;
  hit: number;
}

async function deno(args: string[], env: Record<string, string> = {}): Promise<number> {
  return (await new Deno.Command(Deno.execPath(), { args, env, cwd: ROOT }).spawn().status).code;
}

/** Removes what processes that tests killed left unfinished. */
async function dropUnfinished(folder: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(`${folder}/${name}`);
    if (!text.trimEnd().endsWith("}")) await Deno.remove(`${folder}/${name}`);
  }
}

/** Counts lines by folder: `cli`, `services/NAME`, `lib/NAME`. */
function linesByFolder(lcov: string): Map<string, Lines> {
  const folders = new Map<string, Lines>();
  let file = "";
  for (const line of lcov.split("\n")) {
    if (line.startsWith("SF:")) file = line.slice(3).replaceAll("\\", "/").slice(ROOT.length);
    const [, kind, count] = /^(LF|LH):(\d+)/.exec(line) ?? [];
    if (kind === undefined || count === undefined || isTesting(file)) continue;
    const [top = "", second = ""] = file.split("/");
    if (!["cli", "lib", "services"].includes(top)) continue;
    const folder = top === "cli" || !file.slice(top.length + 1).includes("/") ? top : `${top}/${second}`;
    const lines = folders.get(folder) ?? { found: 0, hit: 0 };
    lines[kind === "LF" ? "found" : "hit"] += Number(count);
    folders.set(folder, lines);
  }
  return folders;
}

/** Files that only tests use. */
function isTesting(file: string): boolean {
  return /(?:_test|_tests|\/testing|\/test_\w+|\/testdata_\w+)\.ts$/.test(file);
}

function percent({ found, hit }: Lines): number {
  return found === 0 ? 100 : hit / found * 100;
}

if (import.meta.main) {
  await Deno.remove(`${ROOT}coverage`, { recursive: true }).catch(() => {});
  const failed = await deno([
    "test",
    "-A",
    "--parallel",
    `--coverage=${RAW}`,
    "--coverage-raw-data-only",
    ...Deno.args,
  ], {
    DENO_COVERAGE_DIR: RAW,
  });
  await dropUnfinished(RAW);
  const code = await deno(["coverage", "--quiet", "--lcov", `--output=${LCOV}`, RAW]);
  if (code !== 0) Deno.exit(code);
  const folders = linesByFolder(await Deno.readTextFile(LCOV));
  const all = { found: 0, hit: 0 };
  let low = false;
  for (const [folder, lines] of [...folders].sort(([a], [b]) => a < b ? -1 : 1)) {
    all.found += lines.found;
    all.hit += lines.hit;
    const floor = FLOORS[folder];
    const isLow = floor !== undefined && percent(lines) < floor;
    low ||= isLow;
    const remark = floor === undefined ? "" : `  at least ${floor} %${isLow ? ": NOT REACHED" : ""}`;
    console.log(
      `${folder.padEnd(20)} ${percent(lines).toFixed(1).padStart(6)} %  ${lines.found} lines${remark}`,
    );
  }
  console.log(`${"all".padEnd(20)} ${percent(all).toFixed(1).padStart(6)} %  ${all.found} lines`);
  Deno.exit(low || failed !== 0 ? 1 : 0);
}
