import { loadConfig } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { summarise } from "../../services/rag/client.ts";
import type { DocumentEvent } from "../../services/rag/contract.ts";
import { EXIT } from "../exit.ts";
import { connect } from "../local_server.ts";
import { note, paint, writeJsonLine, writeLine } from "../terminal/output.ts";
import { displayPath, documentPath, oneLine } from "../terminal/paths.ts";
import { startProgress } from "../terminal/progress.ts";
import { countPassed, excludedNames, type PassedOver } from "../passed_over.ts";
import { type WatchEvent, watchRoots } from "../watch/mod.ts";
import { requireReadable } from "../unreadable.ts";
import type { Root } from "../watch/root.ts";
import { type IngestOptions, showPassed, showProgress, showSummary } from "./ingest.ts";

/**
 * Ingests files and folders, then follows what happens to them until Ctrl-C (or SIGTERM, or until the terminal is closed), which is the good end of a watch: exit code 0,
 * as of `serve`. Returns the exit code.
 */
export async function watch(paths: string[], options: IngestOptions, signal: AbortSignal): Promise<number> {
  const env = Deno.env.toObject();
  const { config } = await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
  const roots = await Promise.all([...new Set(paths)].map((path) => rootOf(path, options, signal)));
  using told = teller(options);
  await watchRoots({
    roots,
    rules: {
      excluded: excludedNames(config.ingest.exclude),
      followLinks: options.followLinks ?? false,
    },
    force: options.force ?? false,
    connect: async () => (await connect(signal, options)).client,
    tell: told.tell,
    signal,
  });
  // Before the first look was done, Ctrl-C stops an ingest like any other.
  if (!told.watching && signal.aborted) throw new MorganError("cancelled", "Stopped.");
  return EXIT.ok;
}

async function rootOf(path: string, options: IngestOptions, signal: AbortSignal): Promise<Root> {
  if (path === "-") {
    throw new MorganError("usage", "Standard input cannot be watched.", { hint: "Give files or folders." });
  }
  const whole = documentPath(path);
  const info = await Deno.stat(whole).catch(() => null);
  if (info) requireReadable(path, info);
  if (info) return { path: whole, folder: info.isDirectory };
  // A folder of which there are documents is no typing mistake: its disk is not mounted yet.
  const { client } = await connect(signal, options);
  const below = await client.documents({ path_prefix: `${whole}/`, limit: 1 }, signal);
  if (below.documents.length > 0) return { path: whole, folder: true };
  throw new MorganError("not_found", `There is no file or folder ${path}.`, { hint: "Check the path." });
}

const UNTOLD = "The system tells of no changes here (on Linux, raise fs.inotify.max_user_watches): " +
  "they are looked for every ten seconds.";

interface Teller extends Disposable {
  tell(event: WatchEvent): void;
  /** True once the first look was done. */
  readonly watching: boolean;
}

/** Prints a line per change. */
function teller(options: IngestOptions): Teller {
  const started = performance.now();
  const outcomes: DocumentEvent[] = [];
  const passed: PassedOver[] = [];
  const progress = startProgress(!options.quiet && !options.json);
  let watching = false;
  let found = 0;
  function print(event: WatchEvent): void {
    switch (event.event) {
      case "change":
        return printChange(event);
      case "away":
        return note(
          `${oneLine(event.path)} is missing or empty: its documents are kept, and it is looked for.`,
        );
      case "back":
        return note(`${oneLine(event.path)} is there again.`);
      case "retry":
        return note(`${event.message} It is tried again in ${event.seconds} s.`);
      case "watching": {
        progress.clear();
        if (outcomes.length > 0) {
          showSummary(outcomes, summarise(outcomes), (performance.now() - started) / 1000, options);
        }
        if (!options.quiet) showPassed(passed);
        if (!event.notified) note(UNTOLD);
        if (!options.quiet) note(`Watching ${event.paths.map(displayPath).join(", ")}. Ctrl-C ends it.`);
        return;
      }
      case "passed_over":
        passed.push(event);
        return;
      case "document":
        outcomes.push(event);
        return;
      case "progress":
        return showProgress(progress, event, outcomes.length, Math.max(found, 1));
      case "found":
        found = event.files;
        return;
      default:
        return;
    }
  }
  return {
    tell(event) {
      if (event.event === "watching") watching = true;
      if (!options.json) return print(event);
      if (event.event === "summary") return;
      if (event.event === "document") outcomes.push(event);
      if (event.event === "passed_over") passed.push(event);
      if (event.event === "watching") {
        writeJsonLine({ ...summarise(outcomes), passed_over: countPassed(passed) });
      }
      writeJsonLine(event);
    },
    get watching() {
      return watching;
    },
    [Symbol.dispose]: () => progress[Symbol.dispose](),
  };
}

const COLOURS = { added: "green", changed: "cyan", deleted: "yellow", failed: "red" } as const;

function printChange(event: Extract<WatchEvent, { event: "change" }>): void {
  const chunks = event.change === "deleted" || event.change === "failed"
    ? event.change === "failed" ? `  ${event.reason}: ${event.message ?? ""}` : ""
    : `  ${event.chunks} chunk${event.chunks === 1 ? "" : "s"}`;
  writeLine(`${paint(COLOURS[event.change], event.change.padEnd(7))} ${displayPath(event.path)}${chunks}`);
}
