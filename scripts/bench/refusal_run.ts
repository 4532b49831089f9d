import { join } from "node:path";
import type { CoreClient } from "../../services/core/client.ts";
import type { TextResponse } from "../../services/core/contract.ts";
import { loadSquadArticles, type SquadArticle } from "./squad_articles.ts";
import { temporaryMorgan } from "./temporary_morgan.ts";

/** One question with what Morgan made of it. */
export interface Outcome {
  answerable: boolean;
  golds: string[];
  response: TextResponse;
  /** Wall-clock milliseconds of the request. */
  ms: number;
}

/** A run over one half of the articles: what was asked, and the text of each ingested file by its name. */
export interface RefusalRun {
  outcomes: Outcome[];
  files: ReadonlyMap<string, string>;
}

/** Ingests every second article and asks `questions` to these and as many to the others, without a language model. */
export async function askHalf(
  folder: string,
  options: { half: number; questions: number; provider: string },
): Promise<RefusalRun> {
  const articles = await loadSquadArticles(folder);
  const known = articles.filter((_, i) => i % 2 === options.half);
  const unknown = articles.filter((_, i) => i % 2 !== options.half);
  await using morgan = await temporaryMorgan({ "embedding.provider": options.provider });
  await ingest(morgan.client, known);
  return {
    outcomes: [
      ...await ask(morgan.client, known, options.questions, true),
      ...await ask(morgan.client, unknown, options.questions, false),
    ],
    files: new Map(known.map((article) => [fileName(article), textOf(article)])),
  };
}

function fileName(article: SquadArticle): string {
  return join("squad", `${article.title}.txt`);
}

function textOf(article: SquadArticle): string {
  return article.paragraphs.map((paragraph) => paragraph.context).join("\n\n");
}

async function ingest(client: CoreClient, articles: readonly SquadArticle[]): Promise<void> {
  const files = articles.map((article) => ({
    path: fileName(article),
    open: () => new Blob([textOf(article)]).stream(),
  }));
  for await (const event of client.ingest(files)) {
    if (event.event === "document" && event.status !== "completed") throw new Error(JSON.stringify(event));
  }
}

/** Asks questions spread evenly over all those of the articles. */
async function ask(
  client: CoreClient,
  articles: readonly SquadArticle[],
  questions: number,
  answerable: boolean,
): Promise<Outcome[]> {
  const all = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.questions));
  const step = Math.max(1, all.length / questions);
  const outcomes: Outcome[] = [];
  for (let at = 0; at < all.length && outcomes.length < questions; at += step) {
    const { question, answers } = all[Math.floor(at)]!;
    const started = performance.now();
    const response = await client.text({ text: question, llm: false, explain: true });
    outcomes.push({ answerable, golds: answers, response, ms: performance.now() - started });
  }
  return outcomes;
}
