/** Headers of a response that streams NDJSON. */
export const NDJSON_HEADERS = {
  "content-type": "application/x-ndjson",
  "cache-control": "no-store",
} as const;

/** Headers of a response that streams server-sent events. */
export const SSE_HEADERS = { "content-type": "text/event-stream", "cache-control": "no-store" } as const;

/** Newline-delimited JSON: each value of `events` a line. The source is ended when the reader goes. */
export function ndjsonStream(events: AsyncIterable<unknown>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return encodeEvents(events, (event) => JSON.stringify(event) + "\n");
}

/**
 * Server-sent events: each `{ event, data }` as the HTML standard (9.2) frames it.
 * @param onGone called when the reader goes: a source that waits for something can't be ended, only told to stop waiting
 */
export function sseStream(
  events: AsyncIterable<{ event: string; data: unknown }>,
  onGone?: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return encodeEvents(
    events,
    ({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    onGone,
  );
}

function encodeEvents<T>(
  events: AsyncIterable<T>,
  encode: (event: T) => string,
  onGone?: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = events[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(encode(value)));
    },
    async cancel() {
      onGone?.();
      await iterator.return?.();
    },
  });
}

/** What is read of a streaming response. */
interface StreamingResponse {
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** The values of an NDJSON body, one by one. */
export async function* readNdjson(response: StreamingResponse): AsyncGenerator<unknown> {
  for await (const line of readLines(response)) if (line) yield JSON.parse(line);
}

/** The events of an SSE body, one by one, with their data parsed. */
export async function* readSse(
  response: StreamingResponse,
): AsyncGenerator<{ event: string; data: unknown }> {
  let event = "message";
  let data: string[] = [];
  for await (const line of readLines(response)) {
    if (line === "") {
      if (data.length > 0) yield { event, data: JSON.parse(data.join("\n")) };
      [event, data] = ["message", []];
    } else if (line.startsWith("event:")) event = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
}

async function* readLines(response: StreamingResponse): AsyncGenerator<string> {
  if (!response.body) return;
  let rest = "";
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
