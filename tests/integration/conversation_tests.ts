import assert from "node:assert/strict";
import { readSse } from "../../lib/http/mod.ts";
import { eventually } from "../../lib/testing.ts";
import { post, within } from "../support/requests.ts";
import type { Running } from "../support/running.ts";
import type { Register } from "./suite.ts";

const LEASE =
  "# Lease of the mill\n\nThe rent of the mill is 950 pounds a month and falls due on the third.\n\n" +
  "The warden of the mill is Mr Osei. He is reached by ringing 0113 496 0000.\n";

const filter = { path_prefix: "mill/" };

/** Chats: what was said is kept once, understood, found again, and can be erased. */
export function conversationTests(test: Register): void {
  test("a follow-up question is understood from the turn before, and says what was searched for", async (running) => {
    await running.ingest({ "mill/lease.md": LEASE });
    const session = { session_id: crypto.randomUUID(), llm: false, filter };
    const first = await running.client.text({ text: "Who is the warden of the mill?", ...session });
    assert.match(first.answer, /Mr Osei/);
    assert.equal(first.query, undefined);
    const second = await running.client.text({ text: "How can I reach him?", ...session });
    assert.match(second.answer, /0113 496 0000/);
    assert.equal(second.query, "Who is the warden of the mill? How can I reach him?");
    const off = await running.client.text({ text: "Is there life on Mars?", ...session });
    assert.equal(off.answered, false);
  });

  test("a model that rewords a question is believed where its words were said, and only there", async (running) => {
    await running.ingest({ "mill/lease.md": LEASE });
    const session = { session_id: crypto.randomUUID(), filter };
    running.llm.behaviour.reply = (messages) =>
      messages[0]?.content.startsWith("Rewrite") ? [rewording] : ["Mr Osei is the warden [1]."];
    let rewording = "";
    await running.client.text({ text: "Who is the warden of the mill?", ...session });
    rewording = "How is Mr Osei the warden of the mill reached?";
    const good = await running.client.text({ text: "How is he reached?", ...session });
    assert.equal(good.query, rewording);
    rewording = "How is the chancellor of Bavaria reached?";
    const invented = await running.client.text({ text: "Where is he?", ...session });
    assert.notEqual(invented.query, rewording);
    running.llm.behaviour.reply = ["No answer."];
  });

  test("what the user told is found again in another session, with its date", async (running) => {
    const user = { user_id: "grace", llm: false };
    const told = await running.client.text({
      text: "My canary is called Figaro.",
      session_id: crypto.randomUUID(),
      ...user,
    });
    assert.equal(told.answered, true);
    const session_id = crypto.randomUUID();
    let response = await running.client.text({ text: "What is my canary called?", session_id, ...user });
    // Meaning is found a moment after words are, off the path of the first answer.
    for (let i = 0; i < 20 && !response.recalled; i++) {
      response = await running.client.text({ text: "What is my canary called?", session_id, ...user });
    }
    const [recalled] = response.recalled ?? [];
    assert.equal(recalled?.text, "My canary is called Figaro.");
    assert.equal(recalled?.message_id, told.user_message_id);
    assert.match(response.answer, /^On \d{4}-\d\d-\d\d you said: “My canary is called Figaro\.”/);
    const stranger = await running.client.text({
      text: "What is my canary called?",
      session_id,
      llm: false,
      user_id: "eve",
    });
    assert.equal(stranger.recalled, undefined);
    assert.doesNotMatch(stranger.answer, /Figaro/);
    const { conversations } = await running.client.conversations({ user_id: "grace", query: "canary" });
    assert.ok(conversations.some(({ matches }) => matches?.some(({ text }) => text.includes("Figaro"))));
  });

  test("a message that is sent again is neither stored nor answered twice", async (running) => {
    await running.ingest({ "mill/lease.md": LEASE });
    const message = {
      text: "When does the rent of the mill fall due?",
      session_id: crypto.randomUUID(),
      user_message_id: crypto.randomUUID(),
      llm: false,
      filter,
    };
    const first = await running.client.text(message);
    const again = await running.client.text(message);
    assert.deepEqual(again, first);
    const { messages_page, messages } = await running.client.conversation(message.session_id);
    assert.equal(messages, 2);
    assert.deepEqual(messages_page.messages.map(({ role }) => role), ["user", "assistant"]);
    assert.equal(messages_page.messages[1]?.text, first.answer);
    const other = await running.call("/api/text", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...message, user_id: "eve" }),
    });
    assert.equal(other.status, 409);
  });

  test("a message that is sent again while it is answered is told the same answer, once that is there", async (running) => {
    const message = {
      text: "Hello there, how are you?",
      session_id: crypto.randomUUID(),
      user_message_id: crypto.randomUUID(),
      rag: false,
    };
    const [asked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let prompts = 0;
    Object.assign(running.llm.behaviour, {
      reply: ["Well, thank you."],
      before() {
        prompts++;
        asked.resolve();
        return told.promise;
      },
    });
    const first = running.client.text(message);
    await within(asked.promise, "the model is asked");
    const again = running.client.text(message);
    const stopping = AbortSignal.timeout(300);
    await assert.rejects(running.client.text(message, stopping), "who does not want to wait leaves");
    told.resolve();
    const answers = await within(Promise.all([first, again]), "both are answered");
    delete running.llm.behaviour.before;
    assert.match(answers[0].answer, /Well, thank you/);
    assert.deepEqual([answers[1].answer, answers[1].message_id], [answers[0].answer, answers[0].message_id]);
    assert.equal(prompts, 1);
    assert.equal((await running.client.conversation(message.session_id)).messages, 2);
  });

  test("an answer that is stopped keeps what was said, and says so", async (running) => {
    await running.ingest({ "mill/lease.md": LEASE });
    const session_id = crypto.randomUUID();
    running.llm.behaviour = { ...running.llm.behaviour, reply: ["The rent ", "falls due "], ending: "hang" };
    const stop = new AbortController();
    const stream = running.client.stream({
      text: "When does the rent of the mill fall due?",
      session_id,
      filter,
    }, stop.signal);
    let shown = "";
    while (!shown.includes("falls")) {
      const next = await stream.next();
      assert.ok(!next.done);
      shown += next.value;
    }
    stop.abort();
    await assert.rejects(stream.next());
    await running.llm.left();
    running.llm.behaviour = { ...running.llm.behaviour, reply: ["No answer."], ending: "stop" };
    // The server notices when its client goes: the row follows.
    const stored = async () => (await running.client.conversation(session_id)).messages_page.messages[1];
    let answer = await stored();
    for (let looks = 0; looks < 500 && !answer?.text.includes("falls"); looks++) answer = await stored();
    assert.equal(answer?.interrupted, true);
    assert.ok(answer.text.trim().startsWith(shown.trim()), `${answer.text} / ${shown}`);
  });

  test("a stream tells first that the message is stored", async (running) => {
    const session_id = crypto.randomUUID();
    const response = await post(running, "/api/text", {
      text: "Hello",
      session_id,
      stream: true,
      llm: false,
    });
    const [first] = await Array.fromAsync(readSse(response));
    assert.equal(first?.event, "accepted");
    assert.equal((first?.data as { session_id: string }).session_id, session_id);
  });

  test("a model is given the conversation: its summary, what is recalled, its last turns", async (running) => {
    const session_id = crypto.randomUUID();
    running.llm.behaviour.reply = ["I see."];
    await running.client.text({ text: "My boat is called Halcyon.", session_id });
    await running.client.text({ text: "I paint it every spring.", session_id });
    const { explain } = await running.client.text({
      text: "Write a rhyme.",
      session_id,
      rag: false,
      explain: true,
    });
    const told = explain?.sent?.messages.map(({ role, content }) => `${role}: ${content}`).join("\n") ?? "";
    assert.match(told, /user: My boat is called Halcyon\.\nassistant: I see\.\nuser: I paint it/);
    assert.equal(explain?.sent?.conversation.turns, 2);
    running.llm.behaviour.reply = ["No answer."];
  });

  test("each chat has a readable copy in a file, and a deleted one leaves nothing behind", async (running) => {
    const session_id = crypto.randomUUID();
    const { message_id } = await running.client.text({
      text: "My parrot is called Polonius.",
      session_id,
      llm: false,
    });
    const path = `${running.home.conversations}/${session_id}.json`;
    const copy = JSON.parse(await Deno.readTextFile(path));
    assert.equal(copy.messages[0].text, "My parrot is called Polonius.");
    assert.equal(copy.messages[1].message_id, message_id);
    const { id } = await running.client.conversation(session_id);
    assert.deepEqual(await running.client.deleteConversation(session_id), [id]);
    await assert.rejects(running.client.conversation(session_id), { code: "not_found" });
    await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
    const found = await running.client.conversations({ query: "parrot Polonius" });
    assert.doesNotMatch(JSON.stringify(found), /Polonius/);
  });

  test("one-time questions are listed apart from chats, newest first", async (running) => {
    const user_id = "linus";
    const sessions = [crypto.randomUUID(), crypto.randomUUID()];
    for (const session_id of sessions) {
      await running.client.text({ text: "Hello", session_id, user_id, llm: false });
    }
    await running.client.text({ text: "What is the rent of the mill?", user_id, llm: false });
    const chats = await running.client.conversations({ user_id, kind: "chat" });
    assert.deepEqual(chats.conversations.map(({ session_id }) => session_id), sessions.toReversed());
    const first = await running.client.conversations({ user_id, limit: 1 });
    assert.equal(first.conversations[0]?.kind, "query");
    const rest = await running.client.conversations({ user_id, limit: 5, cursor: first.next ?? "" });
    assert.equal(rest.conversations.length, 2);
    assert.equal(rest.next, null);
  });

  test("feedback is tied to the last answer, or the one it names, and is stored once", async (running) => {
    const user_id = "hedy";
    await assert.rejects(running.client.feedback({ rating: 5, user_id }), { code: "not_found" });
    const session_id = crypto.randomUUID();
    const first = await running.client.text({ text: "Hello", session_id, user_id, llm: false });
    const second = await running.client.text({ text: "Thanks!", session_id, user_id, llm: false });
    const feedback_id = crypto.randomUUID();
    const given = await running.client.feedback({ rating: 2, comment: "Too short.", user_id, feedback_id });
    const kept = { feedback_id, session_id, message_id: second.message_id };
    assert.deepEqual(given, { ...kept, changed: ["Answers have more detail."] });
    const again = await running.client.feedback({ rating: 2, comment: "Too short.", user_id, feedback_id });
    assert.deepEqual(again, { ...kept, changed: [] });
    await running.client.feedback({ rating: 5, user_id, message_id: first.message_id });
    const { messages_page } = await running.client.conversation(session_id, { user_id });
    assert.deepEqual(messages_page.messages.map(({ feedback }) => feedback), [
      undefined,
      { rating: 5 },
      undefined,
      { rating: 2, comment: "Too short." },
    ]);
    const wrong = await post(running, "/api/feedback", { rating: 9 });
    assert.equal(wrong.status, 400);
  });

  test("an answer from a deleted document leaves the history, its copy and the memory", async (running) => {
    await running.ingest({ "vault/code.md": "The code of the green vault is K-7741-Z since the flood." });
    const session_id = crypto.randomUUID();
    const asked = {
      text: "What is the code of the green vault?",
      session_id,
      llm: false,
      filter: { path_prefix: "vault/" },
    };
    assert.match((await running.client.text(asked)).answer, /K-7741-Z/);
    const { documents } = await running.client.documents({ path_prefix: "vault/" });
    await running.client.deleteDocument(documents[0]?.id ?? "");
    assert.doesNotMatch(JSON.stringify(await running.client.conversation(session_id)), /K-7741-Z/);
    assert.doesNotMatch(
      await Deno.readTextFile(`${running.home.conversations}/${session_id}.json`),
      /K-7741-Z/,
    );
    const found = await running.client.conversations({ query: "code of the green vault" });
    assert.doesNotMatch(JSON.stringify(found), /K-7741-Z/);
  });

  test("an answer that was stopped midway leaves the history too, once its document is deleted", async (running) => {
    await running.ingest({ "cellar/code.md": "The code of the brown cellar is Q-3307-M since the storm." });
    const session_id = crypto.randomUUID();
    Object.assign(running.llm.behaviour, { reply: ["The code is ", "Q-3307-M", " since"], ending: "hang" });
    const abort = new AbortController();
    const asked = {
      text: "What is the code of the brown cellar?",
      session_id,
      filter: { path_prefix: "cellar/" },
    };
    const answer = running.client.stream(asked, abort.signal);
    let said = "";
    while (!said.includes("Q-3307-M")) said += (await within(answer.next(), "a token")).value;
    abort.abort();
    await assert.rejects(Array.fromAsync(answer));
    running.llm.behaviour.ending = "stop";
    const told = async () => JSON.stringify(await running.client.conversation(session_id));
    await eventually("what was said is kept", async () => (await told()).includes("Q-3307-M"));
    const { documents } = await running.client.documents({ path_prefix: "cellar/" });
    await running.client.deleteDocument(documents[0]?.id ?? "");
    assert.doesNotMatch(await told(), /Q-3307-M/);
  });

  /** Nothing of a conversation tells a word: not its messages, its copy, or what is found of it. */
  async function assertUntold(running: Running, session_id: string, word: RegExp): Promise<void> {
    assert.doesNotMatch(JSON.stringify(await running.client.conversation(session_id)), word);
    const copy = await Deno.readTextFile(`${running.home.conversations}/${session_id}.json`);
    assert.doesNotMatch(copy, word);
    const found = await running.client.conversations({ query: "code of the attic" });
    assert.doesNotMatch(JSON.stringify(found), word);
  }

  test("an answer whose document is deleted while it is worded is not kept, and says so", async (running) => {
    const { documents } = await running.ingest({ "attic/code.md": "The code of the attic is W-5512-T." });
    const session_id = crypto.randomUUID();
    Object.assign(running.llm.behaviour, {
      reply: ["The code of the attic is W-5512-T [1]."],
      before: () => running.client.deleteDocument(documents.get("attic/code.md")?.document_id ?? ""),
    });
    const asked = { text: "What is the code of the attic?", session_id, filter: { path_prefix: "attic/" } };
    const response = await within(running.client.text(asked), "an answer");
    delete running.llm.behaviour.before;
    assert.doesNotMatch(JSON.stringify(response), /W-5512-T/);
    assert.deepEqual([response.answered, response.sources], [false, []]);
    assert.ok(response.degraded.includes("source_deleted"));
    assert.match(response.notice ?? "", /was deleted meanwhile.*Ask again/);
    await assertUntold(running, session_id, /W-5512-T/);
    // Sent again, it is told what became of it.
    const { user_message_id } = response;
    assert.equal((await running.client.text({ ...asked, user_message_id })).answer, response.answer);
  });

  test("an answer that is stopped after its document was deleted keeps nothing of it", async (running) => {
    const { documents } = await running.ingest({ "attic/stop.md": "The code of the attic is Z-1187-B." });
    const session_id = crypto.randomUUID();
    Object.assign(running.llm.behaviour, { reply: ["The code is ", "Z-1187-B", " since"], ending: "hang" });
    const abort = new AbortController();
    const asked = { text: "What is the code of the attic?", session_id, filter: { path_prefix: "attic/" } };
    const answer = running.client.stream(asked, abort.signal);
    let said = "";
    while (!said.includes("Z-1187-B")) said += (await within(answer.next(), "a token")).value;
    await running.client.deleteDocument(documents.get("attic/stop.md")?.document_id ?? "");
    abort.abort();
    await assert.rejects(Array.fromAsync(answer));
    running.llm.behaviour.ending = "stop";
    await eventually("the answer's end is stored", async () => {
      const { messages_page } = await running.client.conversation(session_id);
      return messages_page.messages.at(-1)?.text.includes("has been deleted") ?? false;
    });
    await eventually(
      "its copy is written",
      () => Deno.stat(`${running.home.conversations}/${session_id}.json`).then(() => true, () => false),
    );
    await assertUntold(running, session_id, /Z-1187-B/);
  });

  test("an answer that repeats an earlier one whose document is deleted meanwhile is not kept either", async (running) => {
    const user_id = `u-${crypto.randomUUID()}`;
    const { documents } = await running.ingest({
      "attic/told.md": "The hatch of the attic opens with V-9035-L.",
    });
    const filter = { path_prefix: "attic/" };
    const question = "What opens the hatch of the attic?";
    await running.client.text({
      text: question,
      session_id: `first-${user_id}`,
      user_id,
      llm: false,
      filter,
    });
    await running.settled();
    Object.assign(running.llm.behaviour, {
      reply: ["The hatch of the attic opens with V-9035-L."],
      before: () => running.client.deleteDocument(documents.get("attic/told.md")?.document_id ?? ""),
    });
    const session_id = crypto.randomUUID();
    const response = await within(
      running.client.text({
        text: "What did you tell me opens the hatch of the attic?",
        session_id,
        user_id,
        filter: { path_prefix: "nothing-here/" },
      }),
      "an answer",
    );
    delete running.llm.behaviour.before;
    assert.ok(response.degraded.includes("source_deleted"), JSON.stringify(response));
    const told = await running.client.conversation(session_id, { user_id });
    assert.doesNotMatch(JSON.stringify([response, told]), /V-9035-L/);
  });
}
