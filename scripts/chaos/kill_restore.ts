/**
 * `deno task chaos:restore -- [--kills 20]`: kills a restore with SIGKILL at every step that changes the folder, and before members of the
 * archive, opens the folder again with a plain command, and checks that it holds the whole old state or the whole new one.
 */
import { fileURLToPath } from "node:url";
import { restoreArchive } from "../../lib/backup/mod.ts";
import { copyFolder } from "../../lib/home/mod.ts";
import { openDatabase, repositories } from "../../lib/db/mod.ts";
import { killsAsked, type MorganRun, runMorgan, tellResult } from "./running.ts";

/** Which state a folder is in: everything of one side, or a mixture. */
type Side = "old" | "new" | "half";

/** What a run showed. */
export interface RestoreReport {
  kills: number;
  old: number;
  new: number;
  half: string[];
  /** Commands that failed after a kill. */
  byHand: string[];
}

const SELF = fileURLToPath(import.meta.url);
/** The environment variable that names the step at which the child is to kill itself. */
const DIES_AT = "CHAOS_DIES_AT";
/** Nobody embeds anything here. */
const ENV = { MORGAN_EMBEDDING_PROVIDER: "none" };

/** Runs the whole over temporary folders, which are removed. */
export async function killRestore(
  kills: number,
  onKill: (line: string) => void = () => {},
): Promise<RestoreReport> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
  try {
    const [model, archive] = [`${folder}/model`, `${folder}/new.tar.gz`];
    const morgan = (home: string): MorganRun => runMorgan({ ...ENV, MORGAN_HOME: home });
    await makeState(morgan(`${folder}/source`), folder, "new");
    await morgan(`${folder}/source`)("backup", archive, "--with-secrets");
    await morgan(`${folder}/source`)("stop");
    await makeState(morgan(model), folder, "old");
    await morgan(model)("stop");

    const steps = await stepsOf(model, archive, `${folder}/steps`);
    const acting = steps.filter((step) => !step.startsWith("unpack "));
    const unpacking = steps.filter((step) => step.startsWith("unpack "));
    const every = Math.max(1, Math.floor(unpacking.length / Math.max(1, kills - acting.length)));
    const points = [...unpacking.filter((_, i) => i % every === 0), ...acting];
    const report: RestoreReport = { kills: 0, old: 0, new: 0, half: [], byHand: [] };
    for (const [i, step] of points.entries()) {
      const home = `${folder}/${i}`;
      await copyFolder(model, home);
      const { signal } = await restoreIn(home, archive, step);
      if (signal !== "SIGKILL") throw new Error(`The restore was not killed at "${step}".`);
      report.kills++;
      // Any command that opens the folder ends what was begun.
      const shown = await morgan(home)("documents", "list", "--json").catch((error) => String(error));
      await morgan(home)("stop");
      const side = await sideOf(home, shown, step);
      if (side === "half") report.half.push(step);
      else report[side]++;
      if (!shown.startsWith("{")) report.byHand.push(`${step}: ${shown}`);
      onKill(`${step}: ${side}`);
      await Deno.remove(home, { recursive: true });
    }
    return report;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A home with a document, a setting, a token and what was said, all of one side. */
async function makeState(morgan: MorganRun, folder: string, side: "old" | "new"): Promise<void> {
  await Deno.writeTextFile(`${folder}/${side}.md`, `# ${side}\n\nThe ${side} weasel hums in the orchard.`);
  await morgan("config", "set", "query.top_k", side === "old" ? "3" : "4");
  await morgan("ingest", `${folder}/${side}.md`);
  await morgan("query", `What does the ${side} weasel do?`);
}

/** Every step of a restore, told by one that nobody kills. */
async function stepsOf(model: string, archive: string, home: string): Promise<string[]> {
  await copyFolder(model, home);
  const steps: string[] = [];
  using file = await Deno.open(archive);
  await restoreArchive(file.readable, archive, {
    root: home,
    force: true,
    onStep: (step) => void steps.push(step),
  });
  return steps;
}

async function restoreIn(home: string, archive: string, step: string): Promise<Deno.CommandStatus> {
  const args = ["run", "-A", "--no-check", "--no-prompt", SELF, home, archive];
  return await new Deno.Command(Deno.execPath(), { args, env: { ...ENV, [DIES_AT]: step } }).output();
}

/** What all parts of a home tell: its documents, its messages, its settings, and the keys that open it. */
async function sideOf(home: string, shown: string, step: string): Promise<Side> {
  const config = await Deno.readTextFile(`${home}/config.json`).catch(() => "");
  await using database = await openDatabase({ dataDir: `${home}/data` });
  const said = await repositories(database.db).messages.list({ where: { role: "user" }, limit: 10 });
  const leftover = await Deno.lstat(`${home}/restore`).then(() => true, () => false);
  const is = (side: "old" | "new") =>
    shown.includes(`${side}.md`) && said.rows.every(({ content }) => content.includes(side)) &&
    said.rows.length === 1 && config.includes(side === "old" ? "3" : "4");
  if (leftover) console.error(`After "${step}" the folder "restore" is left.`);
  return leftover ? "half" : is("old") ? "old" : is("new") ? "new" : "half";
}

if (import.meta.main) {
  const step = Deno.env.get(DIES_AT);
  if (step === undefined) {
    const report = await killRestore(killsAsked(20), (line) => console.error(line));
    tellResult("restore", report.kills, { lost: 0, half: report.half.length, byHand: report.byHand.length });
    console.log(`${report.old} kept the old state, ${report.new} have the new one`);
  } else {
    const [home = "", archive = ""] = Deno.args;
    using file = await Deno.open(archive);
    await restoreArchive(file.readable, archive, {
      root: home,
      force: true,
      onStep(now) {
        if (now === step) Deno.kill(Deno.pid, "SIGKILL");
      },
    });
  }
}
