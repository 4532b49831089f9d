import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { type CommandHome, commandHome } from "../support/command.ts";

/** A backup of format 1, of a folder that version 0.1.0 made: two documents, a question, something told in a chat, a preference; with its key and token. */
const ARCHIVE = fileURLToPath(new URL("../fixtures/home-0.1.0.tar.gz", import.meta.url));
/** Whose chat it was. */
const SESSION = "0192d3c4-0000-7000-8000-000000000001";

/** That everything in it is there and answers as it did. */
async function answersAsBefore(home: CommandHome): Promise<void> {
  const rent = await home.json(["query", "How high is the rent?"]);
  assert.equal(rent.answer, "The rent is 950 pounds a month. [1]");
  assert.match(JSON.stringify(rent.sources), /lease\.md/);
  assert.match(JSON.stringify(await home.json(["search", "ferry to Amrum"])), /north pier/);
  assert.match(JSON.stringify(await home.json(["sessions", "show", SESSION])), /sister Amara/);
  assert.match((await home.morgan(["memory", "list"])).stdout, /shorter|length/i);
  const { checks } = await home.json(["doctor"]);
  assert.ok(Array.isArray(checks));
  const problems = checks.filter(({ status }) => status === "problem");
  assert.deepEqual(problems, []);
}

Deno.test("a backup that version 0.1.0 made is restored", async () => {
  await using home = await commandHome({});
  const { code, stdout, stderr } = await home.morgan(["restore", ARCHIVE]);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^Restored 2 documents, 2 conversations, 4 messages of /);
  await answersAsBefore(home);
});

Deno.test("a folder that version 0.1.0 made opens, and what it holds can be saved and restored as the present version has it", async () => {
  await using home = await commandHome({});
  await unpack(ARCHIVE, home.root);
  await answersAsBefore(home);
  const file = join(home.files, "new.tar.gz");
  assert.equal((await home.morgan(["backup", file, "--with-secrets"])).code, 0);
  await using other = await commandHome({});
  assert.equal((await other.morgan(["restore", file])).code, 0);
  await answersAsBefore(other);
});

/** The members of an archive as the files of a folder. */
async function unpack(archive: string, folder: string): Promise<void> {
  const members = Readable.from((await Deno.open(archive)).readable).pipe(createGunzip()).pipe(extract());
  for await (const entry of members) {
    const path = join(folder, entry.header.name);
    if (entry.header.type === "directory") {
      await Deno.mkdir(path, { recursive: true, mode: 0o700 });
      entry.resume();
      continue;
    }
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
    for await (const part of entry) if (part instanceof Uint8Array) await writeAll(file, part);
  }
}

async function writeAll(file: Deno.FsFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
}
