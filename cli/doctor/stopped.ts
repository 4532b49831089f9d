import { migrationStatus, openDatabase } from "../../lib/db/mod.ts";
import { type Check, counted, problem, well } from "../../lib/doctor.ts";
import { toMorganError } from "../../lib/errors.ts";
import { findDatabase } from "../configured_database.ts";
import { checkDisk, homePaths, tryLockData } from "../../lib/home/mod.ts";

/** What can be checked where no server can be started: the disk, and whether the database opens. */
export async function checkStopped(): Promise<Check[]> {
  const home = homePaths(Deno.env.toObject());
  const disk = [await checkDisk(home)];
  try {
    // What is wrong in the configuration is told by its own check; then the embedded database is looked at.
    const place = await findDatabase(home).catch(() => ({ dataDir: home.data }));
    if ("dataDir" in place && !await Deno.stat(home.data).then(() => true, () => false)) return disk;
    await using lock = await tryLockData(home);
    if (!lock) {
      return [
        ...disk,
        problem(
          "database",
          "Another process holds it.",
          "End that with `morgan stop`, or by its process id in server.json.",
        ),
      ];
    }
    await using database = await openDatabase({ ...place, migrate: false });
    const pending = (await migrationStatus(database.db)).filter(({ applied }) => !applied);
    const state = pending.length === 0
      ? "its schema is the newest"
      : `${counted(pending.length, "migration")} pending`;
    return [...disk, well("database", `It opens; ${state}.`)];
  } catch (error) {
    const { message, hint } = toMorganError(error);
    return [...disk, problem("database", message, hint ?? "Restore a backup: morgan restore FILE --force")];
  }
}
