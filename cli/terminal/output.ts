import process from "node:process";
import { styleText } from "node:util";
import type { MorganError } from "../../lib/errors.ts";
import { wrapWords } from "./wrap_words.ts";

type Format = Parameters<typeof styleText>[0];

/** Text in a colour, or plain where stdout is no terminal or NO_COLOR is set. */
export function paint(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stdout });
}

/** The same for stderr. */
export function paintError(format: Format, text: string): string {
  return styleText(format, text, { stream: process.stderr });
}

const encoder = new TextEncoder();

/** Writes a result to stdout, whole. */
export function write(text: string): void {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** Writes a line of a result to stdout. */
export function writeLine(text = ""): void {
  write(`${text}\n`);
}

/** One JSON document on stdout. */
export function writeJson(value: unknown): void {
  writeLine(JSON.stringify(value, null, 2));
}

/** A remark for the person: on stderr, never part of the result. */
export function note(text: string): void {
  const { isTTY, columns } = process.stderr;
  console.error(paintError("dim", isTTY === true ? wrapWords(text, Math.max(20, columns || 80)) : text));
}

/** An error in two lines: what failed, then what to do. `verbose` adds where it came from. */
export function printError(error: MorganError, verbose: boolean): void {
  console.error(`${paintError("red", "morgan:")} ${error.message}`);
  if (error.hint) console.error(`  ${paintError("bold", "→")} ${error.hint}`);
  if (verbose) console.error(error.cause instanceof Error ? error.cause.stack : error.stack);
}

/** Columns of the terminal, or 80 where there is none. */
export function terminalWidth(): number {
  return process.stdout.columns || 80;
}
