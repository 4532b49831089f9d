import assert from "node:assert/strict";
import { objectPath } from "../../lib/objects/names.ts";
import { DOCUMENTS_BUCKET } from "../../lib/objects/mod.ts";
import { readNdjson } from "../../lib/http/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { pathsWith, within } from "../support/requests.ts";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

/** Where the original bytes of a document lie. */
async function originalOf(running: Running, id: string): Promise<string> {
  const { sha256 } = await running.client.document(id);
  return objectPath(running.home.objects, DOCUMENTS_BUCKET, sha256);
}

/** Files on their way in: versions, copies, failures. */
export function ingestTests(test: Register): void {
  test("multipart parts become documents under their paths, told as NDJSON", async (running) => {
    const form = new FormData();
    form.append("file", new Blob(["# Harbour\n\nThe quokkaberth opened in 1931."]), "in/harbour.md");
    form.append("in/field.txt", new Blob(["A quokkafield lies behind it."]), "field.txt");
    const response = await running.call("/api/ingest", { method: "POST", body: form });
    assert.equal(response.headers.get("content-type"), "application/x-ndjson");
    const events = await Array.fromAsync(readNdjson(response)) as Record<string, unknown>[];
    const documents = events.filter(({ event }) => event === "document");
    assert.deepEqual(documents.map(({ path, status }) => `${path} ${status}`).sort(), [
      "in/field.txt completed",
      "in/harbour.md completed",
    ]);
    assert.ok(events.some(({ event, step }) => event === "progress" && step === "received"));
    const { event, documents: n, failed, unchanged } = events.at(-1) ?? {};
    assert.deepEqual({ event, n, failed, unchanged }, {
      event: "summary",
      n: 2,
      failed: 0,
      unchanged: 0,
    });
    assert.deepEqual(await pathsWith(running, "quokkaberth"), ["in/harbour.md"]);
  });

  test("a second ingest of the same bytes says unchanged and embeds nothing", async (running) => {
    const files = { "same/a.txt": "The vermilion kettle sings at dawn.", "same/b.md": "# B\n\nQuiet." };
    const first = await running.ingest(files);
    assert.equal(first.summary.documents, 2);
    const second = await running.ingest(files);
    assert.deepEqual(second.summary, {
      event: "summary",
      documents: 0,
      chunks: 0,
      embeddings: 0,
      unchanged: 2,
      failed: 0,
    });
    const id = (outcome: typeof first) => outcome.documents.get("same/a.txt")?.document_id;
    assert.equal(id(second), id(first));
    const forced = await running.ingest({ "same/a.txt": files["same/a.txt"] }, { force: true });
    assert.equal(forced.summary.documents, 1);
    assert.deepEqual(await pathsWith(running, "vermilion"), ["same/a.txt"]);
  });

  test("a changed file replaces its old version, and nothing of the old one stays", async (running) => {
    const before = await running.ingest({ "change/a.txt": "The old word is brambleford." });
    const old = before.documents.get("change/a.txt")?.document_id ?? "";
    const original = await originalOf(running, old);
    const vectors = (await running.client.status()).index.vectors;
    await running.ingest({ "change/a.txt": "The new word is thistlewick." });
    assert.deepEqual(await pathsWith(running, "brambleford"), []);
    assert.deepEqual(await pathsWith(running, "thistlewick"), ["change/a.txt"]);
    await eventually("only the new version is indexed", async () => {
      return (await running.client.status()).index.vectors === vectors;
    });
    await eventually("the old original is gone", async () => !await exists(original));
    await assert.rejects(running.client.document(old), { code: "not_found" });
    const listed = await running.client.documents({ path_prefix: "change/" });
    assert.equal(listed.documents.length, 1);
  });

  test("the same content under two paths is embedded once, cited with both, and gone with the last", async (running) => {
    const before = (await running.client.status()).index;
    const text = "Ottoline keeps nine grey marlinspikes in the pantry.";
    const first = await running.ingest({ "twin/one.txt": text });
    assert.equal(first.summary.embeddings, 1);
    const second = await running.ingest({ "twin/two.txt": text });
    assert.deepEqual([second.summary.documents, second.summary.embeddings], [1, 0]);
    const found = await running.client.search({ query: "marlinspikes", leg: "fused", top_k: 1 });
    assert.equal(found.results[0]?.path, "twin/one.txt");
    assert.deepEqual(found.results[0]?.also_at, ["twin/two.txt"]);
    const one = first.documents.get("twin/one.txt")?.document_id ?? "";
    const two = second.documents.get("twin/two.txt")?.document_id ?? "";
    const original = await originalOf(running, one);

    await running.client.deleteDocument(one);
    const left = await running.client.search({ query: "marlinspikes", leg: "fused", top_k: 1 });
    assert.equal(left.results[0]?.path, "twin/two.txt");
    assert.equal(left.results[0]?.also_at, undefined);
    assert.equal(await exists(original), true);

    await running.client.deleteDocument(two);
    assert.deepEqual(await pathsWith(running, "marlinspikes"), []);
    const { vectors, lexical_chunks } = (await running.client.status()).index;
    assert.deepEqual({ vectors, lexical_chunks }, {
      vectors: before.vectors,
      lexical_chunks: before.lexical_chunks,
    });
    assert.equal(await exists(original), false);
  });

  test("a document that fails has a reason, which is remembered, and the rest goes on", async (running) => {
    const files = {
      "bad/empty.txt": "   \n",
      "bad/image.txt": Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251),
      "bad/fake.pdf": "%PDF-1.7 but nothing else",
      "bad/good.txt": "The good one is a dapplegrim.",
    };
    const first = await running.ingest(files);
    assert.deepEqual([first.summary.documents, first.summary.failed], [1, 3]);
    const reason = (path: string) => first.documents.get(path)?.reason;
    assert.equal(reason("bad/empty.txt"), "empty");
    assert.equal(reason("bad/image.txt"), "binary");
    assert.ok(["damaged", "truncated"].includes(reason("bad/fake.pdf") ?? ""));
    const second = await running.ingest(files);
    assert.deepEqual([second.summary.unchanged, second.summary.failed], [1, 3]);
    for (const [path, event] of second.documents) {
      assert.equal(event.reason, reason(path));
      assert.equal(event.message, first.documents.get(path)?.message);
      if (event.status === "failed") assert.ok(event.hint && event.message);
    }
    const listed = await running.client.documents({ path_prefix: "bad/", status: "failed" });
    assert.equal(listed.documents.length, 3);
    assert.deepEqual(await pathsWith(running, "dapplegrim"), ["bad/good.txt"]);
  });

  test("two versions of one path sent at once both end, and one of them is what is found", async (running) => {
    const outcomes = await within(
      Promise.all([
        running.ingest({ "race/a.txt": "Version one says fernglint." }),
        running.ingest({ "race/a.txt": "Version two says mossglint." }),
      ]),
      "both requests end",
    );
    assert.ok(outcomes.some(({ summary }) => summary.documents === 1));
    const found = [...await pathsWith(running, "fernglint"), ...await pathsWith(running, "mossglint")];
    assert.deepEqual(found, ["race/a.txt"]);
    const { documents } = await running.client.documents({ path_prefix: "race/" });
    assert.equal(documents.filter(({ status }) => status === "completed").length, 1);
  });

  test("the same file twice in one request is one document", async (running) => {
    const body =
      `--x\r\ncontent-disposition: form-data; name=f; filename="twice/a.txt"\r\n\r\nA gorsebell rings.\r\n`;
    const response = await running.call("/api/ingest", {
      method: "POST",
      body: `${body}${body}--x--\r\n`,
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    const events = await within(Array.fromAsync(readNdjson(response)), "the request ends");
    assert.equal((events.at(-1) as { failed: number }).failed, 0);
    assert.deepEqual(await pathsWith(running, "gorsebell"), ["twice/a.txt"]);
  });

  test("a multipart request that breaks off keeps what was acknowledged and says what is wrong", async (running) => {
    const whole =
      `--x\r\ncontent-disposition: form-data; name=f; filename="cut/a.txt"\r\n\r\nA plumthorn blooms.\r\n`;
    const part = `--x\r\ncontent-disposition: form-data; name=f; filename="cut/b.txt"\r\n\r\nHalf of`;
    const response = await running.call("/api/ingest", {
      method: "POST",
      body: whole + part,
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    const events = await within(Array.fromAsync(readNdjson(response)), "the request ends");
    const error = events.find((value) => (value as { event: string }).event === "error");
    assert.equal((error as { code: string } | undefined)?.code, "invalid_input");
    assert.deepEqual(await pathsWith(running, "plumthorn"), ["cut/a.txt"]);
    assert.deepEqual((await running.client.documents({ path_prefix: "cut/b" })).documents, []);
  });
}
