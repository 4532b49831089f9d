import { arriving } from "./arriving.ts";
import { jobs } from "./jobs.ts";
import { keys } from "./keys.ts";
import { learning } from "./learning.ts";
import { upload } from "./upload.ts";

/** Two that meet over one store. Runs a number of rounds, and tells of each promise that was broken. */
export type Meeting = (rounds: number) => Promise<string[]>;

/** Each by what it is about. */
export const MEETINGS: Readonly<Record<string, Meeting>> = {
  "the same bytes are uploaded while their last document is deleted": upload,
  "unused originals are deleted from a store without files while one arrives": arriving,
  "a second process opens the queue while the first works on a job": jobs,
  "one process rotates the key that another uses": keys,
  "two learning services hear of each other's changes": learning,
};
