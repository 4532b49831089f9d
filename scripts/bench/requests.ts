/**
 * What an answer costs beside the language model: `deno task bench:requests -- FOLDER [--questions 200]` with SQuAD in FOLDER. A Morgan
 * with every second article answers over HTTP, for 1 client and for 16 at once; first without a model, then with one that answers
 * at once (a stand-in, so that only Morgan's own time is left). The same questions go to a Morgan that neither notices feelings nor
 * learns, in turns with the other.
 */
import { parseArgs } from "node:util";
import { listen } from "../../lib/http/mod.ts";
import type { CoreClient } from "../../services/core/client.ts";
import { coreClient } from "../../services/core/client.ts";
import { overHttp } from "../../lib/http/mod.ts";
import { startFakeLlm } from "../../tests/support/fake_llm.ts";
import { loadSquadArticles } from "./squad_articles.ts";
import { temporaryMorgan } from "./temporary_morgan.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { questions: { type: "string", default: "200" } },
});
const [folder] = positionals;
if (!folder) throw new Error("Give the folder of SQuAD: deno task bench:requests -- FOLDER");
const count = Number(values.questions);
const articles = (await loadSquadArticles(folder)).filter((_, i) => i % 2 === 0);
const all = articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ questions }) => questions));
const questions = Array.from(
  { length: count },
  (_, i) => all[Math.floor(i * all.length / count)]?.question ?? "",
);

/** Milliseconds to the first text and to the end, one pair a question. */
type Times = { first: number; whole: number }[];

await using llm = startFakeLlm({ reply: ["It is in the passage [1]."], window: 4096 });
const configurations = {
  "all services": {},
  "no emotion, no learning": { "emotion.enabled": false, "learning.enabled": false },
};
await using stack = new AsyncDisposableStack();
const servers = new Map<string, CoreClient>();
for (const [name, config] of Object.entries(configurations)) {
  const morgan = stack.use(
    await temporaryMorgan({ "llm.provider": "openai", "llm.base_url": llm.url, ...config }),
  );
  const uploads = articles.map(({ title, paragraphs }) => ({
    path: `${title}.txt`,
    open: () => new Blob([paragraphs.map(({ context }) => context).join("\n\n")]).stream(),
  }));
  for await (const event of morgan.client.ingest(uploads)) {
    if (event.event === "summary") console.error(`${name}: ${event.chunks} chunks`);
  }
  const { url } = stack.use(listen((request) => morgan.fetch(request), { host: "127.0.0.1", port: 0 }));
  servers.set(name, coreClient(url, overHttp("bench")));
}

/** Asks all questions, so many at a time. */
async function ask(client: CoreClient, clients: number, withModel: boolean): Promise<Times> {
  const waiting = [...questions];
  const times: Times = [];
  await Promise.all(Array.from({ length: clients }, async () => {
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      const started = performance.now();
      let first = 0;
      for await (const _ of client.stream({ text, llm: withModel })) first ||= performance.now() - started;
      times.push({ first, whole: performance.now() - started });
    }
  }));
  return times;
}

const at = (values: number[], q: number) =>
  (values.toSorted((a, b) => a - b)[Math.ceil(q * values.length) - 1] ?? NaN).toFixed(0).padStart(7);
console.log("| what | clients | first text p50 | p95 | whole p50 | p95 | requests/s |");
for (const withModel of [false, true]) {
  for (const clients of [1, 16]) {
    for (const [name, client] of servers) {
      // What the model server is known for, and the code, are loaded once.
      await client.text({ text: questions[0] ?? "", llm: withModel });
      const started = performance.now();
      const times = await ask(client, clients, withModel);
      const seconds = (performance.now() - started) / 1000;
      const [first, whole] = [times.map((time) => time.first), times.map((time) => time.whole)];
      console.log(
        `| ${name}, ${withModel ? "instant model" : "no model"} | ${clients} | ${at(first, 0.5)} | ${
          at(first, 0.95)
        } | ${at(whole, 0.5)} | ${at(whole, 0.95)} | ${(times.length / seconds).toFixed(1)} |`,
      );
    }
  }
}
