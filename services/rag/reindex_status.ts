import type { RagContext } from "./context.ts";
import type { ReindexStatus } from "./contract.ts";

/** How far the build is, and whether one is needed. */
export function reindexStatus({ indexes, catalog }: RagContext): ReindexStatus {
  const { active, building, build, configured, needed, lack } = indexes;
  const progress = { done: 0, total: 0 };
  for (const key of catalog.contentKeys()) {
    const chunks = catalog.withContent(key)[0]?.chunks ?? 0;
    progress.total += chunks;
    if ((building ?? active).holds(key)) progress.done += chunks;
  }
  return {
    state: !build ? "idle" : build.failure ? "failed" : building ? "running" : "paused",
    needed,
    generation: active.name,
    from: active.model?.id ?? null,
    to: (build ? build.model : configured)?.id ?? null,
    ...progress,
    ...(build ? { building: build.generation, started_at: build.started_at } : {}),
    ...(configured ? { configured: configured.settings } : {}),
    ...(build?.failure ?? lack ? { reason: build?.failure ?? lack } : {}),
  };
}
