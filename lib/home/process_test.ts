import assert from "node:assert/strict";
import process from "node:process";
import { eventually } from "../testing.ts";
import { isAlive } from "./process.ts";

Deno.test("a process runs until it has ended", async () => {
  assert.equal(isAlive(process.pid), true);
  const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await child.status;
  assert.equal(isAlive(child.pid), false);
});

Deno.test({
  name:
    "a process that ended, and that its parent has not reaped, doesn't run though a signal still finds it",
  ignore: Deno.build.os !== "linux",
  async fn() {
    // The shell becomes a program that reaps nobody.
    const script = "sleep 600 & echo $!; exec sleep 600";
    const parent = new Deno.Command("sh", { args: ["-c", script], stdout: "piped" }).spawn();
    const reader = parent.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const pid = Number((await reader.read()).value);
    assert.equal(isAlive(pid), true);
    Deno.kill(pid, "SIGKILL");
    await eventually("the killed process counts as gone", () => !isAlive(pid));
    assert.equal(process.kill(pid, 0), true);
    parent.kill("SIGKILL");
    await parent.status;
    await reader.cancel();
  },
});
