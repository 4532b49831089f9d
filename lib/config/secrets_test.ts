import assert from "node:assert/strict";
import { MorganError } from "../errors.ts";
import { masked } from "../mask.ts";
import { toProblem } from "../http/mod.ts";
import { formatRecord } from "../telemetry/log.ts";
import {
  configKeys,
  loadConfig,
  publicAddress,
  SECRET_KEYS,
  settingOf,
  shownValue,
  variableName,
} from "./mod.ts";

/** Addresses of every kind that a setting may be, with a secret in each place. */
function addresses(secret: string): string[] {
  return ["http", "https", "smtp", "smtps", "postgres", "redis"].flatMap((scheme) => [
    `${scheme}://user:${secret}@host.example/v1`,
    `${scheme}://:${secret}@host.example/v1`,
    `${scheme}://host.example/v1?api_key=${secret}`,
    // A user of PostgreSQL is no secret: errors name it.
    ...(scheme === "postgres" ? [] : [`${scheme}://${secret}@host.example/v1`]),
  ]);
}

let made = 0;
/** A new one each time: what one test keeps must not hide what another should. */
const newSecret = () => `s3cr-t${made++}-${crypto.randomUUID().slice(0, 8)}`;

Deno.test("no setting that may be an address lets its secret into anything that is shown, logged or answered", async () => {
  const home = await Deno.makeTempDir();
  const tried = new Set<string>();
  for (const { key, schema } of configKeys()) {
    for (let at = 0; at < addresses("x").length; at++) {
      const secret = newSecret();
      const value = addresses(secret)[at] ?? "";
      if (!schema.safeParse(value).success) continue;
      tried.add(key);
      const { config } = await loadConfig({ home, env: { [variableName(key)]: value } });
      const parsed = settingOf(config, key);
      const failure = new Error(`error sending request for url (${new URL(value).href})`);
      const error = new MorganError("unavailable", `${value} cannot be reached: ${secret}`, {
        cause: failure,
        hint: value,
      });
      const record = {
        category: ["morgan", "core"],
        level: "error" as const,
        message: [`asking ${value}`],
        rawMessage: "",
        timestamp: 0,
        properties: { stack: failure.stack, url: value },
      };
      const shown = [
        JSON.stringify(shownValue(key, parsed)),
        JSON.stringify(toProblem(error)),
        formatRecord(record, "host"),
        masked(failure.stack ?? ""),
        publicAddress(value),
      ];
      for (const text of shown) assert.ok(!text.includes(secret), `${key}: ${text}`);
    }
  }
  await Deno.remove(home, { recursive: true });
  for (
    const key of [
      "llm.base_url",
      "embedding.base_url",
      "support.webhook_url",
      "support.smtp_url",
      "database.url",
    ]
  ) {
    assert.ok(tried.has(key), key);
  }
});

Deno.test("secret settings are never shown, and their values hidden wherever they stand", async () => {
  const home = await Deno.makeTempDir();
  for (const key of SECRET_KEYS) {
    const secret = newSecret();
    const value = configKeys().find((setting) => setting.key === key)?.schema.safeParse(secret).success
      ? secret
      : ([
        ...["https", "smtp"].map((scheme) => `${scheme}://hooks.example/services/${secret}`),
        `postgres://morgan:${secret}@one.example:5432,two.example:5432/morgan`,
      ]
        .find((url) => configKeys().find((setting) => setting.key === key)?.schema.safeParse(url).success) ??
        "");
    assert.ok(value, key);
    await loadConfig({ home, env: { [variableName(key)]: value } });
    assert.equal(shownValue(key, value), "********");
    const error = new MorganError("unavailable", `It answered: wrong key ${value}; POST ${value}`);
    assert.ok(!error.message.includes(secret), error.message);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("a configuration that cannot be parsed is not quoted", async () => {
  const home = await Deno.makeTempDir();
  const secret = newSecret();
  for (
    const text of [
      `{"llm": {"api_key": ${secret}}}`,
      `{"llm": {"base_url": "http://u:${secret}@h" "x"}}`,
      secret,
    ]
  ) {
    await Deno.writeTextFile(`${home}/config.json`, text);
    await assert.rejects(loadConfig({ home, env: {} }), (error: Error) => {
      assert.match(error.message, /is not valid JSON/);
      assert.ok(!Deno.inspect(error).includes(secret), Deno.inspect(error));
      return true;
    });
  }
  await Deno.remove(home, { recursive: true });
});
