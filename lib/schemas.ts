import { z } from "zod";
import { isZone } from "./zone.ts";

/** A moment with any offset from UTC, as ISO 8601 writes it in UTC. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** A text that is more than spaces, without those around it. */
export function words(max: number) {
  // deno-lint-ignore no-control-regex -- NUL is no word, and is taken out of every text
  return z.string().trim().min(1).max(max).regex(/[^\s\u0000\uFEFF]/, "holds no word");
}

/** What somebody or something is called by; NUL is taken out of it, as out of every text. */
// deno-lint-ignore no-control-regex -- NUL is no character of a name
export const Name = z.string().min(1).max(200).regex(/[^\u0000]/, "holds no character");

/** Whose what is said and learned is. */
export const UserId = Name.default("cli");

/** A time zone as IANA names it, or an offset such as `+05:30`. */
export const TimeZone = z.string().max(64).refine(isZone, "is no time zone").meta({
  anyOf: [
    { enum: ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")] },
    { pattern: "^[+-]([01][0-9]|2[0-3]):[0-5][0-9]$" },
  ],
});
