import {
  encodeFrame,
  END_OF_PIECES,
  type ExtractReply,
  type ExtractRequest,
  frameBytes,
  readFrame,
  replySchema,
} from "./frames.ts";

/** What a Deno needs of the environment to find its cache and the system's libraries; the child sees nothing else of it. */
const ENVIRONMENT = [
  ...["HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME", "DENO_DIR", "DENO_COVERAGE_DIR"],
  ...["SystemRoot", "LD_LIBRARY_PATH"],
];

/** Characters kept of what a process says while it starts. */
const COMPLAINT = 4000;

/** How to start the reading process. */
export interface SpawnCommand {
  command: string;
  args: string[];
  /** Variables beside the few that a program needs to start. */
  env?: Record<string, string>;
}

/** A running child that answers one request at a time. */
export class ExtractChild {
  readonly #process: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #output: ReadableStreamBYOBReader;
  /** Resolves when the process is gone. */
  readonly ended: Promise<Deno.CommandStatus>;
  /** Resolves when the process can read documents; false when it ended before. */
  readonly ready: Promise<boolean>;
  readonly #heard: Promise<void>;
  #killed = false;
  #complaint = "";

  constructor({ command, args, env }: SpawnCommand) {
    this.#process = new Deno.Command(command, {
      args,
      env: { ...childEnvironment(), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...env },
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#input = this.#process.stdin.getWriter();
    this.#output = this.#process.stdout.getReader({ mode: "byob" });
    this.ended = this.#process.status;
    this.ready = readFrame(this.#output).then((frame) => frame !== null, () => false);
    this.#heard = this.#listen();
    this.#process.unref();
  }

  /** What the process said on stderr before it was ready. Of what it says afterwards, which may tell of a document, nothing is kept. */
  async complaint(): Promise<string> {
    await this.#heard;
    return this.#complaint;
  }

  async #listen(): Promise<void> {
    let ready = false;
    this.ready.then((is) => ready = is);
    try {
      for await (const text of this.#process.stderr.pipeThrough(new TextDecoderStream())) {
        if (!ready) this.#complaint = (this.#complaint + text).slice(0, COMPLAINT);
      }
    } catch {
      // The pipe breaks with the process.
    }
  }

  /**
   * The reply, or null when the child ended instead of answering. The process stays alive only while this is under way. Throws what
   * `content` throws: the child then waits for the rest and has to be killed.
   */
  async ask(request: ExtractRequest, content: AsyncIterable<Uint8Array>): Promise<ExtractReply | null> {
    this.#process.ref();
    try {
      if (!await this.#send(encodeFrame(request))) return null;
      for await (const piece of content) if (!await this.#send(frameBytes(piece))) return null;
      return await this.#send(frameBytes(END_OF_PIECES)) ? await this.#reply() : null;
    } finally {
      if (!this.#killed) this.#process.unref();
    }
  }

  /** False when the child has ended. */
  #send(bytes: Uint8Array): Promise<boolean> {
    return this.#input.write(bytes).then(() => true, () => false);
  }

  async #reply(): Promise<ExtractReply | null> {
    try {
      if (!await this.ready) return null;
      const frame = await readFrame(this.#output);
      return frame === null ? null : replySchema.parse(frame);
    } catch {
      return null;
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
    await this.#heard;
  }
}

function childEnvironment(): Record<string, string> {
  return Object.fromEntries(ENVIRONMENT.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}
