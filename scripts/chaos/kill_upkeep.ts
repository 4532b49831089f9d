/**
 * `deno task chaos:upkeep -- [--kills 20] [--only rotate,backup,config,migrate]`: kills with SIGKILL, so many times each, a migration, a rotation of the key, a backup and changes of
 * the settings, and checks after each that the next plain command works, that nothing is lost and that no half state is left.
 */
import { parseArgs } from "node:util";
import { checkArchive } from "../../lib/backup/mod.ts";
import { configSchema } from "../../lib/config/schema.ts";
import { readKeys } from "../../lib/crypto/key_file.ts";
import { copyFolder, homePaths, isAlive, readServerFile } from "../../lib/home/mod.ts";
import { morganCommand, type MorganRun, runMorgan, tellResult, type Wrong } from "./running.ts";

const ENV = { MORGAN_EMBEDDING_PROVIDER: "none" };
/** Feelings and facts that must be readable after each rotation. */
const SAID = ["My name is Ottilie.", "I live in Trondheim.", "I am allergic to walnuts."];

/** A run over a home of its own: what is killed, and what must hold after it. */
interface Trial {
  /** Longest time from its beginning to the kill. */
  mostMs: number;
  /** What is killed. Returns the process that is to die. */
  begin(round: number): Promise<{ pid: number; ended: Promise<unknown> }>;
  /** What is wrong after the kill. */
  check(round: number): Promise<Wrong>;
}

const NOTHING_WRONG: Wrong = { lost: 0, half: 0, byHand: 0 };

async function kill(name: string, kills: number, { mostMs, begin, check }: Trial): Promise<void> {
  if (!only.includes(name)) return;
  const sum = { ...NOTHING_WRONG };
  let killed = 0;
  for (let round = 0; round < kills; round++) {
    const { pid, ended } = await begin(round);
    await new Promise((resolve) => setTimeout(resolve, mostMs * round / kills));
    if (isAlive(pid)) {
      Deno.kill(pid, "SIGKILL");
      killed++;
    }
    await ended;
    const wrong = await check(round);
    for (const key of ["lost", "half", "byHand"] as const) sum[key] += wrong[key];
    console.error(`${name} ${round + 1}: ${JSON.stringify(wrong)}`);
  }
  tellResult(name, killed, sum);
}

function started(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ pid: number; ended: Promise<unknown> }> {
  const child = morganCommand(env, args).spawn();
  return Promise.resolve({ pid: child.pid, ended: child.output() });
}

/** What `morgan doctor` finds wrong, apart from what this machine lacks. */
async function problems(morgan: MorganRun): Promise<number> {
  try {
    const { checks } = JSON.parse(await morgan("doctor", "--json"));
    return checks.filter(({ status, name }: Record<string, string>) =>
      status === "problem" && name !== "disk"
    ).length;
  } catch {
    return 1;
  }
}

