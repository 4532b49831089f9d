import { UnreadableDocument } from "../../lib/documents/failure.ts";

/** Who is measured: anything that reads a text. */
export type Subject = (text: string) => unknown;

/** Milliseconds below which a time is noise. */
const NOISE_MS = 20;
/** Runs of which the shortest counts: a busy machine only ever adds time. */
const RUNS = 3;
/** A time that noise adds little to. */
const LONG_MS = 1000;

/** The shortest time of a few runs, in milliseconds; a single run where that alone takes long. */
export async function timeOf(subject: Subject, text: string, enough = NOISE_MS): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await subject(text);
    best = Math.min(best, performance.now() - start);
    if (best <= enough || best > LONG_MS) break;
  }
  return best;
}

/** How a time grows with the length of the text. */
export interface Growth {
  /** Milliseconds for each of the lengths. */
  times: number[];
  /** Why a text of this shape was refused, where one was. */
  refused?: string;
  /** The power of the length with which the time grows, over the last step; undefined where the times are noise. */
  power?: number;
}

/** Measures a subject with one shape at each of the lengths, the shortest first. */
export async function growthOf(
  subject: Subject,
  shape: (characters: number) => string,
  lengths: readonly number[],
): Promise<Growth> {
  const times: number[] = [];
  const refusals = new Set<string>();
  const read: Subject = async (text) => {
    try {
      await subject(text);
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      refusals.add(error.reason);
    }
  };
  for (const length of lengths) times.push(await timeOf(read, shape(length)));
  if (refusals.size > 0) return { times, refused: [...refusals].join(", ") };
  const [before = 0, last = 0] = times.slice(-2);
  if (last <= NOISE_MS) return { times };
  const [shorter = 1, longer = 1] = lengths.slice(-2);
  return { times, power: Math.log(last / Math.max(before, 0.01)) / Math.log(longer / shorter) };
}
