/** A model server with OpenAI's API whose faults a test chooses; the fake stands where a real model cannot be made to fail. */
export interface FakeLlm extends AsyncDisposable {
  /** Base address, ending in `/v1`. */
  url: string;
  /** What it does from now on; tests set the fields. */
  behaviour: Behaviour;
  /** The messages of each chat request, in order. */
  readonly prompts: ChatMessage[][];
  /** Resolves when a client goes in the middle of an answer. */
  left(): Promise<void>;
}

interface ChatMessage {
  role: string;
  content: string;
}

/** What the fake says and how it fails. */
export interface Behaviour {
  models: string[];
  /** Tokens, told in the list of models; absent: not told. */
  window?: number | undefined;
  /** The key it wants. */
  key?: string | undefined;
  /** Pieces of the answer, or what makes them of the messages. */
  reply: string[] | ((messages: ChatMessage[]) => string[]);
  /** What happens before the first piece. */
  before?: (() => Promise<unknown>) | undefined;
  /** What comes after the last piece. */
  ending: "stop" | "die" | "hang";
}

const DEFAULTS: Behaviour = { models: ["fake-1b"], window: 4096, reply: ["No answer."], ending: "stop" };

/** Starts the fake on a free loopback port. */
export function startFakeLlm(given: Partial<Behaviour> = {}): FakeLlm {
  let gone = Promise.withResolvers<void>();
  const fake = { behaviour: { ...DEFAULTS, ...given }, prompts: [] as FakeLlm["prompts"] };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const { behaviour } = fake;
    const path = new URL(request.url).pathname;
    if (behaviour.key && request.headers.get("authorization") !== `Bearer ${behaviour.key}`) {
      return Response.json({ error: { message: "wrong key" } }, { status: 401 });
    }
    if (path === "/v1/models") {
      const max_model_len = behaviour.window;
      return Response.json({
        data: behaviour.models.map((id) => ({ id, ...(max_model_len ? { max_model_len } : {}) })),
      });
    }
    if (path !== "/v1/chat/completions") return new Response("no such call", { status: 404 });
    const { messages } = await request.json();
    fake.prompts.push(messages);
    await behaviour.before?.();
    const reply = typeof behaviour.reply === "function" ? behaviour.reply(messages) : behaviour.reply;
    return new Response(completion(reply, behaviour.ending, () => gone.resolve()), {
      headers: { "content-type": "text/event-stream" },
    });
  });
  return Object.assign(fake, {
    url: `http://127.0.0.1:${server.addr.port}/v1`,
    async left() {
      await gone.promise;
      gone = Promise.withResolvers();
    },
    async [Symbol.asyncDispose]() {
      await server.shutdown();
    },
  });
}

/** A chat completion as server-sent events. */
function completion(
  reply: readonly string[],
  ending: Behaviour["ending"],
  onLeft: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const event = (value: unknown) => encoder.encode(`data: ${JSON.stringify(value)}\n\n`);
  const chunk = (delta: object, finish_reason: string | null) =>
    event({
      id: "c",
      object: "chat.completion.chunk",
      created: 0,
      model: "fake-1b",
      choices: [{ index: 0, delta, finish_reason }],
    });
  let next = 0;
  return new ReadableStream({
    async pull(controller) {
      const content = reply[next++];
      if (content !== undefined) return controller.enqueue(chunk({ content }, null));
      if (ending === "die") return controller.close();
      if (ending === "hang") return await new Promise(() => {});
      controller.enqueue(chunk({}, "stop"));
      controller.enqueue(
        event({
          id: "c",
          object: "chat.completion.chunk",
          created: 0,
          model: "fake-1b",
          choices: [],
          usage: { prompt_tokens: 7, completion_tokens: reply.length, total_tokens: 7 + reply.length },
        }),
      );
      controller.enqueue(encoder.encode("data: [DONE]\n\n"));
      controller.close();
    },
    cancel: onLeft,
  });
}
