import { type CommandHome, commandHome } from "./command.ts";

/** A process that `morgan serve` runs. */
export interface Serving extends AsyncDisposable {
  home: CommandHome;
  child: Deno.ChildProcess;
  url: string;
}

/**
 * A process of some services over a folder of its own; it ends with the scope. Throws what it says where it does not start.
 * @param prepare puts files into the folder before
 */
export async function serve(
  services: string,
  env: Record<string, string>,
  prepare: (home: CommandHome) => Promise<void> = () => Promise.resolve(),
): Promise<Serving> {
  await using stack = new AsyncDisposableStack();
  const home = stack.use(await commandHome(env));
  await prepare(home);
  const child = home.spawn(["serve", "--port", "0", "--services", services]);
  const [output, said] = child.stdout.tee();
  const errors = new Response(child.stderr).text();
  let ended = false;
  child.status.then(() => ended = true);
  stack.defer(async () => {
    if (!ended) child.kill("SIGTERM");
    await Promise.all([child.status, output.cancel(), errors]);
  });
  let text = "";
  for await (const part of said.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (/listens on \S+/.test(text)) break;
  }
  const url = /listens on (http:\S+?),/.exec(text)?.[1];
  if (url === undefined) throw new Error(await errors);
  const owned = stack.move();
  return { home, child, url, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The environment of a process that shares a service token with others, and where it finds those. */
export function given(token: string, urls: Record<string, string> = {}): Record<string, string> {
  return {
    MORGAN_SERVICES_TOKEN: token,
    ...Object.fromEntries(
      Object.entries(urls).map(([name, url]) => [`MORGAN_SERVICES_${name.toUpperCase()}_URL`, url]),
    ),
  };
}
