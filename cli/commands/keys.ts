import { loadConfig } from "../../lib/config/mod.ts";
import { keyPath, openKeyring, readKeys } from "../../lib/crypto/mod.ts";
import { dropUnreadable, openDatabase, sealedByKey } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { homePaths, openHome, tryLockData } from "../../lib/home/mod.ts";
import { findDatabase } from "../configured_database.ts";
import { connect } from "../local_server.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, writeJson, writeLine } from "../terminal/output.ts";
import { startSpinner } from "../terminal/spinner.ts";
import { table } from "../terminal/table.ts";

interface Common {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Tells which keys seal what was learned, and whether a rotation is under way. */
export async function keyStatus(options: Common, signal: AbortSignal): Promise<void> {
  const { client } = await connect(signal, options);
  const status = await client.keys(true, signal);
  if (options.json) return writeJson(status);
  const ids = [...new Set([status.current, ...status.former, ...Object.keys(status.values)])];
  const state = (id: string) =>
    id === status.current ? "in use" : status.former.includes(id) ? "being replaced" : "missing";
  writeLine(table(
    ["key", "state", "values"],
    ids.map((id) => [id, state(id), String(status.values[id] ?? 0)]),
  ));
  if (options.quiet) return;
  note(`The key file is ${status.file}. Keep a copy elsewhere: without it, what was learned cannot be read.`);
  if (status.former.length > 0) note("A rotation is not ended: `morgan keys rotate` goes on with it.");
  if (ids.some((id) => state(id) === "missing")) {
    note(
      "Some values need a key that is not in the file: add it as a further line, or run `morgan keys reset`.",
    );
  }
}

/** Seals everything with a new key; goes on with a rotation that broke off. */
export async function rotateKeys(options: Common, signal: AbortSignal): Promise<void> {
  const { client } = await connect(signal, options);
  using _spinner = startSpinner("Sealing everything with a new key…", !options.quiet && !options.json);
  const rotation = await client.rotateKey(signal);
  if (options.json) return writeJson(rotation);
  const { rotated, unreadable, key } = rotation;
  writeLine(`${rotated} ${rotated === 1 ? "value is" : "values are"} sealed with the new key ${key}.`);
  if (unreadable > 0) {
    note(
      `${unreadable} could not be read with any key; the former keys are kept. See \`morgan keys status\`.`,
    );
  } else if (!options.quiet) {
    note("The former key is gone from the file. Keep a copy of the new one elsewhere.");
  }
}

/** Gives up what was learned under a key that is lost. */
export async function resetKeys(options: Common & { yes?: true | undefined }): Promise<void> {
  const env = Deno.env.toObject();
  const home = homePaths(env);
  await openHome(env);
  await using lock = await tryLockData(home);
  if (!lock) {
    throw new MorganError("conflict", `Morgan runs on ${home.root}.`, {
      hint: "End it with `morgan stop`, then reset the key.",
      details: { path: home.root },
    });
  }
  const { config: { security } } = await loadConfig({ home: home.root, env });
  const file = keyPath(home, security.key_file);
  const known = new Set((await readKeys(file) ?? []).map(({ id }) => id));
  await using database = await openDatabase(await findDatabase(home));
  const lost = [...await sealedByKey(database.db)].filter(([id]) => !known.has(id))
    .reduce((sum, [, count]) => sum + count, 0);
  if (lost > 0 && !options.yes) {
    await confirm(`Delete for good ${lost} learned values that no key in ${file} opens?`, "delete");
  }
  const deleted = lost > 0 ? await dropUnreadable(database, known) : 0;
  const { current } = (await openKeyring(home, { keyFile: security.key_file })).state();
  if (options.json) return writeJson({ deleted, key: current, file });
  if (deleted === 0) return note(`Everything can be read with ${file}: there is nothing to give up.`);
  writeLine(`Deleted ${deleted} values that could not be read. The key in use is ${current} in ${file}.`);
}
