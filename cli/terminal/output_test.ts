import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../", import.meta.url));

/** The one that writes, and the entry point, which says its version before anything is loaded. */
const WRITERS = new Set(["terminal/output.ts", "main.ts"]);

/** To look at a terminal is no writing. */
const LOOKING =
  /\b(?:process|Deno)\.std(?:out|err)(?:\.(?:isTTY|isTerminal\(\)|columns|rows|on\(|off\()|\b(?=\)))/g;

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(`${CLI}${folder}`)) {
    if (isDirectory) yield* sources(`${folder}${name}/`);
    else if (name.endsWith(".ts") && !name.endsWith("_test.ts")) yield `${folder}${name}`;
  }
}

Deno.test("no other file of the command line writes to stdout or stderr", async () => {
  const found: string[] = [];
  let looked = 0;
  for await (const path of sources("")) {
    if (WRITERS.has(path)) continue;
    looked++;
    const lines = (await Deno.readTextFile(`${CLI}${path}`)).split("\n");
    for (const [i, line] of lines.entries()) {
      const rest = line.replaceAll(LOOKING, "");
      if (/\bconsole\.|\b(?:process|Deno)\.std(?:out|err)\b/.test(rest)) {
        found.push(`${path}:${i + 1}: ${line.trim()}`);
      }
    }
  }
  assert.ok(looked > 50);
  assert.deepEqual(found, []);
});
