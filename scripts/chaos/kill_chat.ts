/**
 * `deno task chaos:chat -- [--kills 50] [--most 3000]`: kills the server with SIGKILL at random moments of chatting and rating, sends again
 * what had no answer, as `morgan chat` does, and counts at the end what was lost or doubled, feelings and what was learned included. A model server takes part
 * where MORGAN_LLM_BASE_URL names one.
 */
import { parseArgs } from "node:util";
import { connect } from "../../cli/local_server.ts";
import { stopServer } from "../../cli/commands/stop.ts";
import { homePaths, isAlive, readServerFile } from "../../lib/home/mod.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { Message } from "../../services/core/conversation/contract.ts";

const SESSIONS = 3;
const NOTES = [
  "The harbour fee is 40 pounds a month. It is due on the first. The harbour master is Mrs Idris.",
  "The boat was painted in April. The paint was made by Brava. The mast is eleven metres tall.",
];
const SAYINGS = [
  "What is the harbour fee?",
  "When is it due?",
  "My cabin has a green door.",
  "Who is the harbour master?",
  "Thanks!",
  "How tall is the mast?",
  "What colour is my cabin's door?",
];

const { values } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: {
    kills: { type: "string", default: "50" },
    /** Longest wait between two kills, in milliseconds: long enough for answers on a busy machine. */
    most: { type: "string", default: "3000" },
  },
});
const kills = Number(values.kills);
const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-" });
Deno.env.set("MORGAN_HOME", `${folder}/home`);
const home = homePaths(Deno.env.toObject());
const signal = new AbortController().signal;

/** What a user saw: messages that were shown as sent, answers shown to their end, feedback that was confirmed. */
const sent = new Map<string, { session: string; text: string }>();
const answers = new Map<string, { session: string; answer: string; id: string }>();
const ratings = new Map<string, string>();
const sessions = Array.from({ length: SESSIONS }, () => crypto.randomUUID());
let killed = 0;
let killedMidway = 0;
let done = false;

const client = async (): Promise<CoreClient> => (await connect(signal, { quiet: true })).client;

/** Kills whatever server runs, again and again, until there were enough. */
async function killer(): Promise<void> {
  while (killed < kills) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Number(values.most)));
    const server = await readServerFile(home);
    if (!server || !isAlive(server.pid)) continue;
    if (underway) killedMidway++;
    Deno.kill(server.pid, "SIGKILL");
    while (isAlive(server.pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    killed++;
    console.error(`kill ${killed}: ${sent.size} messages, ${answers.size} answers, ${ratings.size} ratings`);
  }
  done = true;
}

let underway = false;

/** A place that is named once: letters alone, as names have. */
function placeName(n: number): string {
  return `Q${[...n.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join("")}heim`;
}

/** Does `work` until it is done, each time with a server that runs. */
async function insist<T>(work: (client: CoreClient) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      underway = true;
      return await work(await client());
    } catch (error) {
      if (
        !(error instanceof Error && "code" in error &&
          ["unavailable", "conflict"].includes(String(error.code)))
      ) throw error;
    } finally {
      underway = false;
    }
  }
}

async function say(session: string, text: string): Promise<void> {
  const user_message_id = crypto.randomUUID();
  const response = await insist(async (client) => {
    const stream = client.stream({ text, session_id: session, user_message_id }, signal, {
      onAccepted: () => sent.set(user_message_id, { session, text }),
    });
    for (;;) {
      const next = await stream.next();
      if (next.done) return next.value;
    }
  });
  answers.set(user_message_id, { session, answer: response.answer, id: response.message_id });
}

async function rate(): Promise<void> {
  const [, last] = [...answers].at(-1) ?? [];
  if (!last) return;
  const feedback_id = crypto.randomUUID();
  const rating = 1 + Math.floor(Math.random() * 5);
  const given = await insist((client) => client.feedback({ feedback_id, rating, message_id: last.id }));
  ratings.set(given.feedback_id, last.id);
}

async function allMessages(client: CoreClient, session: string): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const { messages_page } = await client.conversation(session, {
      limit: 1000,
      ...(cursor ? { cursor } : {}),
    });
    messages.push(...messages_page.messages);
    cursor = messages_page.next ?? undefined;
  } while (cursor);
  return messages;
}

try {
  const notes = NOTES.map((text, i) => ({ path: `notes/${i}.md`, open: () => new Blob([text]).stream() }));
  await Array.fromAsync((await client()).ingest(notes));
  const killing = killer();
  for (let i = 0; !done; i++) {
    const saying = i % 4 === 3 ? `I live in ${placeName(i)}.` : SAYINGS[i % SAYINGS.length];
    await say(sessions[i % SESSIONS] ?? "", `${saying}`);
    if (i % 3 === 0) await rate();
  }
  await killing;
  const last = await client();
  const stored = (await Promise.all(sessions.map((session) => allMessages(last, session)))).flat();
  const byId = Map.groupBy(stored, ({ message_id }) => message_id);
  const lost = [...sent].filter(([id, { text }]) => byId.get(id)?.[0]?.text !== text).length;
  const changed = [...answers.values()].filter(({ id, answer }) => byId.get(id)?.[0]?.text !== answer).length;
  const doubled = [...byId.values()].filter((rows) => rows.length > 1).length;
  const users = stored.filter(({ role }) => role === "user").length;
  const rated = stored.filter(({ feedback }) => feedback).length;
  // Every answered message was felt, once, and every place that somebody said they lived in was learned, once.
  const felt = async () => (await last.mood({ days: 1 })).states;
  const places = [...answers.keys()].flatMap((id) =>
    /live in (\w+)/.exec(sent.get(id)?.text ?? "")?.[1] ?? []
  );
  const learned = async () => {
    const { memories } = await last.memories({ all: "true", limit: 1000 });
    return memories.filter(({ text }) => places.some((place) => text.endsWith(place))).length;
  };
  const until = performance.now() + 60_000;
  while ((await felt() < answers.size || await learned() < places.length) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const [feelings, facts] = [await felt() - answers.size, await learned() - places.length];
  const { messages } = await (async () => {
    const listed = await Promise.all(sessions.map((session) => last.conversation(session, { limit: 1 })));
    return { messages: listed.reduce((sum, { messages }) => sum + messages, 0) };
  })();
  console.log(
    `${killed} kills (${killedMidway} in the middle of a request), ${sent.size} messages shown as sent, ${answers.size} answers, ` +
      `${ratings.size} ratings: ${lost} messages lost, ${changed} answers lost or changed, ${doubled} doubled, ` +
      `${users - sent.size} messages more than were sent, ${
        messages - 2 * users
      } answers more or less than messages, ` +
      `${new Set(ratings.values()).size - rated} ratings lost, ` +
      `${feelings} feelings and ${facts} facts more or less than what was answered`,
  );
  const bad = Math.abs(feelings) + Math.abs(facts) + lost + changed + doubled + Math.abs(users - sent.size) +
    Math.abs(messages - 2 * users) +
    Math.abs(new Set(ratings.values()).size - rated);
  if (bad > 0) Deno.exitCode = 1;
} finally {
  await stopServer(home);
  await Deno.remove(folder, { recursive: true });
}
