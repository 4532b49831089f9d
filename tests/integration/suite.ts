import { startProcesses } from "../support/processes.ts";
import { type Running, type RunningOptions, startRunning } from "../support/running.ts";
import { answerTests } from "./answer_tests.ts";
import { citationTests } from "./citation_tests.ts";
import { conversationTests } from "./conversation_tests.ts";
import { documentTests } from "./document_tests.ts";
import { emotionTests } from "./emotion_tests.ts";
import { faultTests } from "./fault_tests.ts";
import { httpTests } from "./http_tests.ts";
import { ingestTests } from "./ingest_tests.ts";
import { learningTests } from "./learning_tests.ts";
import { openAiTests } from "./openai_tests.ts";
import { personTests } from "./person_tests.ts";
import { preferenceTests } from "./preference_tests.ts";
import { raceTests } from "./race_tests.ts";
import { searchTests } from "./search_tests.ts";
import { upkeepTests } from "./upkeep_tests.ts";

/** Registers a test by its sentence; `running` is the suite's Morgan. */
export type Register = (sentence: string, body: (running: Running) => Promise<void>) => void;

/**
 * One body of tests for a Morgan in one process, for one whose services each have a port, and for one whose services are processes, core in two. One
 * Morgan serves them all.
 */
export function suite(spread: "process" | "ports" | "processes", ignore = false): void {
  const start = (options: RunningOptions = {}) =>
    spread === "processes" ? startProcesses(options) : startRunning({ spread, ...options });
  let running: Running | undefined;
  Deno.test.beforeAll(async () => {
    if (!ignore) running = await start();
  });
  Deno.test.afterAll(async () => {
    await running?.[Symbol.asyncDispose]();
  });
  const register: Register = (sentence, body) =>
    Deno.test({
      name: `${sentence} (${spread})`,
      ignore,
      async fn() {
        if (!running) throw new Error("Morgan did not start.");
        await body(running);
      },
    });
  answerTests(register);
  conversationTests(register);
  ingestTests(register);
  raceTests(register);
  documentTests(register);
  searchTests(register);
  learningTests(register);
  personTests(register);
  preferenceTests(register);
  openAiTests(register);
  emotionTests(register);
  httpTests(register);
  citationTests(register);
  upkeepTests(register);
  faultTests(register, start);
}
