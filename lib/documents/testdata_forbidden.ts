/** A reading process whose parser is in an attacker's hands: "reads" a document by trying what it may not, and tells what came of it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import type { extract } from "./extract.ts";
import { runExtractProcess } from "./extract_process.ts";

/** What is tried; `secret` is a file of the user's, `url` an address at which a server listens. */
function acts(secret: string, url: string): Record<string, () => unknown> {
  const { hostname, port } = new URL(url);
  const code = `Deno.readTextFile(${JSON.stringify(secret)})`;
  return {
    "read a file": () => Deno.readTextFile(secret),
    "read a file by Node": () => readFileSync(secret),
    "look at a file": () => Deno.stat(secret),
    "list a folder": () => Array.fromAsync(Deno.readDir("/")),
    "read the environment's file": () => Deno.readTextFile("/proc/self/environ"),
    "load a file as a module": () => import(`file://${secret}`),
    "load a module from elsewhere": () => import(`${url}/module.js`),
    "write a file": () => Deno.writeTextFile(`${secret}.new`, "x"),
    "remove a file": () => Deno.remove(secret),
    "make a temporary file": () => Deno.makeTempFile(),
    "fetch": () => fetch(url),
    "connect": () => Deno.connect({ hostname, port: Number(port) }),
    "look up a name": () => Deno.resolveDns("example.org", "A"),
    "listen": () => Deno.listen({ port: 0 }),
    "see a variable": () => Deno.env.get("MORGAN_TOKEN"),
    "see all variables": () => Deno.env.toObject(),
    "see a variable by Node": () => process.env.MORGAN_TOKEN,
    "run a program": () => new Deno.Command(Deno.execPath(), { args: ["--version"] }).output(),
    "run a program by Node": () => execFileSync("/bin/true"),
    "signal another process": () => Deno.kill(Deno.ppid, "SIGCONT"),
    "load a library": () => Deno.dlopen(secret, {}),
    "ask for the host's name": () => Deno.hostname(),
    "let a worker read": () =>
      new Promise((resolve, reject) => {
        const source = `postMessage(await (${code}).then(() => "read", (error) => String(error)))`;
        const worker = new Worker(`data:application/javascript,${encodeURIComponent(source)}`, {
          type: "module",
        });
        worker.onmessage = ({ data }) => data === "read" ? resolve(data) : reject(new Error(data));
        worker.onerror = (event) => (event.preventDefault(), reject(new Error(event.message)));
      }),
  };
}

const tryAll: typeof extract = async (bytes) => {
  const { secret, url } = JSON.parse(new TextDecoder().decode(bytes));
  const outcomes: Record<string, string> = {};
  for (const [what, act] of Object.entries(acts(secret, url))) {
    try {
      await act();
      outcomes[what] = "done";
    } catch (error) {
      outcomes[what] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
  const text = JSON.stringify(outcomes);
  return { type: "text", text, title: null, pages: [], headings: [], charset: null, warnings: [] };
};

if (import.meta.main) await runExtractProcess(tryAll);
