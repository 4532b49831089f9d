import assert from "node:assert/strict";
// @ts-types="@modelcontextprotocol/sdk/client/index"
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
// @ts-types="@modelcontextprotocol/sdk/client/stdio"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { commandHome } from "../support/command.ts";

Deno.test("the protocol's own client searches, asks, ingests and lists through `morgan mcp`", async () => {
  await using home = await commandHome();
  await home.write({ "garden.md": "# Garden\n\nThe quince tree is pruned in February.\n" });
  const [command = "", ...args] = home.commandLine(["mcp"]);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command, args, env: home.environment(), cwd: home.files }));
  try {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), ["ask", "ingest", "list", "search"]);
    assert.ok(tools.every(({ description, inputSchema }) => description && inputSchema.type === "object"));

    const call = async (name: string, input: Record<string, unknown>) => {
      const result = await client.callTool({ name, arguments: input });
      const [content] = result.content as { text: string }[];
      return {
        text: content?.text ?? "",
        error: result.isError === true,
        data: result.structuredContent as Data,
      };
    };
    const file = await call("ingest", { paths: [`${home.files}/garden.md`] });
    assert.equal(file.data.documents, 1);
    await call("ingest", { name: "notes/today.md", text: "The medlar was planted by Henrietta." });
    const listed = await call("list", {});
    assert.equal((listed.data.documents as unknown[]).length, 2);
    const found = await call("search", { query: "quince tree" });
    assert.match(found.text, /garden\.md, Garden\n.*pruned in February/s);
    const answer = await call("ask", { question: "Who planted the medlar?" });
    assert.match(answer.text, /planted by Henrietta\. \[1\]/);
    assert.equal(answer.data.answered, true);
    const unknown = await call("ask", { question: "What is the capital of Mongolia?" });
    assert.equal(unknown.data.answered, false);

    const missing = await call("ingest", { paths: [`${home.files}/nothing.md`] });
    assert.ok(missing.error);
    assert.match(missing.text, /There is no file or folder .*nothing\.md/);
    const relative = await call("ingest", { paths: ["garden.md"] });
    assert.match(relative.text, /not absolute/);
  } finally {
    await client.close();
  }
});

/** What the tools give back beside their text. */
interface Data {
  documents?: number | unknown[] | undefined;
  answered?: boolean;
}
