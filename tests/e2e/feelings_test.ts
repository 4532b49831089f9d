import assert from "node:assert/strict";
import { openDatabase } from "../../lib/db/mod.ts";
import { openHome } from "../../lib/home/mod.ts";
import { eventually } from "../../lib/testing.ts";
import type { SupportShown, TextResponse } from "../../services/core/contract.ts";
import type { Feeling } from "../../services/emotion/contract.ts";
import { chatHome, CTRL_D, ENTER, onTerminal, startChat } from "../support/chatting.ts";
import { type CommandHome, commandHome } from "../support/command.ts";
import { startFakeCore } from "../support/fake_core.ts";
import type { Pty } from "../support/pty.ts";

const NEUTRAL: Feeling = {
  emotion: "neutral",
  confidence: 0.9,
  intensity: 0.1,
  valence: 0,
  arousal: 0,
  dominance: 0,
  plutchik: {
    joy: 0,
    sadness: 0,
    anger: 0,
    fear: 0,
    surprise: 0,
    disgust: 0,
    trust: 0,
    anticipation: 0,
    neutral: 1,
  },
  mixed: [],
};
const SUPPORT: SupportShown = {
  risk: "high",
  kinds: ["suicide"],
  resources: [
    { name: "Emergency", kind: "emergency", numbers: ["112"], source: "https://a.example" },
    { name: "Listeners", kind: "helpline", numbers: ["116 123"], source: "https://b.example" },
  ],
};

/** What the fake makes of each message. */
function reply(text: string): Partial<TextResponse> {
  const feel = (emotion: string, valence: number, arousal: number) => ({
    emotion: { ...NEUTRAL, emotion, valence, arousal },
  });
  if (text.includes("joy")) return feel("joy", 0.8, 0.5);
  if (text.includes("rage")) return feel("rage", -0.8, 0.8);
  if (text.includes("grief")) return feel("grief", -0.8, -0.4);
  if (text.includes("danger")) return { support: SUPPORT, answer: "I am here. You can call 112." };
  return text.includes("nothing") ? {} : { emotion: NEUTRAL };
}

/** A home whose commands talk to the fake. */
async function fakeHome(): Promise<CommandHome & { fake: AsyncDisposable }> {
  const fake = startFakeCore(reply);
  const home = await commandHome({ MORGAN_URL: fake.url, MORGAN_TOKEN: "t" });
  return Object.assign(home, { fake });
}

Deno.test("query --emotion tells the feeling under the answer, or why none is told", async () => {
  await using home = await fakeHome();
  await using _fake = home.fake;
  const told = await home.morgan(["query", "rage", "--emotion"]);
  assert.equal(told.code, 0, told.stderr);
  assert.match(
    told.stdout,
    /^You said: rage\n\nFeeling {3}rage, confidence 90 %, intensity 10 %; valence -0\.80, arousal \+0\.80, dominance 0\.00\nPlutchik {2}neutral 100 %\n$/,
  );
  assert.doesNotMatch((await home.morgan(["query", "rage"])).stdout, /Feeling/);
  const silent = await home.morgan(["query", "nothing", "--emotion"]);
  assert.equal(silent.stdout, "You said: nothing\n");
  assert.match(silent.stderr, /No feeling was told/);
  const json = await home.json(["query", "joy", "--emotion"]) as unknown as TextResponse;
  assert.equal(json.emotion?.emotion, "joy");
});

Deno.test("where help is stands under an answer, also with --quiet and in a pipe, without what it names", async () => {
  await using home = await fakeHome();
  await using _fake = home.fake;
  const block = "I am here. You can call 112.\n\n┃ Help is here:\n┃ Listeners: call 116 123\n";
  for (const flags of [[], ["--quiet"]]) {
    assert.equal((await home.morgan(["query", "danger", ...flags])).stdout, block);
    assert.equal((await home.morgan(["chat", ...flags], { stdin: "danger\n" })).stdout, `${block}\n`);
  }
});

