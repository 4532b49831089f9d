import { rawRequests } from "./http_requests.ts";
import { type Server, startServer } from "./http_server.ts";

/**
 * What an HTTP server must survive, on a Morgan of its own that may open 256 files: raw requests that no proper client
 * sends, 1,000 idle connections, 200 uploads that break off at any point. Prints counts; exit code 1 where the server, a file
 * or a descriptor is not as before.
 *
 * deno task chaos:http
 */

/** A response, an early end or nothing: what a raw request came to. */
async function outcome(server: Server, request: string): Promise<string> {
  using conn = await server.connect();
  const timer = setTimeout(() => conn.closeWrite().catch(() => {}), 300);
  try {
    await server.send(conn, request);
    const buffer = new Uint8Array(64);
    const size = await conn.read(buffer);
    return /^HTTP\/1\.1 (\d+)/.exec(new TextDecoder().decode(buffer.subarray(0, size ?? 0)))?.[1] ?? "closed";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionReset || error instanceof Deno.errors.BrokenPipe) {
      return "closed";
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function sendRaw(server: Server): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const request of rawRequests(new URL(server.url).host, server.token)) {
    const result = await outcome(server, request);
    counts[result] = (counts[result] ?? 0) + 1;
    if (result === "500") console.log(`500: ${JSON.stringify(request.slice(0, 300))}`);
  }
  return counts;
}

/** Opens connections that say nothing, asks beside them, ingests beside them. */
async function openIdle(server: Server, count: number): Promise<Record<string, number>> {
  const open: Deno.Conn[] = [];
  for (let i = 0; i < count; i++) open.push(await server.connect());
  const answered = await server.call("/health");
  const status = await server.call("/api/status");
  const ingested = await server.upload("beside.txt", "The heron sleeps in the reeds beside the idle crowd.");
  for (const conn of open) conn.close();
  return { opened: open.length, health: answered.status, status: status.status, ingested };
}

/** Uploads that end at any point: in the head, between parts, in a file, just before the end. */
async function breakOff(server: Server, count: number): Promise<Record<string, number>> {
  const body =
    ["one", "two", "three"].map((name) =>
      `--x\r\ncontent-disposition: form-data; name="f"; filename="${name}.txt"\r\n\r\n${
        name.repeat(30_000)
      }\r\n`
    ).join("") + "--x--\r\n";
  const head = `POST /api/ingest HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\n` +
    `authorization: Bearer ${server.token}\r\ncontent-type: multipart/form-data; boundary=x\r\n` +
    `content-length: ${body.length}\r\n\r\n`;
  const whole = head + body;
  let broken = 0;
  for (let i = 0; i < count; i++) {
    using conn = await server.connect();
    // Of the first file at most a part: what is whole is acknowledged, and stays.
    const until = Math.floor((head.length + 90_000) * (i / count));
    try {
      await server.send(conn, whole.slice(0, until));
      broken++;
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionReset || error instanceof Deno.errors.BrokenPipe)) {
        throw error;
      }
    }
  }
  return { broken };
}

if (import.meta.main) {
  await using server = await startServer(256);
  await server.upload("first.txt", "The first file, so that everything has run once.");
  const before = await server.measure();
  console.log("before", before);
  console.log("raw requests", await sendRaw(server));
  console.log("idle connections", await openIdle(server, 1_000));
  // Some of the raw requests are valid after all, and what they bring is kept.
  const { documents } = await server.measure();
  console.log("uploads that broke off", await breakOff(server, 200));
  const after = await server.settled(before);
  console.log("after", after);
  const same = after.descriptors <= before.descriptors && after.temporary === 0 &&
    after.documents === documents;
  console.log(same && after.alive ? "The server lives; files and descriptors are as before." : "FAILED");
  if (!same || !after.alive) Deno.exitCode = 1;
}
