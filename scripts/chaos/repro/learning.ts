import { openKeyring } from "../../../lib/crypto/mod.ts";
import { openTestDatabase } from "../../../lib/db/testing.ts";
import { openJobs } from "../../../lib/jobs/mod.ts";
import { createMetrics } from "../../../lib/telemetry/mod.ts";
import { QUEUES } from "../../../services/learning/context.ts";
import { startLearning } from "../../../services/learning/engine.ts";

/** Two services over one database: what one is told holds at once for the other, which was asked just before; told to both at once, both hold. */
export async function learning(rounds: number): Promise<string[]> {
  await using stack = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-learning-" });
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const database = stack.use(await openTestDatabase());
  const keyring = await openKeyring({ keys: `${folder}/keys` });
  const start = async () => {
    const jobs = stack.use(await openJobs(database, { queues: QUEUES }));
    return stack.use(startLearning({ token: "t", metrics: createMetrics(), database, keyring, jobs }));
  };
  const both = [await start(), await start()] as const;
  const broken: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const [told, other] = round % 2 === 0 ? both : [both[1], both[0]];
    const user_id = `user ${round}`;
    const state = (service: typeof told, subject: string) =>
      service.update({ user_id, signals: [], preferences: [{ type: "topic", subject, value: "more" }] });
    const topics = async (service: typeof told) =>
      (await service.adaptation(user_id)).preferences.map(({ subject }) => subject).toSorted().join();
    // Now the other has something to remember.
    await topics(other);
    await state(told, "first");
    if (await topics(other) !== "first") broken.push(`round ${round}: the other has not heard`);
    await Promise.all([state(told, "second"), state(other, "third")]);
    for (const service of both) {
      if (await topics(service) !== "first,second,third") {
        broken.push(`round ${round}: ${await topics(service)}`);
      }
    }
  }
  return broken;
}
