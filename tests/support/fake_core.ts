import type { TextResponse } from "../../services/core/contract.ts";
import { newId } from "../../lib/db/ids.ts";

/** A server that answers as a test tells it to; it stands where a real one cannot be made to feel or fear something. */
export interface FakeCore extends AsyncDisposable {
  url: string;
}

/** Starts the fake on a free loopback port. `reply` gives what is special of the answer to a text. */
export function startFakeCore(reply: (text: string) => Partial<TextResponse>): FakeCore {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    if (new URL(request.url).pathname !== "/api/text") return new Response("no such call", { status: 404 });
    const { text, stream, session_id = newId() } = await request.json();
    const response: TextResponse = {
      answer: `You said: ${text}`,
      answered: true,
      sources: [],
      session_id,
      message_id: newId(),
      user_message_id: newId(),
      degraded: [],
      ...reply(text),
    };
    if (!stream) return Response.json(response);
    const { message_id, user_message_id, answer } = response;
    const events: [string, unknown][] = [
      ["accepted", { session_id, message_id, user_message_id }],
      ["token", { text: answer }],
      ["done", response],
    ];
    const body = events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("");
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
