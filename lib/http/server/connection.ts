import { Buffer } from "node:buffer";
import { Duplex } from "node:stream";

/** How long a connection that has been answered waits for its client to read the answer and go. */
const LINGER_MS = 2_000;

/**
 * A TCP connection as the stream that Node's HTTP parser reads from and writes to. Node's own listener stops to accept for
 * good once the process has run out of file descriptors; accepted by hand, connections can be counted.
 */
export class Connection extends Duplex {
  readonly remoteAddress: string;
  readonly #conn: Deno.Conn;
  readonly #buffer = new Uint8Array(64 * 1024);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #timeoutMs = 0;
  #leaving = false;

  constructor(conn: Deno.Conn) {
    super({ allowHalfOpen: true });
    this.#conn = conn;
    this.remoteAddress = conn.remoteAddr.transport === "tcp" ? conn.remoteAddr.hostname : "";
    // A broken connection is its request's matter, which sees it close.
    this.on("error", () => {});
  }

  override _read(): void {
    this.#conn.read(this.#buffer).then((size) => {
      this.#restart();
      if (size === null) this.push(null);
      else if (this.#leaving) this._read();
      else this.push(Buffer.from(this.#buffer.subarray(0, size)));
    }, (error) => this.destroy(error));
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#send(chunk).then(() => done(), done);
  }

  override _writev(
    chunks: { chunk: Uint8Array; encoding: string }[],
    done: (error?: Error | null) => void,
  ): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    // A client that has gone already needs no goodbye.
    this.#conn.closeWrite().then(() => done(), () => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#timer);
    try {
      this.#conn.close();
    } catch {
      // Closed by the other side.
    }
    done(error);
  }

  /** Emits `timeout` once nothing was read or written for so long; 0 turns it off. */
  setTimeout(ms: number, onTimeout?: () => void): this {
    this.#timeoutMs = ms;
    if (onTimeout && ms > 0) this.once("timeout", onTimeout);
    if (onTimeout && ms === 0) this.removeListener("timeout", onTimeout);
    this.#restart();
    return this;
  }

  /**
   * Closes once all is written. What the client still sends is read and dropped for a while: closed with bytes unread, TCP
   * resets the connection, and the client may lose the answer.
   */
  destroySoon(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    this.end(() => {
      if (this.readableEnded) return this.destroy();
      const timer = setTimeout(() => this.destroy(), LINGER_MS);
      this.once("end", () => this.destroy()).once("close", () => clearTimeout(timer));
      this.resume();
    });
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  async #send(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.#conn.write(bytes.subarray(sent));
      this.#restart();
    }
  }

  #restart(): void {
    clearTimeout(this.#timer);
    if (this.#timeoutMs > 0) this.#timer = setTimeout(() => this.emit("timeout"), this.#timeoutMs);
  }
}
