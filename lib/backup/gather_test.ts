import assert from "node:assert/strict";
import { SECRET_KEYS } from "../config/schema.ts";
import { portableConfig } from "./gather.ts";

Deno.test("a configuration without its keys keeps all else, however the keys are written", () => {
  const config = {
    llm: { model: "m", api_key: "secret-1" },
    "embedding.api_key": "secret-2",
    embedding: { api_key: "secret-3", provider: "openai" },
    query: { top_k: 5 },
  };
  const text = portableConfig(JSON.stringify(config), false);
  assert.doesNotMatch(text ?? "", /secret/);
  assert.deepEqual(JSON.parse(text ?? ""), {
    llm: { model: "m" },
    embedding: { provider: "openai" },
    query: { top_k: 5 },
  });
  // What cannot be read may hold a key anywhere.
  assert.equal(portableConfig('{"llm": {"api_key": "secret"', false), null);
  assert.ok(SECRET_KEYS.size > 0);
});
