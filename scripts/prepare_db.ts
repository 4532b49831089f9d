/** Makes assets/db/pglite.tar.gz: an empty database with the newest schema, so that a first start needs no initdb. */
import { makePrepared } from "../lib/db/pglite.ts";
import { PREPARED } from "../lib/db/prepared.ts";
import { installBoss } from "../lib/jobs/mod.ts";

const archive = await makePrepared(installBoss);
await Deno.writeFile(PREPARED, archive);
console.log(`${PREPARED.pathname}: ${archive.length} bytes`);
