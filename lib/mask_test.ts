import assert from "node:assert/strict";
import { MorganError, toMorganError } from "./errors.ts";
import { problem, well } from "./doctor.ts";
import { isSecretParameter, keepSecret, masked } from "./mask.ts";
import { toProblem } from "./http/mod.ts";
import { formatRecord } from "./telemetry/log.ts";

const SECRET = "hunter2-s3cret";

/** Texts that hold a secret, each in its own way. */
const HOLDING = [
  `postgres://app:${SECRET}@db.example:5432/x`,
  `cannot reach "redis://:${SECRET}@cache:6379/0" now`,
  `http://${SECRET}@host/v1`,
  `http://me:${SECRET}@host:80/v1, then http://you:${SECRET}@other/`,
  `postgres://app:a/b?c#${SECRET}@db/x`,
  `postgres://app:p@ss${SECRET}@db/x`,
  `https://h/v1?api_key=${SECRET}&x=1`,
  `https://h/v1?x=1&access_token=${SECRET}`,
  `https://h/?X-Amz-Signature=${SECRET}#f`,
  `https://h/?key=${SECRET}`,
  `host=db password=${SECRET} user=app`,
  `password="${SECRET} with blanks"`,
  `authorization: Bearer ${SECRET}${SECRET}`,
  `smtps://user%40x:${SECRET}@mail.example.org`,
  `SMTPS://U:${SECRET}@MAIL`,
];

Deno.test("names and passwords in addresses, keys and bearer tokens are hidden, the rest of a text is not", () => {
  for (const text of HOLDING) {
    assert.ok(!masked(text).includes(SECRET), masked(text));
    assert.equal(masked(masked(text)), masked(text));
  }
  assert.equal(masked(HOLDING[0] ?? ""), "postgres://app:********@db.example:5432/x");
  assert.equal(masked(HOLDING[6] ?? ""), "https://h/v1?api_key=********&x=1");
});

Deno.test("what holds no secret stays as it is", () => {
  for (
    const text of [
      "Cannot reach Morgan at http://127.0.0.1:7373.",
      "http://localhost:7373/users/@me",
      "mail me@example.org, or see https://example.org/a@b",
      "Send `Authorization: Bearer TOKEN` with what the file holds.",
      "https://h/?q=keyboard&lang=en",
      "The setting llm.api_key is wrong: it is empty.",
      "time 10:30 @ home",
    ]
  ) assert.equal(masked(text), text);
});

Deno.test("a kept secret is hidden wherever it stands, also as it is written in an address", () => {
  keepSecret("pa ss/w@rd");
  assert.equal(masked("it was pa ss/w@rd"), "it was ********");
  assert.equal(masked("http://u:pa%20ss%2Fw%40rd@h/"), "http://u:********@h/");
  keepSecret("a");
  assert.equal(masked("banana"), "banana");
});

Deno.test("errors, problems, checks and log lines hold no secret", () => {
  for (const text of HOLDING) {
    const error = new MorganError("unavailable", text, { hint: text, details: { url: text, more: [text] } });
    const outside = toMorganError(new Error(text));
    const record = {
      category: ["morgan", "core"],
      level: "info" as const,
      message: [text, { text }, ""],
      rawMessage: text,
      timestamp: 0,
      properties: { url: text, stack: new Error(text).stack },
    };
    const shown = [
      error.message,
      error.hint,
      JSON.stringify(toProblem(error, "r")),
      outside.message,
      JSON.stringify([well("x", text), problem("x", text, text, [text])]),
      formatRecord(record, "host"),
    ];
    for (const part of shown) assert.ok(!(part ?? SECRET).includes(SECRET), part ?? "nothing");
  }
});

Deno.test("parameters are known by their names", () => {
  for (
    const name of [
      "api_key",
      "apikey",
      "X-Api-Key",
      "access_token",
      "token",
      "key",
      "sig",
      "client_secret",
      "pwd",
    ]
  ) {
    assert.ok(isSecretParameter(name), name);
  }
  for (const name of ["q", "keyboard", "lang", "model", "tokens_max"]) {
    assert.ok(!isSecretParameter(name), name);
  }
});
