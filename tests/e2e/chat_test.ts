import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { hasPty, type Pty, startPty } from "../support/pty.ts";

const LEASE = "# Lease\n\nThe rent is 950 pounds a month. It is due on the third of each month.\n\n" +
  "The landlord is Mr Osei. He is reached by ringing 0113 496 0000.\n";

const ENTER = "\r";
const CTRL_C = "\x03";
const CTRL_D = "\x04";

/** A chat on a pseudo-terminal; the test is ignored where none can be had. */
function onTerminal(
  sentence: string,
  body: (home: CommandHome, chat: (args?: string[], options?: Size) => Pty) => Promise<void>,
  env?: Record<string, string>,
) {
  Deno.test({
    name: sentence,
    ignore: !hasPty,
    async fn() {
      await using home = await commandHome(env);
      await home.write({ "lease.md": LEASE });
      await home.morgan(["ingest", home.files]);
      await body(
        home,
        (args = [], { env = {}, ...size } = {}) =>
          startPty(home.commandLine(["chat", ...args]), {
            ...size,
            env: { ...home.environment(), ...env },
            cwd: home.files,
          }),
      );
    },
  });
}

interface Size {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
}

onTerminal(
  "a chat answers with sources, understands what follows, and shows a passage in its surroundings",
  async (_, chat) => {
    await using terminal = chat();
    await terminal.until(/\/help lists the commands[\s\S]*› $/);
    await terminal.type(`Who is the landlord?${ENTER}`);
    await terminal.until(/The landlord is Mr Osei\.[\s\S]*Sources\n\[1\] lease\.md[\s\S]*› $/);
    await terminal.type(`And how can I reach him?${ENTER}`);
    await terminal.until(/0113 496 0000[\s\S]*› $/);
    await terminal.type(`/sources 1${ENTER}`);
    await terminal.until(/The rent is 950 pounds[\s\S]*»The landlord is Mr Osei\.[\s\S]*«[\s\S]*› $/);
    await terminal.type(`/sorces${ENTER}`);
    await terminal.until(/There is no command \/sorces\.[\s\S]*Did you mean \/sources\?[\s\S]*› $/);
    await terminal.type(`/feedback 4 clear${ENTER}`);
    await terminal.until(/Thank you: 4 of 5[\s\S]*› $/);
    await terminal.type(CTRL_D);
    assert.equal(await terminal.ended, 0);
  },
);

onTerminal("a paste of many lines is one message, and is shown with its lines", async (home, chat) => {
  await using terminal = chat();
  await terminal.until(/› $/);
  await terminal.type("\x1b[200~My list:\nmilk\nbread\x1b[201~");
  await terminal.until(/› My list:\n {2}milk\n {2}bread$/);
  await terminal.type(ENTER);
  await terminal.until(/noted[\s\S]*› $/);
  await terminal.type(`/exit${ENTER}`);
  assert.equal(await terminal.ended, 0);
  const { messages_page } = await home.json(["sessions", "show", "last"]) as {
    messages_page: { messages: { text: string }[] };
  };
  assert.equal(messages_page.messages[0]?.text, "My list:\nmilk\nbread");
});

onTerminal("a conversation is gone on with, and shows where it was", async (_, chat) => {
  {
    await using terminal = chat();
    await terminal.until(/› $/);
    await terminal.type(`My dog is called Rex.${ENTER}`);
    await terminal.until(/noted[\s\S]*› $/);
    await terminal.type(CTRL_D);
    await terminal.ended;
  }
  await using terminal = chat(["-c"]);
  await terminal.until(/› My dog is called Rex\.\n {2}I have noted that[\s\S]*› $/);
  await terminal.type("\x1b[A");
  await terminal.until(/› My dog is called Rex\.$/);
  await terminal.type(CTRL_C);
  await terminal.until(/› $/);
  await terminal.type(CTRL_C);
  await terminal.until(/Press Ctrl-C again/);
  await terminal.type(CTRL_C);
  assert.equal(await terminal.ended, 130);
});

for (const columns of [60, 140]) {
  onTerminal(`at ${columns} columns no line of an answer is wider than the screen`, async (_, chat) => {
    await using terminal = chat([], { columns });
    await terminal.until(/› $/);
    await terminal.type(`When is the rent due?${ENTER}`);
    await terminal.until(/Sources[\s\S]*› $/);
    for (const line of terminal.text().split("\n")) assert.ok(line.length <= columns, line);
    await terminal.type(CTRL_D);
    await terminal.ended;
  });
}

