import assert from "node:assert/strict";
import { hostName, parseAddress } from "./address.ts";
import { tlsOf } from "./tls.ts";

Deno.test("parseAddress() reads hosts, login and parameters, with what is escaped in them", () => {
  const address = parseAddress(
    "postgresql://us%65r:p%40ss%2F%3A@one.example:6000,[::1],two.example/mor%20gan?target_session_attrs=read-write" +
      "&sslmode=verify-full&sslrootcert=/etc/ca.pem&connect_timeout=7&application_name=test",
  );
  assert.deepEqual(address, {
    hosts: [{ host: "one.example", port: 6000 }, { host: "::1", port: 5432 }, {
      host: "two.example",
      port: 5432,
    }],
    user: "user",
    password: "p@ss/:",
    database: "mor gan",
    target: "primary",
    sslmode: "verify-full",
    sslrootcert: "/etc/ca.pem",
    sslcert: undefined,
    sslkey: undefined,
    connectTimeoutMs: 7000,
    applicationName: "test",
  });
  assert.deepEqual(address.hosts.map(hostName), ["one.example:6000", "[::1]:5432", "two.example:5432"]);
  const local = parseAddress("postgres:///morgan?host=/var/run/postgresql");
  assert.deepEqual([local.hosts, local.user], [[{ host: "/var/run/postgresql", port: 5432 }], undefined]);
});

Deno.test("parseAddress() encrypts where others may listen in, unless it is told otherwise", () => {
  assert.equal(parseAddress("postgres://u@127.0.0.1/d").sslmode, "disable");
  assert.equal(parseAddress("postgres://u@127.0.0.1,db.example/d").sslmode, "prefer");
  assert.equal(parseAddress("postgres://u@db.example/d?sslmode=require").sslmode, "require");
});

Deno.test("parseAddress() refuses what it does not know, and tells no password", () => {
  for (
    const [url, message] of [
      ["mysql://u:geheim@h/d", /no address of PostgreSQL/],
      ["postgres://u:geheim@h", /names no database/],
      ["postgres://u:geheim@h:port/d", /names a host/],
      ["postgres://u:geheim@h/d?sslmode=maybe", /sslmode=maybe; known are disable, prefer/],
      ["postgres://u:geheim@h/d?target_session_attrs=standby", /Morgan writes/],
      ["postgres://u:geheim@h/d?connect_timeout=soon", /no number of seconds/],
      ["postgres://u:geheim@h/d?pool_mode=x", /parameter pool_mode/],
      ["postgres://u:geheim%@h/d", /begins no escape/],
    ] as const
  ) {
    assert.throws(() => parseAddress(url), (error: Error) => {
      assert.match(error.message, message);
      assert.ok(!Deno.inspect(error).includes("geheim"));
      return true;
    });
  }
});

Deno.test("tlsOf() trusts whom the mode says: anyone, whoever a certificate signed, or only the host itself", async () => {
  const options = (query: string) => tlsOf(parseAddress(`postgres://u@db.example/d?${query}`), "db.example");
  const ca = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(ca, "certificate");
    const seen = async (query: string) => {
      const { rejectUnauthorized, checkServerIdentity, servername } = await options(query);
      return [rejectUnauthorized, checkServerIdentity === undefined, servername];
    };
    assert.deepEqual(await seen("sslmode=require"), [false, false, "db.example"]);
    assert.deepEqual(await seen(`sslmode=require&sslrootcert=${ca}`), [true, false, "db.example"]);
    assert.deepEqual(await seen("sslmode=verify-ca"), [true, false, "db.example"]);
    assert.deepEqual(await seen(`sslmode=verify-full&sslrootcert=${ca}`), [true, true, "db.example"]);
    assert.equal(
      (await tlsOf(parseAddress("postgres://u@h/d?sslmode=require"), "10.0.0.1")).servername,
      undefined,
    );
    await assert.rejects(options("sslmode=require&sslrootcert=/no/such.pem"), { code: "invalid_config" });
  } finally {
    await Deno.remove(ca);
  }
});
