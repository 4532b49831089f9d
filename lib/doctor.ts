import { z } from "zod";
import { masked } from "./mask.ts";

/** What a check found. */
export const Check = z.object({
  name: z.string(),
  status: z.enum(["ok", "problem", "repaired", "absent"]).describe(
    "absent: there is nothing of the kind to check.",
  ),
  message: z.string(),
  remedy: z.string().optional().describe("What to do about a problem."),
  items: z.array(z.string()).optional().describe("What is concerned, twenty at most."),
}).meta({ id: "Check" });
export type Check = z.infer<typeof Check>;

/** `POST /api/doctor`. */
export const DoctorRequest = z.object({
  repair: z.boolean().default(false).describe("Mend what can be mended without losing anything."),
}).meta({ id: "DoctorRequest" });
export type DoctorRequest = z.infer<typeof DoctorRequest>;

/** All checks of a service. */
export const Report = z.object({ checks: z.array(Check) }).meta({ id: "DoctorReport" });
export type Report = z.infer<typeof Report>;

const MOST_ITEMS = 20;

/** A check that ended well. */
export function well(name: string, message: string): Check {
  return { name, status: "ok", message: masked(message) };
}

/** A check that found something. */
export function problem(name: string, message: string, remedy: string, items: readonly string[] = []): Check {
  return { name, status: "problem", message: masked(message), remedy: masked(remedy), ...some(items) };
}

/** A check that found something and mended it. */
export function repaired(name: string, message: string, items: readonly string[] = []): Check {
  return { name, status: "repaired", message: masked(message), ...some(items) };
}

function some(items: readonly string[]): { items?: string[] } {
  return items.length === 0 ? {} : { items: items.slice(0, MOST_ITEMS).map(masked) };
}

/** Milliseconds between two looks at what changes while Morgan works. */
const STEADY_MS = 250;

/** What `find` gives twice, a moment apart: what is only in passing is no damage. Compared by `key`. */
export async function steady<T>(find: () => Promise<readonly T[]>, key: (item: T) => string): Promise<T[]> {
  const first = await find();
  if (first.length === 0) return [];
  await new Promise((resolve) => setTimeout(resolve, STEADY_MS));
  const seen = new Set(first.map(key));
  return (await find()).filter((item) => seen.has(key(item)));
}

/** A number with its noun, such as "3 documents". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
