import assert from "node:assert/strict";
import type { SupportShown } from "../../services/core/contract.ts";
import type { Feeling } from "../../services/emotion/contract.ts";
import { formatFeeling } from "./feeling.ts";
import { formatSupport } from "./support.ts";

const SUPPORT: SupportShown = {
  risk: "high",
  kinds: ["suicide"],
  resources: [
    { name: "Emergency", kind: "emergency", numbers: ["112"], source: "https://a.example" },
    {
      name: "Listeners",
      kind: "helpline",
      numbers: ["116 123", "0800 1"],
      text: "50808",
      hours: "day and night",
      source: "https://b.example",
    },
    {
      name: "Directory",
      kind: "directory",
      numbers: [],
      web: "https://c.example",
      source: "https://c.example",
    },
  ],
};

const block = (support: SupportShown, answer: string) => formatSupport(support, answer).split("\n");

Deno.test("help stands in a block of its own, marked by characters and not by colour alone", () => {
  assert.deepEqual(block(SUPPORT, "I am here."), [
    "┃ Help is here:",
    "┃ Emergency: call 112",
    "┃ Listeners: call 116 123 or 0800 1, text 50808 (day and night)",
    "┃ Directory: https://c.example",
  ]);
});

Deno.test("a place is left out only where the answer gives all its numbers as they are", () => {
  assert.equal(block(SUPPORT, "Call 112.").length, 3);
  assert.equal(block(SUPPORT, "Room 1123, code 4112").length, 4);
  assert.equal(block(SUPPORT, "Call 116 123.").length, 4);
  assert.equal(block(SUPPORT, "Call 116 123 or 0800 1.").length, 3);
  const all = "112, 116 123, 0800 1, https://c.example";
  assert.equal(formatSupport(SUPPORT, all), "");
});

Deno.test("what became of an alert is told, also where it failed", () => {
  const alert = {
    sent: ["webhook" as const],
    failed: [{ channel: "mail" as const, reason: "refused\x1b[2J" }],
    pending: [],
  };
  assert.deepEqual(block({ ...SUPPORT, resources: [], alert }, ""), [
    "┃ Your contact was told (webhook).",
    "┃ Your contact could not be told (mail): refused",
  ]);
});

Deno.test("a feeling is told with its place and the shares of the wheel, the largest first", () => {
  const feeling: Feeling = {
    emotion: "frustration",
    confidence: 0.82,
    intensity: 0.6,
    valence: -0.554,
    arousal: 0.31,
    dominance: -0.2,
    plutchik: {
      joy: 0,
      sadness: 0.1,
      anger: 0.6,
      fear: 0.001,
      surprise: 0,
      disgust: 0.2,
      trust: 0,
      anticipation: 0,
      neutral: 0.099,
    },
    mixed: [{ emotion: "worry", confidence: 0.41 }],
  };
  assert.equal(
    formatFeeling(feeling),
    "Feeling   frustration, confidence 82 %, intensity 60 %; valence -0.55, arousal +0.31, dominance -0.20; also worry 41 %\n" +
      "Plutchik  anger 60 %, disgust 20 %, sadness 10 %, neutral 10 %",
  );
});
