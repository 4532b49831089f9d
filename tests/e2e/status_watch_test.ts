// deno-lint-ignore-file no-control-regex
import assert from "node:assert/strict";
import { within } from "../../lib/testing.ts";
import { commandHome } from "../support/command.ts";
import { hasPseudoTerminal } from "../support/sandbox.ts";

const possible = await hasPseudoTerminal();

/** Reads a stream until `enough`, and gives back what came. */
async function readUntil(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  enough: (text: string) => boolean,
): Promise<{ text: string; rest: () => Promise<string> }> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!enough(text)) {
    const { done, value } = await within("the next lines", reader.read());
    if (done) throw new Error(`It ended too soon:\n${text}`);
    text += value;
  }
  return {
    text,
    async rest() {
      let more = "";
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return more;
        more += value;
      }
    },
  };
}

Deno.test("status tells how busy the machine is, with its graphics card where there is one", async () => {
  await using home = await commandHome();
  await home.write({ "bin/nvidia-smi": "#!/bin/sh\necho 'Fake 9000, 42, 1000, 250'\n" });
  await Deno.chmod(`${home.files}/bin/nvidia-smi`, 0o755);
  const path = `${home.files}/bin:${Deno.env.get("PATH")}`;
  const { hosts } = await home.json(["status"], { env: { PATH: path } }) as {
    hosts: Record<string, unknown>[];
  };
  assert.ok(Number(hosts[0]?.cpu_percent) >= 0 && Number(hosts[0]?.memory_percent) > 0);
  assert.deepEqual(hosts[0]?.gpus, [
    { name: "Fake 9000", percent: 42, memory_bytes: 1000 * 2 ** 20, memory_used_bytes: 250 * 2 ** 20 },
  ]);
  const { stdout } = await home.morgan(["status"]);
  assert.match(stdout, /host +system +cores +CPU % +RAM % +GPU % +VRAM % +Morgan uses\n.* 42 +25 +/);
});

Deno.test("status --watch repeats itself, survives the server's end, and ends well with Ctrl-C", async () => {
  await using home = await commandHome();
  await home.json(["status"]);
  const watching = home.spawn(["status", "--watch", "--interval", "1", "--json"]);
  const { text, rest } = await readUntil(watching.stdout, (text) => text.split("\n").length > 2);
  for (const line of text.trimEnd().split("\n")) {
    assert.equal(typeof JSON.parse(line).uptime_seconds, "number");
  }
  watching.kill("SIGINT");
  await Promise.all([rest(), watching.stderr.cancel()]);
  assert.equal((await watching.status).code, 0);

  const plain = home.spawn(["status", "--watch", "--interval", "1"]);
  const blocks = await readUntil(plain.stdout, (text) => text.split("\n\nMorgan ").length > 1);
  assert.doesNotMatch(blocks.text, /\x1b/);
  await home.morgan(["stop"]);
  plain.kill("SIGINT");
  await Promise.all([blocks.rest(), plain.stderr.cancel()]);
  assert.equal((await plain.status).code, 0);
  assert.equal((await home.morgan(["status", "--interval", "0"])).code, 64);
});

Deno.test({
  name: "on a terminal status --watch takes the screen and gives it back",
  ignore: !possible,
  async fn() {
    await using home = await commandHome();
    await home.json(["status"]);
    const line = home.commandLine(["status", "--watch", "--interval", "1"]).map((word) => `'${word}'`).join(
      " ",
    );
    const terminal = new Deno.Command("script", {
      args: ["-qec", `stty cols 80 rows 24; exec ${line}`, "/dev/null"],
      env: { ...home.environment(), TERM: "xterm-256color" },
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const typing = terminal.stdin.getWriter();
    const { text, rest } = await readUntil(terminal.stdout, (text) => text.split("\x1b[H").length > 2);
    assert.match(text, /\x1b\[\?1049h/);
    assert.ok((text.split("\x1b[H")[1] ?? "").split("\n").length <= 23);
    await typing.write(new TextEncoder().encode("\x03"));
    assert.match(await rest(), /\x1b\[\?25h\x1b\[\?1049l/);
    await typing.close().catch(() => {});
    assert.equal((await terminal.status).code, 0);
  },
});
