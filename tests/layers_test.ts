import assert from "node:assert/strict";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Each file of a folder that is part of the program, with the files that it imports, as paths from the root. */
async function* imports(folder: string): AsyncGenerator<{ file: string; imported: string }> {
  for await (const entry of Deno.readDir(join(ROOT, folder))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* imports(file);
    if (!entry.isFile || !/\.ts$/.test(file) || /(_test|_tests|testing\w*)\.ts$/.test(file)) continue;
    const text = await Deno.readTextFile(join(ROOT, file));
    for (const [, from = ""] of text.matchAll(/(?:\bfrom|\bimport\(?)\s*"(\.[^"]+)"/g)) {
      yield { file, imported: relative(ROOT, resolve(ROOT, folder, from)).replaceAll("\\", "/") };
    }
  }
}

/** Imports of a folder that a rule does not allow. */
async function forbidden(folder: string, allows: (file: string, imported: string) => boolean) {
  const found: string[] = [];
  let seen = 0;
  for await (const { file, imported } of imports(folder)) {
    seen++;
    if (!allows(file, imported)) found.push(`${file} imports ${imported}`);
  }
  assert.ok(seen > 100, `${folder}: only ${seen} imports were found`);
  return found;
}

/** The folder of a service that a file lies in; `undefined` for what puts them together. */
function serviceOf(path: string): string | undefined {
  return /^services\/(\w+)\//.exec(path)?.[1];
}

Deno.test("lib imports neither services nor commands", async () => {
  const found = await forbidden("lib", (_, imported) => !/^(services|cli)\//.test(imported));
  assert.deepEqual(found, []);
});

Deno.test("a service imports of another one only how it is called", async () => {
  const found = await forbidden("services", (file, imported) => {
    const [own, other] = [serviceOf(file), serviceOf(imported)];
    if (imported.startsWith("cli/")) return false;
    if (own === undefined || other === undefined || own === other) return true;
    return /\/(client|contract|routes)\.ts$/.test(imported);
  });
  assert.deepEqual(found, []);
});

Deno.test("commands know clients and contracts of services; `serve` alone knows what puts them together", async () => {
  const found = await forbidden("cli", (file, imported) => {
    if (!imported.startsWith("services/")) return true;
    if (serviceOf(imported) === undefined) return file === "cli/commands/serve.ts";
    return /\/(client|contract|routes)\.ts$/.test(imported);
  });
  assert.deepEqual(found, []);
});
