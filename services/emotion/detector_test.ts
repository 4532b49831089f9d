import assert from "node:assert/strict";
import fc from "fast-check";
import { memoryCache } from "../../lib/cache/mod.ts";
import { Emotion } from "./contract.ts";
import { createDetector } from "./detector.ts";
import { feelingOf } from "./feelings.ts";
import { emphasis, intensityOf } from "./intensity.ts";
import { fakeClassifier } from "./testing.ts";

function detector(scores?: Parameters<typeof fakeClassifier>[0]) {
  const { classifier, asked } = fakeClassifier(scores);
  return { asked, detector: createDetector({ classifier, cache: memoryCache() }) };
}

Deno.test("a stated feeling wins over what the classifier hears, with its own name and place", async () => {
  const { detector: it } = detector(() => ({ joy: 0.6, neutral: 0.3 }));
  const [found] = await it.detect(["I'm feeling frustrated"]);
  assert.equal(found?.emotion, "frustration");
  assert.ok(found.confidence >= 0.95);
  assert.ok(found.valence < 0 && found.arousal > 0);
  assert.ok(found.plutchik.anger > 0.5);
  assert.ok(found.labels.find(({ label }) => label === "annoyance")?.active);
  assert.deepEqual(found.evidence, [{
    kind: "stated",
    feeling: "frustration",
    quote: "i'm feeling frustrated",
  }]);
});

Deno.test("a text is classified once: the cache gives it again, also within one call", async () => {
  const { detector: it, asked } = detector();
  const [first, again] = await it.detect(["hello there", "hello there"]);
  const [later] = await it.detect(["hello there"]);
  assert.deepEqual(first, again);
  assert.deepEqual(first, later);
  assert.deepEqual(asked, ["hello there"]);
});

Deno.test("a short follow-up carries the feeling on, weaker; one that speaks for itself does not", async () => {
  const { detector: it } = detector();
  const history = [
    { role: "user" as const, text: "I'm so frustrated with this upload" },
    { role: "assistant" as const, text: "I'm happy to help!" },
  ];
  const [alone] = await it.detect(["still the same"]);
  const [carried] = await it.detect(["still the same"], { history });
  const [source] = await it.detect([history[0]!.text]);
  assert.equal(alone?.emotion, "neutral");
  assert.equal(carried?.emotion, "frustration");
  assert.ok(carried.intensity < (source?.intensity ?? 0) && carried.confidence < (source?.confidence ?? 0));
  const [own] = await it.detect(["it works, I'm relieved"], { history });
  assert.equal(own?.emotion, "relief");
  const [unrelated] = await it.detect(["What does the contract say about notice?"], { history });
  assert.equal(unrelated?.emotion, "neutral");
});

Deno.test("another person's feeling is told, and is not the user's", async () => {
  const { detector: it } = detector(() => ({ anger: 0.8, neutral: 0.1 }));
  const [found] = await it.detect(["My sister is furious with her boss"]);
  assert.equal(found?.emotion, "neutral");
  assert.deepEqual(found.others, [{ who: "my sister", emotion: "rage", quote: "my sister is furious" }]);
});

Deno.test("a denied feeling leaves, and a denied pleasure is a disappointment", async () => {
  const { detector: it } = detector((text) =>
    text.includes("angry") ? { anger: 0.8, neutral: 0.3 } : { joy: 0.7 }
  );
  const [angry, happy] = await it.detect(["I'm not angry", "I'm not happy with it"]);
  assert.equal(angry?.emotion, "neutral");
  assert.equal(happy?.emotion, "disappointment");
});

Deno.test("whatever the text and the scores, a result keeps its bounds", async () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const words = fc.constantFrom(
    "I'm",
    "sad",
    "not",
    "so",
    "HAPPY",
    "!!!",
    "😭",
    "my dad",
    "is",
    "angry",
    "if",
    "how",
    "port",
    ".",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1 }), unit, unit, async (parts, joy, neutral) => {
      const { detector: it } = detector(() => ({ joy, neutral }));
      const [found] = await it.detect([parts.join(" ")]);
      const parsed = Emotion.parse(found);
      const sum = Object.values(parsed.plutchik).reduce((total, share) => total + share, 0);
      assert.ok(Math.abs(sum - 1) < 0.01, String(sum));
    }),
  );
});

Deno.test("intensity rises with the feeling's name, degree and emphasis", () => {
  const of = (name: string, shift = 0, text = "") => intensityOf(feelingOf(name), 1, shift, emphasis(text));
  assert.ok(of("rage") > of("anger") && of("anger") > of("irritation"));
  assert.ok(of("anger", 0.1) > of("anger") && of("anger") > of("anger", -0.1));
  assert.ok(of("anger", 0, "NO WAY IN HELL!!!") > of("anger", 0, "no!"));
  // .6 · (.6 + .4 · .5) = .48 for a guess of one half.
  assert.equal(intensityOf(feelingOf("frustration"), 0.5, 0, 0).toFixed(2), "0.48");
  // Four marks at most: 4 · .292 / 4.
  assert.equal(emphasis("no!!!!!!!!").toFixed(3), "0.292");
  assert.equal(emphasis("plain"), 0);
});
