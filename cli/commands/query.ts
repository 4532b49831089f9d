import { loadConfig } from "../../lib/config/mod.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { userLocale } from "../../lib/locale.ts";
import { localZone } from "../../lib/zone.ts";
import type { TextResponse } from "../../services/core/contract.ts";
import type { Feeling } from "../../services/emotion/contract.ts";
import { readQuestion } from "../input.ts";
import { connect } from "../local_server.ts";
import { isTurnedOff, TURNED_OFF } from "../mood/turned_off.ts";
import { pieceCleaner } from "../terminal/clean.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { formatExplanation } from "../terminal/explain.ts";
import { formatFeeling } from "../terminal/feeling.ts";
import { note, write, writeJson, writeLine } from "../terminal/output.ts";
import { placeNamed } from "../documents.ts";
import { formatSources } from "../terminal/sources.ts";
import { startSpinner } from "../terminal/spinner.ts";
import { showSupport } from "../terminal/support.ts";

/** Flags of `morgan query`. */
export interface QueryOptions {
  topK?: number | undefined;
  rag?: boolean | undefined;
  llm?: boolean | undefined;
  under?: string | undefined;
  explain?: true | undefined;
  emotion?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Answers one question from the documents, streaming on the way. */
export async function query(words: string[], options: QueryOptions, signal: AbortSignal): Promise<void> {
  const text = await readQuestion(words);
  const defaults = await querySettings();
  const { client } = await connect(signal, options);
  const locale = userLocale();
  const request = {
    text,
    ...defaults,
    ...(locale ? { locale } : {}),
    time_zone: localZone(),
    // The flags are --no-rag and --no-llm: they can only turn off.
    ...(options.rag === false ? { rag: false } : {}),
    ...(options.llm === false ? { llm: false } : {}),
    explain: options.explain ?? false,
    ...(options.topK ? { top_k: options.topK } : {}),
    ...(options.under ? { filter: { path_prefix: await placeNamed(client, options.under, signal) } } : {}),
  };
  if (options.json) return writeJson(await client.text(request, signal));
  const answer = client.stream(request, signal);
  const response = await showAnswer(answer, !options.quiet);
  if (options.emotion) await showFeeling(response.emotion, !options.quiet);
  if (response.explain) writeLine(`\n${formatExplanation(response.explain)}`);
  if (options.quiet) return;
  // Nothing was quoted or worded where nothing was found: only what the search lacked counts then.
  const lacks = response.degraded.filter((code) => response.answered || !code.includes("llm"));
  explainDegraded(lacks, response.notice);
}

/** Prints what the question shows of how the user feels, or says why that is not known. */
async function showFeeling(feeling: Feeling | undefined, talkative: boolean): Promise<void> {
  if (feeling) return writeLine(`\n${formatFeeling(feeling)}`);
  if (talkative) note(await isTurnedOff() ? TURNED_OFF : NO_FEELING);
}

const NO_FEELING =
  "No feeling was told: the server was started with emotion.enabled false (`morgan stop` lets a change act), or it failed (its log says why).";

/** What the configuration says of questions asked in this folder; what it leaves open is the server's to decide. */
async function querySettings(): Promise<{ rag: boolean; llm: boolean; top_k?: number }> {
  const env = Deno.env.toObject();
  const { config, origins } = await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
  const { rag, llm, top_k } = config.query;
  return { rag, llm, ...(origins.has("query.top_k") ? { top_k } : {}) };
}

/** Prints an answer as it comes, then where help is if it is needed, and the sources. */
async function showAnswer(
  answer: AsyncGenerator<string, TextResponse>,
  talkative: boolean,
): Promise<TextResponse> {
  let spinner: Disposable | undefined = startSpinner("Thinking…", talkative);
  const pieces = pieceCleaner();
  let begun = false;
  try {
    for (;;) {
      const next = await answer.next();
      spinner?.[Symbol.dispose]();
      spinner = undefined;
      if (!next.done) {
        write(pieces.push(next.value));
        begun = true;
        continue;
      }
      writeLine(pieces.end());
      showSupport(next.value);
      if (next.value.sources.length > 0) writeLine(`\n${formatSources(next.value.sources)}`);
      if (next.value.nearest) writeLine(`\n${formatSources(next.value.nearest, "What the documents say")}`);
      return next.value;
    }
  } catch (error) {
    if (begun) writeLine();
    throw error;
  } finally {
    spinner?.[Symbol.dispose]();
  }
}
