import assert from "node:assert/strict";
import { post, problemOf } from "../support/requests.ts";
import type { Register } from "./suite.ts";

/** What core offers of the emotion service. */
export function emotionTests(test: Register): void {
  test("POST /api/detect_emotion tells a text's emotion with everything that goes with it", async (running) => {
    const response = await post(running, "/api/detect_emotion", { text: "I'm feeling frustrated" });
    assert.equal(response.status, 200);
    const found = await response.json();
    assert.equal(found.emotion, "frustration");
    for (const name of ["confidence", "intensity", "valence", "arousal", "dominance"]) {
      assert.equal(typeof found[name], "number", name);
    }
    assert.equal(found.labels.length, 28);
    assert.deepEqual(Object.keys(found.labels[0]), ["label", "score", "active"]);
    assert.equal(Object.keys(found.plutchik).length, 9);
    assert.equal(found.model, "embedding");
  });

  test("POST /api/detect_emotion tells many texts in order, and keeps plain questions neutral", async (running) => {
    const texts = ["How do I renew the certificate?", "I'm so proud of my daughter", "What is a mutex?"];
    const { results } = await (await post(running, "/api/detect_emotion", { texts })).json();
    assert.deepEqual(results.map(({ emotion }: { emotion: string }) => emotion), [
      "neutral",
      "pride",
      "neutral",
    ]);
  });

  test("POST /api/detect_emotion hears a follow-up in its conversation", async (running) => {
    const history = [{ role: "user", text: "I'm so frustrated, it fails every time" }];
    const found = await (await post(running, "/api/detect_emotion", { text: "still the same", history }))
      .json();
    assert.equal(found.emotion, "frustration");
  });

  test("POST /api/detect_emotion refuses what is not one text or up to 256", async (running) => {
    const cases: [unknown, string][] = [
      [{}, "text"],
      [{ text: "  " }, "text"],
      [{ text: "a", texts: ["b"] }, "text"],
      [{ texts: [] }, "texts"],
      [{ texts: Array(257).fill("a") }, "texts"],
      [{ texts: ["a", 7] }, "texts.1"],
      [{ text: "a", history: [{ role: "system", text: "b" }] }, "history.0.role"],
    ];
    for (const [body, field] of cases) {
      const problem = await problemOf(await post(running, "/api/detect_emotion", body), 400);
      assert.deepEqual(problem.details, { field }, JSON.stringify(body));
    }
  });

  test("GET /api/mood of someone who said nothing is empty, and its fields are checked", async (running) => {
    const mood = await (await running.call("/api/mood?user_id=nobody&days=7")).json();
    assert.equal(mood.states, 0);
    assert.equal(mood.trend, "unknown");
    for (const query of ["days=0", "days=x", "time_zone=Mars/Olympus"]) {
      const problem = await problemOf(await running.call(`/api/mood?${query}`), 400);
      assert.deepEqual(problem.details, { field: query.split("=")[0] });
    }
    const erased = await running.call("/api/emotions?user_id=nobody", { method: "DELETE" });
    assert.deepEqual(await erased.json(), { erased: 0 });
  });
}
