import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Tokenizer } from "@huggingface/tokenizers";
import { openTokenizer } from "./tokenizer.ts";

const folder = fileURLToPath(new URL("../../../assets/models/BAAI/bge-small-en-v1.5/", import.meta.url));

Deno.test("the cached word path gives the same ids as the whole text", async () => {
  const tokenizer = await openTokenizer(`${folder}tokenizer.json`, `${folder}tokenizer_config.json`);
  const whole = new Tokenizer(JSON.parse(await Deno.readTextFile(`${folder}tokenizer.json`)), {});
  for (
    const text of [
      "Hello, world! Naïve café\u00a0in Köln.\n\tTabs\u200bzero  spaces",
      "日本語のテキスト and 中文 mixed",
      "snake_case camelCase https://example.org/a?b=c#d 3.14159 [SEP] unaffable",
      "",
      "x".repeat(300),
    ]
  ) {
    assert.deepEqual(tokenizer.encode(text, Infinity), whole.encode(text).ids);
    assert.equal(tokenizer.count(text), whole.encode(text).ids.length);
  }
});

Deno.test("what tokenizer.json says on truncation and padding is ignored, the special tokens stay in a cut text", async () => {
  const file = await Deno.makeTempFile({ suffix: ".json" });
  const json = JSON.parse(await Deno.readTextFile(`${folder}tokenizer.json`));
  json.truncation = { max_length: 128, strategy: "LongestFirst", stride: 0 };
  json.padding = {
    strategy: { Fixed: 128 },
    direction: "Right",
    pad_id: 0,
    pad_type_id: 0,
    pad_token: "[PAD]",
  };
  await Deno.writeTextFile(file, JSON.stringify(json));
  const tokenizer = await openTokenizer(file, `${folder}tokenizer_config.json`);
  assert.equal(tokenizer.encode("a b c", 512).length, 5);
  assert.equal(tokenizer.count("a ".repeat(300)), 302);
  const cut = tokenizer.encode("a ".repeat(300), 10);
  assert.deepEqual([cut.length, cut[0], cut[9]], [10, 101, 102]);
  await Deno.remove(file);
});

Deno.test("a tokenizer that is made with its first text counts as the other does, and says then what is wrong", async () => {
  const [file, config] = [`${folder}tokenizer.json`, `${folder}tokenizer_config.json`];
  const lazy = await openTokenizer(file, config, { lazy: true });
  const text = "The fox's burrow, near Łódź.";
  assert.deepEqual(lazy.encode(text, 8), (await openTokenizer(file, config)).encode(text, 8));
  await assert.rejects(openTokenizer(`${folder}config.json`, config));
  const wrong = await openTokenizer(`${folder}config.json`, config, { lazy: true });
  assert.throws(() => wrong.count(text));
});
