import { loadConfig } from "../../lib/config/mod.ts";
import { openHome } from "../../lib/home/mod.ts";
import { type Morgan, startMorgan } from "../../services/all.ts";

/** A whole Morgan in a folder of its own, which goes with it. */
export async function temporaryMorgan(flags: Record<string, unknown> = {}): Promise<Morgan> {
  await using stack = new AsyncDisposableStack();
  const path = await Deno.makeTempDir({ prefix: "morgan-bench-" });
  stack.defer(() => Deno.remove(path, { recursive: true }));
  const { config } = await loadConfig({ home: path, env: {}, flags });
  const morgan = stack.use(
    await startMorgan({ config, home: await openHome({ MORGAN_HOME: path }), token: "bench" }),
  );
  const owned = stack.move();
  const { fetch, client, settled } = morgan;
  return { fetch, client, settled, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
