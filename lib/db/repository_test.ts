import { documentTests } from "./document_tests.ts";
import type { Database } from "./mod.ts";
import { repositoryTests } from "./repository_tests.ts";
import { type Backend, BACKENDS } from "./testing.ts";

for (const backend of BACKENDS) {
  for (const tests of [repositoryTests, documentTests]) tests(sharing(backend));
}

/** One database for all: a PGlite takes 250 MB and half a second, and the tests use names of their own. */
function sharing(backend: Backend): Backend {
  let shared: Promise<Database> | undefined;
  Deno.test.afterAll(async () => {
    await (await shared)?.[Symbol.asyncDispose]();
  });
  return {
    ...backend,
    async open() {
      shared ??= backend.open();
      return { ...await shared, [Symbol.asyncDispose]: () => Promise.resolve() };
    },
  };
}
