import { type Clock, lockName, type Rotated, rotateKey, sealedByKey } from "../../lib/db/mod.ts";
import { isAbort, MorganError } from "../../lib/errors.ts";
import { oneAtATime } from "../../lib/one_at_a_time.ts";
import { errorFields, serviceLogger, timed } from "../../lib/telemetry/mod.ts";
import type { z } from "zod";
import { adapt } from "./adaptation.ts";
import { LEARN_QUEUE, type LearningContext, type LearnJob } from "./context.ts";
import {
  type Adaptation,
  type Change,
  type KeyStatus,
  type MemoriesQuery,
  type MemoryPage,
  ObserveRequest,
  type Preference,
  type Undone,
  type UpdatePreferencesRequest,
  type UpdatePreferencesResponse,
} from "./contract.ts";
import { strength } from "./consolidation.ts";
import { learnSignal, learnTurn } from "./learn.ts";
import { describeFact, evidenceMemory, factMemory, findMemory, memoryPage, undoMemory } from "./memories.ts";
import { habitDirectives } from "./patterns.ts";
import { derivePreferences, describePreference } from "./preferences.ts";
import { derivedId, learned, type StoredEvidence } from "./stored.ts";

/** What the service does, behind its routes. Disposing it ends what runs. */
export interface Learning extends AsyncDisposable {
  /** Stores a turn to be learned from, in order. Once this returns it is learned, also after kill -9. */
  observe(turn: ObserveRequest): Promise<void>;
  /** Resolves when everything observed so far is learned. */
  idle(signal?: AbortSignal): Promise<void>;
  update(request: UpdatePreferencesRequest): Promise<UpdatePreferencesResponse>;
  adaptation(user_id: string): Promise<Adaptation>;
  memories(query: z.output<typeof MemoriesQuery>): Promise<MemoryPage>;
  forget(user_id: string, id: string, forGood: boolean): Promise<string[]>;
  undo(user_id: string, id: string): Promise<Undone>;
  keys(count: boolean): Promise<KeyStatus>;
  rotate(): Promise<Rotated>;
}

/** How long an adaptation is kept: confidence falls in days. */
const KEPT_MS = 60_000;
/** Weight of what was set outright. */
const EXPLICIT = 1;

