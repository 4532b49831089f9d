import { isAbsolute, relative, resolve } from "node:path";

/** A document's path as short as it gets: from the current folder, or whole. A line end in a name is shown as `\n`: it must not look like another line. */
export function displayPath(path: string): string {
  const short = isAbsolute(path) ? relative(Deno.cwd(), path) : path;
  return (short !== "" && short.length < path.length ? short : path).replaceAll("\n", "\\n");
}

/** The path under which a file is known to Morgan, wherever the command is run. */
export function documentPath(path: string): string {
  return resolve(path);
}
