import { loadConfig } from "../../lib/config/mod.ts";
import { MorganError } from "../../lib/errors.ts";
import { homePaths } from "../../lib/home/mod.ts";
import { userLocale } from "../../lib/locale.ts";
import { localZone } from "../../lib/zone.ts";
import { documentPath } from "../terminal/paths.ts";
import { connect } from "../local_server.ts";
import type { ChatState } from "./commands.ts";
import { type AskSettings, openConversation } from "./conversation.ts";
import { runPiped } from "./piped.ts";
import { findSession } from "./session_id.ts";
import { runTerminal } from "./screen.ts";
import { lastOf } from "./turns.ts";

/** Flags of `morgan chat`. */
export interface ChatOptions {
  resume?: string | true | undefined;
  continue?: true | undefined;
  topK?: number | undefined;
  rag?: boolean | undefined;
  llm?: boolean | undefined;
  under?: string | undefined;
  json?: true | undefined;
  quiet?: true | undefined;
}

/** Talks until the user leaves; elsewhere than on a terminal, answers each line of stdin. Returns the exit code. */
export async function chat(words: string[], options: ChatOptions, signal: AbortSignal): Promise<number> {
  const { settings, coloured } = await chatSettings(options);
  const first = words.join(" ").trim() || undefined;
  const resume = options.continue ? "last" : options.resume;
  const quiet = options.quiet ?? false;
  const told = new Set(settings.llm === false ? ["no_llm", "llm_unavailable"] : []);
  const state: ChatState = {
    conversation: openConversation(settings),
    settings,
    listed: [],
    told,
    coloured,
    feeling: undefined,
  };
  if (Deno.stdin.isTerminal() && Deno.stdout.isTerminal() && !options.json) {
    return await runTerminal(state, { first, resume, quiet }, signal);
  }
  if (resume !== undefined) {
    const { client } = await connect(signal, options);
    const session_id = await findSession(client, resume === true ? "last" : resume, signal);
    state.conversation = openConversation(settings, await lastOf(client, session_id, signal));
  }
  return await runPiped(state, { first, json: options.json ?? false, quiet }, signal);
}

async function chatSettings(options: ChatOptions): Promise<{ settings: AskSettings; coloured: boolean }> {
  const env = Deno.env.toObject();
  const { config, origins } = await loadConfig({ home: homePaths(env).root, env, project: Deno.cwd() });
  const { rag, llm, top_k } = config.query;
  if (options.rag === false && options.llm === false) {
    throw new MorganError("usage", "--no-rag and --no-llm leave nobody to ask.", {
      hint: "Leave out one of them.",
    });
  }
  const locale = userLocale(env);
  const settings = {
    ...(locale ? { locale } : {}),
    time_zone: localZone(),
    rag: rag && options.rag !== false,
    llm: llm && options.llm !== false,
    ...(options.topK ? { top_k: options.topK } : origins.has("query.top_k") ? { top_k } : {}),
    ...(options.under ? { filter: { path_prefix: documentPath(options.under) } } : {}),
  };
  return { settings, coloured: config.emotion.colour };
}
