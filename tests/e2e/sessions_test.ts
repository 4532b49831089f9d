import assert from "node:assert/strict";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";

let home: CommandHome;
Deno.test.beforeAll(async () => {
  home = await commandHome();
});
Deno.test.afterAll(async () => {
  await home[Symbol.asyncDispose]();
});

interface Listed {
  conversations: { session_id: string; title: string }[];
}

Deno.test("feedback is tied to the last answer and confirmed", async () => {
  const none = await home.morgan(["feedback", "--rating", "4"]);
  assert.equal(none.code, 1);
  assert.match(twoLines(none.stderr)[1], /Ask something first/);
  await home.morgan(["query", "Is anybody there?"]);
  const given = await home.morgan(["feedback", "--rating", "4", "--comment", "quick"]);
  assert.deepEqual([given.code, given.stderr], [
    0,
    "Thank you: 4 of 5 for the last answer of “Is anybody there?”.\n",
  ]);
  const piped = await home.morgan(["feedback", "--rating", "2", "--comment", "-", "--json"], {
    stdin: "from a pipe\n",
  });
  const { feedback_id, session_id, changed } = JSON.parse(piped.stdout);
  assert.ok(feedback_id && session_id && Array.isArray(changed));
  const shown = await home.json(["sessions", "show", session_id]) as {
    messages_page: { messages: { feedback?: unknown }[] };
  };
  assert.deepEqual(shown.messages_page.messages[1]?.feedback, { rating: 2, comment: "from a pipe" });
});

Deno.test("feedback that cannot be is refused in two lines", async () => {
  const cases: [string[], number, RegExp][] = [
    [["--rating", "9"], 64, /whole number from 1 to 5/],
    [["--rating", "four"], 64, /whole number from 1 to 5/],
    [["--rating", "3", "--comment", " "], 64, /The comment is empty/],
    [[], 64, /--rating/],
    [["--rating", "3", "--session", "ffffffff"], 1, /There is no conversation ffffffff/],
    [["--rating", "3", "--message", "x"], 1, /message_id/],
  ];
  for (const [args, code, expected] of cases) {
    const ran = await home.morgan(["feedback", ...args]);
    assert.equal(ran.code, code, args.join(" "));
    assert.match(twoLines(ran.stderr).join(" "), expected);
  }
});

Deno.test("sessions are listed, found by what was said, shown, exported and deleted", async () => {
  await home.morgan(["chat", "My canary is called Figaro."]);
  await home.morgan(["query", "Is this kept apart?"]);
  const list = await home.json(["sessions", "list"]) as unknown as Listed;
  assert.deepEqual(list.conversations.map(({ title }) => title), ["My canary is called Figaro."]);
  const id = list.conversations[0]?.session_id ?? "";
  assert.ok((await home.json(["sessions", "list", "--all"]) as unknown as Listed).conversations.length > 1);
  assert.match(
    (await home.morgan(["sessions", "list", "canary"])).stdout,
    /you: My canary is called Figaro\./,
  );
  // Beginnings of ids are times and soon alike; the end of an id stands for it as well.
  for (const name of [id.slice(0, 30), id.slice(-8), id.slice(-8).toUpperCase(), "last"]) {
    assert.match(
      (await home.morgan(["sessions", "show", name])).stdout,
      /^── \d{4}-\d\d-\d\d ──\n\n› My canary is called Figaro\.\n\n/,
      name,
    );
  }
  const ambiguous = await home.morgan(["sessions", "show", id.slice(0, 4)]);
  assert.equal(ambiguous.code, 64);
  assert.match(
    twoLines(ambiguous.stderr).join(" "),
    /conversations have ids with [\s\S]*Give more of the id/,
  );
  const exported = await home.morgan(["sessions", "export", "last", "-o", "talk.md"]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.match(
    await Deno.readTextFile(`${home.files}/talk.md`),
    /^# My canary is called Figaro\.[\s\S]*## You, [\s\S]*## Morgan, /,
  );
  const again = await home.morgan(["sessions", "export", "last", "-o", "talk.md"]);
  assert.deepEqual([again.code, twoLines(again.stderr)[0]], [1, "Cannot write talk.md: it exists already."]);
  const whole = JSON.parse((await home.morgan(["sessions", "export", "last", "--format", "json"])).stdout);
  assert.equal(whole.messages_page.messages.length, 2);
  const unsure = await home.morgan(["sessions", "rm", id]);
  assert.equal(unsure.code, 64);
  const removed = await home.morgan(["sessions", "rm", id, "-y"]);
  assert.deepEqual([removed.code, removed.stdout], [0, "Deleted “My canary is called Figaro.”\n"]);
  const gone = await home.morgan(["sessions", "show", id]);
  assert.deepEqual([gone.code, twoLines(gone.stderr)[0]], [1, `There is no conversation ${id}.`]);
  assert.equal((await home.morgan(["sessions", "list"])).stdout, "");
});