/** Half-written files that are there a while after a plain command: a server ends a backup whose reader is gone by itself. */
async function leftovers(home: string): Promise<number> {
  for (let left = 40;; left--) {
    const found = await halfWritten(home);
    if (found === 0 || left === 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function halfWritten(home: string): Promise<number> {
  let found = 0;
  for (const folder of [home, `${home}/backups`, `${home}/keys`, `${home}/conversations`]) {
    const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
    found += entries.filter(({ name }) => /\.tmp$|^staging-/.test(name)).length;
  }
  return found;
}

async function memories(morgan: MorganRun): Promise<string> {
  return await morgan("memory", "list", "--json");
}

/** A home with a document, what was said and what was learned of it. */
async function makeHome(
  folder: string,
): Promise<{ home: string; morgan: MorganRun; env: Record<string, string> }> {
  const home = `${folder}/home`;
  const env = { ...ENV, MORGAN_HOME: home };
  const morgan = runMorgan(env);
  await Deno.writeTextFile(`${folder}/note.md`, "# Note\n\nThe teal weasel hums in the orchard.");
  await morgan("ingest", `${folder}/note.md`);
  for (const text of SAID) await morgan("query", text);
  while (JSON.parse(await memories(morgan)).memories.length < SAID.length);
  return { home, morgan, env };
}

const { values: { kills: wanted, only: names } } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: {
    kills: { type: "string", default: "20" },
    only: { type: "string", default: "rotate,backup,config,migrate" },
  },
});
const kills = Number(wanted);
const only = names.split(",");
const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
const { home, morgan, env } = await makeHome(folder);
/** One search, one list: what was acknowledged before is there. */
async function kept(): Promise<Wrong> {
  try {
    const found = (await morgan("search", "weasel", "--json")).includes("teal weasel");
    const known = await memories(morgan);
    const lost = (found ? 0 : 1) + SAID.filter((text) => !known.includes(text)).length;
    return { lost, half: await leftovers(home), byHand: 0 };
  } catch (error) {
    console.error(String(error));
    return { lost: 0, half: 0, byHand: 1 };
  }
}

try {
  await kill("rotate", kills, {
    mostMs: 400,
    async begin() {
      await morgan("status");
      const server = await readServerFile(homePaths({ MORGAN_HOME: home }));
      const rotating = morganCommand(env, ["keys", "rotate"]).output();
      return { pid: server?.pid ?? 0, ended: rotating };
    },
    async check() {
      const wrong = await kept();
      // The next rotation goes on with one that broke off; with none under way it is one more.
      const status = JSON.parse(await morgan("keys", "status", "--json"));
      const file = await readKeys(`${home}/keys/data.key`);
      return { ...wrong, half: wrong.half + (status.current === file?.[0].id ? 0 : 1) };
    },
  });

  const file = `${folder}/backup.tar.gz`;
  let whole = false;
  await kill("backup", kills, {
    mostMs: 3000,
    async begin(round) {
      await morgan("status");
      const server = await readServerFile(homePaths({ MORGAN_HOME: home }));
      const child = morganCommand(env, ["backup", file, "--force"]).spawn();
      const ended = child.output();
      // By turns the command and the server.
      return { pid: round % 2 === 0 ? child.pid : server?.pid ?? 0, ended };
    },
    async check() {
      const wrong = await kept();
      const there = await Deno.stat(file).then(() => true, () => false);
      // A file that has its name is whole, and one that was there is not lost.
      const good = there &&
        await checkArchive((await Deno.open(file)).readable, file).then(() => true, () => false);
      const lost = whole && !there ? 1 : 0;
      whole ||= good;
      return { ...wrong, lost: wrong.lost + lost, half: wrong.half + (there && !good ? 1 : 0) };
    },
  });

  let acknowledged = 0;
  await kill("config", kills, {
    mostMs: 600,
    begin: (round) => started(env, "config", "set", "query.top_k", String(1 + round)),
    async check(round) {
      const text = await Deno.readTextFile(`${home}/config.json`).catch(() => "{}");
      let half = 0;
      try {
        const { query } = configSchema.parse(JSON.parse(text));
        if (acknowledged > 0 && ![1 + round, acknowledged].includes(query.top_k)) half++;
      } catch {
        half++;
      }
      await morgan("config", "set", "query.top_k", String(acknowledged = 40));
      // Two at once: neither is lost.
      await Promise.all([
        morgan("config", "set", "query.rag", round % 2 ? "true" : "false"),
        morgan("config", "set", "query.llm", round % 2 ? "false" : "true"),
      ]);
      const { query } = JSON.parse(await Deno.readTextFile(`${home}/config.json`));
      const lost = (query.rag === (round % 2 === 1) ? 0 : 1) + (query.llm === (round % 2 === 0) ? 0 : 1) +
        (query.top_k === 40 ? 0 : 1);
      return { lost, half, byHand: 0 };
    },
  });

  // A database of an older schema, which the next start saves and migrates.
  await morgan("config", "unset", "query.rag");
  await morgan("stop");
  await morgan("migrate", "down", "-y", "--no-backup");
  const older = `${folder}/older`;
  await copyFolder(home, older);
  await kill("migrate", kills, {
    mostMs: 4000,
    async begin() {
      await Deno.remove(home, { recursive: true });
      await copyFolder(older, home);
      return await started(env, "migrate", "up");
    },
    async check() {
      const wrong = await kept();
      const sound = await problems(morgan);
      await morgan("stop");
      return { ...wrong, half: wrong.half + sound };
    },
  });
} finally {
  await morgan("stop");
  await Deno.remove(folder, { recursive: true });
}
