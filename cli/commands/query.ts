import type { TextResponse } from "../../services/core/contract.ts";
import { readQuestion } from "../input.ts";
import { connect } from "../local_server.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { formatExplanation } from "../terminal/explain.ts";
import { note, write, writeJson, writeLine } from "../terminal/output.ts";
import { documentPath } from "../terminal/paths.ts";
import { formatSources } from "../terminal/sources.ts";
import { startSpinner } from "../terminal/spinner.ts";

/** Flags of `morgan query`. */
export interface QueryOptions {
  topK?: number | undefined;
  rag?: boolean | undefined;
  llm?: boolean | undefined;
  under?: string | undefined;
  explain?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Answers one question from the documents, streaming on the way. */
export async function query(words: string[], options: QueryOptions, signal: AbortSignal): Promise<void> {
  const text = await readQuestion(words);
  const { client } = await connect(signal, options);
  const request = {
    text,
    rag: options.rag ?? true,
    llm: options.llm ?? true,
    explain: options.explain ?? false,
    ...(options.topK ? { top_k: options.topK } : {}),
    ...(options.under ? { filter: { path_prefix: documentPath(options.under) } } : {}),
  };
  if (options.json) return writeJson(await client.text(request, signal));
  const answer = client.stream(request, signal);
  const response = await showAnswer(answer, !options.quiet);
  if (response.explain) writeLine(`\n${formatExplanation(response.explain)}`);
  if (options.quiet) return;
  // Nothing was quoted or worded where nothing was found: only what the search lacked counts then.
  const lacks = response.degraded.filter((code) => response.answered || !code.includes("llm"));
  explainDegraded(lacks, response.notice);
  if (!response.answered) note("`morgan search` shows the passages that come nearest.");
}

/** Prints an answer as it comes, then its sources. */
async function showAnswer(
  answer: AsyncGenerator<string, TextResponse>,
  talkative: boolean,
): Promise<TextResponse> {
  let spinner: Disposable | undefined = startSpinner("Thinking…", talkative);
  try {
    for (;;) {
      const next = await answer.next();
      spinner?.[Symbol.dispose]();
      spinner = undefined;
      if (!next.done) {
        write(next.value);
        continue;
      }
      writeLine();
      if (next.value.sources.length > 0) writeLine(`\n${formatSources(next.value.sources)}`);
      return next.value;
    }
  } catch (error) {
    writeLine();
    throw error;
  } finally {
    spinner?.[Symbol.dispose]();
  }
}
