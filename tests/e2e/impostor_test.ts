import assert from "node:assert/strict";
import { ensureToken, homePaths, openHome, writeServerFile } from "../../lib/home/mod.ts";
import { commandHome } from "../support/command.ts";

/** Every command that talks to a server. */
const COMMANDS = [
  ["status"],
  ["query", "what is the secret plan?"],
  ["search", "secret plan"],
  ["ingest", "plan.md"],
  ["chat", "the secret plan"],
  ["documents", "list"],
  ["documents", "show", "plan.md"],
  ["documents", "rm", "plan.md", "-y"],
  ["sessions", "list"],
  ["memory", "list"],
  ["mood"],
  ["feedback", "--rating", "3", "--comment", "secret plan"],
  ["reindex"],
  ["keys", "status"],
  ["doctor"],
  ["backup", "plan.tar.gz"],
  ["config", "list"],
  ["stop"],
];

Deno.test("who listens where a server died is told nothing by any command", async () => {
  const told: string[] = [];
  await using impostor = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    told.push(
      `${request.method} ${request.url} ${JSON.stringify([...request.headers])} ${await request.text()}`,
    );
    return Response.json({ status: "ok", service: "morgan-core", version: "0.1.0" });
  });
  // No server of its own comes up in such a folder: what a command says, it says to the impostor or to nobody.
  await using home = await commandHome({
    MORGAN_EMBEDDING_PROVIDER: "onnx",
    MORGAN_EMBEDDING_MODEL: "/nowhere",
  });
  await home.write({ "plan.md": "the secret plan" });
  await openHome({ MORGAN_HOME: home.root });
  const paths = homePaths({ MORGAN_HOME: home.root });
  await ensureToken(paths);
  // The dead server's id was given to another process since: to this one.
  await writeServerFile(paths, {
    url: `http://127.0.0.1:${impostor.addr.port}`,
    pid: Deno.pid,
    version: "0.1.0",
    instance: crypto.randomUUID(),
    started_at: new Date().toISOString(),
    background: true,
  });
  for (const args of COMMANDS) await home.morgan(args, { stdin: "" });
  assert.deepEqual(told, []);
  assert.equal((await home.server()).pid, Deno.pid);
});
