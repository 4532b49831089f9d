import { hc } from "hono/client";
import { MorganError } from "../../lib/errors.ts";
import { expectOk, type Transport } from "../../lib/http/mod.ts";
import type { EmotionApp } from "./app.ts";
import {
  type Emotion,
  type EmotionModel,
  type EraseQuery,
  type History,
  type MoodQuery,
  MoodResponse,
  type TrackRequest,
} from "./contract.ts";

/** How a text is to be understood. */
export interface DetectOptions {
  /** The conversation before it, the oldest first. */
  history?: History | undefined;
  signal?: AbortSignal | undefined;
}

/** How others use the emotion service. */
export interface EmotionClient {
  /** What a text shows. */
  detect(text: string, options?: DetectOptions): Promise<Emotion>;
  /** What each text shows, in order; any number of them. */
  detectAll(texts: readonly string[], options?: DetectOptions): Promise<Emotion[]>;
  /** Detects and stores what a stored message shows. */
  track(request: TrackRequest, signal?: AbortSignal): Promise<Emotion>;
  /** What a user's history tells. */
  mood(query: MoodQuery, signal?: AbortSignal): Promise<MoodResponse>;
  /** Which model answers. Throws why none does. */
  model(signal?: AbortSignal): Promise<EmotionModel>;
  /** Erases a user's states; returns how many. */
  erase(query: EraseQuery, signal?: AbortSignal): Promise<number>;
}

/** Texts a request carries. */
const BATCH = 256;

/** The client of the emotion service at `base`. */
export function emotionClient(base: string, transport: Transport): EmotionClient {
  const api = hc<EmotionApp>(base, { fetch: transport }).api;
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async detect(text, { history, signal } = {}) {
      const json = { text, ...(history ? { history } : {}) };
      const found = await (await expectOk(api.detect_emotion.$post({ json }, init(signal)))).json();
      if ("results" in found) {
        throw new MorganError("internal", "The emotion service answered for another call.");
      }
      return found;
    },
    async detectAll(texts, { history, signal } = {}) {
      const all: Emotion[] = [];
      for (let i = 0; i < texts.length; i += BATCH) {
        const json = { texts: texts.slice(i, i + BATCH), ...(history ? { history } : {}) };
        const found = await (await expectOk(api.detect_emotion.$post({ json }, init(signal)))).json();
        if ("results" in found) all.push(...found.results);
      }
      return all;
    },
    async track(json, signal) {
      return await (await expectOk(api.track_emotion.$post({ json }, init(signal)))).json();
    },
    async mood(query, signal) {
      const response = await expectOk(api.mood.$get({ query: texts(query) }, init(signal)));
      return MoodResponse.parse(await response.json());
    },
    async model(signal) {
      return await (await expectOk(api.model.$get({}, init(signal)))).json();
    },
    async erase(query, signal) {
      const response = await expectOk(api.emotions.$delete({ query: texts(query) }, init(signal)));
      return (await response.json()).erased;
    },
  };
}

/** Query parameters as text, without those that are not given. */
function texts(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
