/** The tables as Kysely and the repositories see them. The migrations create exactly these columns. */

/** What a jsonb column holds: always an object, so that PGlite and pg serialise it alike. */
export type JsonObject = { [key: string]: JsonValue };
/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** The columns that every table has. Code sets them; the database has neither defaults nor triggers for them. */
export interface BaseRow {
  /** UUIDv7, made by `newId()`. */
  id: string;
  created_at: Date;
  updated_at: Date;
  /** Set by a soft delete; queries leave such rows out unless asked. */
  deleted_at: Date | null;
}

export interface ConversationRow extends BaseRow {
  user_id: string;
  session_id: string;
  context_summary: string | null;
  metadata: JsonObject;
}

export const MESSAGE_ROLES = ["user", "assistant", "system", "tool"] as const;

export interface MessageRow extends BaseRow {
  conversation_id: string;
  role: (typeof MESSAGE_ROLES)[number];
  content: string;
  timestamp: Date;
  tokens_used: number | null;
  metadata: JsonObject;
}

export interface EmotionalStateRow extends BaseRow {
  message_id: string;
  emotion_type: string;
  /** 0..1. */
  confidence: number;
  /** 0..1. */
  intensity: number;
  /** -1 (unpleasant) .. 1 (pleasant). */
  valence: number | null;
  /** -1 (calm) .. 1 (excited). */
  arousal: number | null;
  /** -1 (controlled) .. 1 (in control). */
  dominance: number | null;
  metadata: JsonObject;
}

export interface EmotionPatternRow extends BaseRow {
  user_id: string;
  pattern_type: string;
  frequency: number;
  /** 0..1. */
  intensity_avg: number | null;
  context_metadata: JsonObject;
}

export interface EmotionTriggerRow extends BaseRow {
  user_id: string;
  trigger_keyword: string;
  emotion_type: string;
  frequency: number;
  last_triggered: Date | null;
  metadata: JsonObject;
}

export const INGESTION_STATUSES = ["pending", "processing", "completed", "failed"] as const;
/** Where a document stands. Only `completed` documents are searched. */
export type IngestionStatus = (typeof INGESTION_STATUSES)[number];

export interface DocumentRow extends BaseRow {
  /** The basename of `path`. */
  filename: string;
  file_type: string;
  /** Bytes. */
  file_size: number;
  /** Key of the original bytes in the bucket `morgan-documents`. */
  object_key: string;
  ingestion_status: IngestionStatus;
  chunk_count: number;
  /** The document's path as the user named it. One live completed version per path. */
  path: string;
  /** SHA-256 of the bytes, a colon and the type: equal keys give equal chunks and vectors. */
  content_key: string;
  title: string | null;
  /** Code of why a document failed, or of what it waits for beside its turn; else null. */
  failure_reason: string | null;
  /** The sentence that goes with `failure_reason`. */
  failure_message: string | null;
  metadata: JsonObject;
}

export interface DocumentChunkRow extends BaseRow {
  document_id: string;
  /** Counted from 0, unique within a document. */
  chunk_index: number;
  chunk_text: string;
  /** The vector's id in the vector index. */
  embedding_id: string | null;
  token_count: number;
  metadata: JsonObject;
}

export interface UserPreferenceRow extends BaseRow {
  user_id: string;
  preference_type: string;
  preference_value: JsonObject;
  /** 0..1. */
  confidence: number;
  metadata: JsonObject;
}

export interface BehavioralPatternRow extends BaseRow {
  user_id: string;
  pattern_type: string;
  pattern_data: JsonObject;
  frequency: number;
  /** 0..1. */
  confidence: number;
  metadata: JsonObject;
}

export const FEEDBACK_TYPES = ["rating", "correction", "preference"] as const;

export interface FeedbackRow extends BaseRow {
  conversation_id: string | null;
  message_id: string | null;
  user_id: string;
  /** 1 (bad) .. 5 (good). */
  rating: number | null;
  comment: string | null;
  feedback_type: (typeof FEEDBACK_TYPES)[number];
  metadata: JsonObject;
}

/** The ten tables. */
export interface Schema {
  conversations: ConversationRow;
  messages: MessageRow;
  emotional_states: EmotionalStateRow;
  emotion_patterns: EmotionPatternRow;
  emotion_triggers: EmotionTriggerRow;
  documents: DocumentRow;
  document_chunks: DocumentChunkRow;
  user_preferences: UserPreferenceRow;
  behavioral_patterns: BehavioralPatternRow;
  feedback: FeedbackRow;
}

/** The name of a table. */
export type TableName = keyof Schema;

type JsonColumn = "metadata" | "context_metadata";
type Given<R> = Omit<R, keyof BaseRow>;
type OptionalColumn<R> = {
  [K in keyof R]: null extends R[K] ? K : K extends JsonColumn ? K : never;
}[keyof R];

/** What an insert takes: nullable columns and metadata may be left out, the base columns are made in code. */
export type NewRow<R extends BaseRow> =
  & Omit<Given<R>, OptionalColumn<Given<R>>>
  & { [K in OptionalColumn<Given<R>>]?: Given<R>[K] | undefined }
  & { id?: string | undefined };

/** What an update takes: any column but the base ones; `updated_at` is set in code. */
export type RowChanges<R extends BaseRow> = { [K in keyof Given<R>]?: Given<R>[K] | undefined };
