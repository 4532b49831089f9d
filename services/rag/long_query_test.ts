import assert from "node:assert/strict";
import { searchable } from "./long_query.ts";

Deno.test("searchable() keeps a question as it is, and of a long paste its beginning and end", () => {
  assert.equal(searchable("Which deadline does this set?"), "Which deadline does this set?");
  const paste = `Which deadline does this set?\n\n${"letter ".repeat(14_000)}\n\nYours, Ada`;
  const query = searchable(paste);
  assert.ok(query.length <= 4_001);
  assert.ok(query.startsWith("Which deadline does this set?"));
  assert.ok(query.endsWith("Yours, Ada"));
  assert.ok(searchable("👋".repeat(50_000)).isWellFormed());
});
