/**
 * The text as every store can keep it: without NUL, which PostgreSQL has no place for, and with U+FFFD for half a surrogate
 * pair, which is no character.
 */
export function storable(text: string): string {
  return text.isWellFormed() && !text.includes("\0") ? text : text.toWellFormed().replaceAll("\0", "");
}

/** A value as JSON whose texts are storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item) => typeof item === "string" ? storable(item) : item);
}
