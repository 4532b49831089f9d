import type { CommandHome } from "./command.ts";
import { trace, type Traces } from "./trace.ts";

/** What a whole session left, apart from where it may write. */
export interface Session extends Traces {
  stdout: string;
}

/** Documents that name what they would like fetched. */
const DOCUMENTS = {
  "lease.md": "# Lease\n\nThe landlord is Mr Okafor. ![plan](http://plan.example/a.png)",
  "boat.html":
    `<html><head><link rel="stylesheet" href="http://style.example/a.css"><script src="http://script.example/a.js"></script></head><body><img src="http://image.example/x.png"><p>The boat is red.</p></body></html>`,
};

/** The demonstration, then ingest, search, ask, chat, mood, check, backup and stop, by the task that users run, watched from outside. */
export async function traceSession(home: CommandHome): Promise<Session> {
  await home.write(DOCUMENTS);
  const root = new URL("../../deno.json", import.meta.url).pathname;
  const task = `"${Deno.execPath()}" task --quiet --config "${root}"`;
  const morgan = `${task} morgan`;
  const script = [
    // The demonstration's folder is one of the system's temporary ones: here it lies below Morgan's.
    `mkdir -m 700 "$MORGAN_HOME" && TMPDIR="$MORGAN_HOME" ${task} start`,
    `${morgan} ingest "$PWD"`,
    `${morgan} search "red vessel" --leg dense`,
    `${morgan} query "Who is the landlord?"`,
    `${morgan} chat "I'm really happy that my canary sings."`,
    `${morgan} mood`,
    `${morgan} doctor`,
    `${morgan} backup "$MORGAN_HOME/backup.tar.gz"`,
    `${morgan} stop`,
  ].join(" && ");
  const env = home.environment();
  const own = [home.root, env.DENO_DIR, "/dev"].filter((folder) => folder !== undefined);
  const { written, ...rest } = await trace(script, { cwd: home.files, env });
  return {
    ...rest,
    written: written.filter((path) =>
      !own.some((folder) => path === folder || path.startsWith(`${folder}/`))
    ),
  };
}

/** A user's folders with nothing in them, and the place of Deno's own cache, which would else lie below. */
export async function emptyUser(): Promise<
  { folder: string; env: Record<string, string> } & AsyncDisposable
> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-user-" });
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  const { denoDir } = JSON.parse(new TextDecoder().decode(stdout));
  return {
    folder,
    env: { HOME: folder, USERPROFILE: folder, XDG_CACHE_HOME: `${folder}/.cache`, DENO_DIR: String(denoDir) },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}
