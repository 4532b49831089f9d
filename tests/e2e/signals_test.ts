import assert from "node:assert/strict";
import { isAlive } from "../../lib/home/mod.ts";
import { within } from "../support/requests.ts";
import { commandHome } from "../support/command.ts";
import { chatHome, onTerminal, startChat } from "../support/chatting.ts";

/** Resolves with the first line of a process's output. */
async function firstLine(child: Deno.ChildProcess): Promise<string> {
  let text = "";
  for await (const piece of child.stdout.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes("\n")) break;
  }
  return text;
}

for (const [signal, name] of [["SIGHUP", "a closed terminal"], ["SIGTERM", "SIGTERM"]] as const) {
  Deno.test({
    name: `serve ends in order at ${name}, also when it comes twice`,
    ignore: Deno.build.os === "windows",
    async fn() {
      await using home = await commandHome();
      const child = home.spawn(["serve", "--port", "0"]);
      assert.match(await within(firstLine(child), "serve said where it listens"), /listens on/);
      child.kill(signal);
      if (signal === "SIGHUP") child.kill(signal);
      const { code } = await within(child.status, "serve ended");
      await child.stderr.cancel();
      assert.equal(code, 0);
      await assert.rejects(Deno.stat(`${home.root}/server.json`), Deno.errors.NotFound);
      assert.match(await Deno.readTextFile(`${home.root}/logs/server.log`), /"message":"stopping"/);
    },
  });
}

Deno.test({
  name: "a hang-up that was forbidden (nohup) does not end a server",
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using home = await commandHome();
    const [command = "", ...args] = home.commandLine(["serve", "--port", "0"]);
    const child = new Deno.Command("sh", {
      args: ["-c", 'trap "" HUP; exec "$@"', "sh", command, ...args],
      env: home.environment(),
      clearEnv: true,
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    await within(firstLine(child), "serve said where it listens");
    child.kill("SIGHUP");
    const { url } = await home.server();
    assert.equal((await (await fetch(`${url}/health`)).json()).status, "ok");
    assert.equal(isAlive(child.pid), true);
    child.kill("SIGTERM");
    assert.equal((await within(child.status, "serve ended")).code, 0);
  },
});

onTerminal("a chat that is ended from outside gives the terminal back", async () => {
  await using home = await chatHome();
  for (const [signal, code] of [[1, 129], [15, 143]] as const) {
    await using chat = startChat(home);
    await chat.until(/›/);
    await chat.signal(signal);
    assert.equal(await within(chat.ended, "the chat ended"), code);
    assert.ok(chat.raw().includes("\x1b[?2004l"));
  }
});