onTerminal("with NO_COLOR there is no colour, and the chat is the same", async (_, chat) => {
  await using terminal = chat([], { env: { NO_COLOR: "1" } });
  await terminal.until(/› $/);
  await terminal.type(`When is the rent due?${ENTER}`);
  await terminal.until(/Sources[\s\S]*› $/);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(terminal.raw(), /\x1b\[[\d;]*m/);
  await terminal.type(CTRL_D);
  await terminal.ended;
});

Deno.test({
  name: "Ctrl-C stops an answer and keeps what was said; the chat goes on",
  ignore: !hasPty,
  async fn() {
    // A stand-in for a model that is slow: its answer never ends.
    await using llm = startFakeLlm({ reply: ["The rent is due ", "on the third "], ending: "hang" });
    await using home = await commandHome({ MORGAN_EMBEDDING_PROVIDER: "none", MORGAN_LLM_BASE_URL: llm.url });
    await home.write({ "lease.md": LEASE });
    await home.morgan(["ingest", home.files]);
    await using terminal = startPty(home.commandLine(["chat"]), { env: home.environment(), cwd: home.files });
    await terminal.until(/› $/);
    await terminal.type(`When is the rent due?${ENTER}`);
    await terminal.until(/The rent is due on the third/);
    await terminal.type(CTRL_C);
    await terminal.until(/\(stopped; what was said is kept\)[\s\S]*› $/);
    await terminal.type(CTRL_D);
    assert.equal(await terminal.ended, 0);
    const { stdout } = await home.morgan(["sessions", "show", "last"]);
    assert.match(stdout, /› When is the rent due\?\n {2}The rent is due on the third\n {2}\(stopped\)/);
  },
});

Deno.test("elsewhere than on a terminal each line is a message, answered plainly", async () => {
  await using home = await commandHome();
  await home.write({ "lease.md": LEASE });
  await home.morgan(["ingest", home.files]);
  const { code, stdout, stderr } = await home.morgan(["chat"], {
    stdin: "Who is the landlord?\n\n/nothing\nAnd how can I reach him?\n",
  });
  assert.equal(code, 64);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(stdout, /[\x1b\r]/);
  assert.match(stdout, /^The landlord is Mr Osei\.[\s\S]*\[1\] lease\.md[\s\S]*0113 496 0000/);
  assert.match(stderr, /morgan: There is no command \/nothing\.\n {2}→/);
  const lines = (await home.morgan(["chat", "--json", "-c"], { stdin: "Who is the landlord?" })).stdout.trim()
    .split("\n");
  assert.equal(JSON.parse(lines[0] ?? "").answered, true);
});

Deno.test("sessions are listed, found by what was said, shown, exported and deleted", async () => {
  await using home = await commandHome();
  await home.morgan(["chat", "My canary is called Figaro."]);
  await home.morgan(["query", "Is this kept apart?"]);
  const list = await home.json(["sessions", "list"]) as {
    conversations: { session_id: string; title: string }[];
  };
  assert.deepEqual(list.conversations.map(({ title }) => title), ["My canary is called Figaro."]);
  const id = list.conversations[0]?.session_id ?? "";
  assert.equal((await home.json(["sessions", "list", "--all"]) as typeof list).conversations.length, 2);
  assert.match(
    (await home.morgan(["sessions", "list", "canary"])).stdout,
    /you: My canary is called Figaro\./,
  );
  // The ids begin with the time: a beginning that both share is not enough.
  assert.match((await home.morgan(["sessions", "show", id.slice(0, 30)])).stdout, /Figaro/);
  const exported = await home.morgan(["sessions", "export", "last", "-o", "talk.md"]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(
    await Deno.readTextFile(`${home.files}/talk.md`),
    /^# My canary is called Figaro\.[\s\S]*## You, [\s\S]*## Morgan, /,
  );
  const again = await home.morgan(["sessions", "export", "last", "-o", "talk.md"]);
  assert.deepEqual([again.code, twoLines(again.stderr)[0]], [1, "Cannot write talk.md: it exists already."]);
  const unsure = await home.morgan(["sessions", "rm", id]);
  assert.equal(unsure.code, 64);
  assert.equal((await home.morgan(["sessions", "rm", id, "-y"])).code, 0);
  const gone = await home.morgan(["sessions", "show", id]);
  assert.deepEqual([gone.code, twoLines(gone.stderr)[0]], [1, `There is no conversation ${id}.`]);
  assert.equal((await home.morgan(["sessions", "list"])).stdout, "");
});

Deno.test("feedback is tied to the last answer and confirmed", async () => {
  await using home = await commandHome();
  const none = await home.morgan(["feedback", "--rating", "4"]);
  assert.equal(none.code, 1);
  assert.match(twoLines(none.stderr)[1], /Ask something first/);
  await home.morgan(["query", "Is anybody there?"]);
  const given = await home.morgan(["feedback", "--rating", "4", "--comment", "quick"]);
  assert.deepEqual([given.code, given.stderr], [
    0,
    "Thank you: 4 of 5 for the last answer of “Is anybody there?”.\n",
  ]);
  const wrong = await home.morgan(["feedback", "--rating", "9"]);
  assert.equal(wrong.code, 64);
  assert.match(wrong.stderr, /whole number from 1 to 5/);
});
