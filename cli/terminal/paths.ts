import { isAbsolute, relative, resolve } from "node:path";

/**
 * A document's path as short as it gets: from the current folder, or whole. Control characters are shown as `\n` or `\x1b`: two
 * names never look the same for want of them, and none looks like another line.
 */
export function displayPath(path: string): string {
  const short = isAbsolute(path) ? relative(Deno.cwd(), path) : path;
  return (short !== "" && short.length < path.length ? short : path).replace(
    // deno-lint-ignore no-control-regex
    /[\x00-\x1f\x7f-\x9f]/g,
    (sign) => sign === "\n" ? "\\n" : `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

/** The path under which a file is known to Morgan, wherever the command is run. */
export function documentPath(path: string): string {
  return resolve(path);
}
