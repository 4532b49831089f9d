import { startRunning } from "../../../tests/support/running.ts";

/** A document's deletion and an upload of the same bytes under another path, at another distance in each round. */
export async function upload(rounds: number): Promise<string[]> {
  await using running = await startRunning({
    config: { embedding: { provider: "none" }, llm: { provider: "none" } },
  });
  const broken: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const [old, fresh] = [`old/${round}.txt`, `fresh/${round}.txt`];
    const text = `The boat of day ${round} waits for the avocet at the pier.`;
    const id = (await running.ingest({ [old]: text })).documents.get(old)?.document_id ?? "";
    const [{ documents }] = await Promise.all([
      running.ingest({ [fresh]: text }),
      (async () => {
        for (let step = 0; step < round % 12; step++) await new Promise((resolve) => setTimeout(resolve));
        await running.client.deleteDocument(id);
      })(),
    ]);
    const status = documents.get(fresh)?.status;
    const filter = { path_prefix: fresh };
    const { results } = await running.client.search({ query: "avocet", leg: "lexical", filter });
    if (status !== "completed" || results.length !== 1) {
      broken.push(`round ${round}: ${status}, found ${results.length} times`);
    }
  }
  const { checks } = await running.client.doctor(false);
  for (const { name, status, message } of checks) {
    if (status === "problem" && name !== "disk") broken.push(`doctor: ${name}: ${message}`);
  }
  return broken;
}
