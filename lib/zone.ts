/** The time zone of whoever runs this process, as IANA names it: `Pacific/Auckland`. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether the system knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    return formatter(name) !== undefined;
  } catch {
    return false;
  }
}

/** The day of a moment in a zone: 2026-01-31. */
export function dayIn(date: Date, zone: string = localZone()): string {
  const { year, month, day } = wallClock(date, zone);
  return `${year}-${month}-${day}`;
}

/** A moment as people read it, by the clocks of a zone: 2026-01-31 09:05. */
export function minuteIn(date: Date, zone: string = localZone()): string {
  const { year, month, day, hour, minute } = wallClock(date, zone);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** A moment to the second, by the clocks of a zone: 2026-01-31 09:05:07. */
export function secondIn(date: Date, zone: string = localZone()): string {
  return `${minuteIn(date, zone)}:${wallClock(date, zone).second}`;
}

/** The moment at which a day (2026-01-31) begins in a zone: midnight, or what comes first where the clocks pass over it. */
export function startOfDay(day: string, zone: string = localZone()): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // The offset may change on the day itself: midnight is looked for with that of the day before and that of the day after.
  const starts = [-DAY_MS, DAY_MS].map((away) =>
    new Date(midnight - offsetMs(new Date(midnight + away), zone))
  );
  starts.sort((a, b) => a.getTime() - b.getTime());
  return starts.find((start) => dayIn(start, zone) === day) ?? starts[0] ?? new Date(midnight);
}

/** The day after a day: 2026-02-01 after 2026-01-31. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 24 * 60 * 60 * 1000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let known = formatters.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone: zone,
      ...{ year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    });
    formatters.set(zone, known);
  }
  return known;
}

function wallClock(date: Date, zone: string) {
  const parts = new Map(formatter(zone).formatToParts(date).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes, digits = 2) =>
    (parts.get(type) ?? "").padStart(digits, "0");
  return {
    year: part("year", 4),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetMs(date: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(date, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) -
    Math.floor(date.getTime() / 1000) * 1000;
}
