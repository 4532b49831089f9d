import { type CommandHome, commandHome } from "./command.ts";
import { hasPty, type Pty, startPty } from "./pty.ts";

export const ENTER = "\r";
export const CTRL_C = "\x03";
export const CTRL_D = "\x04";

/** What the documents of a chat say. */
export const LEASE = "# Lease\n\nThe rent is 950 pounds a month. It is due on the third of each month.\n\n" +
  "The landlord is Mr Osei. He is reached by ringing 0113 496 0000.\n";

/** The size of the screen and what else holds for one chat. */
export interface ChatScreen {
  columns?: number;
  rows?: number;
  env?: Record<string, string>;
}

/** A home whose documents a chat can draw on. */
export async function chatHome(env?: Record<string, string>): Promise<CommandHome> {
  const home = await commandHome(env);
  await home.write({ "lease.md": LEASE });
  const { code, stderr } = await home.morgan(["ingest", home.files]);
  if (code !== 0) throw new Error(stderr);
  return home;
}

/** `morgan chat` on a pseudo-terminal. */
export function startChat(
  home: CommandHome,
  args: readonly string[] = [],
  { env = {}, ...size }: ChatScreen = {},
): Pty {
  return startPty(home.commandLine(["chat", ...args]), {
    ...size,
    env: { ...home.environment(), ...env },
    cwd: home.files,
  });
}

/** A test of what stands on a terminal; left out, saying so, where none can be had. */
export function onTerminal(sentence: string, fn: () => Promise<void>): void {
  Deno.test({
    name: sentence + (hasPty ? "" : " (left out: python3 is not here)"),
    ignore: !hasPty,
    fn,
  });
}
