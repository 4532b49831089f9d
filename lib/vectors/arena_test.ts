import assert from "node:assert/strict";
import fc from "fast-check";
import { makeArena } from "./arena.ts";
import { scriptKernel } from "./kernel.ts";

const value = fc.float({ min: -1, max: 1, noNaN: true });

Deno.test("the WebAssembly kernel and the JavaScript one give equal dot products", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(value),
      (d, n, s) => {
        const take = (length: number) => Float32Array.from({ length }, () => s.next().value);
        const [query, rows] = [take(d), take(d * n)];
        const [fast, plain] = [makeArena(d), makeArena(d, scriptKernel)];
        for (const arena of [fast, plain]) arena.append(rows);
        const [a, b] = [fast, plain].map((arena) => arena.scan(query, [[0, n]]).slice());
        assert.deepEqual(a, b);
        a!.forEach((score, row) => {
          const exact = query.reduce((sum, x, i) => sum + x * rows[row * d + i]!, 0);
          assert.ok(Math.abs(score - exact) < 1e-4);
        });
        assert.deepEqual(fast.read(0, n), rows);
      },
    ),
  );
});
