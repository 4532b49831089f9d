import { repositories } from "../../../lib/db/mod.ts";
import { estimateTokens } from "../../../lib/models/llm.ts";
import type { LlmModel } from "../../llm/contract.ts";
import type { CoreContext } from "../context.ts";
import { type Exchange, loadHistory } from "./history.ts";
import { summarise, transcript } from "./summary.ts";
import { SUMMARY_SHARE } from "./talk.ts";

/** Tokens for what was said before, of a window: the documents and the answer need the rest. */
export function talkBudget(window: number, maxTokens: number): number {
  return Math.floor((window - maxTokens) * 0.35);
}

/** Shares of the budget at which older turns are folded, and to which: far enough apart that it is not done at every turn. */
const FULL = 0.6;
const FOLDED = 0.3;

/**
 * Folds the older turns of a conversation into its summary once they no longer fit beside the newer ones. Off the reply
 * path.
 */
export async function foldHistory(
  context: CoreContext,
  conversationId: string,
  model: LlmModel | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { db } = context.database;
  const conversation = await repositories(db).conversations.find(conversationId);
  if (!conversation) return;
  const window = model?.context_window ?? 4096;
  const budget = talkBudget(window, Math.min(model?.max_tokens ?? 512, Math.floor(window / 4)));
  const { summary, turns } = await loadHistory(db, { conversation, user_message_id: NONE, message_id: NONE });
  if (tokens(turns) <= budget * FULL) return;
  let kept = turns.length;
  let used = 0;
  while (kept > 0) {
    const turn = turns[kept - 1];
    if (!turn || used + tokens([turn]) > budget * FOLDED) break;
    used += tokens([turn]);
    kept--;
  }
  const older = turns.slice(0, kept);
  const last = older.at(-1);
  if (!last) return;
  const text = await summarise(context, summary, older, Math.floor(budget * SUMMARY_SHARE), model, signal);
  await context.database.transaction(async (tx) => {
    // Read again: it may have been deleted, or lost an answer with its document, meanwhile.
    const now = await repositories(tx).conversations.find(conversationId);
    if (!now || now.context_summary !== conversation.context_summary) return;
    const still = await loadHistory(tx, { conversation: now, user_message_id: NONE, message_id: NONE });
    if (transcript(still.turns.slice(0, kept)) !== transcript(older)) return;
    // Not `update`: a summary is nothing that was said, and must not make the conversation the last one.
    await tx.updateTable("conversations").set({
      context_summary: text,
      metadata: { ...now.metadata, summarised_to: last.until.toISOString() },
    }).where("id", "=", conversationId).execute();
  });
}

/** A message id that no message has. */
const NONE = "00000000-0000-0000-0000-000000000000";

function tokens(turns: readonly Exchange[]): number {
  return turns.reduce(
    (sum, { user, assistant }) => sum + estimateTokens(user) + estimateTokens(assistant) + 24,
    0,
  );
}
