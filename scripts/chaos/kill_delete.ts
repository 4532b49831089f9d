/**
 * `deno task chaos:delete -- [--kills 20]`: kills the server with SIGKILL while a document is deleted, or replaced by its next version, and quoted, starts it
 * again with a plain command, and checks that nothing is left of what was deleted: no row, no bytes, no index entry, no quote in a
 * conversation or in its readable copy. What was not deleted must all be there.
 */
import { homePaths, isAlive, readServerFile } from "../../lib/home/mod.ts";
import { overHttp } from "../../lib/http/mod.ts";
import { DOCUMENTS_BUCKET } from "../../lib/objects/mod.ts";
import { objectPath } from "../../lib/objects/names.ts";
import { eventually } from "../../lib/testing.ts";
import { startFakeLlm } from "../../tests/support/fake_llm.ts";
import { coreClient } from "../../services/core/client.ts";
import { killsAsked, type MorganRun, runMorgan } from "./running.ts";

/** What a run showed; empty lists where Morgan kept its word. */
export interface DeleteReport {
  kills: number;
  /** Deletions and replacements that were acknowledged before the kill. */
  acknowledged: number;
  /** Questions about the document, asked together with its deletion, that were answered before the kill. */
  answered: number;
  lost: string[];
  left: string[];
  byHand: string[];
}

/** One round's document: two versions, each with a word of its own, and another document with the bytes of the second. */
interface Round {
  path: string;
  twin: string;
  versions: [text: string, text: string, text: string];
  words: [string, string, string];
}

/** Longest time from a request to the kill. */
const MOST_MS = 120;

/** Runs the whole over a temporary home, which is removed. */
export async function killDelete(
  kills: number,
  onKill: (line: string) => void = () => {},
): Promise<DeleteReport> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
  const home = `${folder}/home`;
  // A model that takes its time: most deletions come while it words the answer.
  await using llm = startFakeLlm({
    reply: (messages) => [`The keeper hides the ${hidden(messages) ?? "key"} in the cellar [1].`],
    before: () => after(2 * MOST_MS * Math.random()),
  });
  const morgan = runMorgan({
    MORGAN_EMBEDDING_PROVIDER: "none",
    MORGAN_LLM_PROVIDER: "openai",
    MORGAN_LLM_BASE_URL: llm.url,
    MORGAN_HOME: home,
  });
  const report: DeleteReport = { kills: 0, acknowledged: 0, answered: 0, lost: [], left: [], byHand: [] };
  try {
    for (let n = 0; n < kills; n++) {
      const round = roundOf(n);
      const { client, pid } = await connect(morgan, home);
      const ids = await prepare(client, round, n);
      const replaces = n % 3 === 2;
      // An answer is quoting the document meanwhile: whichever ends first, nothing of what is deleted may be left of it.
      const answered = ask(client, round, 1, n, true).then(() => true, () => false);
      await after(MOST_MS * Math.random());
      const request = replaces
        ? ingest(client, { [round.path]: round.versions[2] })
        : client.deleteDocument(ids.get(round.path) ?? "");
      const done = request.then(() => true, () => false);
      // Every other kill comes when both have ended, the others anywhere before it.
      await (n % 2 === 0
        ? Promise.all([done, answered])
        : Promise.race([done, after(MOST_MS * Math.random())]));
      Deno.kill(pid, "SIGKILL");
      const acknowledged = await done;
      await eventually("the server is gone", () => !isAlive(pid));
      report.kills++;
      if (acknowledged) report.acknowledged++;
      if (await answered) report.answered++;
      try {
        await check(morgan, home, round, { replaces, acknowledged }, report);
      } catch (error) {
        report.byHand.push(`${round.path}: ${error}`);
      }
      onKill(`${replaces ? "replaced" : "deleted"} ${round.path}, ${acknowledged ? "" : "not "}acknowledged`);
    }
    return report;
  } finally {
    await morgan("stop");
    await Deno.remove(folder, { recursive: true });
  }
}

type Client = ReturnType<typeof coreClient>;

async function connect(morgan: MorganRun, home: string): Promise<{ client: Client; pid: number }> {
  await morgan("status");
  const server = await readServerFile(homePaths({ MORGAN_HOME: home }));
  if (!server) throw new Error("The server did not start.");
  const token = (await Deno.readTextFile(`${home}/token`)).trim();
  return { client: coreClient(server.url, overHttp(token)), pid: server.pid };
}

function roundOf(n: number): Round {
  const letters = [...String(n).padStart(3, "0")].map((digit) => "bcdfghjklm"[Number(digit)]).join("");
  const words: Round["words"] = [`zu${letters}ax`, `zu${letters}ex`, `zu${letters}ix`];
  const text = (word: string) => `The keeper of the ${letters} lighthouse hides the ${word} in the cellar.\n`;
  const [first, second, third] = words;
  return {
    path: `kill/${n}.txt`,
    twin: `keep/${n}.txt`,
    versions: [text(first), text(second), text(third)],
    words,
  };
}

async function ingest(client: Client, files: Record<string, string>): Promise<Map<string, string>> {
  const uploads = Object.entries(files).map(([path, text]) => ({
    path,
    open: () => new Blob([text]).stream(),
  }));
  const ids = new Map<string, string>();
  for await (const event of client.ingest(uploads)) {
    if (event.event === "document" && event.document_id) ids.set(event.path, event.document_id);
  }
  return ids;
}

