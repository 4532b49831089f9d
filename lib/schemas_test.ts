import assert from "node:assert/strict";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Name, TimeZone, UserId, words } from "./schemas.ts";

const schema = z.object({ text: words(10), zone: TimeZone });
const app = new OpenAPIHono();
app.openAPIRegistry.registerPath(createRoute({
  method: "post",
  path: "/",
  request: { body: { content: { "application/json": { schema } } } },
  responses: {},
}));
const { properties } = JSON.parse(
  JSON.stringify(app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } })),
).paths["/"].post.requestBody.content["application/json"].schema;

Deno.test("a text of spaces alone is refused, and the description says so", () => {
  for (const text of ["", " \n", "\u00a0", "\u0000", "\ufeff"]) {
    assert.equal(words(10).safeParse(text).success, false, JSON.stringify(text));
    assert.doesNotMatch(text, new RegExp(properties.text.pattern));
  }
  assert.equal(words(10).parse(" a b "), "a b");
  assert.match(" a b ", new RegExp(properties.text.pattern));
});

Deno.test("every time zone that the description names is taken", () => {
  const [{ enum: names }, { pattern }] = properties.zone.anyOf;
  assert.ok(names.includes("UTC") && names.includes("Pacific/Auckland"));
  for (const zone of [...names, "+05:30", "-23:59"]) assert.ok(TimeZone.safeParse(zone).success, zone);
  assert.match("+05:30", new RegExp(pattern));
  for (const zone of ["", "Mars/Olympus", "+24:00"]) {
    assert.equal(TimeZone.safeParse(zone).success, false, zone);
    assert.ok(!names.includes(zone) && !new RegExp(pattern).test(zone), zone);
  }
});

Deno.test("a name is more than NUL, which is taken out of it", () => {
  assert.equal(Name.safeParse("\0").success, false);
  assert.equal(Name.safeParse("").success, false);
  assert.equal(Name.parse("Zoë"), "Zoë");
  assert.equal(UserId.parse(undefined), "cli");
});
