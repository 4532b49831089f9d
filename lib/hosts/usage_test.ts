import assert from "node:assert/strict";
import { parseGpus, usageMeter } from "./usage.ts";

Deno.test("the load of this machine is a share, at once and between two calls", async () => {
  const measure = usageMeter();
  for (let n = 0; n < 2; n++) {
    const { cpu_percent, memory_percent } = await measure();
    assert.ok(cpu_percent >= 0 && cpu_percent <= 100);
    assert.ok(memory_percent > 0 && memory_percent <= 100);
  }
});

Deno.test("nvidia-smi's lines are read, also where a card does not tell its load", () => {
  assert.deepEqual(parseGpus("NVIDIA H100 80GB HBM3, 37, 81559, 1024\nNVIDIA A, B, [N/A], 10, 5\n"), [
    { name: "NVIDIA H100 80GB HBM3", percent: 37, memory_bytes: 81559 * 2 ** 20, memory_used_bytes: 2 ** 30 },
    { name: "NVIDIA A, B", percent: 0, memory_bytes: 10 * 2 ** 20, memory_used_bytes: 5 * 2 ** 20 },
  ]);
  assert.deepEqual(parseGpus("\n"), []);
});
