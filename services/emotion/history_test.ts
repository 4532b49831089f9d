import assert from "node:assert/strict";
import { analyzeMood } from "./analyzer.ts";
import { significantEpisodes } from "./memory.ts";
import { alternating, escalating, recurring, timeOfDay } from "./patterns.ts";
import { recoveryOf } from "./recovery.ts";
import { copingOf, strategiesIn, suggestStrategies } from "./regulator.ts";
import { states } from "./testing.ts";
import { findTriggers, logOddsZ } from "./triggers.ts";

const near = (actual: number | null | undefined, expected: number, by = 1e-3) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) <= by, `${actual} is not near ${expected}`);

Deno.test("mood: days in the user's time, a level that fades by half a day's life, and a rising trend", () => {
  const rising = states(
    ...[-0.8, -0.5, -0.3, 0, 0.4, 0.7].map((valence, i) => ({
      hours: 24 * i,
      valence,
      emotion: valence < 0 ? "sadness" : "joy",
    })),
  );
  const mood = analyzeMood(rising);
  assert.equal(mood.trend, "rising");
  // S = 15, variance = 6·5·17 / 18 = 28.33, z = 14 / 5.323 = 2.630.
  near(mood.p, 0.0085, 2e-4);
  // Slopes between days: the median of fifteen.
  near(mood.slope, 0.3, 0.02);
  assert.deepEqual(mood.days.map(({ day, emotion }) => `${day} ${emotion}`).slice(0, 2), [
    "2026-03-02 sadness",
    "2026-03-03 sadness",
  ]);
  const late = states({ hours: 15.5, valence: 1 });
  assert.equal(analyzeMood(late, "+01:00").days[0]?.day, "2026-03-03");
  // Half past eleven UTC, in New Zealand's summer and in its winter.
  const seasons = states({ hours: 3.5 }, { hours: 3.5 + 120 * 24 });
  const days = analyzeMood(seasons, "Pacific/Auckland").days.map(({ day }) => day);
  assert.deepEqual(days, ["2026-03-03", "2026-06-30"]);
  assert.deepEqual(analyzeMood([]).days, []);
  assert.equal(analyzeMood([]).now, null);
  assert.equal(analyzeMood(late).trend, "unknown");
});

Deno.test("mood: a shift to another level is told with its time", () => {
  const series = [0.5, 0.45, 0.55, 0.5, 0.5, -0.5, -0.55, -0.45, -0.5, -0.5];
  const { shifts } = analyzeMood(states(...series.map((valence, i) => ({ hours: i, valence }))));
  assert.equal(shifts.length, 1);
  assert.equal(shifts[0]?.at.toISOString(), "2026-03-02T13:00:00.000Z");
  near(shifts[0]?.from, 0.5);
  near(shifts[0]?.to, -0.5);
});

Deno.test("an episode ends with a long silence or a turn of mood, and counts by its peak and its end", () => {
  const episodes = significantEpisodes(states(
    { hours: 0, valence: -0.6, intensity: 0.4, emotion: "worry" },
    { hours: 1, valence: -0.8, intensity: 0.9, emotion: "panic" },
    { hours: 2, valence: -0.5, intensity: 0.3, emotion: "worry" },
    { hours: 3, valence: 0.9, intensity: 0.8, emotion: "joy" },
    { hours: 30, valence: 0.1, intensity: 0.9 },
    { hours: 40, valence: -0.5, intensity: 0.5, emotion: "sadness" },
  ));
  assert.deepEqual(
    episodes.map(({ emotion, states, significance }) => [emotion, states, significance.toFixed(3)]),
    [
      ["joy", 1, "0.720"],
      // .8 · (.9 + .3) / 2
      ["panic", 3, "0.480"],
      ["sadness", 1, "0.250"],
    ],
  );
  assert.equal(significantEpisodes([]).length, 0);
});

Deno.test("what returns on many days recurs; what fills one day does not", () => {
  const daily = states(...Array.from({ length: 6 }, (_, i) => ({ hours: 24 * i, emotion: "worry" })));
  assert.deepEqual(recurring(daily).map(({ emotion, frequency, detail }) => [emotion, frequency, detail]), [
    ["worry", 6, { days: 6, of_days: 6 }],
  ]);
  assert.deepEqual(
    recurring(states(...Array.from({ length: 9 }, (_, i) => ({ hours: i, emotion: "worry" })))),
    [],
  );
});

Deno.test("a conversation that gets worse escalates; one that calms does not", () => {
  const talk = (...intensities: number[]) =>
    states(
      ...intensities.map((intensity, i) => ({ hours: i, intensity, valence: -0.5, emotion: "frustration" })),
    );
  // Four rising values: S = 6, z = 5 / √8.667 = 1.698, above 1.645.
  assert.deepEqual(
    escalating(talk(0.3, 0.4, 0.6, 0.8)).map(({ emotion, frequency }) => [emotion, frequency]),
    [
      ["frustration", 1],
    ],
  );
  assert.deepEqual(escalating(talk(0.8, 0.6, 0.4, 0.3)), []);
  const calmed = states(
    ...[0.3, 0.4, 0.6, 0.8].map((intensity, i) => ({ hours: i, intensity, valence: -0.5 })),
    {
      hours: 5,
      valence: 0.5,
    },
  );
  assert.deepEqual(escalating(calmed), []);
});

