import { sql } from "kysely";
import type { Database } from "../../../lib/db/mod.ts";
import { liveJobs } from "../../../lib/jobs/mod.ts";
import { eventually } from "../../../lib/testing.ts";
import type { CoreClient } from "../../../services/core/client.ts";
import type { Message } from "../../../services/core/conversation/contract.ts";
import { allMessages } from "./client.ts";
import type { Ledger } from "./ledger.ts";
import { questionAbout } from "./words.ts";

/** What of one kind was acknowledged, and what became of it. Each entry of a list is one broken promise. */
export interface Row {
  what: string;
  acknowledged: number;
  lost: string[];
  doubled: string[];
}

/** What a run showed in the end. */
export interface Found {
  rows: Row[];
  /** Where deleted documents can still be found or are quoted. */
  left: string[];
}

/** Longest wait for the work that no answer waited for. */
const SETTLE_MS = 180_000;

/** Compares what was acknowledged with what each core tells, one after the other, when no work is left. */
export async function checkLedger(
  ledger: Ledger,
  cores: readonly CoreClient[],
  database: Database,
): Promise<Found> {
  await eventually("no job is left", async () => (await liveJobs(database.db)).length === 0, SETTLE_MS);
  const found: Found = { rows: [], left: [] };
  const rows = new Map<string, Row>();
  const row = (what: string, acknowledged: number): Row => {
    const one = rows.get(what) ?? { what, acknowledged, lost: [], doubled: [] };
    rows.set(what, one);
    return one;
  };
  for (const [i, core] of cores.entries()) {
    const at = `at core ${i + 1}: `;
    const stored = new Map<string, Message[]>();
    for (const { user, session } of ledger.sent.values()) {
      if (!stored.has(session)) stored.set(session, await allMessages(core, session, user));
    }
    checkMessages(ledger, stored, row("messages", ledger.sent.size), row("answers", ledger.answers.size), at);
    checkRatings(ledger, stored, row("ratings", ledger.ratings.size), at);
    await checkUsers(core, ledger, {
      feelings: row("feelings", ledger.answers.size),
      facts: row("facts", ledger.facts.length),
      preferences: row("preferences", ledger.preferences.values().reduce((sum, own) => sum + own.size, 0)),
    }, at);
    await checkDocuments(core, ledger, row("documents", ledger.documents.size), found.left, at);
    const told = JSON.stringify([...stored.values()]);
    for (const { word, path } of ledger.deleted.values()) {
      if (told.includes(word)) found.left.push(`${at}a quote of ${path}`);
    }
  }
  const { rows: [feedback] } = await sql<{ count: number }>`select count(*)::int as count from feedback`
    .execute(database.db);
  const surplus = (feedback?.count ?? 0) - ledger.ratings.size;
  if (surplus > 0) row("ratings", 0).doubled.push(`${surplus} rows more than ratings were given`);
  found.rows = [...rows.values()];
  return found;
}

function checkMessages(
  ledger: Ledger,
  stored: ReadonlyMap<string, Message[]>,
  messages: Row,
  answers: Row,
  at: string,
): void {
  const byId = Map.groupBy([...stored.values()].flat(), ({ message_id }) => message_id);
  for (const [id, { text }] of ledger.sent) {
    if (byId.get(id)?.[0]?.text !== text) messages.lost.push(`${at}${id}`);
  }
  for (const [id, { text }] of ledger.answers) {
    const kept = byId.get(id)?.[0];
    const well = kept !== undefined && !kept.interrupted && (kept.text === text || drewOnDeleted(ledger, id));
    if (!well) {
      answers.lost.push(`${at}${id}: ${JSON.stringify(text)} is now ${JSON.stringify(kept?.text)}`);
    }
  }
  for (const [id, same] of byId) {
    if (same.length > 1) (same[0]?.role === "user" ? messages : answers).doubled.push(`${at}${id}`);
    if (same[0]?.role === "user" && !ledger.sent.has(id)) {
      messages.doubled.push(`${at}${id}, which nobody sent`);
    }
    if (same[0]?.role === "assistant" && !ledger.answers.has(id)) {
      answers.doubled.push(`${at}${id}, which nobody was given`);
    }
  }
}

