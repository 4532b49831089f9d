import assert from "node:assert/strict";
import { chatHome, CTRL_C, CTRL_D, ENTER, onTerminal, startChat } from "../support/chatting.ts";
import type { CommandHome } from "../support/command.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await chatHome();
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

onTerminal(
  "a chat answers with sources, understands what follows, and shows a passage in its surroundings",
  async () => {
    await using terminal = startChat(home);
    await terminal.until(/\/help lists the commands[\s\S]*› $/);
    await terminal.type(`Who is the landlord?${ENTER}`);
    await terminal.until(
      /(?:\n\n|Thinking…)The landlord is Mr Osei\.[\s\S]*Sources\n\[1\] lease\.md[\s\S]*› $/,
    );
    await terminal.type(`And how can I reach him?${ENTER}`);
    await terminal.until(/0113 496 0000[\s\S]*› $/);
    await terminal.type(`/sources 1${ENTER}`);
    await terminal.until(/The rent is 950 pounds[\s\S]*»The landlord is Mr Osei\.[\s\S]*«[\s\S]*› $/);
    await terminal.type(`/sources 7${ENTER}`);
    await terminal.until(/There is no source 7\.[\s\S]*The last answer has 1[\s\S]*› $/);
    await terminal.type(`/sorces${ENTER}`);
    await terminal.until(/There is no command \/sorces\.[\s\S]*Did you mean \/sources\?[\s\S]*› $/);
    await terminal.type(`/feedback 9${ENTER}`);
    await terminal.until(/a number from 1 \(bad\) to 5 \(good\)[\s\S]*› $/);
    await terminal.type(`/FEEDBACK 4 clear${ENTER}`);
    await terminal.until(/Thank you: 4 of 5[\s\S]*› $/);
    await terminal.type(CTRL_D);
    await terminal.until(/Go on with it: morgan chat --resume [0-9a-f]{8}\n/);
    assert.equal(await terminal.ended, 0);
  },
);

