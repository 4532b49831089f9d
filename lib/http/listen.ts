import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { MorganError } from "../errors.ts";
import { errorFields, serviceLogger } from "../telemetry/mod.ts";
import { guard } from "./guard.ts";
import { answer, type Handler } from "./server/answer.ts";
import { Connection } from "./server/connection.ts";
import { connectionLimit } from "./server/descriptors.ts";
import { refusalOf, refuse } from "./server/refuse.ts";

/** A listening server. Ending it stops new connections and waits for the running requests. */
export interface Listener extends AsyncDisposable {
  /** `http://host:port`, with the port that was really taken. */
  url: string;
  /** How many requests are being answered, and when (`performance.now()`) one last began or ended. */
  activity(): { open: number; last: number };
}

/** How a server listens. */
export interface ListenOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Further names that the server is called by. @default none */
  allowedHosts?: readonly string[] | undefined;
  /** How long running requests may go on when the server ends. @default 5_000 */
  graceMs?: number | undefined;
  /** Most connections at once. @default what the descriptors of this process leave room for */
  maxConnections?: number | undefined;
  /** Longest wait for a request's head, and for the next bytes of its body. @default 30_000 */
  requestTimeoutMs?: number | undefined;
  /** How long a connection without a request stays open. @default 60_000 */
  idleTimeoutMs?: number | undefined;
}

/** Wait before connections are accepted again after the system had no descriptor left. */
const ACCEPT_PAUSE_MS = 100;

/** Longest head of a request: its first line and headers, in bytes. */
const MAX_HEAD_BYTES = 32 * 1024;

/**
 * Serves `handler`, for names of this server alone (see `guard`). Connections are counted: one too many takes the place of the one that has been idle longest, and is
 * answered with 503 where none is idle. Throws `conflict` when the port is taken.
 */
export function listen(handler: Handler, options: ListenOptions): Listener {
  const { graceMs = 5_000, maxConnections = connectionLimit() } = options;
  const { requestTimeoutMs = 30_000, idleTimeoutMs = 60_000 } = options;
  const guarded = guard(handler, { host: options.host, allowed: options.allowedHosts });
  const log = serviceLogger("http");
  const listener = openListener(options);
  const { hostname, port } = listener.addr;
  /** All connections with the answers that they wait for; of those that wait for none, idle longest first. */
  const connections = new Map<Connection, Set<ServerResponse>>();
  let open = 0;
  let last = performance.now();
  let closing = false;
  const settled = Promise.withResolvers<void>();

  const server = createServer({
    maxHeaderSize: MAX_HEAD_BYTES,
    connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
  });
  server.headersTimeout = requestTimeoutMs;
  // A large file may take its time, as long as it comes: the body's own reader watches that.
  server.requestTimeout = 0;
  server.keepAliveTimeout = idleTimeoutMs;
  // Node's server keeps a connection for further requests, and looks for slow ones, while it believes that it listens.
  Object.defineProperty(server, "listening", { get: () => !closing });
  server.emit("listening");

  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const waiting = waitingOf(incoming.socket);
    waiting?.add(outgoing);
    open++;
    last = performance.now();
    outgoing.once("close", () => {
      open--;
      last = performance.now();
      waiting?.delete(outgoing);
      touch(incoming.socket);
      if (closing && open === 0) settled.resolve();
    });
    answer(guarded, incoming, outgoing, {
      bodyTimeoutMs: requestTimeoutMs,
      onError: (error) => log.error("an answer broke off", errorFields(error)),
    });
  };
  server.on("request", onRequest);
  // The body of such a request is asked for only when it is read: one that is refused need not be sent.
  server.on("checkContinue", onRequest);
  server.on("clientError", (error, socket) => {
    // Once an answer has begun, nothing else can be said.
    if (waitingOf(socket)?.values().some((outgoing) => outgoing.headersSent)) socket.destroy();
    else refuse(socket, refusalOf(error));
  });
  server.on("connect", (_request, socket) => refuse(socket, 405));

  function waitingOf(socket: unknown): Set<ServerResponse> | undefined {
    return socket instanceof Connection ? connections.get(socket) : undefined;
  }

  /** Idle from now on: behind all others. */
  function touch(socket: unknown): void {
    const waiting = waitingOf(socket);
    if (!waiting || !(socket instanceof Connection)) return;
    connections.delete(socket);
    connections.set(socket, waiting);
  }

  function take(conn: Deno.Conn): void {
    const connection = new Connection(conn);
    if (connections.size >= maxConnections) {
      const idle = connections.entries().find(([, waiting]) => waiting.size === 0)?.[0];
      if (!idle) {
        log.warning("a connection is refused: all that may be open are busy", { max: maxConnections });
        return refuse(connection, 503);
      }
      connections.delete(idle);
      idle.destroy();
    }
    connections.set(connection, new Set());
    connection.once("close", () => connections.delete(connection));
    server.emit("connection", connection);
  }

  async function accept(): Promise<void> {
    while (!closing) {
      try {
        take(await listener.accept());
      } catch (error) {
        if (closing) return;
        // Out of descriptors (EMFILE), or a client that went before it was taken.
        log.error("a connection cannot be accepted", errorFields(error));
        await new Promise((resolve) => setTimeout(resolve, ACCEPT_PAUSE_MS));
      }
    }
  }
  accept();

  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`,
    activity: () => ({ open, last }),
    async [Symbol.asyncDispose]() {
      closing = true;
      listener.close();
      for (const [connection, waiting] of connections) if (waiting.size === 0) connection.destroy();
      const timer = setTimeout(settled.resolve, graceMs);
      if (open > 0) await settled.promise;
      clearTimeout(timer);
      for (const connection of connections.keys()) connection.destroy();
      server.close();
    },
  };
}

function openListener({ host, port }: ListenOptions): Deno.TcpListener {
  try {
    return Deno.listen({ hostname: host, port });
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
