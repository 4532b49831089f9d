import assert from "node:assert/strict";
import fc from "fast-check";
import { median, normalCdf, robustSpread, shareDifference, wilsonLower } from "./basics.ts";
import { changePoints, mannKendall, runsTest, smooth, theilSen } from "./series.ts";
import { kaplanMeier, lasting, medianDuration } from "./survival.ts";

const near = (actual: number, expected: number, by = 1e-3) =>
  assert.ok(Math.abs(actual - expected) <= by, `${actual} is not near ${expected}`);

Deno.test("median and robust spread of small samples", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([]), 0);
  near(robustSpread([1, 2, 3, 4, 100]), 1.4826);
});

Deno.test("the normal distribution's shares are those of the tables", () => {
  for (const [z, share] of [[0, 0.5], [1, 0.841345], [1.96, 0.975002], [-1.645, 0.049985]] as const) {
    near(normalCdf(z), share, 1e-6);
  }
});

Deno.test("Wilson's lower end and the difference of two shares, by hand", () => {
  near(wilsonLower(8, 10), 0.4902);
  assert.equal(wilsonLower(0, 0), 0);
  near(shareDifference(8, 10, 2, 20), 3.8341);
  assert.equal(shareDifference(0, 10, 0, 20), 0);
});

Deno.test("Mann-Kendall: five rising values have S = 10 and z = 2.2045; ties shrink the variance", () => {
  const { s, z, p } = mannKendall([1, 2, 3, 4, 5]);
  assert.equal(s, 10);
  near(z, 2.2045);
  near(p, 0.0275);
  // S = 5; variance = (4·3·13 - 2·1·9) / 18 = 7.6667.
  near(mannKendall([1, 2, 2, 3]).z, 4 / Math.sqrt(7.6667));
  assert.equal(mannKendall([1, 1, 1]).z, 0);
});

Deno.test("Theil-Sen is the median slope and does not mind an outlier", () => {
  // Six slopes of 1 and, to the outlier, 25, 33, 49 and 97: the middle of ten is 1.
  assert.equal(theilSen([0, 1, 2, 3, 4], [0, 1, 2, 3, 100]), 1);
  assert.equal(theilSen([0, 1, 2, 3, 4], [0, 2, 4, 6, 8]), 2);
  assert.equal(theilSen([1, 1], [0, 5]), 0);
});

Deno.test("smoothing halves a value's weight after each half-life", () => {
  // At 2: (0·½² + 1) / (½² + 1) with a half-life of 1.
  const [first, second] = smooth([0, 2], [0, 1], 1);
  assert.equal(first, 0);
  near(second ?? 0, 0.8);
});

Deno.test("a shift of the mean is found where it happens, and none in a level series", () => {
  const noise = [0.02, -0.03, 0.01, 0.03, -0.02, 0, 0.02, -0.01];
  assert.deepEqual(changePoints([...noise, ...noise.map((value) => value - 0.6)]), [8]);
  assert.deepEqual(changePoints([...noise, ...noise]), []);
  assert.deepEqual(changePoints([]), []);
});

Deno.test("the runs test: ten alternating signs give z = 2.683", () => {
  near(runsTest(Array.from({ length: 10 }, (_, i) => i % 2 === 0)), 2.6833);
  assert.ok(runsTest([true, true, true, true, false, false, false, false]) < -1.9);
  assert.equal(runsTest([true, true]), 0);
});

Deno.test("Kaplan-Meier: a duration that has not ended counts until it was last seen", () => {
  const durations = [
    { time: 1, ended: true },
    { time: 2, ended: true },
    { time: 3, ended: false },
    { time: 4, ended: true },
  ];
  assert.deepEqual(kaplanMeier(durations), [
    { time: 1, share: 0.75 },
    { time: 2, share: 0.5 },
    { time: 4, share: 0 },
  ]);
  assert.equal(medianDuration(durations), 2);
  assert.equal(lasting(durations, 3), 0.5);
  assert.equal(medianDuration([{ time: 5, ended: false }]), null);
});

Deno.test("the share that still lasts never grows", () => {
  const duration = fc.record({ time: fc.integer({ min: 0, max: 50 }), ended: fc.boolean() });
  fc.assert(fc.property(fc.array(duration), (durations) => {
    const shares = kaplanMeier(durations).map(({ share }) => share);
    for (const [i, share] of shares.entries()) assert.ok(share <= (shares[i - 1] ?? 1) && share >= 0);
  }));
});
