import type { MoodResponse } from "../../services/emotion/contract.ts";
import { day, messageCount, when } from "../chat/format.ts";
import { clean } from "../terminal/clean.ts";
import { paint, terminalWidth } from "../terminal/output.ts";
import { wrap } from "../terminal/wrap.ts";
import { moodChart } from "./chart.ts";
import { signed, valenceWord } from "./tint.ts";

/** Columns of the names before what is told. */
const NAME = 11;
/** Episodes, triggers and the like that are shown; `--json` has all. */
const SHOWN = 3;
/** Days of the short form. */
const FEW_DAYS = 7;
/** Fewest messages for a trend, as the service has it. */
const LEAST = 6;

/** A mood as people read it: a line a day, then what the days tell. The short form is the last week with the present and the trend. */
export function formatMood(mood: MoodResponse, { short = false } = {}): string {
  const sections: [name: string, lines: string[]][] = [["Now", now(mood)], ["Trend", [trend(mood)]]];
  if (!short) {
    const { shifts, episodes, patterns, triggers, recovery: { dips }, suggested } = mood;
    sections.push(
      ["Shifts", shifts.slice(-SHOWN).map(shift)],
      ["Episodes", episodes.slice(0, SHOWN).map(episode)],
      ["Patterns", patterns.slice(0, SHOWN).map(pattern)],
      ["Triggers", triggers.slice(0, SHOWN).map(trigger)],
      ["Recovery", recovery(mood)],
      ["Helped", helped(mood)],
      ["To try", dips > 0 && suggested.length > 0 ? [suggested.map(words).join(", ")] : []],
    );
  }
  return [
    moodChart(mood.days, { width: terminalWidth(), ...(short ? { most: FEW_DAYS } : {}) }),
    "",
    ...sections.flatMap(([name, lines]) => lines.map((line, i) => row(i === 0 ? name : "", line))),
  ].join("\n");
}

function row(name: string, text: string): string {
  return paint("bold", name.padEnd(NAME)) + wrap(text, " ".repeat(NAME)).slice(NAME);
}

function now({ now }: MoodResponse): string[] {
  return now === null
    ? []
    : [`${signed(now).trim()}, ${valenceWord(now)}; a message counts half after a day`];
}

function trend({ trend, slope, p, days }: MoodResponse): string {
  if (trend === "unknown") return `too few messages to tell: ${LEAST} are needed`;
  const chance = `p ${p.toFixed(3)}`;
  if (trend === "level") return `level: no change beyond chance (${chance})`;
  // Within a day or two the slope of a day says little.
  const steep = days.length > 2 ? ` by ${Math.abs(slope).toFixed(2)} a day` : "";
  return `${trend}${steep} (${chance})`;
}

function shift({ at, from, to }: MoodResponse["shifts"][number]): string {
  return `${when(at)}, from ${signed(from).trim()} to ${signed(to).trim()}`;
}

function episode({ from, to, emotion, messages, intensity }: MoodResponse["episodes"][number]): string {
  const until = when(to) === when(from) ? "" : ` to ${day(to) === day(from) ? when(to).slice(-5) : when(to)}`;
  return `${when(from)}${until}, ${emotion}, ${messageCount(messages)}, ${messages > 1 ? "up to " : ""}${
    percent(intensity)
  } strong`;
}

function pattern({ type, emotion, detail, frequency }: MoodResponse["patterns"][number]): string {
  switch (type) {
    case "recurring":
      return `${emotion} on ${detail.days} of ${detail.of_days} days`;
    case "escalating":
      return `${emotion} that grew from message to message, in ${counted(frequency, "conversation")}`;
    case "alternating":
      return `pleasant and unpleasant in turn, ${counted(frequency, "change")}`;
    case "time_of_day":
      return `${emotion} rather ${detail.part === "night" ? "at night" : `in the ${detail.part}`} (${
        percent(Number(detail.share))
      } of the messages then)`;
  }
}

function trigger({ keyword, emotion, frequency, last }: MoodResponse["triggers"][number]): string {
  return `“${clean(keyword)}” goes with ${emotion}: ${counted(frequency, "message")}, the last on ${
    day(last)
  }`;
}

function recovery({ recovery: { dips, median_hours, resilience } }: MoodResponse): string[] {
  if (dips === 0 || resilience === null) return [];
  const median = median_hours === null ? "" : `; half were over within ${hours(median_hours)}`;
  return [
    `${counted(dips, "low moment")}${median}; ${percent(resilience)} chance that one is over within a day`,
  ];
}

function helped({ coping }: MoodResponse): string[] {
  return coping.filter(({ effect, helped }) => effect > 0 && helped > 0.5).slice(0, SHOWN).map(
    ({ strategy, used, effect }) =>
      `${words(strategy)}, told of in ${counted(used, "low moment")}: ${
        signed(effect).trim()
      } against doing nothing of the kind`,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function hours(value: number): string {
  if (value < 1) return "an hour";
  return value < 48 ? counted(Math.round(value), "hour") : counted(Math.round(value / 24), "day");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
