/**
 * A planted fault, for `deno task chaos:processes -- --planted`: the learning service as it is, but the preferences that a user states are
 * acknowledged and kept in a variable of this process instead of in the database, as by a service that shares state in memory.
 * Takes the arguments of `morgan serve`.
 */
import { parseArgs } from "node:util";
import { loadConfig } from "../../../lib/config/mod.ts";
import { ensureToken, openHome } from "../../../lib/home/mod.ts";
import { listen } from "../../../lib/http/mod.ts";
import { startMorgan } from "../../../services/all.ts";
import { UpdatePreferencesRequest, UpdatePreferencesResponse } from "../../../services/learning/contract.ts";

const { values } = parseArgs({ options: { port: { type: "string" }, services: { type: "string" } } });
const env = Deno.env.toObject();
const home = await openHome(env);
const { config } = await loadConfig({ home: home.root, env });
await using morgan = await startMorgan({
  config,
  home,
  token: await ensureToken(home),
  services: ["learning"],
});

/** The fault: what the database should hold. */
const stated = new Map<string, Map<string, string>>();

async function fetchForgetful(request: Request): Promise<Response> {
  if (!request.url.endsWith("/api/update_preferences")) return await morgan.fetch(request);
  const { preferences, ...rest } = UpdatePreferencesRequest.parse(await request.json());
  // Whoever may not call is refused by the service itself, which is told nothing of the preferences.
  const response = await morgan.fetch(
    new Request(request.url, {
      method: "POST",
      headers: request.headers,
      body: JSON.stringify({ ...rest, preferences: [] }),
    }),
  );
  if (!response.ok) return response;
  const own = stated.get(rest.user_id) ?? new Map<string, string>();
  stated.set(rest.user_id, own);
  for (const { subject = "", value } of preferences) if (value !== null) own.set(subject, value);
  const told = UpdatePreferencesResponse.parse(await response.json());
  const kept = own.entries().map(([subject, value]) => ({
    ...{ type: "topic" as const, subject, value, confidence: 1, since: new Date().toISOString() },
  }));
  return Response.json({ ...told, preferences: [...told.preferences, ...kept] });
}

await using _listener = listen(fetchForgetful, { host: "127.0.0.1", port: Number(values.port) });
const over = Promise.withResolvers<void>();
Deno.addSignalListener("SIGTERM", () => over.resolve());
await over.promise;
