import assert from "node:assert/strict";
import { newId } from "./ids.ts";
import { isUuid } from "./repository.ts";

Deno.test("newId() makes UUIDv7s that sort in the order in which they were made", () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids.slice(0, 100)) assert.ok(isUuid(id) && id[14] === "7" && "89ab".includes(id[19]!), id);
});
