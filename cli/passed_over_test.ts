import assert from "node:assert/strict";
import { describePassed } from "./passed_over.ts";

const described =
  (...paths: string[]) => (reason: "special" | "link" | "broken_link" | "temporary" | "unsupported") =>
    describePassed(paths.map((path) => ({ path, reason })), (path) => path).join("\n");

Deno.test("one that was passed over is told of as one, several as several", () => {
  const one = described("a");
  const two = described("a", "b");
  assert.equal(one("special"), "  passed over 1 pipe, socket or device: a");
  assert.equal(two("special"), "  passed over 2 pipes, sockets or devices: a, b");
  assert.match(one("broken_link"), /1 link that leads nowhere: a$/);
  assert.match(two("broken_link"), /2 links that lead nowhere: a, b$/);
  assert.match(one("link"), /1 link that leads out/);
  assert.match(one("temporary"), /1 lock, temporary file or backup: a$/);
  assert.match(one("unsupported"), /1 of a kind that/);
});
