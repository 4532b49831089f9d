import type { CoreClient } from "../../services/core/client.ts";
import type { ConversationDetail, Message } from "../../services/core/conversation/contract.ts";
import { formatChoices, formatConversations, when } from "../chat/format.ts";
import { findSession } from "../chat/session_id.ts";
import { formatMessages } from "../chat/turns.ts";
import { connect } from "../local_server.ts";
import { writeNewFile } from "../new_file.ts";
import { confirm } from "../terminal/confirm.ts";
import { toSafeJson } from "../terminal/clean.ts";
import { note, terminalWidth, write, writeErrorLine, writeJson, writeLine } from "../terminal/output.ts";

interface Common {
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Lists conversations, newest first; with words, those in which something like them was said. */
export async function listSessions(
  words: string[],
  options: Common & { all?: true | undefined; limit?: number | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client } = await connect(signal, options);
  const query = words.join(" ").trim();
  const page = await client.conversations({
    limit: options.limit ?? 50,
    ...(options.all ? {} : { kind: "chat" as const }),
    ...(query ? { query } : {}),
  }, signal);
  if (options.json) return writeJson(page);
  if (page.conversations.length === 0) {
    if (!options.quiet) {
      note(query ? "Nothing was found." : "There are no conversations yet. Begin one with `morgan chat`.");
    }
    return;
  }
  writeLine(formatConversations(page.conversations, false));
  if (page.next && !options.quiet) note(`There are more; --limit shows up to 1000.`);
}

/** Shows a conversation. */
export async function showSession(name: string, options: Common, signal: AbortSignal): Promise<void> {
  const detail = await wholeConversation((await connect(signal, options)).client, name, signal);
  if (options.json) return writeJson(detail);
  if (!options.quiet) {
    note(`“${detail.title}”, ${when(detail.created_at)}, session ${detail.session_id}`);
  }
  writeLine(formatMessages(detail.messages_page.messages));
}

/** Deletes conversations, with everything that could be found or read of them. */
export async function removeSessions(
  names: string[],
  options: Common & { yes?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const { client } = await connect(signal, options);
  const ids = [...new Set(await Promise.all(names.map((name) => findSession(client, name, signal))))];
  const found = await Promise.all(ids.map((id) => client.conversation(id, { limit: 1 }, signal)));
  if (!options.yes) {
    for (const line of formatChoices(found, -1, found.length, terminalWidth())) writeErrorLine(line);
    await confirm(
      `Delete ${found.length === 1 ? "this conversation" : `these ${found.length} conversations`} for good?`,
    );
  }
  const deleted: string[] = [];
  for (const id of ids) deleted.push(...await client.deleteConversation(id, undefined, signal));
  if (options.json) return writeJson({ deleted });
  for (const { title } of found) writeLine(`Deleted “${title}”`);
}

/** Writes a conversation as Markdown or JSON, to stdout or a file. */
export async function exportSession(
  name: string,
  options: Common & { format: "markdown" | "json"; output?: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const detail = await wholeConversation((await connect(signal, options)).client, name, signal);
  const text = options.format === "json" ? `${toSafeJson(detail, 2)}\n` : toMarkdown(detail);
  if (!options.output || options.output === "-") return write(text);
  await writeNewFile(options.output, text);
  if (!options.quiet) note(`Wrote ${options.output}.`);
}

async function wholeConversation(
  client: CoreClient,
  name: string,
  signal: AbortSignal,
): Promise<ConversationDetail> {
  const id = await findSession(client, name, signal);
  const detail = await client.conversation(id, { limit: 1000 }, signal);
  const messages: Message[] = [...detail.messages_page.messages];
  let cursor = detail.messages_page.next;
  while (cursor !== null) {
    const { messages_page } = await client.conversation(id, { limit: 1000, cursor }, signal);
    messages.push(...messages_page.messages);
    cursor = messages_page.next;
  }
  return { ...detail, messages_page: { messages, next: null } };
}

function toMarkdown({ title, created_at, session_id, summary, messages_page }: ConversationDetail): string {
  const parts = messages_page.messages.map(
    ({ role, text, timestamp, interrupted, sources = [], feedback }) => {
      const cited = sources.map(({ n, path, page, heading, quote }) => {
        const place = [path, page === undefined ? "" : `page ${page}`, heading ?? ""].filter(Boolean).join(
          ", ",
        );
        return `- [${n}] ${place}: “${quote.replace(/\s+/g, " ")}”`;
      });
      return [
        `## ${role === "user" ? "You" : "Morgan"}, ${when(timestamp)}`,
        text,
        ...(interrupted ? ["*(stopped)*"] : []),
        ...(cited.length > 0 ? [cited.join("\n")] : []),
        ...(feedback
          ? [`*Feedback: ${[feedback.rating, feedback.comment].filter(Boolean).join(", ")}*`]
          : []),
      ].join("\n\n");
    },
  );
  const head = [
    `# ${title}`,
    `${when(created_at)}, session ${session_id}`,
    ...(summary ? [`> ${summary.replace(/\n/g, "\n> ")}`] : []),
  ];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

/** Goes on with a conversation. */
export async function resumeSession(name: string, signal: AbortSignal): Promise<number> {
  const { chat } = await import("../chat/chat.ts");
  return await chat([], { resume: name }, signal);
}
