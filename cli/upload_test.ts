import assert from "node:assert/strict";
import type { WatchClient } from "./watch/mod.ts";
import type { DocumentEvent, IngestEvent } from "../services/rag/contract.ts";
import { sendFiles } from "./upload.ts";

/** Takes what comes whole, and fails what comes short, as the server does. */
const client: Pick<WatchClient, "ingest"> = {
  async *ingest(files, { onBroken } = {}): AsyncGenerator<IngestEvent> {
    for (const { path, open } of files) {
      const sent = { event: "document", path, chunks: 1, embeddings: 0 } as const;
      try {
        await new Response(await open()).bytes();
        yield { ...sent, status: "completed" };
      } catch (error) {
        onBroken?.(path, error);
        yield { ...sent, status: "failed", reason: "incomplete" };
      }
    }
  },
};

Deno.test("files that went, became a folder or were cut since the walk cost themselves", async () => {
  const root = await Deno.makeTempDir();
  const outcomes = new Map<string, DocumentEvent>();
  try {
    for (const name of ["a", "cut", "z"]) await Deno.writeTextFile(`${root}/${name}.md`, "x".repeat(300_000));
    await Deno.mkdir(`${root}/folder.md`);
    const names = ["a.md", "gone.md", "folder.md", "cut.md", "z.md"];
    await sendFiles(
      client,
      names.map((name) => ({ path: `${root}/${name}`, size: 3 })),
      { force: false, signal: new AbortController().signal },
      (event) => {
        if (event.event !== "document") return;
        outcomes.set(event.path.slice(root.length + 1), event);
        // All are open by now: the rest of this one goes before it is read.
        if (event.path.endsWith("/a.md")) Deno.truncateSync(`${root}/cut.md`, 10);
      },
    );
  } finally {
    await Deno.remove(root, { recursive: true });
  }
  const status = (name: string) => [outcomes.get(name)?.status, outcomes.get(name)?.reason];
  assert.deepEqual(status("a.md"), ["completed", undefined]);
  assert.deepEqual(status("z.md"), ["completed", undefined]);
  assert.deepEqual(status("gone.md"), ["failed", "gone"]);
  assert.deepEqual(status("cut.md"), ["failed", "unreadable"]);
  assert.match(outcomes.get("cut.md")?.message ?? "", /cut while it was read/);
  assert.equal(outcomes.get("folder.md")?.status, "failed");
});
