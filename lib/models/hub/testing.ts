import { createHash } from "node:crypto";

/** What the fake does wrong with one request for weights; the next fault waits for the next request. */
export type Fault =
  | { kind: "break"; after: number }
  | { kind: "stall"; after: number }
  /** Announces a length and sends so many bytes, whatever the file has. */
  | { kind: "length"; announce: number; send: number }
  | { kind: "wrong" }
  | { kind: "slow"; pauseMs: number; pieceBytes: number }
  /** Sends the file from its beginning, up to `after`. */
  | { kind: "no_range"; after?: number }
  | { kind: "status"; status: number; code?: string };

/** A file of the fake: its content, or a size of content that is made as it is sent. */
export type FakeFile = Uint8Array | { bytes: number };

/** What the fake saw of a request. */
export interface SeenRequest {
  path: string;
  range: string | undefined;
  authorization: string | undefined;
}

/** A test double of Hugging Face's hub: its API, its redirects to another origin, and faults that a real one has now and then. */
export interface FakeHub extends Disposable {
  url: string;
  commit: string;
  requests: SeenRequest[];
  /** Faults of the coming requests for weights, in order. */
  faults: Fault[];
  /** The token that it wants, if any. */
  token: string | undefined;
}

/** Files from this size on lie behind a redirect, with their SHA-256 listed (as with Git LFS). */
const LARGE = 100_000;
const PIECE = 1 << 16;

/** Starts the fake on two free loopback ports: the hub's and that of its files. */
export function startFakeHub(
  repo: string,
  files: Record<string, FakeFile>,
  commit = "a".repeat(40),
): FakeHub {
  const hub = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const cdn = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const [origin, files2] = [hub, cdn].map(({ addr }) => `http://127.0.0.1:${(addr as Deno.NetAddr).port}`);
  const listed = Object.entries(files).map(([path, file]) => describe(path, file));
  const fake: FakeHub = {
    url: origin ?? "",
    commit,
    requests: [],
    faults: [],
    token: undefined,
    [Symbol.dispose]() {
      for (const listener of [hub, cdn]) listener.close();
    },
  };

  function answer(request: SeenRequest & { head: string }): Answer {
    fake.requests.push({ ...request });
    if (fake.token && request.authorization !== `Bearer ${fake.token}`) {
      return { status: 401, headers: { "x-error-code": "RepoNotFound" } };
    }
    const api = `/api/models/${repo}/revision/`;
    if (request.path.startsWith(api)) {
      const revision = request.path.slice(api.length).split("?")[0];
      if (revision !== "main" && revision !== commit) {
        return { status: 404, headers: { "x-error-code": "RevisionNotFound" } };
      }
      return { status: 200, body: { content: text(JSON.stringify({ sha: commit, siblings: listed })) } };
    }
    const [, path = ""] = request.path.split(`/${repo}/resolve/${commit}/`);
    const file = files[decodeURIComponent(path)];
    if (!file) return { status: 404, headers: { "x-error-code": "RepoNotFound" } };
    if (size(file) >= LARGE) {
      return { status: 302, headers: { location: `${files2}/blob/${path}?signature=x` } };
    }
    return { status: 200, body: { content: file } };
  }

  function deliver(request: SeenRequest): Answer {
    fake.requests.push({ ...request });
    const path = decodeURIComponent(new URL(request.path, "http://x").pathname.slice("/blob/".length));
    const file = files[path];
    if (!file) return { status: 404 };
    const fault = path.endsWith(".onnx") ? fake.faults.shift() : undefined;
    if (fault?.kind === "status") {
      return { status: fault.status, ...(fault.code ? { headers: { "x-error-code": fault.code } } : {}) };
    }
    const from = fault?.kind === "no_range"
      ? 0
      : Number(/^bytes=(\d+)-$/.exec(request.range ?? "")?.[1] ?? 0);
    if (from > 0 && from >= size(file)) return { status: 416 };
    return {
      status: from > 0 ? 206 : 200,
      headers: {
        etag: `"${commit}"`,
        ...(from > 0 ? { "content-range": `bytes ${from}-${size(file) - 1}/${size(file)}` } : {}),
      },
      body: { content: file, from, fault },
    };
  }
  serve(hub, answer);
  serve(cdn, deliver);
  return fake;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: { content: FakeFile; from?: number; fault?: Fault | undefined };
}

async function serve(
  listener: Deno.TcpListener,
  answer: (request: SeenRequest & { head: string }) => Answer,
): Promise<void> {
  for await (const connection of listener) {
    respond(connection, answer).catch(() => {}).finally(() => {
      try {
        connection.close();
      } catch {
        // The client was first.
      }
    });
  }
}

/** One request and its answer by hand: a proper server would not break its word. */
async function respond(
  connection: Deno.TcpConn,
  answer: (request: SeenRequest & { head: string }) => Answer,
): Promise<void> {
  const buffer = new Uint8Array(16_384);
  let head = "";
  while (!head.includes("\r\n\r\n")) {
    const read = await connection.read(buffer);
    if (read === null) return;
    head += new TextDecoder().decode(buffer.subarray(0, read));
  }
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1]?.trim();
  const { status, headers = {}, body } = answer({
    head,
    // A proxy is asked for a whole address.
    path: (head.split(" ")[1] ?? "").replace(/^http:\/\/[^/]*/, ""),
    range: header("range"),
    authorization: header("authorization"),
  });
  const from = body?.from ?? 0;
  const length = body ? size(body.content) - from : 0;
  const fault = body?.fault;
  const announced = fault?.kind === "length" ? fault.announce : length;
  const lines = Object.entries({ ...headers, "content-length": String(announced), connection: "close" });
  await write(
    connection,
    text(`HTTP/1.1 ${status} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`),
  );
  if (!body) return;
  const end = fault?.kind === "length"
    ? fault.send
    : fault && "after" in fault
    ? Math.min(fault.after ?? length, length)
    : length;
  const pieceBytes = fault?.kind === "slow" ? fault.pieceBytes : PIECE;
  for (let sent = 0; sent < end; sent += pieceBytes) {
    const piece = content(body.content, from + sent, Math.min(pieceBytes, end - sent));
    if (fault?.kind === "wrong") piece[0] = (piece[0] ?? 0) ^ 0xff;
    await write(connection, piece);
    if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.pauseMs));
  }
  // Until the client goes.
  if (fault?.kind === "stall") { while (await connection.read(buffer) !== null); }
}

async function write(connection: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}

function describe(path: string, file: FakeFile) {
  const bytes = size(file);
  const large = bytes >= LARGE;
  const hash = createHash(large ? "sha256" : "sha1");
  if (!large) hash.update(`blob ${bytes}\0`);
  for (let at = 0; at < bytes; at += PIECE) hash.update(content(file, at, Math.min(PIECE, bytes - at)));
  const hex = hash.digest("hex");
  return {
    rfilename: path,
    size: bytes,
    blobId: large ? "0".repeat(40) : hex,
    ...(large ? { lfs: { sha256: hex, size: bytes, pointerSize: 130 } } : {}),
  };
}

function size(file: FakeFile): number {
  return file instanceof Uint8Array ? file.length : file.bytes;
}

/** Bytes of a file from an offset; what is made up differs from place to place, so that a shift would show. */
function content(file: FakeFile, from: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  if (file instanceof Uint8Array) bytes.set(file.subarray(from, from + length));
  else {
    for (let i = 0; i < length; i++) {
      const at = from + i;
      bytes[i] = (at ^ (at >>> 8) ^ (at >>> 16) * 31) & 0xff;
    }
  }
  return bytes;
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}
