import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { openKeyring } from "../../lib/crypto/mod.ts";
import { newId, openDatabase, repositories } from "../../lib/db/mod.ts";
import { openHome } from "../../lib/home/mod.ts";
import { Emotion } from "../../services/emotion/contract.ts";
import { saveState } from "../../services/emotion/store.ts";
import { type CommandHome, commandHome, twoLines } from "../support/command.ts";
import { startPty } from "../support/pty.ts";
import { onTerminal } from "../support/chatting.ts";

const DAY = 86_400_000;
const NOW = Date.now();

/** Feelings by how many days ago they were. */
const FELT: readonly (readonly [daysAgo: number, valence: number, emotion: string])[] = [
  [9, -0.7, "frustration"],
  [8, -0.6, "frustration"],
  [7, -0.5, "worry"],
  [3, -0.1, "neutral"],
  [2, 0.3, "relief"],
  [1, 0.5, "joy"],
  [0, 0.6, "joy"],
];

function feeling(emotion: string, valence: number): Emotion {
  return Emotion.parse({
    emotion,
    valence,
    confidence: 0.8,
    intensity: Math.abs(valence),
    arousal: 0,
    dominance: 0,
    plutchik: Object.fromEntries(
      ["joy", "sadness", "anger", "fear", "surprise", "disgust", "trust", "anticipation", "neutral"].map(
        (name) => [name, name === "neutral" ? 1 : 0],
      ),
    ),
    labels: [],
    ekman: { anger: 0, disgust: 0, fear: 0, joy: 0, sadness: 0, surprise: 0, neutral: 1 },
    sentiment: { positive: 0, negative: 0, ambiguous: 0, neutral: 1 },
    mixed: [],
    others: [],
    evidence: [],
    model: "ngrams",
  });
}

/** Fills the history of a Morgan that does not run. */
async function fill(home: CommandHome): Promise<void> {
  const folder = await openHome({ MORGAN_HOME: home.root });
  const keyring = await openKeyring(folder);
  await using database = await openDatabase({ dataDir: folder.data });
  const { conversations, messages } = repositories(database.db);
  const { id } = await conversations.insert({
    user_id: "cli",
    session_id: newId(),
    metadata: { kind: "chat" },
  });
  for (const [daysAgo, valence, emotion] of FELT) {
    const message = await messages.insert({
      conversation_id: id,
      role: "user",
      content: `the printer on day ${daysAgo}`,
      timestamp: new Date(NOW - daysAgo * DAY),
    });
    await saveState(database, keyring, message.id, feeling(emotion, valence));
  }
}

