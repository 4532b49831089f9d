import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { type CommandHome, commandHome } from "../support/command.ts";
import { hasPseudoTerminal } from "../support/sandbox.ts";

async function installed(shell: string): Promise<boolean> {
  try {
    const args = [shell === "pwsh" ? "-Version" : "--version"];
    return (await new Deno.Command(shell, { args, stdout: "null", stderr: "null" }).output()).success;
  } catch {
    return false;
  }
}

const terminal = await hasPseudoTerminal();
const there = {
  bash: terminal && await installed("bash"),
  zsh: terminal && await installed("zsh"),
  fish: await installed("fish"),
  pwsh: await installed("pwsh"),
};

async function script(home: CommandHome, shell: string): Promise<string> {
  const { code, stdout } = await home.morgan(["completions", shell]);
  assert.equal(code, 0);
  await Deno.writeTextFile(`${home.files}/${shell}`, stdout);
  return `${home.files}/${shell}`;
}

/** Types into a shell on a pseudo-terminal, each line once the one before is answered as it should be. */
async function typing(
  home: CommandHome,
  shell: string,
  lines: readonly [typed: string, shown: RegExp][],
): Promise<void> {
  const child = new Deno.Command("script", {
    args: ["-qec", `stty cols 200; exec ${shell}`, "/dev/null"],
    cwd: home.files,
    env: { ...home.environment(), TERM: "dumb", PS1: "$ " },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const keys = child.stdin.getWriter();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let all = "";
  const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
  try {
    for (const [typed, shown] of lines) {
      let answer = "";
      await keys.write(new TextEncoder().encode(typed));
      while (!shown.test(stripVTControlCharacters(answer))) {
        const { done, value } = await reader.read();
        if (done) assert.fail(`After ${JSON.stringify(typed)} never ${shown}:\n${all}`);
        answer += value;
        all += value;
      }
      // Ctrl-U empties the line for the next.
      await keys.write(new TextEncoder().encode("\x15"));
    }
    await keys.write(new TextEncoder().encode("exit\n"));
  } finally {
    await keys.close().catch(() => {});
    while (!(await reader.read()).done);
    await child.status;
    clearTimeout(timer);
  }
}

/** What Tab makes of what is typed, in every shell the same. */
const TYPED: [string, RegExp][] = [
  ["morgan sea\t", /morgan search /],
  ["morgan documents sh\t", /morgan documents show /],
  ["morgan search --top\t", /morgan search --top-k/],
  ["morgan search --leg lex\t", /morgan search --leg lexical/],
  ["morgan -\t\t", /--verbose/],
  ["morgan help exit\t", /morgan help exit-codes/],
  ["morgan ingest some\t", /morgan ingest somewhere\//],
];

Deno.test({
  name: "bash completes commands, flags, values and files",
  ignore: !there.bash,
  async fn() {
    await using home = await commandHome();
    await home.write({ "somewhere/a.md": "# A" });
    const path = await script(home, "bash");
    await typing(home, "bash --norc --noprofile -i", [[`source ${path}; echo rea''dy\n`, /ready/], ...TYPED]);
  },
});

if (there.zsh) {
  Deno.test({
    name: "zsh completes commands, flags, values and files",
    async fn() {
      await using home = await commandHome();
      await home.write({ "somewhere/a.md": "# A" });
      const path = await script(home, "zsh");
      const setup = `autoload -U compinit; compinit -u -D; source ${path}; echo rea''dy\n`;
      await typing(home, "zsh -f -i", [[setup, /ready/], ...TYPED]);
    },
  });
}

if (there.fish) {
  Deno.test({
    name: "fish completes commands, flags and values, each with what it is",
    async fn() {
      await using home = await commandHome();
      const path = await script(home, "fish");
      const complete = async (typed: string) => {
        const { stdout } = await new Deno.Command("fish", {
          args: ["--no-config", "-c", `source ${path}; complete -C '${typed}'`],
          cwd: home.files,
          env: home.environment(),
          clearEnv: true,
        }).output();
        return new TextDecoder().decode(stdout).trimEnd().split("\n").map((line) => line.split("\t"));
      };
      assert.deepEqual(await complete("morgan sea"), [["search", "find passages"]]);
      assert.deepEqual((await complete("morgan documents ")).map(([word]) => word), ["list", "rm", "show"]);
      assert.deepEqual((await complete("morgan search --leg ")).map(([word]) => word), [
        "dense",
        "fused",
        "lexical",
      ]);
      assert.ok((await complete("morgan ingest --")).some(([word]) => word === "--watch"));
      assert.ok((await complete("morgan help ")).some(([word]) => word === "exit-codes"));
    },
  });
}

if (there.pwsh) {
  Deno.test({
    name: "PowerShell completes commands, flags and values",
    async fn() {
      await using home = await commandHome();
      const path = await script(home, "powershell");
      const complete = async (typed: string) => {
        const { stdout } = await new Deno.Command("pwsh", {
          args: [
            "-NoProfile",
            "-Command",
            `. ([ScriptBlock]::Create((Get-Content -Raw ${path}))); ` +
            `(TabExpansion2 '${typed}' ${typed.length}).CompletionMatches.CompletionText`,
          ],
        }).output();
        return new TextDecoder().decode(stdout).trimEnd().split(/\r?\n/);
      };
      assert.deepEqual(await complete("morgan sea"), ["search"]);
      assert.deepEqual(await complete("morgan search --leg lex"), ["lexical"]);
      assert.ok((await complete("morgan ingest --")).includes("--watch"));
    },
  });
}

Deno.test("completions need no server, and an unknown shell is refused with those that are known", async () => {
  await using home = await commandHome();
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, stdout } = await home.morgan(["completions", shell]);
    assert.equal(code, 0);
    for (const word of ["documents", "with-secrets", "exit-codes", "lexical"]) {
      assert.ok(stdout.includes(word), word);
    }
    assert.ok(!stdout.includes("read-documents") && !stdout.includes("--background"));
  }
  const unknown = await home.morgan(["completions", "tcsh"]);
  assert.equal(unknown.code, 64);
  assert.match(unknown.stderr, /bash, zsh, fish, powershell/);
  await assert.rejects(Deno.stat(`${home.root}/server.json`), Deno.errors.NotFound);
});