/** Starts to learn, and goes on with what an earlier process left: observations, and a rotation of the key. */
export function startLearning(context: LearningContext): Learning {
  const { database, keyring, jobs, metrics } = context;
  const clock: Clock = context.now ?? (() => new Date());
  const log = serviceLogger("learning");
  const inOrder = oneAtATime();
  const adaptations = new Map<string, { until: number; version: string; value: Adaptation }>();
  const closing = new AbortController();
  const store = learned(database.db, keyring);
  const now = () => clock().getTime();

  /** Changes of one user's memories, one after the other, all or none. */
  function change<T>(user_id: string, body: (store: ReturnType<typeof learned>) => Promise<T>): Promise<T> {
    return inOrder(() =>
      database.transaction(async (tx) => {
        // Other processes learn, too.
        await lockName(tx, `learned of user ${user_id}`);
        return await body(learned(tx, keyring));
      })
    );
  }

  jobs.work<LearnJob>(LEARN_QUEUE, {
    inOrder: true,
    async onJob({ data }) {
      const turn = ObserveRequest.parse(
        JSON.parse(await keyring.open(data.sealed, jobPlace(data.message_id))),
      );
      await timed(metrics, "learn", () => change(turn.user_id, (store) => learnTurn(store, turn, now())));
    },
    onError({ data }, error, final) {
      log[final ? "error" : "warning"]("a turn was not learned from", {
        message_id: data.message_id,
        ...errorFields(error),
      });
    },
  });

  async function rotate(): Promise<Rotated> {
    if (await database.others() > 0) {
      throw new MorganError(
        "conflict",
        "Other processes use the database, and would go on with the former key.",
        {
          hint:
            "End them, run `morgan serve` alone, then `morgan keys rotate`; give the others the new key file before they start again.",
        },
      );
    }
    const first = await rotateOnce();
    if (first.unreadable > 0 || keyring.state().former.length === 0) return first;
    // What waited to be learned was sealed with the former key.
    await jobs.idle(LEARN_QUEUE, closing.signal);
    return { ...await rotateOnce(), rotated: first.rotated };
  }

  async function rotateOnce(): Promise<Rotated> {
    const result = await inOrder(() =>
      rotateKey(database, keyring, {
        signal: closing.signal,
        beforeEnd: async (former) => {
          const waiting = JSON.stringify((await jobs.live(LEARN_QUEUE)).map(({ data }) => data));
          return !former.some((id) => waiting.includes(`m1.${id}.`));
        },
      })
    );
    log.info("the key was rotated", { ...result });
    return result;
  }

  const resuming = isRotating() ? rotate().then(() => {}, failed) : Promise.resolve();
  function failed(error: unknown): void {
    if (!isAbort(error)) log.error("a rotation of the key could not be ended", errorFields(error));
  }
  function isRotating(): boolean {
    try {
      return keyring.state().former.length > 0;
    } catch {
      return false;
    }
  }

  return {
    async observe(turn) {
      const sealed = await keyring.seal(JSON.stringify(turn), jobPlace(turn.message_id));
      const job: LearnJob = { message_id: turn.message_id, sealed };
      await jobs.enqueue(LEARN_QUEUE, job, { order: turn.user_id });
    },
    idle: (signal) => jobs.idle(LEARN_QUEUE, signal),
    update: ({ user_id, signals, preferences }) =>
      change(user_id, async (store) => {
        const before = derivePreferences(await store.evidence(user_id), now());
        const added: string[] = [];
        for (const signal of signals) added.push(...await learnSignal(store, user_id, signal, now()));
        for (const { type, subject, value } of preferences) {
          const date = clock().toISOString();
          const id = await derivedId(user_id, crypto.randomUUID());
          const why = { kind: "explicit" as const, text: "", date };
          await store.putEvidence({
            id,
            user_id,
            type,
            subject,
            value,
            weight: EXPLICIT,
            at: await store.nextMoment(user_id, now()),
            why,
          });
          added.push(id);
        }
        const evidence = await store.evidence(user_id);
        const after = derivePreferences(evidence, now());
        return {
          preferences: after,
          changed: changes(evidence.filter(({ id }) => added.includes(id)), before, after),
        };
      }),
    async adaptation(user_id) {
      // Any process may have learned since; read before the rest, so that what is kept is never older than it says.
      const version = await store.version(user_id);
      const kept = adaptations.get(user_id);
      if (kept && kept.version === version && kept.until > now()) return kept.value;
      const [evidence, facts, habits] = await Promise.all([
        store.evidence(user_id),
        store.facts(user_id),
        store.habits(user_id),
      ]);
      const about = facts.toSorted((a, b) => strength(b.uses, now()) - strength(a.uses, now()))
        .map((fact) => ({ memory_id: fact.id, text: describeFact(fact) }));
      const adapted = adapt(derivePreferences(evidence, now()), about);
      const value = { ...adapted, directives: [...adapted.directives, ...habitDirectives(habits)] };
      adaptations.set(user_id, { until: now() + KEPT_MS, version, value });
      return value;
    },
    memories: (query) => memoryPage(store, query, now()),
    forget: (user_id, id, forGood) =>
      change(user_id, async (store) => {
        const found = await findMemory(store, user_id, id);
        if (forGood) await store.erase(id);
        else if ("fact" in found) await store.putFact({ ...found.fact, ended: { state: "forgotten" } });
        else await store.putEvidence({ ...found.evidence, ended: { state: "forgotten" } });
        return [id];
      }),
    undo: (user_id, id) =>
      change(user_id, async (store) => {
        const before = derivePreferences(await store.evidence(user_id), now());
        await undoMemory(store, user_id, id);
        const after = derivePreferences(await store.evidence(user_id), now());
        const found = await findMemory(store, user_id, id);
        if ("fact" in found) return { memory: factMemory(found.fact, now()), changed: [] };
        return {
          memory: evidenceMemory(found.evidence, now()),
          changed: changes([found.evidence], before, after),
        };
      }),
    async keys(count) {
      const values = count ? Object.fromEntries(await sealedByKey(database.db)) : {};
      return { ...keyring.state(), values };
    },
    rotate,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await resuming;
      await inOrder(() => Promise.resolve());
    },
  };
}

/** What evidence changed, a change for each preference that has another value than before. */
function changes(
  evidence: readonly StoredEvidence[],
  before: readonly Preference[],
  after: readonly Preference[],
): Change[] {
  const valueIn = (all: readonly Preference[], { type, subject }: StoredEvidence) =>
    all.find((one) => one.type === type && (one.subject ?? "") === (subject ?? ""))?.value ?? null;
  const last = new Map(evidence.map((one) => [`${one.type}/${one.subject ?? ""}`, one]));
  return [...last.values()].flatMap((one) => {
    const [old, value] = [valueIn(before, one), valueIn(after, one)];
    if (old === value) return [];
    const { id, type, subject } = one;
    const about = subject === undefined ? {} : { subject };
    return [{ id, type, ...about, value, before: old, text: describePreference({ type, ...about, value }) }];
  });
}

function jobPlace(message_id: string): string {
  return `job/${LEARN_QUEUE}/${message_id}`;
}
