import type { Status } from "../../services/core/contract.ts";
import type { ReindexStatus } from "../../services/rag/contract.ts";
import { connect } from "../local_server.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { paint, writeJson, writeLine } from "../terminal/output.ts";
import { table } from "../terminal/table.ts";

/** Prints hosts, services, stores and documents. */
export async function showStatus(
  options: { json?: true | undefined; quiet?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client, url } = await connect(signal, options);
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

/** The status as tables. */
function formatStatus(status: Status, url: string): string {
  const { hosts, services, stores, documents, jobs, index, llm } = status;
  const health = (state: string) => paint(state === "ok" ? "green" : "yellow", state);
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return [
    `Morgan ${status.version} at ${
      paint("cyan", url)
    }, data in ${status.home}, up ${status.uptime_seconds} s`,
    "",
    table(
      ["host", "system", "cores", "load", "memory free", "Morgan uses"],
      hosts.map((host) => [
        host.hostname,
        `${host.os} ${host.arch}`,
        String(host.cpu_cores),
        host.load_average.toFixed(2),
        `${gigabytes(host.memory_available_bytes)} of ${gigabytes(host.memory_bytes)}`,
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
      ) => [name, health(store.status), store.backend, store.latency_ms.toFixed(2)]),
    ),
    "",
    `Documents  ${documents.completed} searchable, ${documents.pending} waiting, ${documents.processing} being read, ` +
    `${documents.failed} failed; ${documents.chunks} chunks`,
    `Jobs       ${jobs.waiting} waiting, ${jobs.active} running`,
    `Index      ${index.vectors} vectors of ${index.model ?? "no model"}, ${
      (index.bytes / 1e6).toFixed(1)
    } MB on disk`,
    ...reindexLine(index.reindex),
    `Model      ${llm.available ? llm.id : "none: answers are quotes from the documents"}`,
  ].join("\n");
}
