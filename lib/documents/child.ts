import { type ExtractReply, type ExtractRequest, readFrame, replySchema, writeFrame } from "./frames.ts";

/** How to start the reading process. */
export interface SpawnCommand {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

/** A running child that answers one request at a time. */
export class ExtractChild {
  readonly #process: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #output: ReadableStreamBYOBReader;
  /** Resolves when the process is gone. */
  readonly ended: Promise<Deno.CommandStatus>;
  #killed = false;

  constructor({ command, args, env }: SpawnCommand) {
    this.#process = new Deno.Command(command, {
      args,
      ...(env === undefined ? {} : { env }),
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#input = this.#process.stdin.getWriter();
    this.#output = this.#process.stdout.getReader({ mode: "byob" });
    this.ended = this.#process.status;
    this.#process.unref();
  }

  /** The reply, or null when the child ended instead of answering. The process stays alive only while this is under way. */
  async ask(request: ExtractRequest): Promise<ExtractReply | null> {
    this.#process.ref();
    try {
      await writeFrame(this.#input, request);
      const frame = await readFrame(this.#output);
      return frame === null ? null : replySchema.parse(frame);
    } catch {
      return null;
    } finally {
      if (!this.#killed) this.#process.unref();
    }
  }

  /** Resident bytes, where the system tells (Linux: proc(5), second field of statm, in pages); else null. */
  async residentBytes(): Promise<number | null> {
    if (Deno.build.os !== "linux") return null;
    try {
      const pages = Number((await Deno.readTextFile(`/proc/${this.#process.pid}/statm`)).split(" ")[1]);
      return Number.isFinite(pages) ? pages * 4096 : null;
    } catch {
      return null;
    }
  }

  /** Kills it; returns when it is gone. */
  async kill(): Promise<void> {
    this.#killed = true;
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // It had ended by itself.
    }
    this.#process.ref();
    await this.ended;
    await this.#input.abort().catch(() => {});
    await this.#output.cancel().catch(() => {});
  }
}
