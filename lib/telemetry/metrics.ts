import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** What a service counts and times, in Prometheus' terms. */
export interface Metrics {
  registry: Registry;
  /** Requests by service, method, route and status. */
  requests: Counter<"service" | "method" | "route" | "status">;
  /** Seconds a request took, by service and route. */
  duration: Histogram<"service" | "route">;
  /** Seconds a step of Morgan's own work took, such as `embed`, `search`, `generate`. */
  steps: Histogram<"step">;
  /** Documents by how their ingestion ended. */
  documents: Counter<"status">;
  /** Answers by kind: `model`, `extract`, `none`. */
  answers: Counter<"kind">;
}

/** A fresh set of metrics. One process has one set; every service in it adds to the same. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory of this process.",
    registers,
    collect() {
      this.set(Deno.memoryUsage().rss);
    },
  });
  return {
    registry,
    requests: new Counter({
      name: "morgan_requests_total",
      help: "HTTP requests.",
      labelNames: ["service", "method", "route", "status"],
      registers,
    }),
    duration: new Histogram({
      name: "morgan_request_seconds",
      help: "Seconds until the response's head.",
      labelNames: ["service", "route"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60],
      registers,
    }),
    steps: new Histogram({
      name: "morgan_step_seconds",
      help: "Seconds a step of Morgan's own work took.",
      labelNames: ["step"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
      registers,
    }),
    documents: new Counter({
      name: "morgan_documents_total",
      help: "Documents by how their ingestion ended.",
      labelNames: ["status"],
      registers,
    }),
    answers: new Counter({
      name: "morgan_answers_total",
      help: "Answers by what worded them.",
      labelNames: ["kind"],
      registers,
    }),
  };
}

/** Tells of the database, whenever it is asked: how long it takes to answer, and the connections of a pool. */
export function watchDatabase(
  { registry }: Metrics,
  { health, pool }: {
    health(): Promise<{ status: "ok" | "unavailable"; latency_ms: number }>;
    pool?(): { active: number; idle: number; waiting: number };
  },
): void {
  const registers = [registry];
  new Gauge({
    name: "morgan_database_seconds",
    help: "Seconds that the database takes to answer; NaN where it does not.",
    registers,
    async collect() {
      const { status, latency_ms } = await health();
      this.set(status === "ok" ? latency_ms / 1000 : NaN);
    },
  });
  if (!pool) return;
  new Gauge({
    name: "morgan_database_connections",
    help: "Connections to the database by state; waiting are callers that get none yet.",
    labelNames: ["state"],
    registers,
    collect() {
      const { active, idle, waiting } = pool();
      for (const [state, count] of Object.entries({ active, idle, waiting })) this.set({ state }, count);
    },
  });
}

/** Runs `work` and adds the time it took to the histogram of steps, whether it succeeds or not. */
export async function timed<T>(metrics: Metrics, step: string, work: () => Promise<T>): Promise<T> {
  const end = metrics.steps.startTimer({ step });
  try {
    return await work();
  } finally {
    end();
  }
}
