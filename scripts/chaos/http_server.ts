import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** What must be as before once all is over. */
export interface Measure {
  alive: boolean;
  descriptors: number;
  /** Files of uploads that are not whole. */
  temporary: number;
  documents: number;
}

/** A Morgan that runs as a process of its own. */
export interface Server extends AsyncDisposable {
  url: string;
  token: string;
  connect(): Promise<Deno.Conn>;
  /** Sends a text whose characters are bytes. */
  send(conn: Deno.Conn, bytes: string): Promise<void>;
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Ingests one file and tells how many documents that made. */
  upload(name: string, text: string): Promise<number>;
  measure(): Promise<Measure>;
  /** The measure once it is as `before`, or after 60 s. */
  settled(before: Measure): Promise<Measure>;
}

/** Starts a Morgan that may have so many files open. @param env further settings; without any it has no model */
export async function startServer(
  descriptors: number,
  env: Record<string, string> = { MORGAN_EMBEDDING_PROVIDER: "none" },
): Promise<Server> {
  await using stack = new AsyncDisposableStack();
  const home = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
  stack.defer(() => Deno.remove(home, { recursive: true }));
  const child = new Deno.Command("sh", {
    args: ["-c", `ulimit -n ${descriptors}; exec "$0" run -A "$1" serve --port 0`, Deno.execPath(), MAIN],
    env: { ...env, MORGAN_HOME: home },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let alive = true;
  const ended = child.status.then((status) => (alive = false, status));
  stack.defer(async () => {
    if (alive) child.kill("SIGTERM");
    console.log(`the server ended with ${(await ended).code}`);
  });
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  stack.defer(() => reader.cancel());
  const { value = "" } = await reader.read();
  const url = /http:\/\/[\w.:]+/.exec(value)?.[0];
  if (!url) throw new Error(`The server did not start: ${value}`);
  const token = (await Deno.readTextFile(join(home, "token"))).trim();
  const { hostname, port } = new URL(url);
  const owned = stack.move();
  const server: Server = {
    url,
    token,
    connect: () => Deno.connect({ hostname, port: Number(port) }),
    async send(conn, text) {
      const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
      for (let sent = 0; sent < bytes.length;) sent += await conn.write(bytes.subarray(sent));
    },
    call: (path, init = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } }),
    async upload(name, text) {
      const body = new FormData();
      body.append("file", new File([text], name));
      const events = await (await server.call("/api/ingest", { method: "POST", body })).text();
      return events.split("\n").filter((line) => line.includes('"completed"')).length;
    },
    async measure() {
      const { documents } = await (await server.call("/api/status")).json();
      return {
        alive,
        descriptors: [...Deno.readDirSync(`/proc/${child.pid}/fd`)].length,
        temporary: [...Deno.readDirSync(join(home, "objects", ".tmp"))].length,
        documents: documents.completed,
      };
    },
    async settled(before) {
      const end = performance.now() + 60_000;
      for (;;) {
        const now = await server.measure();
        if (now.descriptors <= before.descriptors && now.temporary === 0) return now;
        if (performance.now() > end) return now;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
  return server;
}
