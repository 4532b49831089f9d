import type { CrisisPattern } from "../../types.ts";
import { CYRILLIC_GREEK } from "./cyrillic_greek.ts";
import { EAST_ASIA } from "./east_asia.ts";
import { LATIN } from "./latin.ts";
import { NEAR_EAST_INDIA } from "./near_east_india.ts";
import { compile } from "./types.ts";

/** The plain core of danger in languages in which Morgan says no more than the caring words. */
export const CORES: readonly CrisisPattern[] = [
  ...EAST_ASIA,
  ...CYRILLIC_GREEK,
  ...NEAR_EAST_INDIA,
  ...LATIN,
].flatMap(compile);
