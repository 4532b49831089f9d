import assert from "node:assert/strict";
import fc from "fast-check";
import { openKeyring } from "./mod.ts";

async function folder(): Promise<{ keys: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "morgan-keys-" });
  return { keys: `${path}/keys`, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

Deno.test("any text comes back from its own place, and from no other", async () => {
  await using home = await folder();
  const keyring = await openKeyring(home);
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.string(),
      async (text, place, other) => {
        fc.pre(place !== other);
        const sealed = await keyring.seal(text, place);
        assert.equal(await keyring.open(sealed, place), text);
        assert.notEqual(await keyring.seal(text, place), sealed);
        await assert.rejects(keyring.open(sealed, other), { code: "storage", message: /altered or moved/ });
      },
    ),
    { numRuns: 50 },
  );
});

Deno.test("a changed byte is noticed", async () => {
  await using home = await folder();
  const keyring = await openKeyring(home);
  const sealed = await keyring.seal("My dog is called Rex", "t/c/1");
  const [version, id, payload = ""] = sealed.split(".");
  const bytes = Uint8Array.fromBase64(payload, { alphabet: "base64url" });
  for (const at of [0, 15, bytes.length - 1]) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    const envelope = [version, id, changed.toBase64({ alphabet: "base64url", omitPadding: true })].join(".");
    await assert.rejects(keyring.open(envelope, "t/c/1"), { code: "storage" });
  }
});

Deno.test("the key is made on first use, for the owner alone, and is the same the next time", async () => {
  await using home = await folder();
  const sealed = await (await openKeyring(home)).seal("x", "p");
  const again = await openKeyring(home, { used: new Set([sealed.split(".")[1] ?? ""]) });
  assert.equal(await again.open(sealed, "p"), "x");
  if (Deno.build.os !== "windows") {
    assert.equal(((await Deno.stat(`${home.keys}/data.key`)).mode ?? 0) & 0o777, 0o600);
  }
});

Deno.test("a lost key is an error that names the file, and no new key is made in its place", async () => {
  await using home = await folder();
  const { current, file } = (await openKeyring(home)).state();
  await Deno.remove(file);
  await assert.rejects(
    openKeyring(home, { used: new Set([current]) }),
    (error: Error & { hint?: string }) => {
      assert.ok(error.message.includes(file));
      assert.match(error.hint ?? "", /Put the file back .* morgan keys reset/);
      return true;
    },
  );
  await assert.rejects(Deno.stat(file), Deno.errors.NotFound);
});

Deno.test("another key is an error that names the file and both keys", async () => {
  await using home = await folder();
  const { current, file } = (await openKeyring(home)).state();
  await Deno.remove(file);
  const other = (await openKeyring(home)).state().current;
  await assert.rejects(openKeyring(home, { used: new Set([current]) }), {
    code: "storage",
    message: new RegExp(`${file}.*${other}.*${current}`),
  });
});

Deno.test("the owner's file may hold base64 or hex; anything else names file and line", async () => {
  await using home = await folder();
  await Deno.mkdir(home.keys);
  const keyFile = `${home.keys}/own.key`;
  await assert.rejects(openKeyring(home, { keyFile }), {
    code: "invalid_config",
    message: /own\.key.*not there/,
  });
  const key = crypto.getRandomValues(new Uint8Array(32));
  await Deno.writeTextFile(keyFile, `${key.toBase64()}\n`);
  const sealed = await (await openKeyring(home, { keyFile })).seal("x", "p");
  await Deno.writeTextFile(keyFile, `# mine\n${key.toHex()}`);
  assert.equal(await (await openKeyring(home, { keyFile })).open(sealed, "p"), "x");
  for (
    const [text, reason] of [["", "is empty"], ["c2hvcnQ=", "key 1"], [
      `${key.toHex()}\n%%`,
      "key 2",
    ]] as const
  ) {
    await Deno.writeTextFile(keyFile, text);
    await assert.rejects(openKeyring(home, { keyFile }), {
      code: "invalid_config",
      message: new RegExp(`own\\.key.*${reason}`),
    });
  }
});

Deno.test("equal texts have equal blind values under one key, others have others", async () => {
  await using home = await folder();
  const keyring = await openKeyring(home);
  assert.equal(await keyring.blind("deadline"), await keyring.blind("deadline"));
  assert.notEqual(await keyring.blind("deadline"), await keyring.blind("deadlines"));
  assert.doesNotMatch(await keyring.blind("deadline"), /deadline/);
  const before = await keyring.blind("deadline");
  await keyring.beginRotation();
  assert.ok((await keyring.blinds("deadline")).includes(before));
  assert.notEqual(await keyring.blind("deadline"), before);
});

Deno.test("a key that another process put into the file is found there, and is the one to seal with from then on", async () => {
  await using home = await folder();
  const [one, other] = [await openKeyring(home), await openKeyring(home)];
  const before = await one.seal("x", "place");
  await one.beginRotation();
  const after = await one.seal("y", "place");
  assert.equal(await other.open(after, "place"), "y");
  assert.equal(await other.open(before, "place"), "x");
  assert.deepEqual(other.state(), one.state());
  const meanwhile = await other.seal("z", "place");
  await one.endRotation();
  assert.equal(await one.open(meanwhile, "place"), "z");
});

Deno.test("a file of other keys takes none away from a process that runs", async () => {
  await using home = await folder();
  await using elsewhere = await folder();
  await using third = await folder();
  const [keyring, , unknown] = [
    await openKeyring(home),
    await openKeyring(elsewhere),
    await openKeyring(third),
  ];
  const sealed = await keyring.seal("x", "place");
  await Deno.copyFile(`${elsewhere.keys}/data.key`, `${home.keys}/data.key`);
  const foreign = await unknown.seal("y", "place");
  await assert.rejects(keyring.open(foreign, "place"), { code: "storage", message: /another key/ });
  assert.equal(await keyring.open(sealed, "place"), "x");
});
