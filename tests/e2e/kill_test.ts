import assert from "node:assert/strict";
import { killIngest } from "../../scripts/chaos/kill_ingest.ts";

Deno.test("kill -9 while documents are read loses none that was reported and shows none by half", async () => {
  const { findings, reported } = await killIngest({
    kills: 5,
    documents: 24,
    env: { MORGAN_EMBEDDING_PROVIDER: "none" },
  });
  assert.deepEqual(findings, { lost: [], partly: [], versions: [], failed: [] });
  assert.ok(reported >= 24);
});
