import { isAbsolute, relative, resolve } from "node:path";
import { UNSEEN } from "./clean.ts";

/**
 * A document's path as short as it gets: from the current folder, or whole. What is not seen is shown as `\n`, `\x1b` or `\u{200b}`: two
 * names never look the same for want of it, and none looks like another line.
 */
export function displayPath(path: string): string {
  const short = isAbsolute(path) ? relative(Deno.cwd(), path) : path;
  return oneLine(short !== "" && short.length < path.length ? short : path);
}

/** A name or path as it is, but for what is not seen, which is shown as `displayPath` does. */
export function oneLine(name: string): string {
  return name.replace(UNSEEN, written);
}

function written(sign: string): string {
  if (sign === "\n") return "\\n";
  const hex = (sign.codePointAt(0) ?? 0).toString(16).padStart(2, "0");
  return hex.length > 2 ? `\\u{${hex}}` : `\\x${hex}`;
}

/** The path under which a file is known to Morgan, wherever the command is run. */
export function documentPath(path: string): string {
  return resolve(path);
}
