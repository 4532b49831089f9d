// The package tells types under its names without an ending only.
// @ts-types="@modelcontextprotocol/sdk/server/mcp"
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
// @ts-types="@modelcontextprotocol/sdk/server/stdio"
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { isAbsolute } from "node:path";
import process from "node:process";
import { z } from "zod";
import { loadConfig } from "../../lib/config/mod.ts";
import { MorganError, toMorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { VERSION } from "../../lib/version.ts";
import type { UploadFile } from "../../lib/http/multipart_body.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { IngestEvent } from "../../services/rag/contract.ts";
import { connect } from "../local_server.ts";
import { excludedNames } from "../passed_over.ts";
import { openFile } from "../opened_file.ts";
import { findFiles } from "../walk.ts";

const INSTRUCTIONS =
  "Morgan holds the user's own documents. Use `search` for passages, `ask` for an answer with checked sources, `ingest` to add files or text, `list` to see what there is.";

/** Serves the Model Context Protocol over stdin and stdout until the client goes. */
export async function mcp(signal: AbortSignal): Promise<void> {
  const server = createMcpServer(async () => (await connect(signal, { quiet: true })).client);
  const transport = new StdioServerTransport();
  const ended = Promise.withResolvers<void>();
  transport.onclose = ended.resolve;
  // The transport does not notice that its input ended.
  process.stdin.once("end", ended.resolve);
  signal.addEventListener("abort", () => ended.resolve(), { once: true });
  await server.connect(transport);
  await ended.promise;
  await server.close();
}

/** The protocol's server with its four tools. `client` is asked at each call, so that a Morgan that ended is started again. */
export function createMcpServer(client: () => Promise<CoreClient>): McpServer {
  const server = new McpServer({ name: "morgan", version: VERSION }, { instructions: INSTRUCTIONS });
  const limit = z.number().int().min(1).max(50);

  server.registerTool("search", {
    title: "Search the user's documents",
    description: "Finds passages by words and meaning, best first, each with its document, page and heading.",
    inputSchema: {
      query: z.string().min(1).describe("What to look for."),
      top_k: limit.default(8).describe("How many passages."),
      under: z.string().optional().describe("Only documents below this folder, or this file."),
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, ({ query, top_k, under }, { signal }) =>
    result(async () => {
      const filter = under ? { filter: { path_prefix: under } } : {};
      const { results, degraded } = await (await client()).search({ query, top_k, ...filter }, signal);
      const text = results.map(({ path, page, heading, text }, i) =>
        `[${i + 1}] ${[path, page && `page ${page}`, heading].filter(Boolean).join(", ")}\n${text}`
      ).join("\n\n");
      return [text || "Nothing was found.", { results, degraded }];
    }));

  server.registerTool("ask", {
    title: "Ask the user's documents",
    description:
      "Answers from the documents alone, with numbered sources quoted word for word; says so when they hold no answer.",
    inputSchema: {
      question: z.string().min(1),
      top_k: limit.optional().describe("Passages that the answer may draw on."),
      under: z.string().optional().describe("Only documents below this folder, or this file."),
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, ({ question, top_k, under }, { signal }) =>
    result(async () => {
      const response = await (await client()).text({
        text: question,
        user_id: "mcp",
        ...(top_k ? { top_k } : {}),
        ...(under ? { filter: { path_prefix: under } } : {}),
      }, signal);
      const { answer, answered, sources, degraded, notice } = response;
      const cited = sources.map(({ n, path, page, heading, quote }) =>
        `[${n}] ${[path, page && `page ${page}`, heading].filter(Boolean).join(", ")}: “${quote}”`
      );
      const text = [answer, cited.join("\n"), notice].filter(Boolean).join("\n\n");
      return [text, { answer, answered, sources, degraded }];
    }));

  server.registerTool("ingest", {
    title: "Add documents",
    description:
      "Reads files or folders of this machine, or a text that is given, so that they can be searched.",
    inputSchema: {
      paths: z.array(z.string()).min(1).optional().describe("Absolute paths of files and folders."),
      name: z.string().optional().describe(
        "With text: the name under which it is kept, such as notes/today.md.",
      ),
      text: z.string().optional(),
    },
    annotations: { destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }, (input, { signal }) =>
    result(async () => {
      const files = await uploads(input);
      const events: IngestEvent[] = [];
      for await (const event of (await client()).ingest(files, { signal })) events.push(event);
      const summary = events.at(-1);
      if (summary?.event !== "summary") {
        throw new MorganError("internal", "The ingest ended without a summary.");
      }
      const failed = events.flatMap((event) =>
        event.event === "document" && event.status === "failed"
          ? [{ path: event.path, reason: event.reason ?? "unknown", message: event.message ?? "" }]
          : []
      );
      const { event: _, ...counts } = summary;
      const lines = failed.map(({ path, message }) => `failed: ${path}: ${message}`);
      return [[JSON.stringify(counts), ...lines].join("\n"), { ...counts, failures: failed }];
    }));

  server.registerTool("list", {
    title: "List documents",
    description: "The documents in the order of their paths, a page at a time.",
    inputSchema: {
      under: z.string().optional().describe("Only documents below this folder, or this file."),
      limit: z.number().int().min(1).max(1000).default(100),
      cursor: z.string().optional().describe("`next` of the page before."),
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  }, ({ under, limit, cursor }, { signal }) =>
    result(async () => {
      const page = await (await client()).documents({ path_prefix: under, limit, cursor }, signal);
      const text = page.documents.map(({ path, type, status, chunks }) =>
        `${path}  ${type}  ${status}  ${chunks} chunks`
      );
      return [text.join("\n") || "There are no documents.", { ...page }];
    }));
  return server;
}

/** What the tool `ingest` takes. */
interface IngestInput {
  paths?: string[] | undefined;
  name?: string | undefined;
  text?: string | undefined;
}

async function uploads({ paths, name, text }: IngestInput): Promise<UploadFile[]> {
  if (text !== undefined) {
    if (!name) {
      throw new MorganError("invalid_input", "A text needs a name.", {
        hint: "Give name, such as notes/today.md.",
      });
    }
    return [{ path: name, open: () => new Blob([text]).stream() }];
  }
  if (!paths) {
    throw new MorganError("invalid_input", "There is nothing to ingest.", {
      hint: "Give paths, or name and text.",
    });
  }
  const relative = paths.find((path) => !isAbsolute(path));
  if (relative !== undefined) {
    throw new MorganError("invalid_input", `The path ${relative} is not absolute.`, {
      hint: "This server runs in a folder of its own: give whole paths.",
    });
  }
  const env = Deno.env.toObject();
  const { config } = await loadConfig({ home: homePaths(env).root, env });
  const { files } = await findFiles(paths, {
    excluded: excludedNames(config.ingest.exclude),
    followLinks: false,
  });
  return [...files.keys()].map((path) => ({ path, open: () => bytesOf(path) }));
}

async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  using file = await openFile(path);
  yield* file.bytes();
}

function bytesOf(path: string): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces(path));
}

/** What a tool gives back; an error is a result as well, so that the model that called can read it. */
async function result(work: () => Promise<[text: string, structured: Record<string, unknown>]>) {
  try {
    const [text, structuredContent] = await work();
    return { content: [{ type: "text" as const, text }], structuredContent };
  } catch (error) {
    const { message, hint } = toMorganError(error);
    return {
      content: [{ type: "text" as const, text: hint ? `${message} ${hint}` : message }],
      isError: true,
    };
  }
}
