import assert from "node:assert/strict";
import type { Running } from "../support/running.ts";
import { within } from "../support/requests.ts";
import type { Register } from "./suite.ts";

const FILES = {
  "orchard/care.md": "Apple trees are pruned in February, when the sap is low. " +
    "Apple trees are pruned with a saw that was cleaned with alcohol. " +
    "Young apple trees are pruned lightly in their first three winters. " +
    "After apple trees are pruned, the wounds are left open to dry. " +
    "Old apple trees are pruned over several years so that they recover.",
  "orchard/old/notes.md":
    "Apple trees are pruned in July, said the former gardener. The water tank holds 900 litres.",
  "orchard/new/notes.md":
    "Apple trees are pruned in November, says the new gardener. The water tank holds 1,200 litres.",
  "orchard/spray.md": "Copper spray is mixed by hand in an old tub, and it keeps the trees well. " +
    "Copper spray is mixed at 0.5 % w/v CuSO4 in 20 L, pH 6.5, before BBCH 53.",
};
const QUESTION = "How and when are apple trees pruned?";

/** The question as this user gets it answered: the prompt's instructions and, without a model, the answer. */
async function asked(running: Running, user_id: string, text = QUESTION) {
  const filter = { path_prefix: "orchard/" };
  running.llm.behaviour.reply = ["Apple trees are pruned in February [1]."];
  await running.client.text({ text, user_id, filter });
  const system = running.llm.prompts.at(-1)?.[0]?.content ?? "";
  const quoted = await running.client.text({ text, user_id, filter, llm: false, explain: true });
  return { system, answer: quoted.answer, quoted };
}

/** What a comment changes: the answers before and after it. */
async function afterComment(running: Running, comment: string, text = QUESTION) {
  const user_id = crypto.randomUUID();
  await running.ingest(FILES);
  const before = await asked(running, user_id, text);
  const { changed } = await running.client.feedback({ rating: 2, comment, user_id });
  const after = await asked(running, user_id, text);
  return { user_id, before, after, changed };
}

/** The next answer is another: in the prompt, and in the answer without a model. */
export function preferenceTests(test: Register): void {
  test("feedback on length changes the prompt and how much is quoted", async (running) => {
    const shorter = await afterComment(running, "That was too long.");
    assert.deepEqual(shorter.changed, ["Answers are shorter."]);
    assert.doesNotMatch(shorter.before.system, /at most two sentences/);
    assert.match(shorter.after.system, /at most two sentences/);
    assert.equal(shorter.before.quoted.sources.length, 3);
    assert.equal(shorter.after.quoted.sources.length, 1);
    const longer = await afterComment(running, "Too short, more detail please.");
    assert.match(longer.after.system, /Be thorough/);
    assert.ok(longer.after.quoted.sources.length > 3);
    assert.equal(longer.after.quoted.explain?.adapted?.sentences, 6);
  });

  test("feedback on format, formality and language changes the prompt; format also what is quoted", async (running) => {
    const bullets = await afterComment(running, "Bullet points please.");
    assert.match(bullets.after.system, /list of bullet points/);
    assert.doesNotMatch(bullets.before.answer, /^- /m);
    assert.ok(bullets.after.answer.split("\n").every((line) => line.startsWith("- ")));
    const formal = await afterComment(running, "Please be more formal.");
    assert.doesNotMatch(formal.before.system, /formal/);
    assert.match(formal.after.system, /formal, professional tone/);
    const german = await afterComment(running, "Please always answer in German.");
    assert.match(german.after.system, /Answer in German/);
  });

  test("feedback on depth changes the prompt and which sentence is quoted first", async (running) => {
    const text = "How is copper spray mixed?";
    const technical = await afterComment(running, "I need more technical depth.", text);
    assert.match(technical.after.system, /exact terms, figures and units/);
    assert.match(technical.after.answer, /^Copper spray is mixed at 0\.5 %/);
    const simple = await afterComment(running, "Too technical, use simpler words.", text);
    assert.match(simple.after.system, /plain everyday words/);
    assert.match(simple.after.answer, /^Copper spray is mixed by hand/);
  });

  test("a source that is not trusted comes after one that is, and a topic of interest is told", async (running) => {
    const text = "How many litres does the water tank hold?";
    const trusted = await afterComment(running, "orchard/old/notes.md is outdated.", text);
    assert.deepEqual(trusted.changed, ["orchard/old/notes.md counts for less."]);
    assert.match(trusted.after.answer, /^The water tank holds 1,200 litres/);
    assert.doesNotMatch(trusted.after.answer, /900/);
    assert.match(trusted.before.answer, /900/);
    assert.ok(
      trusted.after.quoted.explain?.adapted?.weighted.some(({ path, weight }) =>
        path === "orchard/old/notes.md" && weight < 1
      ),
    );
    const topic = await afterComment(running, "I'm interested in winter frost.");
    assert.match(topic.after.system, /winter frost/);
  });

  test("of two contrary comments the later one holds; undo and forgetting bring the former back", async (running) => {
    const { user_id, after } = await afterComment(running, "That was too long.");
    assert.equal(after.quoted.sources.length, 1);
    await running.client.feedback({ rating: 2, comment: "Now it is too short, more detail.", user_id });
    assert.ok((await asked(running, user_id)).quoted.sources.length > 3);
    const { memories } = await running.client.memories({ user_id });
    const [latest, first] = memories;
    assert.ok(latest && first);
    await running.client.undoMemory(latest.id, user_id);
    assert.equal((await asked(running, user_id)).quoted.sources.length, 1);
    await running.client.forgetMemory(first.id, { userId: user_id });
    assert.equal((await asked(running, user_id)).quoted.sources.length, 3);
  });

  test("a wish that is said in talk, and a fact, are learned off the reply path", async (running) => {
    const user_id = crypto.randomUUID();
    const session_id = crypto.randomUUID();
    await running.ingest(FILES);
    const say = (text: string) => running.client.text({ text, session_id, user_id, llm: false });
    await say("My name is Odile and I live in Ghent.");
    await say("From now on, always use bullet points please.");
    await within(running.settled(), "what was said is learned");
    const { memories } = await running.client.memories({ user_id });
    assert.deepEqual(
      memories.map(({ text }) => text).toSorted(),
      ["Answers come as bullet points.", "Lives in: Ghent", "Name: Odile"],
    );
    assert.match((await asked(running, user_id)).answer, /^- /);
    running.llm.behaviour.reply = ["Good morning."];
    await running.client.text({ text: "Good morning", session_id, user_id });
    assert.match(running.llm.prompts.at(-1)?.[0]?.content ?? "", /Name: Odile/);
    const other = await asked(running, crypto.randomUUID());
    assert.doesNotMatch(other.answer, /^- /);
  });
}
