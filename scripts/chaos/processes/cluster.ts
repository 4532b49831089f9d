import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { newToken } from "../../../lib/home/mod.ts";
import { eventually } from "../../../lib/testing.ts";
import { servicePath } from "../../../services/front.ts";
import { SERVICE_NAMES, type ServiceName } from "../../../services/names.ts";
import { morganCommand } from "../running.ts";

/** A service's process, which is started again whenever it ends. */
export interface Supervised {
  name: string;
  service: ServiceName;
  url: string;
  /** Ends the process with SIGKILL and resolves when it is gone; false where none runs at the moment. */
  kill(): Promise<boolean>;
}

/** A Morgan of one process a service, core twice, over one PostgreSQL and one folder of objects. */
export interface Cluster extends AsyncDisposable {
  processes: readonly Supervised[];
  cores: readonly string[];
  /** The bearer token of both cores. */
  token: string;
  /** Processes that ended though nobody killed them, with what they said. */
  readonly ended: string[];
  /** Resolves when every process answers. */
  up(): Promise<void>;
}

/** What a cluster stands on. */
export interface ClusterOptions {
  /** An empty database. */
  database: string;
  /** Base address of a model server with OpenAI's API. */
  llm: string;
  /** A file to run in place of `morgan serve` for a service: a planted fault. It takes the same arguments. */
  planted?: { service: ServiceName; file: string } | undefined;
}

/** Folders of a home that a Morgan of several hosts has once. */
const SHARED = ["objects", "conversations"] as const;
/** Eight processes that start at once on a busy machine take this long at most. */
const UP_MS = 180_000;
/** What a process needs between its end and the next start, so that one that cannot start does not take the machine. */
const AGAIN_MS = 200;

/** Starts all processes and waits until each answers. Words alone are searched. */
export async function startCluster({ database, llm, planted }: ClusterOptions): Promise<Cluster> {
  await using stack = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-processes-" });
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const [token, between] = [newToken(), newToken()];
  const key_file = join(folder, "data.key");
  await Deno.writeTextFile(key_file, crypto.getRandomValues(new Uint8Array(32)).toBase64(), { mode: 0o600 });
  const services = SERVICE_NAMES.flatMap((name) => name === "core" ? [name, name] : [name]);
  const ports = freePorts(services.length);
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const settings = {
    llm: { base_url: llm, provider: "openai" },
    embedding: { provider: "none" },
    database: { url: database, pool_min: 0, pool_max: 10, connect_seconds: 20 },
    security: { key_file },
    services: {
      token: between,
      ...Object.fromEntries(
        services.flatMap((name, i) => name === "core" ? [] : [[name, { url: urls[i] }]]),
      ),
    },
  };
  const ended: string[] = [];
  const processes: Supervised[] = [];
  for (const [i, service] of services.entries()) {
    const name = service === "core" ? `core ${i - services.indexOf("core") + 1}` : service;
    const home = join(folder, name.replace(" ", ""));
    await Deno.mkdir(home);
    for (const shared of SHARED) {
      await Deno.mkdir(join(folder, shared), { recursive: true });
      await Deno.symlink(join(folder, shared), join(home, shared));
    }
    await Deno.writeTextFile(join(home, "token"), `${token}\n`, { mode: 0o600 });
    await Deno.writeTextFile(join(home, "config.json"), JSON.stringify(settings), { mode: 0o600 });
    const args = ["--port", String(ports[i]), "--services", service];
    const command = planted?.service === service
      ? plantedCommand(planted.file, args, { MORGAN_HOME: home })
      : morganCommand({ MORGAN_HOME: home }, ["serve", ...args]);
    const supervised = supervise(command, (said) => ended.push(`${name}: ${said}`));
    stack.use(supervised);
    processes.push({ name, service, url: urls[i] ?? "", kill: () => supervised.kill() });
  }
  const up = async () => {
    await Promise.all(
      processes.map(({ name, service, url }) =>
        eventually(
          `${name} answers`,
          () => answers(service === "core" ? url : url + servicePath(service)),
          UP_MS,
        )
      ),
    );
  };
  await up().catch((error) => {
    throw new Error(`${error.message} ${ended.slice(0, 3).join("\n")}`);
  });
  const owned = stack.move();
  return {
    processes,
    cores: processes.filter(({ service }) => service === "core").map(({ url }) => url),
    token,
    ended,
    up,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function plantedCommand(file: string, args: readonly string[], env: Record<string, string>): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--no-prompt", fileURLToPath(new URL(file, import.meta.url)), ...args],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

/** Runs a command again and again until it is disposed of. */
function supervise(
  command: Deno.Command,
  onEnded: (said: string) => void,
): { kill(): Promise<boolean> } & AsyncDisposable {
  let child: Deno.ChildProcess | undefined;
  let stopping = false;
  const killed = new WeakSet<Deno.ChildProcess>();
  const running = (async () => {
    while (!stopping) {
      const own = child = command.spawn();
      const { code, stderr } = await own.output();
      child = undefined;
      if (stopping || killed.has(own)) continue;
      onEnded(`exit code ${code}: ${new TextDecoder().decode(stderr).slice(-1000)}`);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  })();
  return {
    async kill() {
      const own = child;
      if (own === undefined) return false;
      killed.add(own);
      own.kill("SIGKILL");
      await own.status;
      return true;
    },
    async [Symbol.asyncDispose]() {
      stopping = true;
      child?.kill("SIGTERM");
      await running;
    },
  };
}

async function answers(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base}/health`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Ports that are free now: each is held until all are known. */
function freePorts(count: number): number[] {
  const held = Array.from({ length: count }, () => Deno.listen({ hostname: "127.0.0.1", port: 0 }));
  const ports = held.map(({ addr }) => addr.port);
  for (const listener of held) listener.close();
  return ports;
}