onTerminal("a paste of many lines is one message, and is shown with its lines", async () => {
  await using terminal = startChat(home);
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

onTerminal("what is typed while an answer comes is kept: the next message, and the next draft", async () => {
  await using terminal = startChat(home);
  await terminal.until(/› $/);
  await terminal.type(`When is the rent due?${ENTER}Who is the landlord?${ENTER}a draft`);
  await terminal.until(/It is due on the third[\s\S]*› Who is the landlord\?[\s\S]*Mr Osei[\s\S]*› a draft$/);
  await terminal.type(CTRL_C + CTRL_D);
  assert.equal(await terminal.ended, 0);
});

onTerminal(
  "a conversation is gone on with, shows where it was, and its last answer can be rated",
  async () => {
    {
      await using terminal = startChat(home);
      await terminal.until(/› $/);
      await terminal.type(`Who is the landlord?${ENTER}`);
      await terminal.until(/Sources[\s\S]*› $/);
      await terminal.type(CTRL_D);
      await terminal.ended;
    }
    await using terminal = startChat(home, ["-c"]);
    await terminal.until(
      /── \d{4}-\d\d-\d\d ──\n\n› Who is the landlord\?\n\nThe landlord is Mr Osei\.[\s\S]*\[1\] lease\.md\n\n› $/,
    );
    await terminal.type(`/sources${ENTER}`);
    await terminal.until(/Sources\n\[1\] lease\.md[\s\S]*› $/);
    await terminal.type(`/feedback 5${ENTER}`);
    await terminal.until(/Thank you: 5 of 5[\s\S]*› $/);
    await terminal.type("\x1b[A\x1b[A\x1b[A");
    await terminal.until(/› Who is the landlord\?$/);
    await terminal.type(CTRL_C);
    await terminal.until(/› $/);
    await terminal.type(CTRL_C);
    await terminal.until(/Press Ctrl-C again to leave\.[\s\S]*› $/);
    await terminal.type(CTRL_C);
    assert.equal(await terminal.ended, 130);
  },
);

onTerminal("--resume without an id lets choose a conversation by arrows and letters", async () => {
  for (const message of ["My canary is called Figaro.", "My cat is called Minka."]) {
    await home.morgan(["chat", message]);
  }
  await using terminal = startChat(home, ["--resume"]);
  await terminal.until(/› \d{4}-\d\d-\d\d \d\d:\d\d {2}My cat is called Minka\. {2}2 messages[\s\S]*Figaro/);
  await terminal.type("canary");
  await terminal.until(/› \d{4}-\d\d-\d\d \d\d:\d\d {2}My canary is called Figaro\.[^\n]*\n {2}canary$/);
  await terminal.type(ENTER);
  await terminal.until(/› My canary is called Figaro\.\n\n[\s\S]*› $/);
  await terminal.type(`/sessions minka${ENTER}`);
  await terminal.until(/ 1 {2}[\d-]+ [\d:]+ {2}My cat is called Minka\.[\s\S]*› $/);
  await terminal.type(`/sessions 1${ENTER}`);
  await terminal.until(/› My cat is called Minka\.\n\n[\s\S]*› $/);
  await terminal.type(`/new${ENTER}`);
  await terminal.until(/A new conversation\.[\s\S]*› $/);
  await terminal.type(CTRL_D);
  assert.equal(await terminal.ended, 0);
});

for (const columns of [60, 140]) {
  onTerminal(`at ${columns} columns no line of an answer is wider than the screen`, async () => {
    await using terminal = startChat(home, [], { columns });
    await terminal.until(/› $/);
    await terminal.type(`When is the rent due?${ENTER}`);
    await terminal.until(/Sources[\s\S]*› $/);
    await terminal.type(`/help${ENTER}`);
    await terminal.until(/Keys[\s\S]*› $/);
    for (const line of terminal.text().split("\n")) assert.ok(line.length <= columns, line);
    await terminal.type(CTRL_D);
    await terminal.ended;
  });
}

onTerminal(
  "a window that becomes narrower has the draft laid out anew, and answers as wide as it is",
  async () => {
    await using terminal = startChat(home, [], { columns: 100 });
    await terminal.until(/› $/);
    const words = "Who is the landlord, and in which way can he be reached by somebody who rents?";
    await terminal.type(words);
    await terminal.until(new RegExp(`› ${words.replace("?", "\\?")}$`));
    await terminal.resize(40);
    await terminal.until(
      /› Who is the landlord, and in which way {0,1}\n {2}can he be reached by somebody who {0,1}\n {2}rents\?$/,
    );
    await terminal.type(`${CTRL_C}Who is the landlord?${ENTER}`);
    await terminal.until(/Sources[\s\S]*› $/);
    const answer = terminal.text().split("landlord?\n").at(-1) ?? "";
    for (const line of answer.split("\n")) assert.ok(line.length <= 40, line);
    await terminal.type(CTRL_C + CTRL_D);
    assert.equal(await terminal.ended, 0);
  },
);

onTerminal("with NO_COLOR there is no colour, and the chat is the same", async () => {
  await using terminal = startChat(home, [], { env: { NO_COLOR: "1" } });
  await terminal.until(/› $/);
  await terminal.type(`When is the rent due?${ENTER}`);
  await terminal.until(/Sources[\s\S]*› $/);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(terminal.raw(), /\x1b\[[\d;]*m/);
  await terminal.type(CTRL_D);
  await terminal.ended;
});

Deno.test("elsewhere than on a terminal each line is a message, answered plainly", async () => {
  const { code, stdout, stderr } = await home.morgan(["chat"], {
    stdin: "Who is the landlord?\n\n/nothing\nAnd how can I reach him?\n",
  });
  assert.equal(code, 64);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(stdout, /[\x1b\r]/);
  assert.match(stdout, /^The landlord is Mr Osei\.[\s\S]*\[1\] lease\.md[\s\S]*0113 496 0000/);
  assert.match(stderr, /morgan: There is no command \/nothing\.\n {2}→/);
  // What an answer lacks is said once.
  assert.equal(stderr.match(/No language model answered/g)?.length, 1);
  const quiet = await home.morgan(["chat", "--no-llm"], { stdin: "Who is the landlord?" });
  assert.deepEqual([quiet.code, /language model/.test(quiet.stderr)], [0, false]);
  const lines =
    (await home.morgan(["chat", "--json", "-c"], { stdin: "Who is the landlord?\nAnd the rent?" }))
      .stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ answered }) => answered), [true, true]);
  assert.equal(lines[0].session_id, lines[1].session_id);
  assert.equal((await home.morgan(["chat"], { stdin: "" })).code, 0);
});

Deno.test("a conversation that is not there, and nobody to ask, are errors of two lines", async () => {
  const gone = await home.morgan(["chat", "--resume", "ffffffff", "Hello?"]);
  assert.deepEqual([gone.code, gone.stderr.split("\n")[0]], [
    1,
    "morgan: There is no conversation ffffffff.",
  ]);
  const nobody = await home.morgan(["chat", "--no-rag", "--no-llm", "Hello?"]);
  assert.equal(nobody.code, 64);
});
