import { localZone } from "../../lib/zone.ts";
import type { CoreClient } from "../../services/core/client.ts";
import type { MoodResponse } from "../../services/emotion/contract.ts";
import { note, writeLine } from "../terminal/output.ts";
import { formatMood } from "./report.ts";
import { isTurnedOff, TURNED_OFF } from "./turned_off.ts";

/** The user's mood over so many days, by the days of this place. */
export async function moodOf(client: CoreClient, days: number, signal: AbortSignal): Promise<MoodResponse> {
  return await client.mood({ days, time_zone: localZone() }, signal);
}

/** Shows a mood, or says why there is none. */
export async function showMood(
  mood: MoodResponse,
  options: { days: number; short?: boolean; quiet?: boolean | undefined },
): Promise<void> {
  const { days, short = false, quiet = false } = options;
  if (mood.states > 0) writeLine(formatMood(mood, { short }));
  if (quiet) return;
  if (await isTurnedOff()) note(TURNED_OFF);
  else if (mood.states === 0) {
    const time = days === 1 ? "day" : `${days} days`;
    note(
      `Nothing that you wrote in the last ${time} was looked at for feelings yet. Each message is, from now on: begin with \`morgan chat\`.`,
    );
  }
}
