import { clean } from "./clean.ts";

/**
 * What Morgan's own control sequences carry as further parameters until they are written. Drawn anew in each process and never written, so that
 * no document, name or model can know it.
 */
const MARK = Array.from(
  crypto.getRandomValues(new Uint16Array(4)),
  (number) => String(number % 10_000).padStart(4, "0"),
).join(";");

// deno-lint-ignore no-control-regex
const PLAIN = /\x1b\[([?\d;]*)([A-Za-z])|\r(?!\n)/g;
const MARKED = new RegExp(String.raw`\x1b\[([?\d;]*?);?${MARK}([A-Za-z])`, "g");

/** Carriage return, while it is marked: the cursor's column without a number. */
const RETURN = "G";

/** Marks the control sequences in a text that Morgan made, so that `forTerminal` lets them pass. */
export function own(text: string): string {
  return text.replace(
    PLAIN,
    (_, parameters: string | undefined, final = RETURN) =>
      `\x1b[${parameters ? `${parameters};` : ""}${MARK}${final}`,
  );
}

/** A text as it may be written to a terminal: what is marked as Morgan's own as it is, everything else cleaned. */
export function forTerminal(text: string): string {
  let safe = "";
  let from = 0;
  for (const found of text.matchAll(MARKED)) {
    const [whole, parameters = "", final = ""] = found;
    safe += clean(text.slice(from, found.index));
    safe += parameters === "" && final === RETURN ? "\r" : `\x1b[${parameters}${final}`;
    from = found.index + whole.length;
  }
  return safe + clean(text.slice(from));
}

/**
 * Hands a text to a function that styles or wraps it by plain control sequences, and marks what comes back. What is foreign is cleaned
 * before, so that it is measured as it will be seen.
 */
export function restyled(text: string, style: (plain: string) => string): string {
  return own(style(forTerminal(text)));
}
