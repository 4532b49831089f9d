import assert from "node:assert/strict";
import stringWidth from "string-width";
import type { MoodResponse } from "../../services/emotion/contract.ts";
import { moodChart } from "./chart.ts";
import { formatMood } from "./report.ts";
import { signed, tintOf, valenceWord } from "./tint.ts";

const day = (day: string, valence: number, emotion: string, messages: number) => ({
  day,
  valence,
  emotion,
  messages,
  intensity: 0.5,
});
const DAYS = [
  day("2026-02-27", -0.5, "frustration", 4),
  day("2026-02-28", 1, "joy", 1),
  day("2026-03-03", -0.01, "neutral", 12),
];

Deno.test("a chart has a line a day, its bar to the left or right of the middle, and counts days without", () => {
  assert.equal(
    moodChart(DAYS, { width: 60 }),
    [
      "2026-02-27     ████│         -0.50  frustration  4 messages",
      "2026-02-28         │███████  +1.00  joy          1 message",
      "            … 2 days without",
      "2026-03-03         │         -0.01  neutral      12 messages",
    ].join("\n"),
  );
  assert.equal(moodChart([], { width: 60 }), "");
  assert.equal(moodChart(DAYS, { width: 60, most: 1 }).split("\n").length, 1);
});

Deno.test("no line of a chart is wider than the screen; the counts go first, the bars stay", () => {
  for (const width of [40, 60, 80, 140]) {
    const lines = moodChart(DAYS, { width }).split("\n");
    for (const line of lines) {
      assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${line}`);
    }
    assert.match(lines[0] ?? "", /█│/);
    assert.equal(/4 messages/.test(lines[0] ?? ""), width >= 60);
  }
});

Deno.test("bars are coloured by their side, and only they", () => {
  const chart = moodChart(DAYS, { width: 60, colour: (tint, text) => `<${tint}>${text}</>` });
  assert.deepEqual(chart.match(/<\w+>█+<\/>/g), ["<red>████</>", "<green>███████</>"]);
});

Deno.test("the colour of a mood: pleasant green, unpleasant red when stirred and blue when calm, else none", () => {
  const cases: [number, number, string | undefined][] = [
    [0.6, 0.8, "green"],
    [0.2, -0.5, "green"],
    [-0.6, 0.7, "red"],
    [-0.6, -0.4, "blue"],
    [-0.2, 0.1, "red"],
    [0.19, 0.9, undefined],
    [-0.19, -0.9, undefined],
  ];
  for (const [valence, arousal, tint] of cases) {
    assert.equal(tintOf({ valence, arousal }), tint, `${valence} ${arousal}`);
  }
  assert.equal(tintOf(undefined), undefined);
  assert.equal(valenceWord(-0.7), "very unpleasant");
  assert.equal(valenceWord(0.1), "even");
  assert.deepEqual([signed(0.354), signed(-0.5), signed(-0.001)], ["+0.35", "-0.50", " 0.00"]);
});

const MOOD: MoodResponse = {
  states: 17,
  now: -0.22,
  trend: "rising",
  slope: 0.123,
  p: 0.0123,
  days: DAYS,
  shifts: [{ at: "2026-02-28T10:00:00Z", from: -0.4, to: 0.3 }],
  episodes: [],
  patterns: [
    { type: "recurring", emotion: "worry", frequency: 5, intensity: 0.5, detail: { days: 5, of_days: 12 } },
    { type: "alternating", emotion: "", frequency: 1, intensity: 0.5, detail: { z: 2, swings: 1 } },
    { type: "escalating", emotion: "anger", frequency: 2, intensity: 0.5, detail: { conversations: 2 } },
    {
      type: "time_of_day",
      emotion: "anxiety",
      frequency: 5,
      intensity: 0.5,
      detail: { part: "night", share: 0.8 },
    },
  ],
  triggers: [{
    keyword: "\x1b[31mprinter",
    emotion: "anger",
    frequency: 5,
    last: "2026-02-28T10:00:00Z",
    z: 3,
  }],
  recovery: { baseline: 0.1, dips: 1, median_hours: 5.2, resilience: 0.67 },
  coping: [
    { strategy: "problem_solving", used: 2, effect: 0.32, helped: 0.75 },
    { strategy: "rumination", used: 3, effect: -0.3, helped: 0.2 },
  ],
  suggested: ["problem_solving", "acceptance"],
};

Deno.test("a mood is told in sentences; what did not help is no help, and the short form keeps to the week", () => {
  const text = formatMood(MOOD);
  for (
    const line of [
      "Now        -0.22, rather unpleasant; a message counts half after a day",
      "Trend      rising by 0.12 a day (p 0.012)",
      "Patterns   worry on 5 of 12 days",
      "           pleasant and unpleasant in turn, 1 change",
      "           anger that grew from message to message, in 2 conversations",
      "Triggers   “printer” goes with anger: 5 messages, the last on 2026-02-28",
      "Recovery   1 low moment; half were over within 5 hours; 67 % chance that one is over within a day",
      "Helped     problem solving, told of in 2 low moments: +0.32 against doing nothing of the kind",
      "To try     problem solving, acceptance",
    ]
  ) assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
  assert.doesNotMatch(text, /rumination|Episodes/);
  const short = formatMood(MOOD, { short: true });
  assert.match(short, /Now[\s\S]*Trend/);
  assert.doesNotMatch(short, /Recovery|Triggers|Patterns/);
});

Deno.test("nothing is made up where a mood tells nothing", () => {
  const nothing = { ...MOOD, shifts: [], patterns: [], triggers: [], coping: [], trend: "unknown" as const };
  const text = formatMood({
    ...nothing,
    recovery: { baseline: 0, dips: 0, median_hours: null, resilience: null },
  });
  assert.match(text, /Trend +too few messages to tell: 6 are needed/);
  assert.doesNotMatch(text, /Shifts|Patterns|Triggers|Recovery|Helped|To try/);
  assert.match(formatMood({ ...MOOD, trend: "level" }), /Trend +level: no change beyond chance \(p 0\.012\)/);
});
