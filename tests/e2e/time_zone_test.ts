import assert from "node:assert/strict";
import { dayAfter, dayIn } from "../../lib/zone.ts";
import { eventually } from "../../lib/testing.ts";
import { commandHome } from "../support/command.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

for (const zone of ["Pacific/Auckland", "Pacific/Pago_Pago"]) {
  Deno.test(`days are the user's own in ${zone}: in searches, in lists and in what is recalled`, async () => {
    await using home = await commandHome();
    const env = { TZ: zone };
    await home.write({ "a.md": "The regatta starts at the red buoy." });
    assert.equal((await home.morgan(["ingest", "."], { env })).code, 0);
    await home.morgan(["chat", "My canary is called Figaro."], { env });

    const today = dayIn(new Date(), zone);
    const yesterday = dayIn(new Date(Date.now() - DAY_MS), zone);
    const found = async (...bounds: string[]) =>
      (await home.json(["search", "regatta", ...bounds], { env }) as unknown as { results: unknown[] })
        .results.length;
    assert.equal(await found("--since", yesterday), 1);
    assert.equal(await found("--until", dayAfter(today)), 1);
    assert.equal(await found("--until", dayIn(new Date(Date.now() - 2 * DAY_MS), zone)), 0);
    assert.equal(await found("--since", dayAfter(dayAfter(today))), 0);

    const documents = await home.json(["documents", "list"], { env }) as unknown as {
      documents: { updated_at: string }[];
    };
    const ingested = new Date(documents.documents[0]?.updated_at ?? "");
    // The one day on which it was ingested holds it, and neither the day before nor the day after does.
    const day = dayIn(ingested, zone);
    assert.equal(await found("--since", day, "--until", day), 1);
    assert.equal(await found("--since", dayAfter(day)), 0);
    assert.equal(await found("--until", dayIn(new Date(ingested.getTime() - DAY_MS), zone)), 0);
    assert.match(
      (await home.morgan(["documents", "list"], { env })).stdout,
      new RegExp(`${day} \\d\\d:\\d\\d`),
    );

    let said = "";
    await eventually("what was said is recalled with its day", async () => {
      const { stdout } = await home.morgan(["chat", "What is my canary called?"], { env });
      said = /On (\d{4}-\d\d-\d\d) you said: “My canary is called Figaro\.”/.exec(stdout)?.[1] ?? "";
      return said !== "";
    });
    assert.ok(said === today || said === dayAfter(today), said);
  });
}

Deno.test("a day that does not exist is refused with what is expected", async () => {
  await using home = await commandHome();
  for (const wrong of ["2026-02-30", "tomorrow", "27.11.2026", "2026-1-1"]) {
    const { code, stderr } = await home.morgan(["search", "x", "--since", wrong]);
    assert.equal(code, 64, wrong);
    assert.match(stderr, /day such as 2026-01-31/);
  }
});
