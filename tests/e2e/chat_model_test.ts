import assert from "node:assert/strict";
import { chatHome, CTRL_C, CTRL_D, ENTER, onTerminal, startChat } from "../support/chatting.ts";
import { startFakeLlm } from "../support/fake_llm.ts";
import { hasPty } from "../support/pty.ts";

const withModel = (url: string) => ({ MORGAN_EMBEDDING_PROVIDER: "none", MORGAN_LLM_BASE_URL: url });

const MARKDOWN = "The **rent** is `950` pounds:\n\n- heat\n- water\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n";

onTerminal("Markdown is shown as it comes", async () => {
  await using llm = startFakeLlm({ reply: MARKDOWN.match(/.{1,3}/gs) ?? [] });
  await using home = await chatHome(withModel(llm.url));
  await using terminal = startChat(home, ["--no-rag"]);
  await terminal.until(/› $/);
  await terminal.type(`Tell me${ENTER}`);
  await terminal.until(
    /The rent is 950 pounds:\n[\s\S]*• water\n[\s\S]*a {2}b\n─ {2}─\n[\s\S]*1 {2}2\n\n› $/,
  );
  assert.doesNotMatch(terminal.text(), /\*|`/);
  await terminal.type(CTRL_D);
  assert.equal(await terminal.ended, 0);
});

onTerminal(
  "Ctrl-C stops an answer and keeps what was said, which can be rated; the chat goes on",
  async () => {
    // A stand-in for a model that is slow: its answer never ends.
    await using llm = startFakeLlm({ reply: ["It goes on ", "and on "], ending: "hang" });
    await using home = await chatHome(withModel(llm.url));
    await using terminal = startChat(home, ["--no-rag"]);
    await terminal.until(/› $/);
    await terminal.type(`Tell me${ENTER}`);
    await terminal.until(/It goes on and on/);
    await terminal.type(`typed ahead, and dropped${CTRL_C}`);
    await terminal.until(/\(stopped; what was said is kept\)\n\n› $/);
    await terminal.type(`/feedback 2 too long${ENTER}`);
    await terminal.until(/Thank you: 2 of 5[\s\S]*› $/);
    await terminal.type(CTRL_D);
    assert.equal(await terminal.ended, 0);
    assert.match(
      (await home.morgan(["sessions", "show", "last"])).stdout,
      /› Tell me\n\nIt goes on and on\s+\(stopped\)\n$/,
    );
    const { messages_page: { messages } } = await home.json(["sessions", "show", "last"]) as unknown as {
      messages_page: { messages: { interrupted?: boolean; feedback?: unknown }[] };
    };
    assert.deepEqual([messages.length, messages[1]?.interrupted, messages[1]?.feedback], [
      2,
      true,
      { rating: 2, comment: "too long" },
    ]);
  },
);

onTerminal("a server that dies mid-answer is started again, and the message is asked once more", async () => {
  await using llm = startFakeLlm({ reply: ["It begins "], ending: "hang" });
  await using home = await chatHome(withModel(llm.url));
  await using terminal = startChat(home, ["--no-rag"]);
  await terminal.until(/› $/);
  await terminal.type(`Tell me${ENTER}`);
  await terminal.until(/It begins/);
  llm.behaviour.reply = ["It begins ", "and it ends."];
  llm.behaviour.ending = "stop";
  Deno.kill((await home.server()).pid, "SIGKILL");
  await terminal.until(/Morgan's server went away[\s\S]*It begins and it ends\.\n\n› $/);
  await terminal.type(CTRL_D);
  assert.equal(await terminal.ended, 0);
  const { stdout } = await home.morgan(["sessions", "show", "last"]);
  assert.equal(stdout.match(/› Tell me/g)?.length, 1);
  assert.match(stdout, /› Tell me\n\nIt begins and it ends\.\n$/);
});

const base = Deno.env.get("MORGAN_TEST_OPENAI_URL");
Deno.test({
  name: `a real model's answer streams on a terminal, with its sources${
    base ? "" : " (left out: MORGAN_TEST_OPENAI_URL is not set)"
  }`,
  ignore: !base || !hasPty,
  async fn() {
    await using home = await chatHome(withModel(base ?? ""));
    await using terminal = startChat(home);
    await terminal.until(/› $/);
    await terminal.type(`When is the rent due?${ENTER}`);
    await terminal.until(/\[1\] lease\.md[\s\S]*› $/);
    // Drawn anew as it grew: not all at once.
    // deno-lint-ignore no-control-regex
    assert.match(terminal.raw(), /\x1b\[1A\r\x1b\[J/);
    await terminal.type(CTRL_D);
    assert.equal(await terminal.ended, 0);
  },
});
