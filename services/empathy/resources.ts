import { z } from "zod";
import file from "../../assets/resources/crisis.json" with { type: "json" };
import type { CrisisKind, Resource } from "./contract.ts";

const Entry = z.object({
  id: z.string(),
  /** Countries (ISO 3166-1), or `*`. */
  regions: z.array(z.string()).min(1),
  kinds: z.array(
    z.enum(["emergency", "suicide", "self_harm", "eating", "distress", "other", "abuse", "violence"]),
  ),
  name: z.string(),
  numbers: z.array(z.string()),
  text: z.string().nullable(),
  hours: z.string().nullable(),
  web: z.url().nullable(),
  /** The organisation's own page. */
  source: z.url(),
  /** The day on which `seen` was read, or null: then no number is shown. */
  checked: z.iso.date().nullable(),
  /** The page on which the number was read. */
  seen: z.url().nullable(),
});
export type ResourceEntry = z.infer<typeof Entry>;

/** The data file's entries. */
export const ENTRIES: readonly ResourceEntry[] = z.object({ entries: z.array(Entry) }).parse(file).entries;

/** Kinds whose places are listed under another name. */
const LISTED_AS: Readonly<Partial<Record<CrisisKind, string>>> = {
  other_person: "other",
  poisoning: "suicide",
};

/** Shown where the region is not known or has no checked emergency number. */
const ANYWHERE: Resource = {
  name: "112 in Europe, 911 in North America, or your local emergency number",
  kind: "emergency",
  numbers: ["112", "911"],
  source: "https://findahelpline.com",
};

/**
 * The places that help with such a danger in a country, the emergency number first. Numbers are shown only where they were
 * checked in a source; without one the organisation and its address are.
 * @param region ISO 3166-1, two letters; `undefined` gives what holds anywhere
 */
export function resourcesFor(kinds: readonly CrisisKind[], region: string | undefined): Resource[] {
  const country = region?.toUpperCase();
  const here = ENTRIES.filter(({ regions }) => country !== undefined && regions.includes(country));
  const emergency = here.filter(({ kinds, checked }) => kinds.includes("emergency") && checked !== null);
  const wanted = new Set<string>(kinds.map((kind) => LISTED_AS[kind] ?? kind));
  const helplines = here.filter((entry) => entry.kinds.some((kind) => wanted.has(kind)));
  const anywhere = ENTRIES.filter(({ regions }) => regions.includes("*"));
  return [
    ...(emergency.length > 0 ? emergency.map((entry) => shown(entry, "emergency")) : [ANYWHERE]),
    ...helplines.map((entry) => shown(entry, "helpline")),
    ...anywhere.map((entry) => shown(entry, "directory")),
  ];
}

function shown(entry: ResourceEntry, kind: Resource["kind"]): Resource {
  const { name, source, checked, hours, web, text } = entry;
  return {
    name,
    kind,
    numbers: checked === null ? [] : entry.numbers,
    ...(checked !== null && text !== null ? { text } : {}),
    ...(checked !== null && hours !== null ? { hours } : {}),
    ...(web === null ? {} : { web }),
    source,
    ...(checked === null ? {} : { checked }),
  };
}

/** The country of a locale such as `de_AT.UTF-8` or `de-AT`. */
export function regionOfLocale(locale: string | undefined): string | undefined {
  return /^[a-z]{2,3}[-_]([A-Z]{2})(?![A-Za-z])/.exec(locale ?? "")?.[1];
}

/** One place as a line of an answer. */
export function resourceLine({ name, numbers, text, web, hours }: Resource): string {
  const call = numbers.filter((number) => number !== name && !name.includes(number));
  const ways = [
    ...call,
    ...(text && !call.includes(text) ? [`SMS ${text}`] : []),
    ...(web ? [web] : []),
  ];
  return `${name}${ways.length > 0 ? `: ${ways.join(" · ")}` : ""}${
    hours && hours !== "24/7" ? ` (${hours})` : ""
  }`;
}
