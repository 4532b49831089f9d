import assert from "node:assert/strict";
import { createMetrics } from "../telemetry/mod.ts";
import { answerNonce, INSTANCE, instanceToken, isProven, newNonce } from "./proof.ts";
import { serviceApp } from "./service_app.ts";

const TOKEN = "t".repeat(43);
const app = serviceApp("core", { token: TOKEN, metrics: createMetrics() });

Deno.test("a proof holds for its token, its process and its nonce alone", async () => {
  const nonce = newNonce();
  const answer = await (await app.request(`/proof?nonce=${nonce}`)).json();
  const expected = { token: TOKEN, instance: INSTANCE, nonce };
  assert.equal(isProven(answer, expected), true);
  assert.equal(isProven(answer, { ...expected, token: "u".repeat(43) }), false);
  assert.equal(isProven(answer, { ...expected, instance: "another" }), false);
  assert.equal(isProven(answer, { ...expected, nonce: newNonce() }), false);
  for (const other of [null, 1, "x", {}, { proof: null }, { proof: answer.proof.slice(1) }]) {
    assert.equal(isProven(other, expected), false);
  }
});

Deno.test("only 32 random bytes are signed, so nothing else can be had signed", async () => {
  const others = [
    "",
    "short",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}\n`,
    `${"a".repeat(42)}=`,
    "%00",
  ];
  for (const nonce of others) {
    const response = await app.request(`/proof?nonce=${encodeURIComponent(nonce)}`);
    assert.equal(response.status, 400, nonce);
    assert.equal((await response.json()).code, "invalid_input");
  }
  assert.equal((await app.request("/proof")).status, 400);
});

Deno.test("what stands for the token opens this process, and the server's proof opens none", async () => {
  const call = async (bearer: string) =>
    (await app.request("/metrics", { headers: { authorization: `Bearer ${bearer}` } })).status;
  assert.equal(await call(TOKEN), 200);
  assert.equal(await call(instanceToken(TOKEN, INSTANCE)), 200);
  assert.equal(await call(instanceToken(TOKEN, "another")), 401);
  assert.equal(await call(answerNonce(TOKEN, newNonce()).proof), 401);
  assert.equal((await app.request("/metrics")).status, 401);
});
