/** What a chat shows of the user: the mood, and what is remembered. */
import { MorganError } from "../../lib/errors.ts";
import { forgetMemories, listMemories, undoMemory } from "../commands/memory.ts";
import { moodOf, showMood } from "../mood/show.ts";
import { currentClient } from "./conversation.ts";

/** Days of the mood, and memories, that a chat shows. */
const DAYS = 14;
const MEMORIES = 20;

/** `/mood`: the last days, the present and the trend. */
export async function mood(signal: AbortSignal): Promise<void> {
  const client = await currentClient(signal);
  await showMood(await moodOf(client, DAYS, signal), { days: DAYS, short: true });
}

/** What may stand after `/memory`. */
export const MEMORY_WORDS = ["forget", "undo"];

/** `/memory`: what is remembered, the newest first; with words, what holds them; forgetting, and bringing back. */
export async function memory(argument: string, signal: AbortSignal): Promise<void> {
  const [verb = "", ...ids] = argument.split(/\s+/).filter((word) => word !== "");
  if (!MEMORY_WORDS.includes(verb)) return await listMemories([argument], { limit: MEMORIES }, signal);
  const [id] = ids;
  if (id === undefined || (verb === "undo" && ids.length > 1)) {
    throw new MorganError("usage", `/memory ${verb} needs ${verb === "undo" ? "one id" : "an id"}.`, {
      hint: "/memory lists what is remembered, each with its id.",
    });
  }
  if (verb === "undo") return await undoMemory(id, {}, signal);
  await forgetMemories(ids, {}, signal);
}
