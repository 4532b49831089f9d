import assert from "node:assert/strict";
import { CTRL_D, ENTER, onTerminal } from "../support/chatting.ts";
import { commandHome } from "../support/command.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { ALL_HOSTILE, BEHIND, HOSTILE, reached } from "../support/hostile.ts";
import { startPty } from "../support/pty.ts";

/** As names of files: what can be sent as one. */
const NAMES = HOSTILE.map((sequence, i) =>
  `pelican${i}${/\p{Cc}/u.test(sequence) && sequence < "\x80" ? "" : sequence}${BEHIND}.md`
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
    await home.write(Object.fromEntries(NAMES.map((name, i) => [
      name,
      `# Pelican ${i} ${HOSTILE[i]}${BEHIND}\n\nThe cobalt pelican ${i} lives in the harbour ${
        HOSTILE[i]
      }${BEHIND} and eats fish.`,
    ])));
    await home.write({ "broken.pdf": `%PDF-1.4 ${ALL_HOSTILE}` });

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
      bytes += pty.raw().length;
      commands.push(args[0] ?? "");
      const found = reached(pty.raw());
      if (found.length > 0) {
        failures.push(`morgan ${args.slice(0, 2).join(" ")}: ${found.slice(0, 5).join(", ")}`);
      }
      return pty.raw();
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
    await look(["mood"]);
    await look(["documents", "list"]);
    await look(["documents", "list", "--json"]);
    const { documents } = await home.json(["documents", "list"]);
    assert.ok(Array.isArray(documents) && documents.length > 40, ingested);
    for (const { document_id } of documents.slice(0, 4)) await look(["documents", "show", document_id]);
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
    await look(["reindex", "--status"]);
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
      `${HOSTILE.length} inputs, ${commands.length} commands (${
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