/** What an answer took from a document that was deleted since is taken out of it, also where it came by way of an earlier answer. */
function drewOnDeleted(ledger: Ledger, id: string, seen = new Set<string>()): boolean {
  const answer = ledger.answers.get(id);
  if (!answer || seen.has(id)) return false;
  seen.add(id);
  return answer.from.some((path) => ledger.deleted.has(path)) ||
    answer.recalled.some((earlier) => drewOnDeleted(ledger, earlier, seen));
}

function checkRatings(
  ledger: Ledger,
  stored: ReadonlyMap<string, Message[]>,
  ratings: Row,
  at: string,
): void {
  const byId = new Map([...stored.values()].flat().map((message) => [message.message_id, message]));
  for (const [id, rating] of ledger.ratings) {
    if (byId.get(id)?.feedback?.rating !== rating) ratings.lost.push(`${at}of answer ${id}`);
  }
}

async function checkUsers(
  core: CoreClient,
  ledger: Ledger,
  { feelings, facts, preferences }: Record<"feelings" | "facts" | "preferences", Row>,
  at: string,
): Promise<void> {
  for (const user_id of new Set(ledger.sent.values().map(({ user }) => user))) {
    const answered = ledger.answers.values().filter(({ user }) => user === user_id).toArray().length;
    const { states } = await core.mood({ user_id, days: 2 });
    for (let n = states; n < answered; n++) feelings.lost.push(`${at}one of ${user_id}`);
    for (let n = answered; n < states; n++) feelings.doubled.push(`${at}one of ${user_id}`);

    const values = await allFacts(core, user_id);
    for (const { user, place } of ledger.facts) {
      if (user !== user_id) continue;
      const times = values.filter((value) => value === place).length;
      if (times === 0) facts.lost.push(`${at}${user} lives in ${place}`);
      if (times > 1) facts.doubled.push(`${at}${user} lives in ${place}`);
    }
  }
  for (const [user_id, own] of ledger.preferences) {
    // Without anything to change this tells what holds.
    const held = (await core.updatePreferences({ user_id })).preferences;
    for (const [subject, value] of own) {
      const same = held.filter((one) => one.type === "topic" && one.subject === subject);
      if (same[0]?.value !== value) preferences.lost.push(`${at}${user_id}: ${value} of ${subject}`);
      if (same.length > 1) preferences.doubled.push(`${at}${user_id}: ${subject}`);
    }
  }
}

async function allFacts(core: CoreClient, user_id: string): Promise<(string | null)[]> {
  const values: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await core.memories({
      ...{ user_id, kind: "fact", all: "true", limit: 1000 },
      ...(cursor ? { cursor } : {}),
    });
    values.push(...page.memories.map(({ value }) => value));
    cursor = page.next ?? undefined;
  } while (cursor);
  return values;
}

async function checkDocuments(
  core: CoreClient,
  ledger: Ledger,
  documents: Row,
  left: string[],
  at: string,
): Promise<void> {
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await core.documents({ path_prefix: "chaos", limit: 1000, ...(cursor ? { cursor } : {}) });
    listed.push(...page.documents.map(({ path }) => path));
    cursor = page.next ?? undefined;
  } while (cursor);
  for (const { path, word } of ledger.documents.values()) {
    const rows = listed.filter((one) => one === path).length;
    const found = await pathsWith(core, word);
    if (rows === 0 || !found.includes(path)) documents.lost.push(at + path);
    if (rows > 1 || found.length > 1) documents.doubled.push(at + path);
  }
  for (const { path, word, about } of ledger.deleted.values()) {
    if (listed.includes(path)) left.push(`${at}${path} is listed`);
    if ((await pathsWith(core, word)).length > 0) left.push(`${at}${path} is found`);
    const { answer } = await core.text({ text: questionAbout(about), llm: false, user_id: "who-checks" });
    if (answer.includes(word)) left.push(`${at}${path} is quoted by a new answer`);
  }
}

/** Paths of the chunks that hold a word. */
async function pathsWith(core: CoreClient, word: string): Promise<string[]> {
  const { results } = await core.search({ query: word, leg: "lexical", top_k: 10 });
  return results.filter(({ text }) => text.includes(word)).map(({ path }) => path);
}
