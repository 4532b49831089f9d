import assert from "node:assert/strict";
import { dayAfter, dayIn, isZone, minuteIn, secondIn, startOfDay } from "./zone.ts";

Deno.test("a moment's day and minute are those of the zone's clocks", () => {
  const moment = new Date("2026-11-26T16:00:30Z");
  assert.equal(minuteIn(moment, "Pacific/Auckland"), "2026-11-27 05:00");
  assert.equal(minuteIn(moment, "America/St_Johns"), "2026-11-26 12:30");
  assert.equal(secondIn(moment, "+05:30"), "2026-11-26 21:30:30");
  assert.equal(minuteIn(new Date("2026-01-01T00:00:00Z"), "UTC"), "2026-01-01 00:00");
  assert.equal(dayIn(new Date("2026-07-01T02:29:59Z"), "America/St_Johns"), "2026-06-30");
  assert.equal(dayIn(new Date("2026-07-01T02:30:00Z"), "America/St_Johns"), "2026-07-01");
  assert.equal(dayIn(new Date("2026-02-28T12:00:00Z"), "Pacific/Kiritimati"), "2026-03-01");
});

Deno.test("a day begins at the zone's midnight, also when the clocks change, and where they pass over midnight", () => {
  const starts = {
    "2026-11-27 Pacific/Auckland": "2026-11-26T11:00:00.000Z",
    // Winter time ends on the 27th of September, summer time on the 5th of April.
    "2026-09-27 Pacific/Auckland": "2026-09-26T12:00:00.000Z",
    "2026-09-28 Pacific/Auckland": "2026-09-27T11:00:00.000Z",
    "2026-04-05 Pacific/Auckland": "2026-04-04T11:00:00.000Z",
    "2026-04-06 Pacific/Auckland": "2026-04-05T12:00:00.000Z",
    "2026-03-08 America/St_Johns": "2026-03-08T03:30:00.000Z",
    "2026-03-09 America/St_Johns": "2026-03-09T02:30:00.000Z",
    "2026-11-01 America/St_Johns": "2026-11-01T02:30:00.000Z",
    "2026-11-02 America/St_Johns": "2026-11-02T03:30:00.000Z",
    // The clocks went from 0:00 to 1:00, and the year after from 24:00 back to 23:00.
    "2018-11-04 America/Sao_Paulo": "2018-11-04T03:00:00.000Z",
    "2018-02-18 America/Sao_Paulo": "2018-02-18T03:00:00.000Z",
    "2026-01-31 UTC": "2026-01-31T00:00:00.000Z",
  };
  for (const [asked, start] of Object.entries(starts)) {
    const [day = "", zone = ""] = asked.split(" ");
    assert.equal(startOfDay(day, zone).toISOString(), start, asked);
    assert.equal(dayIn(startOfDay(day, zone), zone), day, asked);
  }
  assert.equal(dayAfter("2026-12-31"), "2027-01-01");
  assert.equal(dayAfter("2028-02-28"), "2028-02-29");
});

Deno.test("a zone is known by its name", () => {
  assert.deepEqual(["America/St_Johns", "UTC", "Mars/Olympus", ""].map(isZone), [true, true, false, false]);
});
