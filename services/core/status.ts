import { availableParallelism, freemem, loadavg, totalmem } from "node:os";
import { toMorganError } from "../../lib/errors.ts";
import { usageMeter } from "../../lib/hosts/usage.ts";
import { VERSION } from "../../lib/version.ts";
import type { CoreContext } from "./context.ts";
import type { Status, StoreHealth } from "./contract.ts";

const started = performance.now();
const measureUsage = usageMeter();

/** The stores of core, each with a way to ask how it is. */
export const STORES = {
  db: (context: CoreContext) => measured(() => context.database.health()),
  minio: (context: CoreContext) => measured(() => context.objects.health()),
  redis: (context: CoreContext) => measured(() => context.cache.health()),
} as const;

async function measured(
  ask: () => Promise<{ status: "ok" | "unavailable"; backend: string }>,
): Promise<StoreHealth> {
  const started = performance.now();
  const answer = await ask();
  return { latency_ms: Math.round((performance.now() - started) * 1000) / 1000, ...answer };
}

/** Hosts, services and stores as `GET /api/status` tells them. */
export async function status(context: CoreContext, signal: AbortSignal): Promise<Status> {
  const [usage, rag, llm, embedding, emotion, empathy, learning, db, objects, cache] = await Promise.all([
    measureUsage(),
    context.rag.status(signal),
    context.llm.model(signal),
    embeddingStatus(context, signal),
    emotionStatus(context, signal),
    empathyStatus(context, signal),
    learningStatus(context, signal),
    STORES.db(context),
    STORES.minio(context),
    STORES.redis(context),
  ]);
  return {
    version: VERSION,
    home: context.home.root,
    uptime_seconds: Math.round((performance.now() - started) / 1000),
    hosts: [{
      hostname: Deno.hostname(),
      os: Deno.build.os,
      arch: Deno.build.arch,
      cpu_cores: availableParallelism(),
      load_average: loadavg()[0] ?? 0,
      memory_bytes: totalmem(),
      memory_available_bytes: freemem(),
      ...usage,
      process_bytes: Deno.memoryUsage().rss,
    }],
    services: [
      { name: "morgan-core", status: "ok" },
      { name: "morgan-rag", status: "ok" },
      ...(embedding ? [{ name: "morgan-embedding", ...embedding.service }] : []),
      { name: "morgan-emotion", ...emotion },
      { name: "morgan-empathy", ...empathy },
      { name: "morgan-learning", ...learning },
      {
        name: "morgan-llm",
        status: llm.available ? "ok" : "unavailable",
        ...(llm.reason ? { reason: llm.reason } : {}),
      },
    ],
    stores: { db, objects, cache },
    documents: rag.documents,
    jobs: rag.jobs,
    index: rag.index,
    ...(embedding?.model ? { embedding: embedding.model } : {}),
    llm,
    degraded: [
      ...new Set([
        ...rag.degraded,
        ...(embedding?.service.status === "unavailable" ? ["no_embedding"] : []),
      ]),
      ...(llm.available ? [] : [llm.configured ? "llm_unavailable" : "no_llm"]),
      ...(learning.status === "ok" ? [] : ["learning_unavailable"]),
    ],
  };
}

/** The embedding model, or why it does not answer; `undefined` where none is configured. */
async function embeddingStatus({ embedding }: CoreContext, signal: AbortSignal) {
  try {
    const configured = await embedding.open({}, signal);
    if (!configured) return undefined;
    const { failure, ...model } = await embedding.model(configured.id, signal);
    if (failure === undefined) return { model, service: { status: "ok" as const } };
    return { model, service: { status: "unavailable" as const, reason: failure } };
  } catch (error) {
    return { service: { status: "unavailable" as const, reason: toMorganError(error).message } };
  }
}

/** Whether the emotion service has its model. */
async function emotionStatus({ emotion }: CoreContext, signal: AbortSignal) {
  try {
    await emotion.model(signal);
    return { status: "ok" as const };
  } catch (error) {
    return { status: "unavailable" as const, reason: toMorganError(error).message };
  }
}

/** Whether signs of danger are looked for. */
async function empathyStatus({ empathy }: CoreContext, signal: AbortSignal) {
  try {
    await empathy.check({ reply: "Yes.", text: "Is this on?", language: "en" }, signal);
    return { status: "ok" as const };
  } catch (error) {
    return { status: "unavailable" as const, reason: toMorganError(error).message };
  }
}

/** Whether what was learned can be read: that takes its key. */
async function learningStatus({ learning }: CoreContext, signal: AbortSignal) {
  try {
    await learning.keys(false, signal);
    return { status: "ok" as const };
  } catch (error) {
    return { status: "unavailable" as const, reason: toMorganError(error).message };
  }
}
