import { messageCount } from "../chat/format.ts";
import type { MoodResponse } from "../../services/emotion/contract.ts";
import { paint } from "../terminal/output.ts";
import { signed } from "./tint.ts";

type Day = MoodResponse["days"][number];

/** How a chart is drawn. */
export interface ChartOptions {
  /** Columns that a line may take. */
  width: number;
  /** Only the latest so many days. @default all */
  most?: number;
  /** Colours a bar; the side of the axis and the sign say the same. @default as stdout has them */
  colour?(tint: "green" | "red", text: string): string;
}

const NARROWEST = 7;
const WIDEST = 30;
const DAY = 86_400_000;
const GAP = "  ";

/**
 * A line a day: a bar from the middle, to the left for unpleasant and to the right for pleasant, the valence, the feeling that stood out, and how
 * many messages there were. Days without any are counted in a line of their own.
 */
export function moodChart(days: readonly Day[], options: ChartOptions): string {
  const { width, most = days.length, colour = paint } = options;
  const shown = days.slice(Math.max(0, days.length - most));
  const feelings = Math.max(0, ...shown.map(({ emotion }) => emotion.length));
  const counts = Math.max(0, ...shown.map(({ messages }) => messageCount(messages).length));
  // Date, number, feeling and the gaps between them.
  const fixed = 10 + 5 + feelings + 3 * GAP.length;
  const withCounts = width - fixed - counts - GAP.length >= 2 * NARROWEST + 1;
  const room = width - fixed - (withCounts ? counts + GAP.length : 0);
  const half = Math.max(1, Math.min(WIDEST, Math.floor((room - 1) / 2)));
  const lines = shown.flatMap((day, i) => {
    const before = shown[i - 1];
    const empty = before ? (Date.parse(day.day) - Date.parse(before.day)) / DAY - 1 : 0;
    const { day: date, valence, emotion, messages } = day;
    const cells = [date, bar(valence, half, colour), signed(valence), emotion.padEnd(feelings)];
    const line = [...cells, ...(withCounts ? [messageCount(messages)] : [])].join(GAP).trimEnd();
    return empty > 0
      ? [`${" ".repeat(10)}${GAP}… ${empty} ${empty === 1 ? "day" : "days"} without`, line]
      : [line];
  });
  return lines.join("\n");
}

function bar(valence: number, half: number, colour: NonNullable<ChartOptions["colour"]>): string {
  const full = Math.min(half, Math.round(Math.abs(valence) * half));
  const free = " ".repeat(half - full);
  if (full === 0) return `${free}│${free}`;
  const blocks = "█".repeat(full);
  const other = " ".repeat(half);
  return valence < 0
    ? `${free}${colour("red", blocks)}│${other}`
    : `${other}│${colour("green", blocks)}${free}`;
}
