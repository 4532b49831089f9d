import assert from "node:assert/strict";
import fc from "fast-check";
import { MorganError } from "../errors.ts";
import { openRecordLog } from "./mod.ts";

async function replayed(path: string): Promise<{ records: number[][]; cutBytes: number }> {
  const records: number[][] = [];
  await using log = await openRecordLog(path, (payload) => records.push([...payload]));
  return { records, cutBytes: log.report.cutBytes };
}

async function inTempDir(test: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(`${folder}/index.log`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const payloads = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });

Deno.test("a log cut at any byte keeps a prefix of whole records, and takes new ones", async () => {
  await fc.assert(
    fc.asyncProperty(payloads, fc.nat(), async (records, where) => {
      await inTempDir(async (path) => {
        {
          await using log = await openRecordLog(path, () => {});
          await log.append(records);
        }
        const bytes = await Deno.readFile(path);
        const cut = where % (bytes.length + 1);
        await Deno.writeFile(path, bytes.subarray(0, cut));
        const kept: number[][] = [];
        {
          await using log = await openRecordLog(path, (payload) => kept.push([...payload]));
          await log.append([new Uint8Array([7])]);
        }
        assert.deepEqual(kept, records.slice(0, kept.length).map((record) => [...record]));
        const whole = records.findIndex((_, i) =>
          8 + records.slice(0, i + 1).reduce((sum, record) => sum + 8 + record.length, 0) > cut
        );
        assert.equal(kept.length, cut < 8 ? 0 : whole === -1 ? records.length : whole);
        assert.deepEqual(await replayed(path), { records: [...kept, [7]], cutBytes: 0 });
      });
    }),
    { numRuns: 60 },
  );
});

Deno.test("a byte that changed cuts the log before its record, and the cut is reported", async () => {
  await inTempDir(async (path) => {
    {
      await using log = await openRecordLog(path, () => {});
      await log.append([new Uint8Array([1, 2]), new Uint8Array([3, 4])]);
    }
    const bytes = await Deno.readFile(path);
    bytes[bytes.length - 1] = 9;
    await Deno.writeFile(path, bytes);
    assert.deepEqual(await replayed(path), { records: [[1, 2]], cutBytes: 10 });
  });
});

Deno.test("rewrite() replaces all records, appends follow it, and a left-over of a torn rewrite is ignored", async () => {
  await inTempDir(async (path) => {
    {
      await using log = await openRecordLog(path, () => {});
      await log.append([new Uint8Array([1]), new Uint8Array([2])]);
      await log.rewrite([new Uint8Array([2])]);
      await log.append([new Uint8Array([3])]);
    }
    await Deno.writeFile(`${path}.new`, new Uint8Array([1, 2, 3]));
    assert.deepEqual((await replayed(path)).records, [[2], [3]]);
  });
});

Deno.test("a record larger than the read buffer comes back whole", async () => {
  await inTempDir(async (path) => {
    const large = new Uint8Array(5 << 20).map((_, i) => i);
    {
      await using log = await openRecordLog(path, () => {});
      await log.append([new Uint8Array([1]), large, new Uint8Array([2])]);
    }
    const lengths: number[] = [];
    await using log = await openRecordLog(path, (payload) => lengths.push(payload.length));
    assert.deepEqual(lengths, [1, large.length, 1]);
    assert.equal(log.report.records, 3);
  });
});

Deno.test("a file of another kind is refused and left as it is", async () => {
  await inTempDir(async (path) => {
    await Deno.writeTextFile(path, "a diary, not a log");
    await assert.rejects(
      openRecordLog(path, () => {}),
      (error) => error instanceof MorganError && !!error.hint,
    );
    assert.equal(await Deno.readTextFile(path), "a diary, not a log");
  });
});
