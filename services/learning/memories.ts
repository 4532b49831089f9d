import { noSuchPage } from "../../lib/db/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import type { MemoriesQuery, Memory, MemoryPage } from "./contract.ts";
import type { z } from "zod";
import { strength } from "./consolidation.ts";
import { factKey } from "./facts/mod.ts";
import { decayed, describePreference } from "./preferences.ts";
import type { learned, StoredEvidence, StoredFact } from "./stored.ts";

type Store = ReturnType<typeof learned>;

const LABELS: Readonly<Record<string, string>> = {
  lives_in: "Lives in",
  from: "Comes from",
  grew_up_in: "Grew up in",
  born_in: "Born in",
  does_not_eat: "Does not eat or drink",
  allergic_to: "Allergic to",
  works_as: "Works as",
  works_at: "Works at",
  marital_status: "Marital status",
  native_language: "Native language",
  wants_to: "Wants to",
  volunteers: "Volunteers",
};

/** A fact in words. */
export function describeFact(
  { attribute, subject, value }: Pick<StoredFact, "attribute" | "subject" | "value">,
): string {
  if (attribute === "name_of") return `Name of the user's ${subject}: ${value}`;
  if (attribute === "favourite") return `Favourite ${subject}: ${value}`;
  const label = LABELS[attribute] ??
    attribute.charAt(0).toUpperCase() + attribute.slice(1).replaceAll("_", " ");
  return `${label}: ${value}`;
}

export function factMemory(fact: StoredFact, now: number): Memory {
  const { id, attribute, subject, value, uses, why, also, ended } = fact;
  return {
    id,
    kind: "fact",
    attribute,
    ...(subject === undefined ? {} : { subject }),
    value,
    text: describeFact(fact),
    state: ended?.state ?? "live",
    confidence: 1,
    strength: round(strength(uses, now)),
    uses: uses.length,
    since: why.date,
    why,
    also,
  };
}

export function evidenceMemory(evidence: StoredEvidence, now: number): Memory {
  const { id, type, subject, value, weight, at, why, ended } = evidence;
  return {
    id,
    kind: "preference",
    attribute: type,
    ...(subject === undefined ? {} : { subject }),
    value,
    text: describePreference(evidence),
    state: ended?.state ?? "live",
    confidence: weight,
    strength: round(decayed(weight, now - at, why.kind)),
    uses: 1,
    since: why.date,
    why,
    also: [],
  };
}

/** `GET /api/memories`. */
export async function memoryPage(
  store: Store,
  query: z.output<typeof MemoriesQuery>,
  now: number,
): Promise<MemoryPage> {
  const all = query.all === "true";
  const facts = query.kind === "preference" ? [] : await store.facts(query.user_id, all);
  const evidence = query.kind === "fact" ? [] : await store.evidence(query.user_id, all);
  const words = query.query?.toLowerCase().split(/\s+/) ?? [];
  const memories = [
    ...facts.map((fact) => factMemory(fact, now)),
    ...evidence.map((one) => evidenceMemory(one, now)),
  ].filter(({ text, why }) => {
    const searched = `${text} ${why.text}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  }).sort((a, b) => a.since === b.since ? (a.id < b.id ? 1 : -1) : a.since < b.since ? 1 : -1);
  const from = query.cursor === undefined ? 0 : memories.findIndex(({ id }) => id === query.cursor) + 1;
  if (query.cursor !== undefined && from === 0) throw noSuchPage();
  const page = memories.slice(from, from + query.limit);
  return { memories: page, next: from + query.limit < memories.length ? page.at(-1)?.id ?? null : null };
}

/** A user's fact or evidence, ended or not. Throws `not_found`. */
export async function findMemory(
  store: Store,
  user_id: string,
  id: string,
): Promise<{ fact: StoredFact } | { evidence: StoredEvidence }> {
  const fact = (await store.facts(user_id, true)).find((fact) => fact.id === id);
  if (fact) return { fact };
  const evidence = (await store.evidence(user_id, true)).find((one) => one.id === id);
  if (evidence) return { evidence };
  throw new MorganError("not_found", `There is no memory ${id}.`, {
    hint: "See `morgan memory list --all`.",
  });
}

/** Takes back what was last done with a memory: one that ended lives again, one that lives was never learned. */
export async function undoMemory(store: Store, user_id: string, id: string): Promise<void> {
  const found = await findMemory(store, user_id, id);
  if ("evidence" in found) {
    const { ended, ...evidence } = found.evidence;
    return await store.putEvidence(ended ? evidence : { ...evidence, ended: { state: "undone" } });
  }
  const { ended, ...fact } = found.fact;
  const others = await store.facts(user_id, true);
  if (ended) {
    const rival = others.find((other) =>
      other.id !== id && !other.ended && fact.single && factKey(other) === factKey(fact)
    );
    if (rival) await store.putFact({ ...rival, ended: { state: "superseded", by: id } });
    return await store.putFact(fact);
  }
  await store.putFact({ ...fact, ended: { state: "undone" } });
  for (const { ended, ...other } of others) {
    if (ended?.state === "superseded" && ended.by === id) await store.putFact(other);
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
