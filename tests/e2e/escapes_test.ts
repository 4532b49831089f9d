import assert from "node:assert/strict";
import { CTRL_C, CTRL_D, ENTER, onTerminal } from "../support/chatting.ts";
import { commandHome } from "../support/command.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { ALL_HOSTILE, BEHIND, HOSTILE, reached } from "../support/hostile.ts";
import { startPty } from "../support/pty.ts";

/** Begins a line only where the line end of a name has split one. */
const SPLIT = "SPLIT";

/** What else a name may hold; in a text these are no harm. */
const LINE_ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"];

/** As names of files, whose every character but NUL and the slash may be any. */
const NAMES = [
  ...HOSTILE.map((sequence, i) => `pelican${i}${sequence}${BEHIND}.md`),
  ...LINE_ENDS.map((end, i) => `pelican${HOSTILE.length + i}${end}${SPLIT}.md`),
];

/** A few of each kind, for what is asked of one document at a time. */
const SOME = NAMES.filter((_, i) => i % 9 === 0 || i >= HOSTILE.length);

/** A name of its own for each kind of file that is not read: broken, of another kind, a lock, hidden, a link that leads nowhere. */
const UNREAD = ["\x1b]0;title\x07", "\x9b31m", "\rX", `\n${SPLIT}`, "\u202e", "\x1b[31m"].flatMap((
  sequence,
) =>
  ["broken#.pdf", "sheet#.xlsx", "~$lock#.docx", ".hidden#.md"].map((name) =>
    name.replace("#", `${sequence}${BEHIND}`)
  )
);

/** The model's answer, each sequence of it cut in two. */
const PIECES = HOSTILE.flatMap((sequence, i) => [
  `The cobalt pelican ${i} lives in the harbour ${sequence.slice(0, 1)}`,
  `${sequence.slice(1)}${BEHIND} [1]. `,
]);

