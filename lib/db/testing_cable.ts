import { parseAddress } from "./address.ts";

/** What becomes of a COMMIT on its way: it never arrives, or its answer never comes back. */
export type Cut = "before" | "after";

/** A cable to PostgreSQL that a test can cut at a COMMIT. */
export interface Cable extends AsyncDisposable {
  url: string;
  /** Cuts the connection of the next COMMIT. */
  cutNext(cut: Cut): void;
  /** Nothing goes through any more on the connections that there are, and nobody is told, as after a power cut. */
  silence(): void;
}

/** Lays a cable to the server of an address. */
export function layCable(url: string): Cable {
  const { hosts: [server] } = parseAddress(url);
  if (server === undefined) throw new Error("The address names no host.");
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let next: Cut | undefined;
  let generation = 0;
  let silentBefore = 0;
  const open = new Set<Deno.Conn>();

  async function carry(near: Deno.Conn): Promise<void> {
    const born = generation;
    const isSilent = () => born < silentBefore;
    const far = await Deno.connect({ hostname: server!.host, port: server!.port });
    open.add(near).add(far);
    let deaf = false;
    const end = () => {
      for (const side of [near, far]) {
        try {
          side.close();
        } catch {
          // It was closed from the other side.
        }
        open.delete(side);
      }
    };
    const back = (async () => {
      for await (const bytes of far.readable) {
        // The server has answered the COMMIT by now.
        if (deaf) break;
        if (isSilent()) continue;
        await near.write(bytes);
      }
    })().catch(() => {}).finally(end);
    try {
      for await (const bytes of near.readable) {
        if (isSilent()) continue;
        if (next !== undefined && isCommit(bytes)) {
          const cut = next;
          next = undefined;
          if (cut === "before") break;
          deaf = true;
        }
        await far.write(bytes);
      }
    } catch {
      // The client has gone.
    }
    if (!deaf) end();
    await back;
  }

  const carrying = (async () => {
    const carried: Promise<void>[] = [];
    for await (const near of listener) carried.push(carry(near));
    await Promise.all(carried);
  })();
  const through = new URL(url);
  through.host = `127.0.0.1:${listener.addr.port}`;
  return {
    url: through.href,
    cutNext(cut) {
      next = cut;
    },
    silence() {
      silentBefore = ++generation;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const side of [...open]) side.close();
      await carrying.catch(() => {});
    },
  };
}

/** A simple query whose text is `commit` (PostgreSQL manual, 55.7 "Message Formats"). */
function isCommit(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).startsWith("Q") && /commit\0$/.test(new TextDecoder().decode(bytes));
}
