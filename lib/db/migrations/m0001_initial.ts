import { type Kysely, sql } from "kysely";

/** The ten tables of the first release. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** Drops them again, children first. */
export async function down(db: Kysely<unknown>): Promise<void> {
  const names = [...TABLES].reverse().map(([name]) => name);
  for (const name of names) await db.schema.dropTable(name).execute();
}

const BASE = `id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz`;

const METADATA = `metadata jsonb NOT NULL DEFAULT '{}'`;

const unit = (column: string) => `${column} double precision NOT NULL CHECK (${column} BETWEEN 0 AND 1)`;
const bipolar = (column: string) => `${column} double precision CHECK (${column} BETWEEN -1 AND 1)`;

// Written as SQL because it is what a reader of a schema looks for; foreign keys have no cascades, the code deletes.
const TABLES: [name: string, columns: string, indexes: string[]][] = [
  [
    "conversations",
    `user_id text NOT NULL, session_id text NOT NULL, context_summary text, ${METADATA}`,
    ["user_id", "session_id"],
  ],
  [
    "messages",
    `conversation_id uuid NOT NULL REFERENCES conversations (id),
     role text NOT NULL CHECK (role IN ('user', 'assistant', 'system', 'tool')),
     content text NOT NULL, "timestamp" timestamptz NOT NULL,
     tokens_used integer CHECK (tokens_used >= 0), ${METADATA}`,
    ["conversation_id", '"timestamp"'],
  ],
  [
    "emotional_states",
    `message_id uuid NOT NULL REFERENCES messages (id), emotion_type text NOT NULL,
     ${unit("confidence")}, ${unit("intensity")},
     ${bipolar("valence")}, ${bipolar("arousal")}, ${bipolar("dominance")}, ${METADATA}`,
    ["message_id", "emotion_type"],
  ],
  [
    "emotion_patterns",
    `user_id text NOT NULL, pattern_type text NOT NULL, frequency integer NOT NULL CHECK (frequency >= 0),
     intensity_avg double precision CHECK (intensity_avg BETWEEN 0 AND 1),
     context_metadata jsonb NOT NULL DEFAULT '{}'`,
    ["user_id", "pattern_type"],
  ],
  [
    "emotion_triggers",
    `user_id text NOT NULL, trigger_keyword text NOT NULL, emotion_type text NOT NULL,
     frequency integer NOT NULL CHECK (frequency >= 0), last_triggered timestamptz, ${METADATA}`,
    ["user_id", "trigger_keyword"],
  ],
  [
    "documents",
    `filename text NOT NULL, file_type text NOT NULL, file_size bigint NOT NULL CHECK (file_size >= 0),
     object_key text NOT NULL,
     ingestion_status text NOT NULL CHECK (ingestion_status IN ('pending', 'processing', 'completed', 'failed')),
     chunk_count integer NOT NULL CHECK (chunk_count >= 0),
     path text NOT NULL, content_key text NOT NULL, title text, failure_reason text, failure_message text, ${METADATA}`,
    ["filename", "file_type", "ingestion_status", "content_key", "path"],
  ],
  [
    "document_chunks",
    `document_id uuid NOT NULL REFERENCES documents (id), chunk_index integer NOT NULL CHECK (chunk_index >= 0),
     chunk_text text NOT NULL, embedding_id text, token_count integer NOT NULL CHECK (token_count >= 0), ${METADATA},
     UNIQUE (document_id, chunk_index)`,
    // document_id is the first column of the unique index.
    ["chunk_index", "embedding_id"],
  ],
  [
    "user_preferences",
    `user_id text NOT NULL, preference_type text NOT NULL, preference_value jsonb NOT NULL, ${
      unit("confidence")
    }, ${METADATA}`,
    ["user_id", "preference_type"],
  ],
  [
    "behavioral_patterns",
    `user_id text NOT NULL, pattern_type text NOT NULL, pattern_data jsonb NOT NULL,
     frequency integer NOT NULL CHECK (frequency >= 0), ${unit("confidence")}, ${METADATA}`,
    ["user_id", "pattern_type"],
  ],
  [
    "feedback",
    `conversation_id uuid REFERENCES conversations (id), message_id uuid REFERENCES messages (id),
     user_id text NOT NULL, rating integer CHECK (rating BETWEEN 1 AND 5), comment text,
     feedback_type text NOT NULL CHECK (feedback_type IN ('rating', 'correction', 'preference')), ${METADATA}`,
    ["conversation_id", "message_id", "user_id"],
  ],
];

const STATEMENTS = [
  ...TABLES.map(([name, columns]) => `CREATE TABLE ${name} (${BASE}, ${columns})`),
  ...TABLES.flatMap(([name, , indexes]) =>
    indexes.map((column) => `CREATE INDEX ${name}_${column.replaceAll('"', "")}_idx ON ${name} (${column})`)
  ),
  `CREATE UNIQUE INDEX documents_live_path_key ON documents (path)
     WHERE deleted_at IS NULL AND ingestion_status = 'completed'`,
];
