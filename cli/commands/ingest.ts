import process from "node:process";
import { loadConfig } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { summarise } from "../../services/rag/client.ts";
import type { DocumentEvent, IngestEvent } from "../../services/rag/contract.ts";
import { EXIT } from "../exit.ts";
import { connect } from "../local_server.ts";
import { note, paint, writeErrorLine, writeJsonLine, writeLine } from "../terminal/output.ts";
import { displayPath, documentPath } from "../terminal/paths.ts";
import { type Progress, startProgress } from "../terminal/progress.ts";
import { wrap } from "../terminal/wrap.ts";
import { failedToRead, sendFiles, type Upload } from "../upload.ts";
import { countPassed, describePassed, excludedNames, type PassedOver } from "../passed_over.ts";
import { findFiles, type Found } from "../walk.ts";

/** Flags of `morgan ingest`. */
export interface IngestOptions {
  name?: string | undefined;
  /** Go on and follow what happens to the files. */
  watch?: true | undefined;
  force?: true | undefined;
  followLinks?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Reads files and folders into Morgan; `-` is standard input. Returns the exit code. */
export async function ingest(paths: string[], options: IngestOptions, signal: AbortSignal): Promise<number> {
  if (options.watch) return await (await import("./watch.ts")).watch(paths, options, signal);
  const started = performance.now();
  const { found, uploads } = await findUploads(paths, options);
  const outcomes = [...found.unreadable].map(([path, error]) => failedToRead(path, error));
  if (options.json) {
    for (const event of found.passed) writeJsonLine({ event: "passed_over", ...event });
    for (const event of outcomes) writeJsonLine(event);
  }
  if (uploads.length + outcomes.length === 0) {
    note(
      "There is nothing to ingest: no PDF, DOCX, HTML, Markdown, text or source code below the given paths.",
    );
    if (options.json) writeJsonLine({ ...summarise([]), passed_over: countPassed(found.passed) });
    else if (!options.quiet) showPassed(found.passed);
    return EXIT.ok;
  }
  const received = new Set<string>();
  let stopped = false;
  if (uploads.length > 0) {
    const { client } = await connect(signal, options);
    using progress = startProgress(!options.quiet && !options.json);
    try {
      await sendFiles(client, uploads, { force: options.force ?? false, signal }, (event) => {
        if (options.json && event.event !== "summary") writeJsonLine(event);
        if (event.event === "document") outcomes.push(event);
        if (event.event === "progress") received.add(event.path);
        showProgress(progress, event, outcomes.length, uploads.length);
      });
    } catch (error) {
      if (!signal.aborted) throw error;
      stopped = true;
    }
  }
  const summary = { ...summarise(outcomes), passed_over: countPassed(found.passed) };
  const ended = new Set(outcomes.map(({ path }) => path));
  const background = [...received].filter((path) => !ended.has(path)).length;
  const unsent = uploads.filter(({ path }) => !ended.has(path)).length - background;
  if (options.json) writeJsonLine(stopped ? { ...summary, background, unsent } : summary);
  else {
    showSummary(outcomes, summary, (performance.now() - started) / 1000, options);
    if (!options.quiet) showPassed(found.passed);
  }
  if (!stopped) return summary.failed > 0 ? EXIT.error : EXIT.ok;
  note(
    `Stopped: ${background} more sent, which Morgan goes on reading; ${unsent} not sent. Run the command again for the rest.`,
  );
  return EXIT.interrupted;
}

async function findUploads(
  paths: string[],
  options: IngestOptions,
): Promise<{ found: Found; uploads: Upload[] }> {
  const env = Deno.env.toObject();
  const { config } = await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
  const named = paths.filter((path) => path !== "-").map(documentPath);
  const found = await findFiles(named, {
    excluded: excludedNames(config.ingest.exclude),
    followLinks: options.followLinks ?? false,
  });
  const uploads: Upload[] = [...found.files.values()].map(({ path, size }) => ({ path, size }));
  if (!paths.includes("-")) return { found, uploads };
  if (!options.name) {
    throw new MorganError("usage", "Standard input has no name.", {
      hint: "Give it one, such as --name notes.md.",
    });
  }
  uploads.push({ path: documentPath(options.name), size: 0, open: () => Deno.stdin.readable });
  return { found, uploads };
}

/** Tells what folders hold that was not read. */
export function showPassed(passed: readonly PassedOver[]): void {
  for (const line of describePassed(passed, displayPath)) note(line);
}

/** Draws how far an ingest is. */
export function showProgress(progress: Progress, event: IngestEvent, done: number, all: number): void {
  if (event.event !== "progress" || event.step === "received") return;
  const within = event.done !== undefined && event.total ? event.done / event.total : 0;
  const part = event.total ? ` ${event.done}/${event.total}` : "";
  progress.update(
    Math.min(1, (done + within) / all),
    `${done}/${all}  ${event.step} ${displayPath(event.path)}${part}`,
  );
}

/** Tells what an ingest came to, and what failed and why. */
export function showSummary(
  outcomes: readonly DocumentEvent[],
  summary: ReturnType<typeof summarise>,
  seconds: number,
  options: IngestOptions,
): void {
  const count = (n: number, word: string) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;
  writeLine(
    `${paint("green", `Ingested ${count(summary.documents, "document")}`)} ` +
      `(${count(summary.chunks, "chunk")}, ${count(summary.embeddings, "embedding")}) in ${
        seconds.toFixed(1)
      } s; ` +
      `${summary.unchanged} unchanged, ${summary.failed} failed.`,
  );
  for (const outcome of outcomes) {
    const path = displayPath(outcome.path);
    if (outcome.status === "failed") {
      writeErrorLine(`  ${paint("red", "failed")} ${path}  ${outcome.reason}: ${outcome.message ?? ""}`);
      if (outcome.hint && !options.quiet) note(wrap(`→ ${outcome.hint}`, "    ", process.stderr));
    } else if (!options.quiet) {
      for (const warning of outcome.warnings ?? []) note(`  ${path}: ${warning}`);
    }
  }
}
