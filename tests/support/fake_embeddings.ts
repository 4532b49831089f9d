/** An embeddings endpoint with OpenAI's API: a test double whose vectors are hashed words, and which can be made to wait or fail. */
export interface FakeEmbeddings extends AsyncDisposable {
  /** Base address, ending in `/v1`. */
  url: string;
  /** How often each text was embedded and sent back. */
  readonly texts: Map<string, number>;
  /** From now on, waits with its answer after so many more texts. */
  holdAfter(texts: number): void;
  /** Resolves when a request waits. */
  held(): Promise<void>;
  /** Answers those that wait, and all that come. */
  release(): void;
  /** From now on every request is answered with this status. */
  failWith(status: number | undefined): void;
}

/** How a fake differs from another. */
export interface FakeOptions {
  /** Fakes of different seeds give different vectors. @default 31 */
  seed?: number;
  /** Before each answer. @default 0 */
  delayMs?: number;
}

const DIMENSION = 64;

/** Starts the fake on a free loopback port. */
export function startFakeEmbeddings({ seed = 31, delayMs = 0 }: FakeOptions = {}): FakeEmbeddings {
  const texts = new Map<string, number>();
  let left = Infinity;
  let failure: number | undefined;
  let arrived = Promise.withResolvers<void>();
  let gate = Promise.withResolvers<void>();
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const { input }: { input: string[] } = await request.json();
    if (failure !== undefined) return new Response("it was told to fail", { status: failure });
    if (left < input.length) {
      arrived.resolve();
      await gate.promise;
    }
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    left -= input.length;
    for (const text of input) texts.set(text, (texts.get(text) ?? 0) + 1);
    return Response.json({ data: input.map((text, index) => ({ index, embedding: vector(text, seed) })) });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}/v1`,
    texts,
    holdAfter(count) {
      left = count;
      arrived = Promise.withResolvers();
      gate = Promise.withResolvers();
    },
    held: () => arrived.promise,
    release() {
      left = Infinity;
      gate.resolve();
    },
    failWith(status) {
      failure = status;
    },
    async [Symbol.asyncDispose]() {
      gate.resolve();
      await server.shutdown();
    },
  };
}

/** Words hashed into dimensions: texts that share words are near each other. */
function vector(text: string, seed: number): number[] {
  const values = Array.from({ length: DIMENSION }, () => 0.01);
  for (const word of text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []) {
    let hash = 7;
    for (const char of word) hash = (hash * seed + char.charCodeAt(0)) >>> 0;
    values[hash % DIMENSION] = (values[hash % DIMENSION] ?? 0) + 1;
  }
  return values;
}
