import assert from "node:assert/strict";
import { analyze } from "./analyze.ts";

Deno.test("words lose case, diacritics, possessives and English endings", () => {
  assert.deepEqual(analyze("The Cafés' owners were running"), ["the", "cafe", "owner", "were", "run"]);
  assert.deepEqual(analyze("Newton’s law, Newton's LAWS"), ["newton", "law", "newton", "law"]);
  assert.deepEqual(analyze("ﬁne ½ Ｗｉｄｅ"), ["fine", "1", "2", "wide"]);
});

Deno.test("identifiers give their parts and themselves", () => {
  const holds = (text: string, ...terms: string[]) => {
    const found = analyze(text);
    for (const term of terms) assert.ok(found.includes(term), `${text}: ${found.join(" ")} lacks ${term}`);
  };
  holds("parseHttpHeader()", "parsehttphead", "pars", "http", "header");
  holds("max_seq_length", "max_seq_length", "max", "seq", "length");
  holds("open deno.json", "deno.json", "deno", "json");
  holds("since v1.30.0", "v1.30.0", "v1", "30");
  holds("HTTPServer", "http", "server");
});

Deno.test("scripts without spaces become bigrams, others stay words", () => {
  assert.deepEqual(analyze("東京都 Köln 字"), ["東京", "京都", "koln", "字"]);
  assert.deepEqual(analyze("Деревья हिन्दी"), ["деревья", "हिन्दी"]);
});

Deno.test("punctuation and white space alone give no terms", () => {
  assert.deepEqual(analyze(" \n\t.,;—'’ 😀"), []);
});