onTerminal(
  "nothing in documents, names, titles, answers, feedback, settings or others' errors steers a terminal",
  async () => {
    await using llm = startFakeLlm({ reply: PIECES, models: [`fake${ALL_HOSTILE}`] });
    await using home = await commandHome({
      MORGAN_EMBEDDING_PROVIDER: "none",
      MORGAN_LLM_BASE_URL: llm.url,
      MORGAN_LLM_PROVIDER: "openai",
    });
    const textOf = (i: number) => {
      const foreign = `${HOSTILE[i] ?? ""}${BEHIND}`;
      return `# Pelican ${i} ${foreign}\n\nThe cobalt pelican ${i} lives in the harbour ${foreign} and eats fish.`;
    };
    await home.write(Object.fromEntries(NAMES.map((name, i) => [name, textOf(i)])));
    await home.write(Object.fromEntries(UNREAD.map((name) => [name, `%PDF-1.4 ${ALL_HOSTILE}`])));
    await Deno.symlink("nowhere", `${home.files}/link\x1b[31m${BEHIND}.md`);

    let bytes = 0;
    const commands: string[] = [];
    const failures: string[] = [];
    /** Runs a command on a terminal, typing what it waits for. */
    async function look(args: string[], typing: [until: RegExp, text: string][] = []): Promise<string> {
      await using pty = startPty(home.commandLine(args), {
        env: home.environment(),
        cwd: home.files,
        columns: 120,
      });
      for (const [until, text] of typing) {
        await pty.until(until);
        await pty.type(text);
      }
      await pty.ended;
      await pty.closed;
      check(args, pty.raw());
      return pty.raw();
    }
    function check(args: string[], shown: string): void {
      bytes += shown.length;
      commands.push(args[0] ?? "");
      const found = reached(shown);
      const split = new RegExp(`.{0,60}[\r\n\u0085\u2028\u2029]${SPLIT}`).exec(shown);
      if (split) found.push(JSON.stringify(split[0]));
      if (found.length > 0) {
        failures.push(`morgan ${JSON.stringify(args.slice(0, 2))}: ${found.slice(0, 5).join(", ")}`);
      }
    }

    /** Follows the folder while a file of each kind of name comes, changes and goes. */
    async function watch(): Promise<void> {
      const args = ["ingest", "--watch", home.files];
      await using pty = startPty(home.commandLine(args), {
        env: home.environment(),
        cwd: home.files,
        columns: 120,
      });
      await pty.until(/Watching/);
      const names = SOME.map((name) => `new-${name}`);
      await home.write(Object.fromEntries(names.map((name, i) => [name, textOf(i)])));
      await pty.until(/new-/, names.length);
      await home.write({ "new-broken\x1b[31mFOREIGN.pdf": "%PDF-1.4 broken" });
      await pty.until(/new-broken/);
      await Promise.all(names.map((name) => Deno.remove(`${home.files}/${name}`)));
      await pty.until(/new-/, names.length);
      await pty.type(CTRL_C);
      await pty.ended;
      await pty.closed;
      check(args, pty.raw());
    }

    const ingested = await look(["ingest", home.files]);
    await look(["search", "cobalt pelican", "--top-k", "50"]);
    await look(["search", "cobalt pelican", "--json"]);
    await look(["query", `Where does the cobalt pelican 3 live? ${ALL_HOSTILE}`]);
    await look(["query", `Where does the cobalt pelican 4 live? ${ALL_HOSTILE}`, "--explain"]);
    await look(["query", "Where does the cobalt pelican 5 live?", "--json", "--explain"]);
    await look(["query", "Where does the cobalt pelican 6 live?", "--no-llm"]);
    await look(["feedback", "--rating", "2", "--comment", `too long ${ALL_HOSTILE}`]);
    await look(["chat", `My name is Bob${ALL_HOSTILE}. Where does the cobalt pelican live?`], [
      [/›/, `/sources 1${ENTER}`],
      [/›/, `/sessions${ENTER}`],
      [/›/, CTRL_D],
    ]);
    await look(["chat", "--resume", "last"], [[/›/, `Where does the cobalt pelican 9 live?${ENTER}`], [
      /›/,
      CTRL_D,
    ]]);
    await look(["sessions", "list", "--all"]);
    await look(["sessions", "list", "--all", "--json"]);
    await look(["sessions", "list", "--all", "pelican"]);
    await look(["sessions", "show", "last"]);
    await look(["sessions", "export", "last"]);
    await look(["sessions", "export", "last", "--format", "json"]);
    await look(["sessions", "rm", "last"], [[/\?/, "n\n"]]);
    await look(["memory", "list"]);
    await look(["memory", "export"]);
    await look(["memory", "list", "--json"]);
    await look(["mood"]);
    await look(["documents", "list"]);
    await look(["documents", "list", "--json"]);
    const { documents } = await home.json(["documents", "list"]);
    assert.ok(Array.isArray(documents) && documents.length > 40, ingested);
    for (const name of SOME) await look(["documents", "show", name]);
    await look(["documents", "show", SOME[0]!, "--json"]);
    await look(["documents", "rm", SOME[1]!, SOME.at(-1)!], [[/Delete/, "y\n"]]);
    await look(["documents", "rm", SOME[2]!, "-y", "--json"]);
    await look(["documents", "list", "--under", home.files, "--status", "failed"]);
    await look(["ingest", ...SOME, "--force"]);
    await look(["ingest", home.files, "--json"]);
    await look(["search", "pelican", "--under", SOME[3]!]);
    await look(["query", "Where does the cobalt pelican live?", "--no-llm", "--under", SOME.at(-2)!]);
    await watch();
    await look(["documents", "rm", home.files], [[/Delete/, "n\n"]]);
    await look(["config", "set", "llm.model", `model${ALL_HOSTILE}`]);
    await look(["config", "list"]);
    await look(["config", "get", "llm.model"]);
    await look(["config", "list", "--json"]);
    await look(["models", "list"]);
    await look(["status"]);
    await look(["status", "--json"]);
    await look(["doctor"]);
    await look(["keys", "status"]);
    await look(["doctor", "--json"]);
    await look(["reindex", "--status"]);
    await look(["reindex"]);
    await look(["backup", `${home.root}${ALL_HOSTILE}/x`]);
    await look(["restore", `missing${ALL_HOSTILE}`]);
    await look(["ingest", `missing${ALL_HOSTILE}`]);
    await look(["documents", "show", `missing${ALL_HOSTILE}`]);
    await look([`unknown${ALL_HOSTILE}`]);
    await look(["query", `--unknown${ALL_HOSTILE}`]);
    await look(["search", "x", "--under", `a${ALL_HOSTILE}`, "--verbose"]);
    llm.behaviour = { ...llm.behaviour, key: `other` };
    await look(["query", "Where does the cobalt pelican 7 live?"]);
    await look(["stop"]);

    console.log(
      `${HOSTILE.length} inputs, ${NAMES.length + UNREAD.length} names, ${commands.length} commands (${
        new Set(commands).size
      } different), ${bytes} characters on the terminal`,
    );
    assert.ok(HOSTILE.length >= 40 && bytes > 20_000);
    assert.deepEqual(failures, []);
  },
);

Deno.test("what reaches a terminal is recognised, and Morgan's own is not taken for it", () => {
  for (const sequence of HOSTILE) {
    assert.notDeepEqual(reached(`a ${sequence}${BEHIND}`), [], JSON.stringify(sequence));
  }
  for (const sequence of HOSTILE.filter((one) => !["\x1b[0m", "\x1b[31m", "\rX"].includes(one))) {
    assert.notDeepEqual(reached(`a ${sequence}b`), [], JSON.stringify(sequence));
  }
  assert.deepEqual(
    reached("\x1b[1mbold\x1b[22m\r\n\r\x1b[K⠋ Thinking…\r\x1b[K\x1b[31mred\x1b[39m שלום\r\n"),
    [],
  );
});
