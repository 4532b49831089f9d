import assert from "node:assert/strict";
import fc from "fast-check";
import { adapt } from "./adaptation.ts";
import { type Preference, PREFERENCE_VALUES, type PreferenceType, type Why } from "./contract.ts";
import { derivePreferences, describePreference, type Evidence, HALF_LIFE_DAYS } from "./preferences.ts";

const DAY = 24 * 60 * 60 * 1000;
let made = 0;

function evidence(
  value: string | null,
  at: number,
  { weight = 0.8, kind = "feedback", type = "length" }: {
    weight?: number;
    kind?: Why["kind"];
    type?: PreferenceType;
  } = {},
): Evidence {
  const date = new Date(at * DAY).toISOString();
  return { id: String(++made), type, value, weight, at: at * DAY, why: { kind, text: "", date } };
}
const valueAt = (all: Evidence[], day: number) => derivePreferences(all, day * DAY)[0]?.value;
const confidenceAt = (all: Evidence[], day: number) => derivePreferences(all, day * DAY)[0]?.confidence ?? 0;

Deno.test("of contrary comments the most recent wins, in whatever order they are read", () => {
  const all = [evidence("short", 1), evidence("long", 2), evidence("short", 3)];
  assert.equal(valueAt(all, 4), "short");
  assert.equal(valueAt(all.slice(0, 2), 4), "long");
  assert.equal(valueAt(all.toReversed(), 4), "short");
});

Deno.test("a single follow-up changes nothing, the second does, and neither beats a fresh comment at once", () => {
  const followUp = (at: number) => evidence("long", at, { weight: 0.5, kind: "behaviour" });
  assert.equal(valueAt([followUp(1)], 1), undefined);
  assert.equal(valueAt([followUp(1), followUp(2)], 2), "long");
  assert.equal(valueAt([evidence("short", 1), followUp(2)], 2), "short");
});

Deno.test("confidence grows with agreement and halves with its half-life", () => {
  const one = evidence("short", 0);
  assert.equal(confidenceAt([one], 0), 0.8);
  assert.equal(confidenceAt([one], HALF_LIFE_DAYS.feedback), 0.4);
  assert.ok(confidenceAt([one, evidence("short", 0)], 0) > 0.9);
  assert.equal(valueAt([one], 3 * HALF_LIFE_DAYS.feedback), undefined);
});

Deno.test("confidence is within 0 and 1 and never grows with time alone", () => {
  const some = fc.array(
    fc.record({
      value: fc.constantFrom("short", "long"),
      at: fc.integer({ min: 0, max: 50 }),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
      .map(({ value, at, weight }) => evidence(value, at, { weight })),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(
      some,
      fc.integer({ min: 51, max: 400 }),
      fc.integer({ min: 1, max: 400 }),
      (all, day, more) => {
        const before = confidenceAt(all, day);
        assert.ok(before >= 0 && before <= 1);
        assert.ok(confidenceAt(all, day + more) <= before);
      },
    ),
  );
});

Deno.test("a preference that is taken back is gone", () => {
  assert.equal(
    valueAt([evidence("short", 1), evidence(null, 2, { weight: 1, kind: "explicit" })], 3),
    undefined,
  );
});

Deno.test("every preference changes what is told to the model, or what is searched", () => {
  const base = JSON.stringify(adapt([]));
  const all: Preference[] = [
    ...Object.entries(PREFERENCE_VALUES).flatMap(([type, values]) =>
      values.map((value): Preference => ({
        type: type as PreferenceType,
        ...(type === "topic" || type === "source" ? { subject: "a/b.md" } : {}),
        value,
        confidence: 0.8,
        since: "2026-01-01T00:00:00.000Z",
      }))
    ),
    { type: "language", value: "de", confidence: 0.8, since: "2026-01-01T00:00:00.000Z" },
  ];
  const texts = all.map((preference) => JSON.stringify({ ...adapt([preference]), preferences: [] }));
  assert.equal(new Set([base, ...texts]).size, all.length + 1);
});

Deno.test("a language that has a tag's form alone is told by its tag", () => {
  const tag = "aa-0000000-0000000";
  assert.equal(describePreference({ type: "language", value: tag }), `Answers are in ${tag}.`);
  assert.equal(describePreference({ type: "language", value: "de" }), "Answers are in German.");
});

Deno.test("length, format and depth change the extractive answer too", () => {
  const of = (type: PreferenceType, value: string) =>
    adapt([{ type, value, confidence: 1, since: "" }]).extractive;
  assert.deepEqual(adapt([]).extractive, { sentences: 3, format: "plain" });
  assert.equal(of("length", "short").sentences, 1);
  assert.equal(of("length", "long").sentences, 6);
  assert.equal(of("format", "bullets").format, "bullets");
  assert.equal(of("depth", "simple").prefer, "simple");
});
