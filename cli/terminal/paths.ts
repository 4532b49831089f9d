import { isAbsolute, relative, resolve } from "node:path";

/** A document's path as short as it gets: from the current folder, or whole. */
export function displayPath(path: string): string {
  if (!isAbsolute(path)) return path;
  const short = relative(Deno.cwd(), path);
  return short !== "" && short.length < path.length ? short : path;
}

/** The path under which a file is known to Morgan, wherever the command is run. */
export function documentPath(path: string): string {
  return resolve(path);
}