/** Two versions of the document, each quoted in a conversation; every fourth has a twin that stays. */
async function prepare(client: Client, { path, twin, versions, words }: Round, n: number) {
  let ids = new Map<string, string>();
  for (const version of [0, 1] as const) {
    ids = await ingest(client, { [path]: versions[version] });
    const { answer } = await ask(client, { versions }, version, n);
    if (!answer.includes(words[version])) throw new Error(`No quote of ${path}: ${answer}`);
  }
  if (hasTwin(n)) await ingest(client, { [twin]: versions[1] });
  return ids;
}

async function ask(
  client: Client,
  { versions }: Pick<Round, "versions">,
  version: 0 | 1,
  n: number,
  llm = false,
) {
  const subject = /the (\w+) lighthouse/.exec(versions[version])?.[0];
  return await client.text({ text: `What does the keeper of ${subject} hide?`, session_id: `s${n}`, llm });
}

/** What the passages that a model was given hide. */
function hidden(messages: readonly { content: string }[]): string | undefined {
  return /hides the (\w+) in the cellar/.exec(messages.map(({ content }) => content).join("\n"))?.[1];
}

const hasTwin = (n: number) => n % 4 === 1;

async function check(
  morgan: MorganRun,
  home: string,
  round: Round,
  { replaces, acknowledged }: { replaces: boolean; acknowledged: boolean },
  report: DeleteReport,
): Promise<void> {
  const { client } = await connect(morgan, home);
  const { path, twin, words } = round;
  const n = Number(/\d+/.exec(path)?.[0]);
  await eventually("nothing is under way", async () => {
    const { jobs } = await client.status();
    return jobs.waiting + jobs.active === 0;
  });
  const listed = (await client.documents({ path_prefix: path })).documents;
  const there = listed.length > 0;
  if (listed.length > 1) report.left.push(`${path}: ${listed.length} rows`);
  if (acknowledged && !replaces && there) report.left.push(`${path}: its row`);
  if (replaces && !there) report.lost.push(`${path}: both versions`);
  if (hasTwin(n) && !await finds(client, words[1], twin)) report.lost.push(twin);

  if (!replaces && there && !await finds(client, words[1], path)) report.lost.push(path);
  const newest = replaces && await finds(client, words[2], path);
  if (replaces && acknowledged && !newest) report.lost.push(`${path}: its new version`);
  // What must be nowhere, in an answer either where the document itself is gone.
  const gone = replaces ? newest ? [words[0], words[1]] : [words[0]] : there ? [words[0]] : [...words];
  const quoted = there ? [] : [words[0], words[1]];
  const kept = hasTwin(n) ? [words[1]] : [];
  await eventually(
    "the removal ends",
    async () => (await leftOf(home, client, round, gone, quoted, kept)).length === 0,
  )
    .catch(async () => void report.left.push(...await leftOf(home, client, round, gone, quoted, kept)));
  const { checks } = await client.doctor(false);
  for (const { name, status, message } of checks) {
    if (status === "problem" && name !== "disk") report.byHand.push(`${path}: ${name}: ${message}`);
  }
}

async function finds(client: Client, word: string, path: string): Promise<boolean> {
  const { results } = await client.search({ query: word, leg: "lexical", top_k: 10 });
  return results.some((result) =>
    result.text.includes(word) && (result.path === path || result.also_at?.includes(path))
  );
}

/** Where words of deleted texts still stand. @param kept words that another document has */
async function leftOf(
  home: string,
  client: Client,
  { path, versions, words }: Round,
  gone: readonly string[],
  quoted: readonly string[],
  kept: readonly string[],
): Promise<string[]> {
  const left: string[] = [];
  for (const word of gone.filter((word) => !kept.includes(word))) {
    const { results } = await client.search({ query: word, leg: "lexical", top_k: 10 });
    if (results.some(({ text }) => text.includes(word))) left.push(`${path}: ${word} is found`);
    const version = versions[words.indexOf(word as typeof words[0])] ?? "";
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(version)));
    const bytes = objectPath(homePaths({ MORGAN_HOME: home }).objects, DOCUMENTS_BUCKET, hash.toHex());
    if (await Deno.stat(bytes).then(() => true, () => false)) left.push(`${path}: the bytes of ${word}`);
  }
  const session = `s${/\d+/.exec(path)?.[0]}`;
  const history = JSON.stringify((await client.conversation(session)).messages_page.messages);
  const copy = JSON.stringify(JSON.parse(await Deno.readTextFile(`${home}/conversations/${session}.json`)));
  for (const word of quoted) {
    // What another document says too may be quoted from that one.
    const trace = kept.includes(word) ? JSON.stringify({ path }).slice(1, -1) : word;
    if (history.includes(trace)) left.push(`${path}: a quote with ${word}`);
    if (copy.includes(trace)) left.push(`${path}: ${word} in the copy`);
  }
  return left;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (import.meta.main) {
  const { kills, acknowledged, answered, lost, left, byHand } = await killDelete(
    killsAsked(20),
    (line) => console.error(line),
  );
  console.log(
    `${kills} kills in deletions and replacements, ${acknowledged} of them acknowledged, ${answered} with an answer meanwhile; acknowledged things lost ${lost.length}, ` +
      `deleted things left ${left.length}, restarts that needed a hand ${byHand.length}`,
  );
  for (const line of [...lost, ...left, ...byHand]) console.log(line);
  Deno.exit(lost.length + left.length + byHand.length === 0 ? 0 : 1);
}
