import assert from "node:assert/strict";
import { userLocale } from "./locale.ts";

Deno.test("the locale is the first that is set, and none where it names no language", () => {
  const cases: [Record<string, string>, string | undefined][] = [
    [{ LANG: "de_AT.UTF-8" }, "de_AT.UTF-8"],
    [{ LC_ALL: "fr_FR", LC_MESSAGES: "it_IT", LANG: "de_AT" }, "fr_FR"],
    [{ LC_ALL: "", LC_MESSAGES: "it_IT", LANG: "de_AT" }, "it_IT"],
    [{ LANG: "pl" }, "pl"],
    [{ LANG: "C.UTF-8" }, undefined],
    [{ LANG: "POSIX" }, undefined],
    [{ LANG: `de_${"A".repeat(40)}` }, undefined],
  ];
  for (const [env, locale] of cases) assert.equal(userLocale(env), locale, JSON.stringify(env));
});
