import { MorganError } from "../../lib/errors.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Memory, PreferenceType, Why } from "../../services/learning/contract.ts";
import { when } from "../chat/format.ts";
import { connect } from "../local_server.ts";
import { writeNewFile } from "../new_file.ts";
import { clean, toSafeJson } from "../terminal/clean.ts";
import { confirm } from "../terminal/confirm.ts";
import { note, paint, write, writeJson, writeLine } from "../terminal/output.ts";
import { table } from "../terminal/table.ts";
import { wrap } from "../terminal/wrap.ts";

interface Common {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Characters of an id that are shown, and from which a beginning stands for the whole. */
const SHOWN = 8;
const LEAST = 4;

/** Lists what Morgan has learned, newest first. */
export async function listMemories(
  words: string[],
  options: Common & { all?: true | undefined; kind?: Memory["kind"] | undefined; limit?: number | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client } = await connect(signal, options);
  const query = words.join(" ").trim();
  const page = await client.memories({
    limit: options.limit ?? 100,
    ...(options.all ? { all: "true" as const } : {}),
    ...(options.kind ? { kind: options.kind } : {}),
    ...(query ? { query } : {}),
  }, signal);
  if (options.json) return writeJson(page);
  if (page.memories.length === 0) {
    if (!options.quiet) note(query ? "Nothing was found." : "Morgan has learned nothing about you yet.");
    return;
  }
  const rows = page.memories.map(({ id, kind, text, state, strength, since }) => [
    id.slice(0, SHOWN),
    kind,
    clean(text),
    state === "live" ? `${Math.round(strength * 100)} %` : paint("dim", state),
    when(since),
  ]);
  writeLine(table(["id", "kind", "memory", "strength", "since"], rows, 2));
  if (page.next && !options.quiet) note("There are more: morgan memory list --limit 1000.");
}

/** Shows one memory with all that is known of it. */
export async function showMemory(name: string, options: Common, signal: AbortSignal): Promise<void> {
  const memory = await findMemory((await connect(signal, options)).client, name, signal);
  if (options.json) return writeJson(memory);
  const { also: _, why, text, ...fields } = memory;
  writeLine(paint("bold", clean(text)));
  for (const [field, value] of Object.entries(fields)) {
    writeLine(`${field.padEnd(11)} ${clean(String(value))}`);
  }
  writeLine(`${"from".padEnd(11)} ${source(why)}`);
}

/** Tells from which turns a memory came, word for word. */
export async function whyMemory(name: string, options: Common, signal: AbortSignal): Promise<void> {
  const { why, also, id, text } = await findMemory((await connect(signal, options)).client, name, signal);
  if (options.json) return writeJson({ id, why, also });
  writeLine(paint("bold", clean(text)));
  for (const turn of [why, ...also]) {
    writeLine(wrap(source(turn), "  "));
    if (turn.session_id && !options.quiet) note(`  morgan sessions show ${turn.session_id}`);
  }
}

/** Forgets memories: those that are named, or all. */
export async function forgetMemories(
  names: string[],
  options: Common & { all?: true | undefined; forGood?: true | undefined; yes?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  if (names.length === 0 && !options.all) {
    throw new MorganError("usage", "No memory is named.", {
      hint: "Give ids from `morgan memory list`, or --all.",
    });
  }
  const { client } = await connect(signal, options);
  // For good, also what was forgotten before is erased.
  const memories = options.all
    ? await allMemories(client, options.forGood ?? false, signal)
    : await Promise.all(names.map((name) => findMemory(client, name, signal)));
  const found = [...new Map(memories.map((memory) => [memory.id, memory])).values()];
  if (!options.yes && (options.all || options.forGood) && found.length > 0) {
    const what = found.length === 1 ? "this memory" : `these ${found.length} memories`;
    await confirm(
      `${found.slice(0, 5).map(({ text }) => `  ${clean(text)}`).join("\n")}${
        found.length > 5 ? `\n  and ${found.length - 5} more` : ""
      }\nForget ${what}${options.forGood ? " for good" : ""}?`,
    );
  }
  const deleted: string[] = [];
  for (const { id } of found) {
    deleted.push(...await client.forgetMemory(id, { forGood: options.forGood }, signal));
  }
  if (options.json) return writeJson({ deleted });
  for (const { text } of found) writeLine(`Forgotten: ${clean(text)}`);
  if (found.length === 0 && !options.quiet) note("There was nothing to forget.");
  else if (!options.forGood && !options.quiet) {
    note("For 30 days `morgan memory undo ID` brings it back; --for-good erases at once.");
  }
}

/** Takes back what was last done with a memory. */
export async function undoMemory(name: string, options: Common, signal: AbortSignal): Promise<void> {
  const { client } = await connect(signal, options);
  const { id } = await findMemory(client, name, signal);
  const undone = await client.undoMemory(id, undefined, signal);
  if (options.json) return writeJson(undone);
  const { memory, changed } = undone;
  writeLine(
    `${memory.state === "live" ? "Remembered again" : "No longer remembered"}: ${clean(memory.text)}`,
  );
  if (!options.quiet) { for (const { text } of changed) note(`Changed: ${clean(text)}`); }
}

/** Sets a preference outright, or takes it back. */
export async function setPreference(
  type: PreferenceType,
  value: string,
  options: Common & { about?: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client } = await connect(signal, options);
  const updated = await client.updatePreferences({
    preferences: [{
      type,
      value: value === "none" ? null : value,
      ...(options.about ? { subject: options.about } : {}),
    }],
  }, signal);
  if (options.json) return writeJson(updated);
  for (const { text } of updated.changed) writeLine(clean(text));
  if (updated.changed.length === 0 && !options.quiet) note("It was so already.");
}

/** Writes everything that was learned as JSON or Markdown, to stdout or a file. */
export async function exportMemories(
  options: Common & { format: "json" | "markdown"; output?: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const memories = await allMemories((await connect(signal, options)).client, true, signal);
  const text = options.format === "json"
    ? `${toSafeJson({ memories }, 2)}\n`
    : `# What Morgan has learned\n\n${
      memories.map((memory) => `- ${clean(memory.text)} (${memory.state}; ${source(memory.why)})\n`).join("")
    }`;
  if (!options.output || options.output === "-") return write(text);
  await writeNewFile(options.output, text);
  if (!options.quiet) note(`Wrote ${memories.length} memories to ${options.output}.`);
}

function source({ kind, text, date }: Why): string {
  const how = {
    explicit: "set outright",
    feedback: "feedback",
    behaviour: "what you did",
    statement: "you said",
  }[kind];
  return `${when(date)}, ${how}${text ? `: “${clean(text)}”` : ""}`;
}

async function allMemories(client: CoreClient, ended: boolean, signal: AbortSignal): Promise<Memory[]> {
  const memories: Memory[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.memories({
      limit: 1000,
      ...(ended ? { all: "true" as const } : {}),
      ...(cursor ? { cursor } : {}),
    }, signal);
    memories.push(...page.memories);
    cursor = page.next ?? undefined;
  } while (cursor);
  return memories;
}

/** The memory that `name` means: an id or an unambiguous beginning of one. */
async function findMemory(client: CoreClient, name: string, signal: AbortSignal): Promise<Memory> {
  const all = await allMemories(client, true, signal);
  const found = name.length < LEAST ? [] : all.filter(({ id }) => id.startsWith(name.toLowerCase()));
  const [first] = found;
  if (first && found.length === 1) return first;
  if (found.length > 1) {
    throw new MorganError("usage", `${found.length} memories begin with ${name}.`, {
      hint: `Give more of the id: ${found.slice(0, 3).map(({ id }) => id).join(", ")}.`,
    });
  }
  throw new MorganError("not_found", `There is no memory ${name}.`, {
    hint: "See `morgan memory list --all`; four characters of an id are enough.",
  });
}
