import { EXIT } from "./exit.ts";

/** Signals that end a command, each with its exit code: 128 and the signal's number, as shells have it. */
const ENDINGS = { SIGINT: EXIT.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

/** A signal that ends a command: Ctrl-C, a request from outside, or a terminal that was closed. */
export type Ending = keyof typeof ENDINGS;

/** Time for a command to end in an orderly way where nobody is there to press Ctrl-C again. */
const ORDERLY_MS = 5_000;

/** Asked before the first listener: Deno takes all these signals with the first one, also those that were to be ignored. */
const hangUpIgnored = isHangUpIgnored();

/** Listens to the signals that this system has; a hang-up is passed over where whoever started the command forbade it (`nohup`). */
export function onEnding(listener: (signal: Ending) => void): Disposable {
  const names: Ending[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM", "SIGHUP"];
  const listeners = names.map((name) =>
    [name, name === "SIGHUP" && hangUpIgnored ? () => {} : () => listener(name)] as const
  );
  for (const [name, told] of listeners) Deno.addSignalListener(name, told);
  return {
    [Symbol.dispose]() {
      for (const [name, told] of listeners) Deno.removeSignalListener(name, told);
    },
  };
}

/** The exit code of a command that a signal ended. */
export function endingCode(signal: Ending): number {
  return ENDINGS[signal];
}

/** Ends the process with the signal's code, should it still run after a while. */
export function endLater(signal: Ending): void {
  Deno.unrefTimer(setTimeout(() => Deno.exit(endingCode(signal)), ORDERLY_MS));
}

/** Whether SIGHUP was set to be ignored before this process began. Where the system doesn't tell, it was not. */
function isHangUpIgnored(): boolean {
  if (Deno.build.os !== "linux") return false;
  try {
    const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(Deno.readTextFileSync("/proc/self/status"))?.[1] ?? "0";
    return (parseInt(mask.slice(-2), 16) & 1) === 1;
  } catch {
    return false;
  }
}
