import assert from "node:assert/strict";
import { commandHome } from "../support/command.ts";
import { canUnshareNetwork } from "../support/sandbox.ts";

const possible = await canUnshareNetwork();

Deno.test({
  name: `the first start, an ingest with vectors and an answer need no network${
    possible ? "" : " (left out: no network namespace can be made here)"
  }`,
  ignore: !possible,
  async fn() {
    await using home = await commandHome({});
    await home.write({ "birds.md": "# Birds\n\nThe blue heron nests in Gloria's orchard every April." });
    const morgan = home.commandLine([]).map((word) => `"${word}"`).join(" ");
    const script = [
      "ip link set lo up",
      `${morgan} ingest .`,
      `${morgan} search "bird's breeding place" --leg dense --json`,
      `${morgan} query "Where does the blue heron nest?"`,
      `${morgan} stop`,
    ].join(" && ");
    const { code, stdout, stderr } = await new Deno.Command("unshare", {
      args: ["-n", "sh", "-c", script],
      cwd: home.files,
      env: home.environment(),
      clearEnv: true,
    }).output();
    const decoder = new TextDecoder();
    const text = decoder.decode(stdout);
    assert.equal(code, 0, decoder.decode(stderr));
    assert.match(text, /Ingested 1 document \(1 chunk, 1 embedding\)/);
    assert.match(text, /"path": ".*birds\.md"/);
    assert.match(text, /Gloria's orchard every April\. \[1\]/);
  },
});
