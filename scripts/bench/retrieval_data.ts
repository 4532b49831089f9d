import { join } from "node:path";
import { z } from "zod";
import { MorganError } from "../../lib/errors.ts";
import type { Judgements } from "../../lib/retrieval/metrics.ts";

/** A test collection: documents, and queries with the documents that answer them. */
export interface Collection {
  documents: { id: string; text: string }[];
  queries: { text: string; relevant: Judgements }[];
}

/** Reads a folder that holds SQuAD 1.1, a BEIR-like corpus.jsonl, or Cranfield; told apart by its files. */
export async function readCollection(folder: string): Promise<Collection> {
  const files = await Array.fromAsync(Deno.readDir(folder), (entry) => entry.name);
  const read = (pattern: RegExp) => {
    const name = files.find((file) => pattern.test(file));
    return name === undefined ? undefined : Deno.readTextFile(join(folder, name));
  };
  const squad = read(/^(dev|train)-v1\.1.*\.json$/);
  if (squad !== undefined) return readSquad(await squad);
  const [corpus, queries, qrels] = [
    read(/^corpus.*\.jsonl$/),
    read(/^queries.*\.jsonl$/),
    read(/^qrels.*\.tsv$/),
  ];
  if (corpus && queries && qrels) return readBeir(await corpus, await queries, await qrels);
  const cranfield = [read(/^cran\.all/), read(/^cran\.qry$/), read(/^cranqrel$/)];
  if (cranfield.every((file) => file !== undefined)) {
    const [all = "", asked = "", judged = ""] = await Promise.all(cranfield);
    return readCranfield(all, asked, judged);
  }
  throw new MorganError("invalid_input", `The folder "${folder}" holds no test collection that is known.`, {
    hint: "Give a folder with SQuAD 1.1, BEIR's corpus.jsonl, queries.jsonl and qrels.tsv, or Cranfield.",
  });
}

const Squad = z.object({
  data: z.array(z.object({
    paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })),
  })),
});

/** Each paragraph is a document; it alone answers the questions that were asked of it. */
function readSquad(text: string): Collection {
  const paragraphs = Squad.parse(JSON.parse(text)).data.flatMap((article) => article.paragraphs);
  return {
    documents: paragraphs.map(({ context }, i) => ({ id: `p${i}`, text: context })),
    queries: paragraphs.flatMap(({ qas }, i) =>
      qas.map(({ question }) => ({ text: question, relevant: new Map([[`p${i}`, 1]]) }))
    ),
  };
}

const BeirText = z.object({ _id: z.coerce.string(), title: z.string().optional(), text: z.string() });

/** BEIR's layout: a document is its title and text. Queries without a judgement are left out. */
function readBeir(corpus: string, queries: string, qrels: string): Collection {
  const relevant = new Map<string, Map<string, number>>();
  for (const line of lines(qrels).slice(1)) {
    const [query = "", document = "", score = "0"] = line.split("\t");
    if (Number(score) <= 0) continue;
    relevant.set(query, (relevant.get(query) ?? new Map()).set(document, Number(score)));
  }
  const parse = (text: string) => lines(text).map((line) => BeirText.parse(JSON.parse(line)));
  return {
    documents: parse(corpus).map(({ _id, title = "", text }) => ({
      id: _id,
      text: `${title}\n${text}`.trim(),
    })),
    queries: parse(queries).flatMap(({ _id, text }) => {
      const own = relevant.get(_id);
      return own === undefined ? [] : [{ text, relevant: own }];
    }),
  };
}

/** SMART format. Judgements name a query by its place in the file; 1 to 4 are degrees of relevance, all count as one. */
function readCranfield(all: string, asked: string, judged: string): Collection {
  const relevant = new Map<number, Map<string, number>>();
  for (const line of lines(judged)) {
    const [query = 0, document = 0, degree = 0] = line.trim().split(/\s+/).map(Number);
    if (degree < 1 || degree > 4) continue;
    relevant.set(query, (relevant.get(query) ?? new Map()).set(`${document}`, 1));
  }
  const field = (record: string, name: string) =>
    (record.match(new RegExp(`^\\.${name}\\s*\\n([^]*?)(?=^\\.[A-Z]|(?![^]))`, "m"))?.[1] ?? "").trim();
  const records = (text: string) => text.split(/^\.I\s+/m).slice(1);
  return {
    documents: records(all).map((record) => ({
      id: `${parseInt(record)}`,
      text: textOf(field(record, "T"), field(record, "W")),
    })),
    queries: records(asked).flatMap((record, i) => {
      const own = relevant.get(i + 1);
      return own === undefined ? [] : [{ text: field(record, "W").replace(/\s+/g, " "), relevant: own }];
    }),
  };
}

/** Most texts of Cranfield begin with their title. */
function textOf(title: string, body: string): string {
  return body.startsWith(title) ? body : `${title}\n${body}`.trim();
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
