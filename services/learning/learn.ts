import type { ObserveRequest, Signal, Why } from "./contract.ts";
import { consolidate, plain } from "./consolidation.ts";
import { factKey, statedFacts } from "./facts/mod.ts";
import { readSignal } from "./feedback.ts";
import { withMessage } from "./patterns.ts";
import { derivedId, type learned, type StoredFact } from "./stored.ts";

type Store = ReturnType<typeof learned>;

/**
 * Learns from one turn: what the user stated, how they wished to be answered, what they do again and again. A turn that was learned from
 * changes nothing.
 */
export async function learnTurn(store: Store, turn: ObserveRequest, now: number): Promise<void> {
  const date = turn.date ?? new Date(now).toISOString();
  const at = Date.parse(date);
  const { user_id, message_id, session_id } = turn;
  const before = await store.habits(user_id);
  if (before.learned.includes(message_id)) return;
  const origin = { date, message_id, ...(session_id === undefined ? {} : { session_id }) };
  await learnFacts(store, turn, origin, at);
  await learnSignal(store, user_id, {
    kind: "message",
    text: turn.text,
    sources: turn.sources,
    ...origin,
  }, now);
  for (const fact of await store.facts(user_id)) {
    if (turn.used.includes(fact.id)) await store.putFact({ ...fact, uses: [...fact.uses, at] });
  }
  const { habits } = withMessage(before, {
    session_id: session_id ?? message_id,
    message_id,
    text: turn.text,
    at,
  });
  await store.putHabits(user_id, habits);
}

async function learnFacts(
  store: Store,
  { user_id, message_id, text }: ObserveRequest,
  origin: Omit<Why, "kind" | "text">,
  at: number,
): Promise<void> {
  const stated = statedFacts(text);
  if (stated.length === 0) return;
  for (const { sentence, holds, ...fact } of stated) {
    const all = await store.facts(user_id, true);
    const id = await derivedId(user_id, message_id, factKey(fact), plain(fact.value));
    // Of one turn a fact is learned once, also when it was forgotten since.
    if (all.some((other) => other.id === id || turns(other).includes(message_id) && isSame(other, fact))) {
      continue;
    }
    const live = all.filter(({ ended }) => !ended);
    const why: Why = { kind: "statement", text: sentence, ...origin };
    const same = live.find((other) => isSame(other, fact));
    if (!holds) {
      if (same) await store.putFact({ ...same, ended: { state: "superseded" } });
      continue;
    }
    if (same) {
      await store.putFact({ ...same, also: [...same.also, why], uses: [...same.uses, at] });
      continue;
    }
    for (const other of live) {
      if (fact.single && factKey(other) === factKey(fact)) {
        await store.putFact({ ...other, ended: { state: "superseded", by: id } });
      }
    }
    await store.putFact({ ...fact, id, user_id, why, also: [], uses: [at] });
  }
  await consolidateUser(store, user_id, at);
}

/** Merges what says the same and lets go of what has faded. */
export async function consolidateUser(store: Store, user_id: string, now: number): Promise<void> {
  const { merge, faded } = consolidate(await store.facts(user_id), now);
  for (const { fact, into } of merge) {
    const [current = into] = (await store.facts(user_id)).filter(({ id }) => id === into.id);
    await store.putFact({
      ...current,
      uses: [...current.uses, ...fact.uses].sort((a, b) => a - b),
      also: [...current.also, fact.why, ...fact.also].sort((a, b) => a.date < b.date ? -1 : 1),
    });
    await store.putFact({ ...fact, ended: { state: "merged", by: into.id } });
  }
  for (const fact of faded) await store.putFact({ ...fact, ended: { state: "faded" } });
}

/** Stores what a signal says of preferences. Returns the ids of the new evidence. */
export async function learnSignal(
  store: Store,
  user_id: string,
  signal: Signal,
  now: number,
): Promise<string[]> {
  const wishes = readSignal(signal);
  if (wishes.length === 0) return [];
  const { text, message_id, session_id, feedback_id } = signal;
  const date = signal.date ?? new Date(now).toISOString();
  const at = signal.date === undefined
    ? await store.nextMoment(user_id, now)
    : Math.min(Date.parse(signal.date), now);
  const known = new Set((await store.evidence(user_id, true)).map(({ id }) => id));
  const added: string[] = [];
  for (const { type, subject, value, weight, kind } of wishes) {
    const origin = feedback_id ?? (signal.kind === "message" ? message_id : undefined) ?? crypto.randomUUID();
    const id = await derivedId(user_id, origin, type, subject ?? "", value);
    if (known.has(id)) continue;
    const why = JSON.parse(JSON.stringify({ kind, text, date, message_id, session_id, feedback_id }));
    await store.putEvidence({ id, user_id, type, subject, value, weight, at, why });
    added.push(id);
  }
  return added;
}

function turns({ why, also }: StoredFact): (string | undefined)[] {
  return [why, ...also].map(({ message_id }) => message_id);
}

function isSame(a: Pick<StoredFact, "attribute" | "subject" | "value">, b: typeof a): boolean {
  return a.attribute === b.attribute && (a.subject ?? "") === (b.subject ?? "") &&
    plain(a.value) === plain(b.value);
}
