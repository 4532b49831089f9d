import { type Database, openDatabase } from "./mod.ts";
import { documentTests } from "./document_tests.ts";
import { repositoryTests } from "./repository_tests.ts";

// One instance for all: a PGlite takes 250 MB and half a second, and the tests use names of their own.
let shared: Promise<Database> | undefined;

for (const tests of [repositoryTests, documentTests]) tests("PGlite", open);

async function open(): Promise<Database> {
  shared ??= openDatabase({ dataDir: "memory" });
  const database = await shared;
  return { ...database, [Symbol.asyncDispose]: () => Promise.resolve() };
}

Deno.test.afterAll(async () => {
  await (await shared)?.[Symbol.asyncDispose]();
});
