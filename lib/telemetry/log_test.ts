import assert from "node:assert/strict";
import { MorganError } from "../errors.ts";
import {
  createMetrics,
  errorFields,
  openLogFile,
  serviceLogger,
  startLogging,
  stopLogging,
  timed,
} from "./mod.ts";

Deno.test("a log line is JSON with what every service tells, and the fields of its request", async () => {
  const lines: string[] = [];
  await startLogging({ level: "info", write: (line) => lines.push(line) });
  const log = serviceLogger("rag").with({ request_id: "r-1" });
  log.debug("not this");
  log.info("stored {path}", { path: "a\nb.txt" });
  log.error("failed", errorFields(new MorganError("storage", "No.", { hint: "Do." })));
  await stopLogging();
  serviceLogger("rag").info("nobody listens");
  assert.equal(lines.length, 2);
  assert.ok(lines.every((line) => line.endsWith("}\n") && line.indexOf("\n") === line.length - 1));
  const [stored, failed] = lines.map((line) => JSON.parse(line));
  assert.deepEqual([stored.level, stored.service, stored.request_id, stored.path], [
    "info",
    "rag",
    "r-1",
    "a\nb.txt",
  ]);
  assert.match(stored.message, /^stored /);
  assert.ok(stored.host && new Date(stored.timestamp).toISOString() === stored.timestamp);
  assert.deepEqual([failed.error_code, failed.error, failed.hint, failed.stack], [
    "storage",
    "No.",
    "Do.",
    undefined,
  ]);
});

Deno.test("an error that nobody expected is logged with its stack", () => {
  assert.match(String(errorFields(new TypeError("odd")).stack), /TypeError: odd\n/);
});

Deno.test("a log file is appended to, moved away when it is full, and only its owner's", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/a.log`;
  for (const text of ["one\n", "two\n"]) {
    using write = openLogFile(path, { maxBytes: 10 });
    write(text);
  }
  assert.equal(await Deno.readTextFile(path), "one\ntwo\n");
  if (Deno.build.os !== "windows") assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  {
    using write = openLogFile(path, { maxBytes: 10 });
    write("three\n");
    write("a line that is longer than the whole file may be\n");
  }
  assert.equal(await Deno.readTextFile(`${path}.1`), "three\n");
  assert.match(await Deno.readTextFile(path), /^a line/);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("of the former log files so many are kept, also when two programs write", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/a.log`;
  const options = { maxBytes: 4, generations: 2 };
  {
    using one = openLogFile(path, options);
    using two = openLogFile(path, options);
    for (const [i, write] of [one, two, one, two, one].entries()) write(`${i}xx\n`);
  }
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  assert.deepEqual(names, ["a.log", "a.log.1", "a.log.2"]);
  const texts = await Promise.all(names.map((name) => Deno.readTextFile(`${folder}/${name}`)));
  assert.equal(texts[0], "4xx\n");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a line that cannot be written is told, and takes nothing down", {
  ignore: Deno.build.os !== "linux",
}, () => {
  const failures: string[] = [];
  using write = openLogFile("/dev/full", {
    onFailure: (error, line) => failures.push(`${error.name} ${line}`),
  });
  write("x\n");
  assert.equal(failures.length, 1);
});

Deno.test("a step is timed whether it succeeds or not", async () => {
  const metrics = createMetrics();
  await timed(metrics, "good", () => Promise.resolve());
  await assert.rejects(timed(metrics, "bad", () => Promise.reject(new Error("no"))));
  const text = await metrics.registry.metrics();
  assert.match(text, /morgan_step_seconds_count\{step="good"\} 1/);
  assert.match(text, /morgan_step_seconds_count\{step="bad"\} 1/);
});
