import assert from "node:assert/strict";
import { MEETINGS } from "../../scripts/chaos/repro/mod.ts";

/** A few of what `deno task chaos:repro` does 200 times. */
const ROUNDS = 4;

for (const [what, meet] of Object.entries(MEETINGS)) {
  Deno.test(`${what}: no promise is broken`, async () => assert.deepEqual(await meet(ROUNDS), []));
}
