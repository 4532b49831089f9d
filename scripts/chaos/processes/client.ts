import { MorganError } from "../../../lib/errors.ts";
import type { CoreClient } from "../../../services/core/client.ts";
import type { Message } from "../../../services/core/conversation/contract.ts";
import type { Random } from "../random.ts";
import type { Insist } from "./insist.ts";
import type { Held, Ledger } from "./ledger.ts";
import { documentText, lettersOf, placeName, questionAbout } from "./words.ts";

/** How often an opinion is on something new instead of a change of an earlier one. */
const NEW = 0.6;
const SAYINGS = [
  "Good morning!",
  "Thank you!",
  "I am so tired today.",
  "What a lovely day it is.",
  "I am worried.",
];

/** One user with two conversations, who does one thing after the other until `isOver`. */
export async function useMorgan(
  n: number,
  random: Random,
  insist: Insist,
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> {
  const user = `user-${n}`;
  const sessions = [`${user}-a`, `${user}-b`];
  let serial = n * 1000;

  async function say(text: string, llm: boolean): Promise<void> {
    const user_message_id = crypto.randomUUID();
    const session = random.pick(sessions);
    const message = { user, session, text };
    const answer = await insist("message", async (core, signal) => {
      const request = { text, user_id: user, session_id: session, user_message_id, llm, explain: true };
      const stream = core.stream(request, signal, {
        onAccepted: () => ledger.sent.set(user_message_id, message),
      });
      for (;;) {
        const next = await stream.next();
        if (next.done) return next.value;
      }
    });
    ledger.sent.set(user_message_id, message);
    ledger.answers.set(answer.message_id, {
      user,
      session,
      text: answer.answer,
      message: user_message_id,
      rated: false,
      from: [...answer.sources, ...answer.explain?.candidates ?? []].map(({ path }) => path),
      recalled: (answer.recalled ?? []).map(({ message_id }) => message_id),
    });
  }

  async function tellPlace(): Promise<void> {
    const place = placeName(++serial + 1_000_000);
    await say(`I live in ${place}.`, false);
    ledger.facts.push({ user, place });
  }

  async function ask(): Promise<void> {
    const held = [...ledger.documents.values()];
    if (held.length > 0) await say(questionAbout(random.pick(held).about), random.next() < 0.3);
  }

  async function rate(): Promise<void> {
    const open = [...ledger.answers].find(([, answer]) => answer.user === user && !answer.rated);
    if (!open) return;
    const [message_id, answer] = open;
    answer.rated = true;
    const request = {
      feedback_id: crypto.randomUUID(),
      rating: 1 + random.below(5),
      message_id,
      user_id: user,
    };
    const given = await insist("rating", (core, signal) => core.feedback(request, signal));
    if (given.feedback_id === request.feedback_id) ledger.ratings.set(message_id, request.rating);
  }

  async function ingest(): Promise<void> {
    const letters = lettersOf(++serial);
    const [path, about, word] = [`chaos/${user}/${serial}.txt`, `${letters}ol`, `zu${letters}ax`];
    const file = { path, open: () => new Blob([documentText(about, word)]).stream() };
    const id = await insist("document", async (core, signal) => {
      for await (const event of core.ingest([file], { signal })) {
        if (event.event !== "document") continue;
        if (event.status !== "failed" && event.document_id !== undefined) return event.document_id;
        throw new Error(`${path} failed: ${event.reason} ${event.message}`);
      }
      throw new MorganError("unavailable", "The ingest ended without a word about the document.");
    });
    ledger.documents.set(path, { id, path, word, about });
  }

  async function remove(): Promise<void> {
    const own = [...ledger.documents.values()].filter(({ path }) => path.startsWith(`chaos/${user}/`));
    if (own.length < 2) return;
    const document: Held = random.pick(own);
    // Nobody counts on it from now on, and it is no promise before it is acknowledged.
    ledger.documents.delete(document.path);
    await insist("deletion", async (core, signal) => {
      try {
        await core.deleteDocument(document.id, signal);
      } catch (error) {
        // An earlier attempt came through; the server says that there is none.
        if (!(error instanceof MorganError) || error.code !== "not_found") throw error;
      }
    });
    ledger.deleted.set(document.path, document);
  }

  async function prefer(): Promise<void> {
    const own = ledger.preferences.get(user) ?? new Map<string, string>();
    const isNew = own.size === 0 || random.next() < NEW;
    const subject = isNew ? `topic ${lettersOf(++serial)}` : random.pick([...own.keys()]);
    const value = random.pick(["more", "less"] as const);
    const request = { user_id: user, preferences: [{ type: "topic" as const, subject, value }] };
    await insist("preference", (core, signal) => core.updatePreferences(request, signal));
    ledger.preferences.set(user, own.set(subject, value));
  }

  async function reread(): Promise<void> {
    const session = random.pick(sessions);
    const known = [...ledger.sent].filter(([, sent]) => sent.session === session).map(([id]) => id);
    if (known.length === 0) return;
    const read = await insist("reading", (core, signal) => allMessages(core, session, user, signal));
    const there = new Set(read.map(({ message_id }) => message_id));
    for (const id of known) if (!there.has(id)) ledger.unseen.push(`message ${id} of ${session}`);
  }

  const deeds: [weight: number, deed: () => Promise<void>][] = [
    [4, () => say(random.pick(SAYINGS), true)],
    [2, tellPlace],
    [3, ask],
    [4, rate],
    [4, ingest],
    [2, remove],
    [3, prefer],
    [2, reread],
  ];
  const lots = deeds.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed));
  while (!isOver()) {
    try {
      await random.pick(lots)();
    } catch (error) {
      ledger.wrong.push(`${user}: ${error instanceof MorganError ? `${error.code}: ` : ""}${error}`);
    }
  }
}

/** All messages of a conversation, as one core tells them. */
export async function allMessages(
  core: CoreClient,
  session: string,
  user_id: string,
  signal?: AbortSignal,
): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const page = { user_id, limit: 1000, ...(cursor ? { cursor } : {}) };
    const { messages_page } = await core.conversation(session, page, signal);
    messages.push(...messages_page.messages);
    cursor = messages_page.next ?? undefined;
  } while (cursor);
  return messages;
}
