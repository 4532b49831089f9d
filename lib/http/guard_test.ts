import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { guard, hostOf } from "./guard.ts";
import { listen } from "./listen.ts";

function answered(options: Parameters<typeof guard>[1], headers: Record<string, string>, method = "GET") {
  const handler = guard(() => new Response("in"), options);
  return handler(new Request("http://127.0.0.1/health", { method, headers }));
}

async function status(
  options: Parameters<typeof guard>[1],
  headers: Record<string, string>,
  method?: string,
) {
  return (await answered(options, headers, method)).status;
}

const LOOPBACK = { host: "127.0.0.1" };

Deno.test("loopback's names and addresses are answered in every spelling", async () => {
  const hosts = [
    "127.0.0.1",
    "127.0.0.1:7373",
    "127.1.2.3:80",
    "localhost",
    "LOCALHOST:7373",
    "localhost.",
    "localhost.:80",
    "morgan.localhost",
    "[::1]",
    "[::1]:7373",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]:1",
    "localhost:",
  ];
  for (const host of hosts) assert.equal(await status(LOOPBACK, { host }), 200, host);
});

Deno.test("every other Host is refused as a problem", async () => {
  const hosts = [
    "evil.example",
    "evil.example:7373",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example, localhost",
    "localhost@evil.example",
    "localhost evil.example",
    "192.168.1.5",
    "0.0.0.0",
    "[::2]",
    "[::1",
    "::1",
    "localhost:7373:7373",
    "localhost/",
    "notlocalhost",
    "",
    "a".repeat(300),
  ];
  for (const host of hosts) {
    const response = await answered(LOOPBACK, { host });
    assert.equal(response.status, 403, host);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    const { code, hint } = await response.json();
    assert.ok(code === "forbidden" && hint);
  }
  assert.equal(await status(LOOPBACK, {}), 403);
});

Deno.test("the configured host and names are answered, however they are written", async () => {
  const options = { host: "Morgan.LAN", allowed: ["talk.example.org.", "fd00::5", "[fd00::6]"] };
  for (const host of ["morgan.lan:1", "TALK.example.org", "[fd00::5]:80", "[fd00:0::6]", "localhost"]) {
    assert.equal(await status(options, { host }), 200, host);
  }
  assert.equal(await status(options, { host: "x.talk.example.org" }), 403);
});

Deno.test("a server that listens everywhere is called by any address of this machine, and by no other name", async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((of = []) => of)
    .map(({ address, family }) => family === "IPv6" ? `[${address}]` : address);
  for (const host of ["0.0.0.0", "::"]) {
    for (const own of addresses) assert.equal(await status({ host }, { host: `${own}:7373` }), 200, own);
    assert.equal(await status({ host }, { host: "evil.example" }), 403);
    assert.equal(await status({ host }, { host: "203.0.113.9" }), 403);
  }
  assert.ok(addresses.length > 0);
});

Deno.test("a page of another site changes nothing; without Origin, and from its own names, calls go through", async () => {
  const host = "localhost:7373";
  for (
    const origin of [
      "https://evil.example",
      "null",
      "http://localhost.evil.example",
      "file://",
      "http://a@localhost",
    ]
  ) {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      assert.equal(await status(LOOPBACK, { host, origin }, method), 403, `${method} ${origin}`);
    }
    assert.equal(await status(LOOPBACK, { host, origin }), 200);
  }
  for (const origin of ["http://localhost:3000", "http://127.0.0.1:7373", "http://[::1]:1"]) {
    assert.equal(await status(LOOPBACK, { host, origin }, "POST"), 200, origin);
  }
  assert.equal(await status(LOOPBACK, { host }, "DELETE"), 200);
});

Deno.test("addresses have one spelling", () => {
  assert.equal(hostOf("LocalHost."), "localhost");
  assert.equal(hostOf("[0::1]:5"), "[::1]");
  assert.equal(hostOf("0x7f.1"), "127.0.0.1");
});

Deno.test("a listener answers for its own address, and refuses a name that was pointed to it", async () => {
  await using listener = listen(() => new Response("in"), { host: "127.0.0.1", port: 0 });
  const ask = async (host: string | null) => {
    const { hostname, port } = new URL(listener.url);
    using connection = await Deno.connect({ hostname, port: Number(port) });
    const line = host === null ? "" : `Host: ${host}\r\n`;
    await connection.write(new TextEncoder().encode(`GET / HTTP/1.1\r\n${line}Connection: close\r\n\r\n`));
    return (await new Response(connection.readable).text()).split("\r\n")[0] ?? "";
  };
  assert.match(await ask("localhost"), / 200 /);
  assert.match(await ask("rebound.example"), / 403 /);
  assert.match(await ask(null), / 4\d\d /);
});
