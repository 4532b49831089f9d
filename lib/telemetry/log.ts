import { configure, getLogger, type Logger, type LogRecord, reset } from "@logtape/logtape";
import { MorganError, toMorganError } from "../errors.ts";
import { maskedJson } from "../mask.ts";

export type { Logger };

/** Where log lines go and from which level on. */
export interface LogOptions {
  level: "debug" | "info" | "warning" | "error";
  /** Takes one line, ending in a newline. */
  write: (line: string) => void;
}

/** Sends the logs of this process to `write`, one JSON object a line. Until it is called, nothing is logged. */
export async function startLogging(options: LogOptions): Promise<void> {
  const host = Deno.hostname();
  await configure({
    reset: true,
    sinks: { lines: (record) => options.write(formatRecord(record, host)) },
    loggers: [
      { category: ["morgan"], sinks: ["lines"], lowestLevel: options.level },
      { category: ["logtape", "meta"], sinks: ["lines"], lowestLevel: "error" },
    ],
  });
}

/** Ends logging, so that another `startLogging()` can begin. */
export const stopLogging = reset;

/** The logger of a service; `with({ request_id })` adds fields to every line of a request. */
export function serviceLogger(service: string): Logger {
  return getLogger(["morgan", service]);
}

/** An error as log fields: code, message, hint, and the stack of what lies beneath. */
export function errorFields(error: unknown): Record<string, unknown> {
  const known = toMorganError(error);
  const deepest = known.cause instanceof Error ? known.cause : known;
  return {
    error_code: known.code,
    error: known.message,
    ...(known.hint ? { hint: known.hint } : {}),
    ...(known.code === "internal" || !(error instanceof MorganError) ? { stack: deepest.stack } : {}),
  };
}

/** One log record as a line of JSON with the fields that every Morgan service shares, without secrets. */
export function formatRecord(record: LogRecord, host: string): string {
  return maskedJson({
    timestamp: new Date(record.timestamp).toISOString(),
    level: record.level,
    service: record.category[1] ?? record.category[0],
    host,
    message: record.message.map((part) => typeof part === "string" ? part : maskedJson(part)).join(""),
    ...record.properties,
  }) + "\n";
}
