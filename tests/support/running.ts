import { configSchema } from "../../lib/config/schema.ts";
import type { Database } from "../../lib/db/mod.ts";
import { TEST_BACKEND, testDatabaseSettings } from "../../lib/db/testing.ts";
import { type Home, openHome } from "../../lib/home/mod.ts";
import { listen } from "../../lib/http/mod.ts";
import { type Morgan, startMorgan } from "../../services/all.ts";
import type { DocumentEvent, IngestEvent } from "../../services/rag/contract.ts";
import { type FakeLlm, startFakeLlm } from "./fake_llm.ts";

/** A Morgan in a folder of its own, with a model server that a test can make fail. */
export interface Running extends AsyncDisposable {
  client: Morgan["client"];
  llm: FakeLlm;
  home: Home;
  /** The bearer token of core. */
  token: string;
  /** Its services are several processes. */
  several: boolean;
  /** Which database keeps what it keeps. */
  backend: Database["backend"];
  /** Resolves when all that no answer waited for is done. */
  settled(): Promise<void>;
  /** A raw request to core; brings the token unless `token` says otherwise. */
  call(path: string, init?: RequestInit & { token?: string | null }): Promise<Response>;
  /** Ingests texts by their paths and gives back what became of each. */
  ingest(files: Record<string, string | Uint8Array>, options?: { force?: boolean }): Promise<Ingested>;
}

/** All events of an ingest. */
export interface Ingested {
  events: IngestEvent[];
  documents: Map<string, DocumentEvent>;
  summary: Extract<IngestEvent, { event: "summary" }>;
}

/** How the Morgan of a test differs from the default. */
export interface RunningOptions {
  spread?: "process" | "ports";
  /** Sections of the configuration, over the fake model server. */
  config?: Record<string, Record<string, unknown>>;
  /** Keep PGlite's database on disk. @default false, in memory */
  onDisk?: boolean;
}

const TOKEN = "token-of-the-tests";

/** Starts a Morgan over a temporary folder. In `ports` mode its core is reached over HTTP as well. */
export async function startRunning(options: RunningOptions = {}): Promise<Running> {
  const { spread = "process", config = {}, onDisk = false } = options;
  await using stack = new AsyncDisposableStack();
  const root = await Deno.makeTempDir({ prefix: "morgan-test-" });
  stack.defer(() => Deno.remove(root, { recursive: true }));
  const home = await openHome({ MORGAN_HOME: root });
  const llm = stack.use(startFakeLlm());
  const { database } = stack.use(await testDatabaseSettings());
  const morgan = stack.use(
    await startMorgan({
      config: configSchema.parse({ llm: { base_url: llm.url, provider: "openai" }, database, ...config }),
      home: onDisk ? home : { ...home, data: "memory" },
      token: TOKEN,
      spread,
    }),
  );
  const url = spread === "ports"
    ? stack.use(listen((request) => morgan.fetch(request), { host: "127.0.0.1", port: 0 })).url
    : undefined;
  const owned = stack.move();
  return {
    client: morgan.client,
    settled: () => morgan.settled(),
    llm,
    home,
    token: TOKEN,
    backend: TEST_BACKEND,
    several: false,
    async call(path, { token = TOKEN, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (token !== null) headers.set("authorization", `Bearer ${token}`);
      const request = new Request(`${url ?? "http://morgan.internal"}${path}`, { ...init, headers });
      return url ? await fetch(request) : await morgan.fetch(request);
    },
    ingest: (files, options) => ingestWith(morgan.client, files, options),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Ingests texts by their paths, by a client of core. */
export async function ingestWith(
  client: Morgan["client"],
  files: Record<string, string | Uint8Array>,
  options?: { force?: boolean },
): Promise<Ingested> {
  const uploads = Object.entries(files).map(([path, content]) => ({
    path,
    open: () => new Blob([typeof content === "string" ? content : new Uint8Array(content)]).stream(),
  }));
  const events = await Array.fromAsync(client.ingest(uploads, options));
  const documents = new Map<string, DocumentEvent>();
  for (const event of events) if (event.event === "document") documents.set(event.path, event);
  const summary = events.at(-1);
  if (summary?.event !== "summary") throw new Error("The last event is no summary.");
  return { events, documents, summary };
}