/** The colour codes of the mark that stands before the cursor now. */
function markOf(terminal: Pty): string {
  // deno-lint-ignore no-control-regex
  return /((?:\x1b\[\d+m)*)›(?:\x1b\[\d+m)* (?:\x1b\[\d+C)?$/.exec(terminal.raw().replaceAll("\r", ""))
    ?.[1] ?? "none";
}

onTerminal("the prompt takes the colour of the last answer's mood, unless that is turned off", async () => {
  await using home = await fakeHome();
  await using _fake = home.fake;
  const marks = async (env: Record<string, string>) => {
    await using terminal = startChat(home, [], { env });
    await terminal.until(/› $/);
    const seen = [markOf(terminal)];
    for (const text of ["joy", "rage", "grief", "a door"]) {
      await terminal.type(text + ENTER);
      await terminal.until(new RegExp(`You said: ${text}[\\s\\S]*› $`));
      seen.push(markOf(terminal));
    }
    await terminal.type(CTRL_D);
    await terminal.ended;
    return seen;
  };
  const [bold, green, red, blue] = ["\x1b[1m", "\x1b[1m\x1b[32m", "\x1b[1m\x1b[31m", "\x1b[1m\x1b[34m"];
  assert.deepEqual(await marks({}), [bold, green, red, blue, bold]);
  assert.deepEqual(await marks({ MORGAN_EMOTION_COLOUR: "false" }), [green, green, green, green, green]);
  assert.deepEqual(await marks({ NO_COLOR: "1" }), ["", "", "", "", ""]);
});

onTerminal("in a chat the block of help stands between answer and prompt", async () => {
  await using home = await fakeHome();
  await using _fake = home.fake;
  await using terminal = startChat(home, ["-q"]);
  await terminal.until(/› $/);
  await terminal.type(`danger${ENTER}`);
  await terminal.until(/You can call 112\.\n\n┃ Help is here:\n┃ Listeners: call 116 123\n\n› $/);
});

onTerminal("/mood and /memory show what is known of the user, forget it and bring it back", async () => {
  await using home = await chatHome();
  await home.morgan(["memory", "set", "length", "short"]);
  const { memories: [memory] } = await home.json(["memory", "list"]) as { memories: { id: string }[] };
  const id = memory?.id.slice(0, 8) ?? "";
  await using terminal = startChat(home);
  await terminal.until(/› $/);
  await terminal.type(`/help${ENTER}`);
  await terminal.until(/\/mood +how you felt[\s\S]*\/memory \[WORDS\] +what is remembered[\s\S]*› $/);
  await terminal.type(`/mood${ENTER}`);
  await terminal.until(/in the last 14 days[\s\S]*› $/);
  await terminal.type(`/mem\t${ENTER}`);
  await terminal.until(new RegExp(`${id} +preference +Answers are shorter\\.[\\s\\S]*› $`));
  await terminal.type(`/memory f\t${id}${ENTER}`);
  await terminal.until(/Forgotten: Answers are shorter\.[\s\S]*› $/);
  await terminal.type(`/memory${ENTER}`);
  await terminal.until(/learned nothing about you yet[\s\S]*› $/);
  await terminal.type(`/memory undo ${id}${ENTER}`);
  await terminal.until(/Remembered again: Answers are shorter\.[\s\S]*› $/);
  await terminal.type(`/memory forget${ENTER}`);
  await terminal.until(/\/memory forget needs an id\.[\s\S]*› $/);
  await terminal.type(CTRL_D);
  assert.equal(await terminal.ended, 0);
});

Deno.test("what one says reaches the mood, sealed, and leaves it with the conversation", async () => {
  await using home = await commandHome();
  const asked = await home.morgan(["query", "I'm so frustrated with this printer", "--emotion"]);
  assert.match(asked.stdout, /^Feeling {3}frustration, /m);
  await home.morgan(["chat", "I'm really happy, it prints again!"]);
  const mood = async () =>
    await home.json(["mood"]) as unknown as { states: number; days: { valence: number; messages: number }[] };
  // No answer waits until a feeling is kept.
  await eventually("both feelings are kept", async () => (await mood()).states >= 2);
  await home.morgan(["stop"]);
  {
    const { data } = await openHome({ MORGAN_HOME: home.root });
    await using database = await openDatabase({ dataDir: data });
    const tables = ["emotional_states", "emotion_patterns", "emotion_triggers", "messages"] as const;
    for (const table of tables) {
      const rows = await database.db.selectFrom(table).selectAll().execute();
      // What was said names the feeling itself; everything beside it must not.
      const told = JSON.stringify(rows.map((row) => ({ ...row, content: "" })));
      assert.doesNotMatch(told, /frustration|"joy"|valence":-?0?\.\d|plutchik/, table);
    }
  }
  await home.morgan(["sessions", "rm", "last", "-y"]);
  const [left, ...others] = (await mood()).days;
  assert.deepEqual([left?.messages, others.length], [1, 0]);
  assert.ok((left?.valence ?? 0) < -0.2);
});

Deno.test("with emotion.enabled false nothing is noticed, and the command says so", async () => {
  await using home = await commandHome({
    MORGAN_EMBEDDING_PROVIDER: "none",
    MORGAN_EMOTION_ENABLED: "false",
  });
  const asked = await home.morgan(["query", "I'm so frustrated with this printer", "--emotion"]);
  assert.doesNotMatch(asked.stdout, /^Feeling/m);
  assert.match(asked.stderr, /emotion\.enabled is false/);
  assert.equal((await home.json(["mood"])).states, 0);
});

Deno.test("a message in danger is answered with the places of the user's country, each told once", async () => {
  await using home = await commandHome();
  await home.morgan(["status"]);
  // The server was started without a locale; the command tells its own.
  const { code, stdout } = await home.morgan(["query", "-q", "I want to kill myself tonight"], {
    env: { LC_ALL: "de_DE.UTF-8" },
  });
  assert.equal(code, 0);
  assert.match(stdout, /(?<!\d)112(?!\d)/);
  assert.doesNotMatch(stdout, /911/);
  const { support } = await home.json(["query", "I want to kill myself tonight"], {
    env: { LC_ALL: "de_DE.UTF-8" },
  }) as unknown as TextResponse;
  assert.ok(support && support.resources.length > 1);
  for (const { numbers } of support.resources) {
    for (const number of numbers) assert.equal(stdout.split(number).length, 2, `${number} in\n${stdout}`);
  }
});

Deno.test("feedback tells what it changed, and nothing where it changed nothing", async () => {
  await using home = await commandHome();
  await home.morgan(["query", "What is a mutex?"]);
  const changing = await home.morgan([
    "feedback",
    "--rating",
    "2",
    "--comment",
    "too long, please be shorter",
  ]);
  assert.match(changing.stderr, /^Thank you: 2 of 5 [^\n]*\nChanged: Answers are shorter\.\n$/);
  const silent = await home.morgan(["feedback", "--rating", "4"]);
  assert.match(silent.stderr, /^Thank you: 4 of 5 [^\n]*\n$/);
});
