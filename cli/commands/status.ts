import type { Status } from "../../services/core/contract.ts";
import { toMorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import type { ReindexStatus } from "../../services/rag/contract.ts";
import { connect, type Connection, findRunning } from "../local_server.ts";
import { clean } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { paint, writeJson, writeJsonLine, writeLine } from "../terminal/output.ts";
import { openScreen } from "../terminal/screen.ts";
import { table } from "../terminal/table.ts";

/** Flags of `morgan status`. */
export interface StatusOptions {
  watch?: true | undefined;
  /** Seconds between two looks. */
  interval: number;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Prints hosts, services, stores and documents; with `watch` again and again, until Ctrl-C. */
export async function showStatus(options: StatusOptions, signal: AbortSignal): Promise<void> {
  const { client, url } = await connect(signal, options);
  if (options.watch) return await watchStatus({ client, url }, options, signal);
  const status = await client.status(signal);
  if (options.json) return writeJson({ url, ...status });
  writeLine(formatStatus(status, url));
  if (!options.quiet) explainDegraded(status.degraded.filter((code) => code !== "no_llm"), undefined);
}

/** How far another index is, while one is being made. */
function reindexLine({ state, to, done, total, reason }: ReindexStatus): string[] {
  if (state === "idle") return reason ? [`           its model is gone: ${reason}`] : [];
  return [`           ${state}: ${done} of ${total} chunks indexed with ${to ?? "words alone"}`];
}

/** What answers now: the server that was talked to, or the one that took its place. None is started. */
async function again(last: Pick<Connection, "client" | "url">): Promise<Pick<Connection, "client" | "url">> {
  if (Deno.env.get("MORGAN_URL")) return last;
  return await findRunning(homePaths(Deno.env.toObject())) ?? last;
}

async function watchStatus(
  first: Pick<Connection, "client" | "url">,
  options: StatusOptions,
  signal: AbortSignal,
): Promise<void> {
  using screen = options.json ? null : openScreen();
  let connection = first;
  while (!signal.aborted) {
    try {
      const status = await connection.client.status(signal);
      const { url } = connection;
      if (screen) screen.draw(formatStatus(status, url));
      else writeJsonLine({ url, ...status });
    } catch (error) {
      if (signal.aborted) return;
      const known = toMorganError(error);
      if (known.code !== "unavailable" && known.code !== "timeout") throw known;
      // A watch goes on over a restart.
      if (screen) screen.draw(`${known.message}\n${known.hint ?? ""}`);
      else writeJsonLine({ url: connection.url, error: known.message });
      connection = await again(connection);
    }
    await pause(options.interval * 1000, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

/** The status as tables. */
function formatStatus(status: Status, url: string): string {
  const hasGpu = status.hosts.some(({ gpus }) => gpus !== undefined);
  const { hosts, services, stores, documents, jobs, index, llm } = status;
  const health = (state: string) => paint(state === "ok" ? "green" : "yellow", state);
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return [
    `Morgan ${status.version} at ${
      paint("cyan", url)
    }, data in ${status.home}, up ${status.uptime_seconds} s`,
    "",
    table(
      ["host", "system", "cores", "CPU %", "RAM %", ...(hasGpu ? ["GPU %", "VRAM %"] : []), "Morgan uses"],
      hosts.map((host) => [
        host.hostname,
        `${host.os} ${host.arch}`,
        String(host.cpu_cores),
        host.cpu_percent.toFixed(0),
        `${host.memory_percent.toFixed(0)} of ${gigabytes(host.memory_bytes)}`,
        ...(hasGpu ? gpuCells(host.gpus ?? []) : []),
        gigabytes(host.process_bytes),
      ]),
    ),
    "",
    table(
      ["service", "status", "remark"],
      services.map(({ name, status, reason }) => [name, health(status), reason ?? ""]),
      2,
    ),
    "",
    table(
      ["store", "status", "kept in", "ms"],
      Object.entries(stores).map((
        [name, store],
      ) => [name, health(store.status), keptIn(store), store.latency_ms.toFixed(2)]),
    ),
    "",
    `Documents  ${documents.completed} searchable, ${documents.pending} waiting, ${documents.processing} being read, ` +
    `${documents.failed} failed; ${documents.chunks} chunks`,
    `Jobs       ${jobs.waiting} waiting, ${jobs.active} running`,
    ...(jobs.waits_for ?? []).map((what) => `           ${paint("yellow", "waiting for")} ${clean(what)}`),
    `Index      ${index.vectors} vectors of ${index.model ?? "no model"}, ${
      (index.bytes / 1e6).toFixed(1)
    } MB on disk`,
    ...reindexLine(index.reindex),
    `Model      ${llm.available ? llm.id : "none: answers are quotes from the documents"}`,
  ].join("\n");
}

/** What a store is, and of a server's database what else there is to know. */
function keptIn({ backend, version, role, pool }: Status["stores"]["db"]): string {
  if (!pool) return backend;
  return `${backend} ${version ?? ""} (${role ?? "away"}, ${
    pool.active + pool.idle
  } of ${pool.max} connections)`;
}

/** A host's graphics cards, side by side. */
function gpuCells(gpus: NonNullable<Status["hosts"][number]["gpus"]>): [string, string] {
  const vram = gpus.map(({ memory_used_bytes, memory_bytes }) =>
    memory_bytes === 0 ? "?" : (100 * memory_used_bytes / memory_bytes).toFixed(0)
  );
  return [gpus.map(({ percent }) => percent.toFixed(0)).join(" "), vram.join(" ")];
}
