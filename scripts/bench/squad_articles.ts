import { join } from "node:path";
import { z } from "zod";

/** A SQuAD article with its paragraphs and their questions. */
export interface SquadArticle {
  title: string;
  paragraphs: { context: string; questions: { question: string; answers: string[] }[] }[];
}

const File = z.object({
  data: z.array(z.object({
    title: z.string(),
    paragraphs: z.array(z.object({
      context: z.string(),
      qas: z.array(z.object({ question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
    })),
  })),
});

/** The articles of the one SQuAD file (`*.json`) in a folder. */
export async function loadSquadArticles(folder: string): Promise<SquadArticle[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const name = entries.find((entry) => entry.name.endsWith(".json"))?.name;
  if (!name) throw new Error(`There is no SQuAD file (*.json) in ${folder}.`);
  const { data } = File.parse(JSON.parse(await Deno.readTextFile(join(folder, name))));
  return data.map(({ title, paragraphs }) => ({
    title,
    paragraphs: paragraphs.map(({ context, qas }) => ({
      context,
      questions: qas.map(({ question, answers }) => ({ question, answers: answers.map(({ text }) => text) })),
    })),
  }));
}
