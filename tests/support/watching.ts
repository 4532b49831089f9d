import type { CommandHome } from "./command.ts";

/** A running `ingest --watch --json`. Disposing it ends it. */
export interface Watching extends AsyncDisposable {
  /** Resolves with the next event that fits; what came before it is passed over. Rejects when the watch ends or none comes. */
  until(what: string, fits: (event: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  /** Signals it and gives back its exit code. */
  end(signal?: Deno.Signal): Promise<number>;
}

/** Starts to watch and waits for the end of the first look. */
export async function startWatching(home: CommandHome, args: readonly string[] = ["."]): Promise<Watching> {
  const child = home.spawn(["ingest", "--watch", "--json", ...args]);
  const errors = new Response(child.stderr).text();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  const lines: string[] = [];
  let ended: Promise<number> | undefined;
  async function next(): Promise<Record<string, unknown> | undefined> {
    while (lines.length === 0) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      const parts = (rest + value).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    }
    return JSON.parse(lines.shift() ?? "");
  }
  const watching: Watching = {
    async until(what, fits) {
      const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
      try {
        for (;;) {
          const event = await next();
          if (!event) throw new Error(`The watch ended before ${what}: ${await errors}`);
          if (fits(event)) return event;
        }
      } finally {
        clearTimeout(timer);
      }
    },
    end(signal = "SIGINT") {
      ended ??= (async () => {
        child.kill(signal);
        await reader.cancel();
        await errors;
        return (await child.status).code;
      })();
      return ended;
    },
    async [Symbol.asyncDispose]() {
      await watching.end();
    },
  };
  await watching.until("it watched", ({ event }) => event === "watching");
  return watching;
}
