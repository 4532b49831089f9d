import { join } from "node:path";
import { keyPath } from "../../lib/crypto/mod.ts";
import { loadConfig } from "../../lib/config/mod.ts";
import { type Check, counted, problem, repaired, well } from "../../lib/doctor.ts";
import { toMorganError } from "../../lib/errors.ts";
import { type Home, readIfThere, readToken } from "../../lib/home/mod.ts";
import { minuteIn } from "../../lib/zone.ts";

/** The oldest Deno that Morgan is built for. */
const OLDEST = [2, 6] as const;
/** Files from so far in the future say that the clock was wrong. */
const AHEAD_MS = 5 * 60 * 1000;
/** Morgan is no older. */
const EARLIEST = Date.UTC(2025, 0, 1);

/** Checks the runtime that this command runs on. */
export function checkRuntime(): Check {
  const [major = 0, minor = 0] = Deno.version.deno.split(".").map(Number);
  const system = `Deno ${Deno.version.deno} on ${Deno.build.os} ${Deno.build.arch}`;
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return well("runtime", `${system}.`);
  return problem("runtime", `${system} is too old.`, `Use Deno ${OLDEST.join(".")} or later.`);
}

/** Checks the clock against what was written before: ids and dates follow it. */
export async function checkClock(home: Home): Promise<Check> {
  const now = Date.now();
  const times = await Promise.all(
    [home.token, home.config, home.lockFile, home.index, home.objects, join(home.logs, "server.log")]
      .map(async (path) => (await Deno.stat(path).catch(() => null))?.mtime?.getTime() ?? 0),
  );
  const latest = Math.max(...times);
  if (now < EARLIEST || latest > now + AHEAD_MS) {
    const written = latest > now ? `, yet a file was written at ${minuteIn(new Date(latest))}` : "";
    return problem(
      "clock",
      `It shows ${minuteIn(new Date(now))}${written}.`,
      "Set the system's clock, best by NTP (timedatectl set-ntp true).",
    );
  }
  return well("clock", `It shows ${minuteIn(new Date(now))}.`);
}

/** Checks that nobody else may read what Morgan keeps. */
export async function checkRights(home: Home, repair: boolean): Promise<Check> {
  const name = "rights";
  const root = await Deno.stat(home.root).catch(() => null);
  if (!root) return { name, status: "absent", message: `There is no folder ${home.root} yet.` };
  if (Deno.build.os === "windows") return well(name, "Windows keeps the user's folder to the user.");
  const open: { path: string; mode: number }[] = [];
  const folders = [
    home.root,
    home.data,
    home.objects,
    home.index,
    home.logs,
    home.models,
    home.conversations,
    home.memory,
    home.backups,
    home.keys,
  ];
  const files = [
    home.config,
    home.token,
    home.serverFile,
    home.cliLog,
    join(home.logs, "server.log"),
    keyPath(home),
  ];
  for (const [paths, mode] of [[folders, 0o700], [files, 0o600]] as const) {
    for (const path of paths) {
      const info = await Deno.stat(path).catch(() => null);
      if (info && ((info.mode ?? 0) & 0o077) !== 0) open.push({ path, mode });
    }
  }
  // Within a folder that only its owner may enter, the rights of what it holds are a second bolt.
  if (open.length === 0) return well(name, "Only you may read what Morgan keeps.");
  const items = open.map(({ path }) => path);
  const what = `${counted(open.length, "file or folder")} that others may read`;
  if (!repair) {
    return problem(name, `${what}.`, "Run `morgan doctor --repair`, or chmod -R go= on the folder.", items);
  }
  try {
    for (const { path, mode } of open) await Deno.chmod(path, mode);
    return repaired(name, `${what}: closed.`, items);
  } catch (error) {
    return problem(
      name,
      `${what}: ${toMorganError(error).message}`,
      "Own the folder: chown -R it to your user.",
      items,
    );
  }
}

/** Checks that the token is one. */
export async function checkToken(home: Home): Promise<Check> {
  const name = "token";
  try {
    if (await readToken(home)) return well(name, `It lies in ${home.token}.`);
    if ((await readIfThere(home.token)) === null) {
      return { name, status: "absent", message: "The first start makes it." };
    }
    return problem(
      name,
      `${home.token} holds no token.`,
      "Run `morgan stop`, delete the file: the next start makes another.",
    );
  } catch (error) {
    return problem(
      name,
      `Cannot read ${home.token}: ${toMorganError(error).message}`,
      "Make the file readable for you.",
    );
  }
}

/** Checks configuration and environment. */
export async function checkConfig(home: Home): Promise<Check> {
  try {
    const { origins } = await loadConfig({ home: home.root, env: Deno.env.toObject(), project: Deno.cwd() });
    return well("configuration", `It is valid; ${counted(origins.size, "setting")} of your own.`);
  } catch (error) {
    const { message, hint } = toMorganError(error);
    return problem("configuration", message, hint ?? "See `morgan help environment`.");
  }
}
