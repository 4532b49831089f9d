import assert from "node:assert/strict";
import { ENTRIES, regionOfLocale, resourceLine, resourcesFor } from "./resources.ts";

Deno.test("a number is shown only where a page that states it was read", () => {
  for (const entry of ENTRIES) {
    assert.equal(entry.checked === null, entry.seen === null, entry.id);
    for (const region of entry.regions.filter((code) => code !== "*")) {
      for (const kind of ["suicide", "abuse"] as const) {
        const shown = resourcesFor([kind], region).find(({ name }) => name === entry.name);
        if (shown && entry.checked === null) {
          assert.deepEqual([shown.numbers, shown.text], [[], undefined], entry.id);
        }
      }
    }
  }
});

Deno.test("the emergency number goes first, then the lines for the danger, then the directory", () => {
  const german = resourcesFor(["suicide"], "de");
  assert.deepEqual(german.map(({ kind }) => kind), ["emergency", "helpline", "directory"]);
  assert.deepEqual(german[1]?.numbers, ["0800 111 0 111", "0800 111 0 222", "116 123"]);
  assert.equal(resourcesFor(["abuse"], "DE")[1]?.numbers[0], "116 016");
  assert.equal(resourcesFor(["suicide"], "US")[1]?.numbers[0], "988");
});

Deno.test("without a known region 112 and 911 are named, and the directory of helplines", () => {
  for (const region of [undefined, "XX"]) {
    const [emergency, directory, ...more] = resourcesFor(["suicide"], region);
    assert.deepEqual(emergency?.numbers, ["112", "911"]);
    assert.equal(directory?.web, "https://findahelpline.com");
    assert.deepEqual(more, []);
  }
});

Deno.test("locales name a country or none", () => {
  assert.equal(regionOfLocale("de_AT.UTF-8"), "AT");
  assert.equal(regionOfLocale("en-GB"), "GB");
  assert.equal(regionOfLocale("C.UTF-8"), undefined);
  assert.equal(regionOfLocale(undefined), undefined);
});

Deno.test("a line of an answer tells how to reach the place", () => {
  const [, line] = resourcesFor(["suicide"], "US");
  assert.ok(line);
  assert.match(resourceLine(line), /988 Suicide & Crisis Lifeline: .*https:\/\/988lifeline\.org/);
});
