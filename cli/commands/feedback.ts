import { newId } from "../../lib/db/ids.ts";
import { MorganError } from "../../lib/errors.ts";
import { findSession } from "../chat/session_id.ts";
import { connect } from "../local_server.ts";
import { explainDegraded } from "../terminal/degraded.ts";
import { note, writeJson } from "../terminal/output.ts";

/** Flags of `morgan feedback`. */
export interface FeedbackOptions {
  rating: number;
  comment?: string | undefined;
  session?: string | undefined;
  message?: string | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Rates an answer: the last one, or the one that is named. */
export async function feedback(options: FeedbackOptions, signal: AbortSignal): Promise<void> {
  const comment = (options.comment === "-" ? await new Response(Deno.stdin.readable).text() : options.comment)
    ?.trim();
  if (options.comment !== undefined && !comment) {
    throw new MorganError("usage", "The comment is empty.", { hint: "Leave it out, or say something." });
  }
  const { client } = await connect(signal, options);
  const given = await client.feedback({
    rating: options.rating,
    feedback_id: newId(),
    ...(comment ? { comment } : {}),
    ...(options.message ? { message_id: options.message } : {}),
    ...(options.session ? { session_id: await findSession(client, options.session, signal) } : {}),
  }, signal);
  if (options.json) return writeJson(given);
  if (options.quiet) return;
  const { title } = await client.conversation(given.session_id, { limit: 1 }, signal);
  const about = options.message ? `the answer ${options.message} in` : "the last answer of";
  note(`Thank you: ${options.rating} of 5 for ${about} “${title}”.`);
  for (const change of given.changed) note(`Changed: ${change}`);
  explainDegraded(given.degraded ?? [], undefined);
}
