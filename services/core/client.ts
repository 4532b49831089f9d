import { hc } from "hono/client";
import type { z } from "zod";
import { MorganError } from "../../lib/errors.ts";
import {
  expectOk,
  multipartBody,
  problemError,
  readNdjson,
  readSse,
  type Transport,
  type UploadFile,
} from "../../lib/http/mod.ts";
import { type EmotionClient, emotionClient } from "../emotion/client.ts";
import { type LearningClient, learningClient } from "../learning/client.ts";
import { type RagClient, ragClient } from "../rag/client.ts";
import * as rag from "../rag/contract.ts";
import type { CoreApp } from "./app.ts";
import * as contract from "./contract.ts";
import * as talk from "./conversation/contract.ts";

type TextInput = Omit<z.input<typeof contract.TextRequest>, "stream">;

/** How the command and other programs use Morgan. */
export interface CoreClient extends
  Pick<
    RagClient,
    | "search"
    | "documents"
    | "document"
    | "deleteDocument"
    | "reindex"
    | "reindexStatus"
    | "cancelReindex"
    | "doctor"
  >,
  Omit<LearningClient, "observe" | "adaptation"> {
  text(request: TextInput, signal?: AbortSignal): Promise<contract.TextResponse>;
  /** Yields the answer's text as it comes and returns the whole. Throws what the server reports. */
  stream(
    request: TextInput,
    signal?: AbortSignal,
    options?: {
      /** Called once the message is stored. */
      onAccepted?: (ids: contract.Accepted) => void;
    },
  ): AsyncGenerator<string, contract.TextResponse>;
  conversations(query: talk.ConversationsQuery, signal?: AbortSignal): Promise<talk.ConversationPage>;
  /** @param id of the conversation or its session */
  conversation(
    id: string,
    query?: talk.MessagesQuery,
    signal?: AbortSignal,
  ): Promise<talk.ConversationDetail>;
  /** Returns the ids of what was deleted. */
  deleteConversation(id: string, userId?: string, signal?: AbortSignal): Promise<string[]>;
  /** How the user felt over time. */
  mood: EmotionClient["mood"];
  /** What a text shows. */
  detectEmotion: EmotionClient["detect"];
  /** Erases what was noticed of the user's feelings; returns in how many messages. */
  eraseEmotions: EmotionClient["erase"];
  feedback(
    request: z.input<typeof talk.FeedbackRequest>,
    signal?: AbortSignal,
  ): Promise<talk.FeedbackResponse>;
  /** Sends files; the events come while they are read. */
  ingest(
    files: Iterable<UploadFile>,
    options?: {
      force?: boolean;
      signal?: AbortSignal;
      /** Told of a file of known size that could not be read to its end; it is not taken. */
      onBroken?: (path: string, error: unknown) => void;
    },
  ): AsyncGenerator<rag.IngestEvent>;
  /** The bytes of a backup, as they are made. */
  backup(
    request: z.input<typeof contract.BackupRequest>,
    signal?: AbortSignal,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  status(signal?: AbortSignal): Promise<contract.Status>;
}

/** The client of the core service at `base`. */
export function coreClient(base: string, transport: Transport): CoreClient {
  const api = hc<CoreApp>(base, { fetch: transport }).api;
  // Core offers these calls as the services themselves do.
  const documents = ragClient(base, transport);
  const emotion = emotionClient(base, transport);
  const { observe: _, adaptation: __, ...learning } = learningClient(base, transport);
  const init = (signal?: AbortSignal) => ({ init: signal ? { signal } : {} });
  return {
    async text(json, signal) {
      const response = await expectOk(api.text.$post({ json: { ...json, stream: false } }, init(signal)));
      return contract.TextResponse.parse(await response.json());
    },
    async *stream(json, signal, { onAccepted } = {}) {
      const response = await expectOk(api.text.$post({ json: { ...json, stream: true } }, init(signal)));
      for await (const { event, data } of readSse(response)) {
        const fields = data as Record<string, unknown>;
        if (event === "accepted") onAccepted?.(contract.Accepted.parse(data));
        if (event === "token") yield String(fields.text);
        if (event === "error") throw problemError(fields);
        if (event === "done") return contract.TextResponse.parse(data);
      }
      throw new MorganError("unavailable", "Morgan broke off in the middle of an answer.", {
        hint: "Ask again; `morgan status` tells whether it still runs.",
      });
    },
    search: documents.search,
    async *ingest(files, { force = false, signal, onBroken } = {}) {
      const { body, type } = multipartBody(files, onBroken);
      const options = { force, ...(signal ? { signal } : {}) };
      for await (const value of readNdjson(await documents.ingest(body, { "content-type": type }, options))) {
        const event = rag.IngestEvent.parse(value);
        if (event.event === "error") throw problemError(event);
        yield event;
      }
    },
    documents: documents.documents,
    document: documents.document,
    deleteDocument: documents.deleteDocument,
    async conversations(query, signal) {
      const response = api.conversations.$get({ query: texts(query) }, init(signal));
      return talk.ConversationPage.parse(await (await expectOk(response)).json());
    },
    async conversation(id, query = {}, signal) {
      const response = api.conversations[":id"].$get({ param: { id }, query: texts(query) }, init(signal));
      return talk.ConversationDetail.parse(await (await expectOk(response)).json());
    },
    async deleteConversation(id, userId, signal) {
      const query = texts({ user_id: userId });
      const response = api.conversations[":id"].$delete({ param: { id }, query }, init(signal));
      return (await (await expectOk(response)).json()).deleted;
    },
    async feedback(json, signal) {
      const response = await expectOk(api.feedback.$post({ json }, init(signal)));
      return talk.FeedbackResponse.parse(await response.json());
    },
    reindex: documents.reindex,
    reindexStatus: documents.reindexStatus,
    cancelReindex: documents.cancelReindex,
    doctor: documents.doctor,
    ...learning,
    mood: emotion.mood,
    detectEmotion: emotion.detect,
    eraseEmotions: emotion.erase,
    async backup(json, signal) {
      const { body } = await expectOk(api.backup.$post({ json }, init(signal)));
      if (!body) throw new MorganError("internal", "The backup came without content.");
      return body;
    },
    async status(signal) {
      return contract.Status.parse(await (await expectOk(api.status.$get({}, init(signal)))).json());
    },
  };
}

/** Query parameters as text, without those that are not given. */
function texts(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
