import { MorganError } from "../errors.ts";
import { readIfThere, writePrivate } from "../home/files.ts";
import { withLock } from "../home/lock.ts";

/**
 * Sets a key of the user's file, or removes it where `value` is `undefined`; all else in the file stays. Readers see the old
 * file or the new; a second writer waits. Returns whether the file changed. Throws `invalid_config` where the file is not JSON.
 *
 * @param value as `parseSetting` gives it
 */
export async function changeSetting(path: string, key: string, value: unknown): Promise<boolean> {
  return await withLock(`${path}.lock`, async () => {
    const before = await readIfThere(path);
    const tree = parse(before, path);
    // A key may stand at the top with its dots; from now on it stands in its section.
    const { [key]: _dotted, ...rest } = tree;
    const next = changed(rest, key.split("."), value);
    const text = `${JSON.stringify(next, null, 2)}\n`;
    if (JSON.stringify(next) === JSON.stringify(tree)) return false;
    await writePrivate(path, text);
    return true;
  });
}

/** The same tree with another value at a path, or without it where `value` is `undefined`; sections that are left empty go. */
function changed(
  tree: Record<string, unknown>,
  [name = "", ...below]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const { [name]: old, ...others } = tree;
  if (below.length === 0) return value === undefined ? others : { ...tree, [name]: value };
  const section = changed(record(old), below, value);
  return Object.keys(section).length === 0 ? others : { ...tree, [name]: section };
}

function parse(text: string | null, path: string): Record<string, unknown> {
  if (text === null || text.trim() === "") return {};
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The parser's own words may quote a secret.
    throw new MorganError("invalid_config", `${path} is not valid JSON, so it is left as it is.`, {
      hint: "Correct the file by hand, or move it away.",
    });
  }
  if (isRecord(data)) return data;
  throw new MorganError("invalid_config", `${path} must hold one JSON object, so it is left as it is.`, {
    hint: 'Write {"llm": {"model": "…"}}, or move the file away.',
  });
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
