import { createRoute } from "@hono/zod-openapi";
import { jsonBody, jsonResponse } from "../../lib/http/mod.ts";
import * as contract from "./contract.ts";

/** The calls of the emotion service; core offers them too. */
export const routes = {
  detect: createRoute({
    method: "post",
    path: "/api/detect_emotion",
    request: jsonBody(contract.DetectRequest),
    responses: jsonResponse(contract.DetectResponse, "What the text shows; `results` for `texts`."),
  }),
  model: createRoute({
    method: "get",
    path: "/api/model",
    responses: jsonResponse(contract.EmotionModel, "The model that tells emotions."),
  }),
  mood: createRoute({
    method: "get",
    path: "/api/mood",
    request: { query: contract.MoodQuery },
    responses: jsonResponse(contract.MoodResponse, "What the history of feelings tells."),
  }),
  erase: createRoute({
    method: "delete",
    path: "/api/emotions",
    request: { query: contract.EraseQuery },
    responses: jsonResponse(contract.EraseResponse, "How many states were erased."),
  }),
  track: createRoute({
    method: "post",
    path: "/api/track_emotion",
    request: jsonBody(contract.TrackRequest),
    responses: jsonResponse(contract.Emotion, "What the message shows, stored."),
  }),
};
