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
  #killed = false;

  constructor({ command, args, env }: SpawnCommand) {
    this.#process = new Deno.Command(command, {
      args,
      env: { ...childEnvironment(), DENO_NO_UPDATE_CHECK: "1", ...env },
      clearEnv: true,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#input = this.#process.stdin.getWriter();
    this.#output = this.#process.stdout.getReader({ mode: "byob" });
    this.ended = this.#process.status;
    this.#process.unref();
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
  }
}

function childEnvironment(): Record<string, string> {
  return Object.fromEntries(ENVIRONMENT.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}