Deno.test("moods that swing each time alternate; the same moods in two blocks do not", () => {
  const swing = states(...Array.from({ length: 10 }, (_, i) => ({ hours: i, valence: i % 2 ? 0.6 : -0.6 })));
  assert.deepEqual(alternating(swing).map(({ frequency }) => frequency), [9]);
  const blocks = states(...Array.from({ length: 10 }, (_, i) => ({ hours: i, valence: i < 5 ? 0.6 : -0.6 })));
  assert.deepEqual(alternating(blocks), []);
});

Deno.test("a part of the day stands out only against the user's other hours", () => {
  const at = (hours: number, count: number, emotion: string) =>
    Array.from({ length: count }, (_, day) => ({ hours: 24 * day + hours, emotion }));
  // 8:00 UTC + 14 h is 22:00: eight anxious of ten in the evening, two of twenty in the morning.
  const evenings = states(
    ...at(14, 8, "anxiety"),
    ...at(14.5, 2, "neutral"),
    ...at(1, 2, "anxiety"),
    ...at(2, 18, "neutral"),
  );
  const [found, ...rest] = timeOfDay(evenings);
  assert.equal(rest.length, 0);
  assert.equal(found?.detail.part, "evening");
  near(Number(found?.detail.z), 3.8341);
  assert.deepEqual(timeOfDay(states(...at(14, 12, "anxiety"))), []);
  // The same evenings are mornings ten hours further east.
  assert.equal(timeOfDay(evenings, "Pacific/Guam")[0]?.detail.part, "morning");
});

Deno.test("a word that goes with one emotion is its trigger, and fades with time", () => {
  const rows = [
    ...Array.from(
      { length: 6 },
      (_, i) => ({ hours: i, emotion: "anxiety", text: `the exam on chapter ${i} again` }),
    ),
    ...Array.from(
      { length: 12 },
      (_, i) => ({ hours: 10 + i, emotion: "joy", text: `lunch with colleagues number ${i}` }),
    ),
  ];
  const now = new Date("2026-03-03T12:00:00Z");
  const triggers = findTriggers(states(...rows), { now });
  const exam = triggers.find(({ keyword }) => keyword === "exam");
  assert.equal(exam?.emotion, "anxiety");
  assert.equal(exam?.frequency, 6);
  assert.equal(exam?.last.toISOString(), "2026-03-02T13:00:00.000Z");
  assert.ok(triggers.every(({ keyword }) => keyword !== "again" && keyword !== "with"));
  const later = findTriggers(states(...rows), { now: new Date("2027-03-03T12:00:00Z") });
  assert.equal(later.find(({ keyword }) => keyword === "exam"), undefined);
});

Deno.test("log-odds with a prior, by hand", () => {
  // ln(11 / 99) - ln(2 / 108) = 1.7918; variance 1/11 + 1/2 = .59091.
  near(logOddsZ(10, 100, 1, 100, 1), 1.7918 / Math.sqrt(0.59091));
  assert.equal(logOddsZ(5, 50, 5, 50, 1), 0);
});

Deno.test("recovery: hours back to the usual, a dip that still lasts counted until last seen", () => {
  const usual = [0, 1, 2, 3].map((hours) => ({ hours, valence: 0.3 }));
  const history = states(
    ...usual,
    { hours: 10, valence: -0.8 },
    { hours: 12, valence: 0.3 },
    { hours: 40, valence: -0.8 },
    { hours: 50, valence: -0.6 },
    { hours: 80, valence: 0.3 },
    { hours: 81, valence: 0.3 },
    { hours: 90, valence: -0.9 },
    { hours: 93, valence: -0.9 },
  );
  const recovery = recoveryOf(history);
  near(recovery.baseline, 0.3);
  assert.equal(recovery.dips, 3);
  // 2 h, 3 h (lasts), 40 h: after 2 h two thirds last; the third ends at 40 h.
  assert.equal(recovery.medianHours, 40);
  near(recovery.resilience, 1 / 3);
  assert.deepEqual(recoveryOf([]), { baseline: 0, dips: 0, medianHours: null, resilience: null });
});

Deno.test("strategies are found in words, and their effect is what came after against doing nothing", () => {
  assert.deepEqual(strategiesIn("I went for a walk and called my sister"), ["exercise", "support"]);
  assert.deepEqual(strategiesIn("How do I sort a list?"), []);
  const low = (hours: number, text: string) => ({ hours, valence: -0.6, text });
  const then = (hours: number, valence: number) => ({ hours, valence });
  const coping = copingOf(states(
    low(0, "went for a walk"),
    then(1, 0.4),
    low(50, "went for a run"),
    then(51, 0.4),
    low(100, "keep thinking about it"),
    then(101, -0.6),
    low(150, "everything is grey"),
    then(151, -0.4),
    low(200, "went for a walk"),
    then(300, 0.9),
  ));
  // Without: +.2. Walks: +1 twice, so (1 - .2) · 2 / 5 = .32 and (1 + 2) / (2 + 2).
  assert.deepEqual(coping.map(({ strategy, used }) => [strategy, used])[0], ["exercise", 2]);
  near(coping[0]?.effect, 0.32);
  near(coping[0]?.helped, 0.75);
  assert.equal(coping.at(-1)?.strategy, "rumination");
  assert.deepEqual(suggestStrategies(coping), ["exercise", "problem_solving", "reappraisal"]);
  const failed = [{ strategy: "problem_solving", used: 4, effect: -0.2, helped: 0.2 }];
  assert.deepEqual(suggestStrategies(failed, 2), ["reappraisal", "acceptance"]);
});