/** The day so many days ago at the place of this machine. */
function localDay(daysAgo: number): string {
  const date = new Date(NOW - daysAgo * DAY);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

Deno.test("with nothing noticed yet the command says how to begin, or that it is turned off", async () => {
  await using home = await commandHome();
  const empty = await home.morgan(["mood"]);
  assert.deepEqual([empty.code, empty.stdout], [0, ""]);
  assert.match(empty.stderr, /last 30 days[\s\S]*morgan chat/);
  assert.equal((await home.morgan(["mood", "-q"])).stderr, "");
  assert.equal((await home.json(["mood", "--days", "7"])).states, 0);
  const off = await home.morgan(["mood"], { env: { MORGAN_EMOTION_ENABLED: "false" } });
  assert.match(off.stderr, /emotion\.enabled is false[\s\S]*config set emotion\.enabled true/);
});

Deno.test("a mood is shown a line a day with trend and episodes, as JSON, and erased on consent", async () => {
  await using home = await commandHome();
  await fill(home);
  const { code, stdout, stderr } = await home.morgan(["mood"]);
  assert.equal(code, 0, stderr);
  const lines = stdout.split("\n");
  // Piped: no colour, and the side of the axis and the sign tell all.
  assert.equal(stdout, stripVTControlCharacters(stdout));
  assert.match(lines[0] ?? "", new RegExp(`^${localDay(9)} +█+│ +-0\\.70 {2}frustration {2}1 message$`));
  assert.match(stdout, new RegExp(`^${localDay(0)} +│█+ +\\+0\\.60 {2}joy`, "m"));
  assert.match(stdout, /… 3 days without/);
  assert.match(stdout, /^Now +\+0\.\d\d/m);
  assert.match(stdout, /^Trend +rising by 0\.\d\d a day \(p 0\.00\d\)$/m);
  assert.match(stdout, /^Episodes +\d{4}-\d\d-\d\d \d\d:\d\d, frustration, 1 message/m);

  const week = await home.json(["mood", "--days", "4"]) as unknown as {
    states: number;
    days: { day: string }[];
  };
  assert.equal(week.states, 4);
  assert.deepEqual(week.days.map(({ day }) => day), [3, 2, 1, 0].map(localDay));

  const unasked = await home.morgan(["mood", "--erase"]);
  assert.equal(unasked.code, 64);
  assert.match(twoLines(unasked.stderr)[1], /-y/);
  const old = await home.morgan(["mood", "--erase", "--older-than", "5", "-y"]);
  assert.equal(old.stdout, "Erased what was noticed in 3 messages.\n");
  assert.equal((await home.json(["mood"])).states, 4);
  assert.deepEqual(await home.json(["mood", "--erase", "-y"]), { erased: 4 });
  assert.equal((await home.json(["mood"])).states, 0);
  // What was said stays.
  assert.match((await home.morgan(["sessions", "show", "last"])).stdout, /the printer on day 9/);
});

Deno.test("wrong flags are refused with the right ones", async () => {
  await using home = await commandHome();
  const cases: [string[], RegExp][] = [
    [["--older-than", "5"], /Add --erase/],
    [["--yes"], /Add --erase/],
    [["--erase", "--days", "5", "-y"], /--older-than DAYS/],
  ];
  for (const [args, next] of cases) {
    const { code, stderr } = await home.morgan(["mood", ...args]);
    assert.equal(code, 64);
    assert.match(twoLines(stderr)[1], next);
  }
  assert.equal((await home.morgan(["mood", "--days", "0"])).code, 64);
});

Deno.test("a lost key is said by mood, and nothing else is lost; a rotation keeps the mood", async () => {
  await using home = await commandHome();
  await fill(home);
  const before = await home.json(["mood"]);
  const { rotated } = await home.json(["keys", "rotate"]);
  assert.ok(Number(rotated) >= FELT.length);
  await home.morgan(["stop"]);
  assert.deepEqual((await home.json(["mood"])).days, before.days);
  await home.morgan(["stop"]);
  const key = `${home.root}/keys/data.key`;
  await Deno.remove(key);
  const [what, next] = twoLines((await home.morgan(["mood"])).stderr);
  assert.ok(what.includes(key));
  assert.match(next, /Put the file back .*morgan keys reset/);
  assert.match((await home.morgan(["sessions", "show", "last"])).stdout, /the printer on day 9/);
  const asked = await home.morgan(["query", "I'm so frustrated with this printer", "--emotion"]);
  assert.match(asked.stdout, /^Feeling {3}frustration, /m);
  assert.deepEqual(await home.json(["mood", "--erase", "-y"]), { erased: FELT.length });
});

onTerminal("the chart fits 60 and 140 columns, in colours, and without with NO_COLOR", async () => {
  await using home = await commandHome();
  await fill(home);
  await home.morgan(["mood"]);
  const show = async (columns: number, env: Record<string, string> = {}) => {
    await using terminal = startPty(home.commandLine(["mood"]), {
      columns,
      env: { ...home.environment(), ...env },
      cwd: home.files,
    });
    assert.equal(await terminal.ended, 0);
    await terminal.until(/Trend[\s\S]*Episodes[\s\S]*\n$/);
    for (const line of terminal.text().split("\n")) {
      assert.ok(stringWidth(line) <= columns, `${stringWidth(line)} of ${columns}: ${line}`);
    }
    return terminal.raw();
  };
  const narrow = await show(60);
  // deno-lint-ignore no-control-regex
  assert.match(narrow, /\x1b\[31m█+\x1b\[39m│/);
  // deno-lint-ignore no-control-regex
  assert.match(narrow, /│\x1b\[32m█+\x1b\[39m/);
  await show(140);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(await show(140, { NO_COLOR: "1" }), /\x1b\[3\dm/);
});
