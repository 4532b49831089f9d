import { parseAddress } from "../../../lib/db/address.ts";
import { openHosts } from "../../../lib/db/hosts.ts";
import { newId } from "../../../lib/db/mod.ts";

/** A database of a run's own. Disposing it drops it. */
export interface OwnDatabase extends AsyncDisposable {
  url: string;
}

/** Makes an empty database beside the one at `server`, whose user may make others. */
export async function makeDatabase(server: string): Promise<OwnDatabase> {
  const name = `morgan_chaos_${newId().replaceAll("-", "")}`;
  await runAlone(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => runAlone(server, `drop database if exists ${name} with (force)`),
  };
}

async function runAlone(server: string, statement: string): Promise<void> {
  await using hosts = openHosts(parseAddress(server), { min: 0, max: 1, connectTimeoutMs: 20_000 });
  const admin = await hosts.connect();
  try {
    await admin.run(statement, []);
  } finally {
    admin.giveBack();
  }
}
