import process from "node:process";
import { styleText } from "node:util";
import type { MorganError } from "../../lib/errors.ts";
import { masked } from "../../lib/mask.ts";
import { toSafeJson } from "./clean.ts";
import { forTerminal, restyled } from "./own.ts";
import { wrapWords } from "./wrap_words.ts";

type Format = Parameters<typeof styleText>[0];

/** Text in a colour, or plain where stdout is no terminal or NO_COLOR is set. */
export function paint(format: Format, text: string): string {
  return restyled(text, (plain) => styleText(format, plain, { stream: process.stdout }));
}

/** The same for stderr. */
export function paintError(format: Format, text: string): string {
  return restyled(text, (plain) => styleText(format, plain, { stream: process.stderr }));
}

const encoder = new TextEncoder();

// Everything that a command shows goes through here, cleaned: no other file writes to stdout or stderr.

/** Writes a result to stdout, whole. */
export function write(text: string): void {
  writeTo(Deno.stdout, text);
}

/** Writes to stderr, whole. */
export function writeError(text: string): void {
  writeTo(Deno.stderr, text);
}

function writeTo(stream: typeof Deno.stdout | typeof Deno.stderr, text: string): void {
  const bytes = encoder.encode(forTerminal(text));
  for (let at = 0; at < bytes.length;) at += stream.writeSync(bytes.subarray(at));
}

/** Passes bytes that are no text on to stdout. */
export async function pipeOut(bytes: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
  await bytes.pipeTo(Deno.stdout.writable, { signal });
}

/** Asks a question on stderr and returns the line that is typed. */
export async function readAnswer(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(forTerminal(question));
  } finally {
    terminal.close();
  }
}

/** Writes a line of a result to stdout. */
export function writeLine(text = ""): void {
  write(`${text}\n`);
}

/** One JSON document on stdout. */
export function writeJson(value: unknown): void {
  writeLine(toSafeJson(value, 2));
}

/** One line of JSON Lines on stdout. */
export function writeJsonLine(value: unknown): void {
  writeLine(toSafeJson(value));
}

/** Writes a line to stderr. */
export function writeErrorLine(text: string): void {
  writeError(`${text}\n`);
}

/** A remark for the person: on stderr, never part of the result. */
export function note(text: string): void {
  const { isTTY, columns } = process.stderr;
  writeErrorLine(paintError("dim", isTTY === true ? wrapWords(text, Math.max(20, columns || 80)) : text));
}

/** An error in two lines: what failed, then what to do. `verbose` adds where it came from. */
export function printError(error: MorganError, verbose: boolean): void {
  writeErrorLine(`${paintError("red", "morgan:")} ${error.message}`);
  if (error.hint) writeErrorLine(`  ${paintError("bold", "→")} ${error.hint}`);
  if (verbose) writeErrorLine(masked((error.cause instanceof Error ? error.cause.stack : error.stack) ?? ""));
}

/** Columns of the terminal, or 80 where there is none. */
export function terminalWidth(): number {
  return process.stdout.columns || 80;
}
