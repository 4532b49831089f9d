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
import { sendFiles, type Upload } from "../upload.ts";
import { findFiles } from "../walk.ts";

/** Flags of `morgan ingest`. */
export interface IngestOptions {
  name?: string | undefined;
  /** Go on and follow what happens to the files. */
  watch?: true | undefined;
  force?: true | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Reads files and folders into Morgan; `-` is standard input. Returns the exit code. */
export async function ingest(paths: string[], options: IngestOptions, signal: AbortSignal): Promise<number> {
  if (options.watch) return await (await import("./watch.ts")).watch(paths, options, signal);
  const started = performance.now();
  const uploads = await findUploads(paths, options);
  if (uploads.length === 0) {
    note(
      "There is nothing to ingest: no PDF, DOCX, HTML, Markdown, text or source code below the given paths.",
    );
    return EXIT.ok;
  }
  const { client } = await connect(signal, options);
  const outcomes: DocumentEvent[] = [];
  {
    using progress = startProgress(!options.quiet && !options.json);
    await sendFiles(client, uploads, { force: options.force ?? false, signal }, (event) => {
      if (options.json && event.event !== "summary") writeJsonLine(event);
      if (event.event === "document") outcomes.push(event);
      showProgress(progress, event, outcomes.length, uploads.length);
    });
  }
  const summary = summarise(outcomes);
  if (options.json) writeJsonLine(summary);
  else showSummary(outcomes, summary, (performance.now() - started) / 1000, options);
  return summary.failed > 0 ? EXIT.error : EXIT.ok;
}

async function findUploads(paths: string[], options: IngestOptions): Promise<Upload[]> {
  const env = Deno.env.toObject();
  const { config } = await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
  const files = await findFiles(paths.filter((path) => path !== "-"), config.ingest.exclude);
  const uploads: Upload[] = files.map(({ path, size }) => ({
    path: documentPath(path),
    size,
    open: async () => (await openFile(path)).readable,
  }));
  if (!paths.includes("-")) return uploads;
  if (!options.name) {
    throw new MorganError("usage", "Standard input has no name.", {
      hint: "Give it one, such as --name notes.md.",
    });
  }
  return [...uploads, { path: documentPath(options.name), size: 0, open: () => Deno.stdin.readable }];
}

async function openFile(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    throw new MorganError("invalid_input", `Cannot read ${path}.`, {
      cause: error,
      hint: "Check its permissions.",
    });
  }
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
