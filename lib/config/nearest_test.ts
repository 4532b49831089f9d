import assert from "node:assert/strict";
import { editDistance, nearest } from "./nearest.ts";

Deno.test("editDistance() counts a swap of neighbours as one mistake", () => {
  assert.equal(editDistance("serch", "search"), 1);
  assert.equal(editDistance("saerch", "search"), 1);
  assert.equal(editDistance("", "abc"), 3);
});

Deno.test("nearest() suggests a likely word and keeps quiet about an unlikely one", () => {
  assert.equal(nearest("tempertaure", ["temperature", "model"]), "temperature");
  assert.equal(nearest("xyzzy", ["temperature", "model"]), undefined);
});
