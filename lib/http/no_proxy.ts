/** Names of this machine itself. */
const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/**
 * Keeps requests to this machine off the proxy that the environment names, as curl's users expect: Morgan's parts talk to
 * each other there. To be called before the first request.
 */
export function keepLoopbackOffProxy(env: Pick<Deno.Env, "get" | "set"> = Deno.env): void {
  const names = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];
  if (!names.some((name) => env.get(name))) return;
  for (const name of ["NO_PROXY", "no_proxy"]) {
    const listed = (env.get(name) ?? env.get(name.toLowerCase()) ?? "").split(",").filter(Boolean);
    if (!listed.includes("*")) env.set(name, [...new Set([...listed, ...LOOPBACK])].join(","));
  }
}
