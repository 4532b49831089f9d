import { MorganError } from "../errors.ts";

/** A listening server. Ending it stops new connections and waits for the running requests. */
export interface Listener extends AsyncDisposable {
  /** `http://host:port`, with the port that was really taken. */
  url: string;
}

/** Serves `handler` on `host:port` (port 0: any free one). Throws `conflict` when the port is taken. */
export function listen(
  handler: (request: Request) => Response | Promise<Response>,
  options: { host: string; port: number; graceMs?: number },
): Listener {
  const { host, port, graceMs = 5_000 } = options;
  try {
    const closing = new AbortController();
    const server = Deno.serve({ hostname: host, port, signal: closing.signal, onListen() {} }, handler);
    const { hostname, port: actual } = server.addr;
    return {
      url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${actual}`,
      async [Symbol.asyncDispose]() {
        const timer = setTimeout(() => closing.abort(), graceMs);
        await server.shutdown();
        clearTimeout(timer);
      },
    };
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new MorganError("conflict", `Port ${port} on ${host} is in use by another program.`, {
        cause: error,
        hint: "Choose another one with --port (0 takes any free one), or stop what uses it.",
      });
    }
    if (error instanceof Deno.errors.AddrNotAvailable || error instanceof Deno.errors.PermissionDenied) {
      throw new MorganError("invalid_config", `Cannot listen on ${host}:${port}: ${error.message}.`, {
        cause: error,
        hint: "Set server.host to an address of this machine, and a port above 1023.",
      });
    }
    throw error;
  }
}
