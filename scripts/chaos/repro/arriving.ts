import { DOCUMENTS_BUCKET, type ObjectStore } from "../../../lib/objects/mod.ts";
import { examine } from "../../../services/rag/doctor/mod.ts";
import { testContext } from "../../../services/rag/testing.ts";

/** Rounds at once: each looks twice at what seems unused, and waits in between. */
const AT_ONCE = 10;

/** Bytes that have come, whose row comes next, while `doctor --repair` looks for what nobody needs: on the disk, and in a store that tells of no file. */
export async function arriving(rounds: number): Promise<string[]> {
  await using made = await testContext();
  const broken: string[] = [];
  async function meet(round: number): Promise<void> {
    const disk = made.context.objects;
    const objects = round % 2 === 0 ? withoutFiles(disk) : disk;
    const bytes = new TextEncoder().encode(`What arrives in round ${round}.`);
    const { key } = await objects.putContent(DOCUMENTS_BUCKET, bytes);
    await examine({ ...made.context, objects }, true, AbortSignal.timeout(60_000));
    if (!await objects.has(DOCUMENTS_BUCKET, key)) broken.push(`round ${round}: the bytes are gone`);
  }
  for (let round = 0; round < rounds; round += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, rounds - round) }, (_, n) => meet(round + n)));
  }
  return broken;
}

/** The same store as one on other hosts is. */
function withoutFiles(store: ObjectStore): ObjectStore {
  const { path: _, ...rest } = store;
  return rest;
}
