/**
 * `deno task chaos:reindex -- [--kills 10] [--documents 300]`: changes the embedding model (two test doubles of an endpoint),
 * kills the server with SIGKILL at random moments of the reindexing, starts it again with a plain command, and searches all the
 * while: results must be those of the former model until the swap, and no text may be embedded anew but the one under way.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { overHttp } from "../../lib/http/mod.ts";
import { type CoreClient, coreClient } from "../../services/core/client.ts";
import { startFakeEmbeddings } from "../../tests/support/fake_embeddings.ts";
import { writeCollection } from "./collection.ts";

/** What a run showed. */
export interface ReindexReport {
  kills: number;
  chunks: number;
  /** Vectors in the index at the end. */
  vectors: number;
  /** Chunks that the new model embedded, each time counted. */
  embedded: number;
  /** Searches that were answered during the build, and those of them that differed from before it. */
  searches: number;
  unequal: number;
  model: string | null;
  seconds: number;
}

/** How a run goes. */
export interface ReindexChaosOptions {
  kills: number;
  documents: number;
  /** Delay of each answer of the new model's endpoint. */
  delayMs?: number;
  onKill?: (kill: number, line: string) => void;
}

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
/** Longest life of a server of the build. */
const MOST_MS = 1500;
const QUERIES = [
  "harbour was measured",
  "glacier",
  "who painted the bridge",
  "weather station sold",
  "orchard",
];

/** Runs the whole over a temporary home, which is removed. */
export async function killReindex(
  { kills, documents, delayMs = 40, onKill }: ReindexChaosOptions,
): Promise<ReindexReport> {
  await using former = startFakeEmbeddings();
  await using next = startFakeEmbeddings({ seed: 37, delayMs });
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
  await Deno.mkdir(`${folder}/files`);
  const collection = await writeCollection(`${folder}/files`, documents);
  const home = `${folder}/home`;
  const model = (name: string, base_url: string) => ({
    MORGAN_HOME: home,
    MORGAN_EMBEDDING_PROVIDER: "openai",
    MORGAN_EMBEDDING_MODEL: name,
    MORGAN_EMBEDDING_BASE_URL: base_url,
  });
  async function morgan(args: string[], env: Record<string, string>): Promise<string> {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-prompt", MAIN, ...args],
      env,
      stdin: "null",
    }).output();
    if (code !== 0) throw new Error(`${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
    return new TextDecoder().decode(stdout);
  }
  const [first, second] = [model("first", former.url), model("second", next.url)];
  try {
    await morgan(["ingest", collection.folder], first);
    const before = await searchAll(await client(home));
    const started = performance.now();
    await morgan(["reindex", "--detach"], second);
    const report = { kills: 0, searches: 0, unequal: 0 };
    for (;;) {
      const { pid } = JSON.parse(await Deno.readTextFile(`${home}/server.json`));
      const done = await watch(
        await client(home),
        before,
        report,
        report.kills < kills ? Math.random() * MOST_MS : Infinity,
      );
      if (done !== undefined) {
        const { index } = await (await client(home)).status();
        const chunks = index.reindex.total;
        const embedded = [...next.texts].filter(([text]) => text.length > 40).reduce(
          (sum, [, count]) => sum + count,
          0,
        );
        const seconds = Math.round((performance.now() - started) / 100) / 10;
        return { ...report, chunks, vectors: index.vectors, embedded, model: index.model, seconds };
      }
      Deno.kill(pid, "SIGKILL");
      report.kills++;
      // A plain command is the restart.
      await morgan(["documents", "list", "--json"], second);
      onKill?.(report.kills, `${next.texts.size} texts embedded`);
    }
  } finally {
    await morgan(["stop"], second);
    await Deno.remove(folder, { recursive: true });
  }
}

async function client(home: string): Promise<CoreClient> {
  const { url } = JSON.parse(await Deno.readTextFile(`${home}/server.json`));
  return coreClient(url, overHttp((await Deno.readTextFile(`${home}/token`)).trim()));
}

/** Results of all queries as one text. */
async function searchAll(client: CoreClient): Promise<string> {
  const found = [];
  for (const query of QUERIES) found.push((await client.search({ query, leg: "dense" })).results);
  return JSON.stringify(found);
}

/** Searches until the new index answers (then true is returned) or the time is over. */
async function watch(
  client: CoreClient,
  before: string,
  report: { searches: number; unequal: number },
  ms: number,
): Promise<true | undefined> {
  const deadline = performance.now() + ms;
  while (performance.now() < deadline) {
    const found = await searchAll(client);
    // A search between two looks may fall after the swap: only then may it differ.
    const { needed } = await client.reindexStatus();
    if (!needed) return true;
    report.searches += QUERIES.length;
    if (found !== before) report.unequal++;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((argument) => argument !== "--"),
    options: { kills: { type: "string", default: "10" }, documents: { type: "string", default: "300" } },
  });
  const report = await killReindex({
    kills: Number(values.kills),
    documents: Number(values.documents),
    onKill: (kill, line) => console.error(`kill ${kill}: ${line}`),
  });
  const { kills, chunks, vectors, embedded, searches, unequal, model, seconds } = report;
  console.log(
    `${kills} kills in ${seconds} s; ${chunks} chunks, ${vectors} vectors of ${model}; embedded ${embedded} times ` +
      `(${embedded - chunks} again); ${searches} searches meanwhile, ${unequal} rounds unequal`,
  );
  Deno.exit(vectors === chunks && unequal === 0 ? 0 : 1);
}
