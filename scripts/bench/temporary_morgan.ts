import { loadConfig } from "../../lib/config/mod.ts";
import { inProcess } from "../../lib/http/mod.ts";
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

/** Posts `body` to a path of `morgan` and gives what is answered. Throws what was answered where it is an error. */
export function poster(morgan: Pick<Morgan, "fetch">): (path: string, body: unknown) => Promise<unknown> {
  const call = inProcess({ request: morgan.fetch }, "bench");
  return async (path, body) => {
    const response = await call(`http://morgan.internal${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    if (!response.ok) throw new Error(await response.text());
    return await response.json();
  };
}
