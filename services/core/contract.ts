import { z } from "zod";
import { Name, TimeZone, UserId, words } from "../../lib/schemas.ts";
import { Emotion, Feeling } from "../emotion/contract.ts";
import { AlertResult, CrisisKind, Resource, Risk, Tone } from "../empathy/contract.ts";
import { Candidate, Jobs, ReindexStatus, SearchFilter } from "../rag/contract.ts";
import { Recalled } from "./conversation/contract.ts";

/** The first event of a streamed answer: the message is stored. */
export const Accepted = z.object({
  session_id: z.string(),
  message_id: z.string().describe("Of the answer that is to come."),
  user_message_id: z.string(),
});
export type Accepted = z.infer<typeof Accepted>;

/** `POST /api/text`. */
export const TextRequest = z.object({
  text: words(100_000),
  user_id: UserId,
  session_id: Name.optional().describe(
    "Makes it a chat, which remembers what was said.",
  ),
  user_message_id: z.uuid().optional().describe(
    "Made by the client, so that a message that is sent again is neither stored nor answered twice.",
  ),
  stream: z.boolean().default(false),
  rag: z.boolean().default(true),
  llm: z.boolean().default(true),
  locale: z.string().max(32).optional().describe(
    "The user's, such as `de-AT`: whose crisis lines are shown.",
  ),
  time_zone: TimeZone.optional().describe(
    "The user's, such as `Pacific/Auckland`: whose days an answer names. Without it the server's.",
  ),
  top_k: z.number().int().min(1).max(50).optional(),
  filter: SearchFilter.optional(),
  temperature: z.number().min(0).max(2).optional().describe("Instead of llm.temperature."),
  max_tokens: z.number().int().min(1).max(1_000_000).optional().describe("Instead of llm.max_tokens."),
  explain: z.boolean().default(false).describe("Also tell what was searched, found, kept, dropped and sent."),
}).meta({ id: "TextRequest" });
export type TextRequest = z.infer<typeof TextRequest>;

export const Source = z.object({
  n: z.number().int().describe("What the marker [n] in the answer refers to."),
  document_id: z.string(),
  chunk_id: z.string(),
  path: z.string(),
  also_at: z.array(z.string()).optional(),
  page: z.number().int().optional(),
  heading: z.string().optional(),
  quote: z.string().describe("Word for word from the chunk."),
  score: z.number(),
}).meta({ id: "Source" });
export type Source = z.infer<typeof Source>;

/** A message that shows signs of danger, and where help is. */
export const SupportShown = z.object({
  risk: Risk.exclude(["none"]),
  kinds: z.array(CrisisKind),
  resources: z.array(Resource),
  alert: AlertResult.optional(),
}).meta({ id: "SupportShown" });
export type SupportShown = z.infer<typeof SupportShown>;

/** How an answer came about, for `--explain`. */
export const Explanation = z.object({
  searched: z.object({
    query: z.string(),
    terms: z.array(z.object({ term: z.string(), idf: z.number() })),
    embedding_model: z.string().optional(),
  }).optional(),
  candidates: z.array(Candidate).optional(),
  left_out: z.array(z.object({ path: z.string(), sentences: z.number().int() })).optional().describe(
    "Sentences that are no evidence, by document: they speak to an assistant, or of other documents.",
  ),
  evidence: z.object({
    supported: z.boolean(),
    confidence: z.number().describe("0 to 1: how likely the passages hold an answer."),
    threshold: z.number(),
    features: z.record(z.string(), z.number()),
  }).optional(),
  sent: z.object({
    passages: z.array(z.string()).describe("Chunk ids in the prompt."),
    dropped: z.array(z.object({ chunk_id: z.string(), reason: z.string() })),
    messages: z.array(z.object({ role: z.string(), content: z.string() })),
    estimated_tokens: z.number().int(),
    context_window: z.number().int(),
    conversation: z.object({
      turns: z.number().int().describe("Turns given whole."),
      summarised: z.number().int().describe("Turns told by their sentences because they did not fit."),
      recalled: z.number().int().describe("Earlier turns that were found again."),
      shortened: z.number().int(),
    }),
  }).optional(),
  citations: z.array(z.object({ marker: z.string(), kept: z.boolean(), reason: z.string() })).optional(),
  empathy: z.object({
    emotion: z.string().describe("The feeling that is answered, `neutral` if none is."),
    language: z.string().describe("Of the message."),
    tone: Tone,
    directives: z.array(z.string()),
    evidence: Emotion.shape.evidence,
  }).optional().describe("How the user's feeling shaped the answer."),
  adapted: z.object({
    directives: z.array(z.string()),
    sentences: z.number().int(),
    format: z.enum(["plain", "bullets"]),
    weighted: z.array(z.object({ path: z.string(), weight: z.number() })),
  }).optional().describe("What was learned of the user and shaped the answer."),
}).meta({ id: "Explanation" });
export type Explanation = z.infer<typeof Explanation>;

export const TextResponse = z.object({
  answer: z.string(),
  answered: z.boolean().describe("False: the documents don't hold it."),
  sources: z.array(Source),
  session_id: z.string(),
  message_id: z.string(),
  user_message_id: z.string(),
  query: z.string().optional().describe("What was searched for, where the message alone did not say it."),
  recalled: z.array(Recalled).optional().describe("Earlier turns that the answer draws on."),
  emotion: Feeling.optional().describe("How the user feels; absent where that is turned off or failed."),
  support: SupportShown.optional().describe("With signs of danger."),
  model: z.string().optional(),
  usage: z.object({
    prompt_tokens: z.number().int().optional(),
    completion_tokens: z.number().int().optional(),
  })
    .optional(),
  degraded: z.array(z.string()),
  nearest: z.array(Source).optional().describe("With `unsupported_answer`: what the documents say instead."),
  cut: z.literal(true).optional().describe("The answer reached the most tokens that it may have."),
  notice: z.string().optional().describe("What the user should know about a degraded answer."),
  explain: Explanation.optional(),
}).meta({ id: "TextResponse" });
export type TextResponse = z.infer<typeof TextResponse>;

/** `POST /api/backup`. */
export const BackupRequest = z.object({
  models: z.boolean().default(true).describe("Also the models that were pulled."),
  secrets: z.boolean().default(false).describe("Also the token and the keys of other services."),
}).meta({ id: "BackupRequest" });
export type BackupRequest = z.infer<typeof BackupRequest>;

export const StoreHealth = z.looseObject({
  status: z.enum(["ok", "unavailable"]),
  backend: z.string(),
  latency_ms: z.number(),
  reason: z.string().optional(),
  version: z.string().optional().describe("Of PostgreSQL."),
  role: z.enum(["primary", "replica"]).optional().describe("Whether it takes writes."),
  migration: z.string().nullable().optional().describe("The newest one that it has."),
  pool: z.object({
    active: z.number().int(),
    idle: z.number().int(),
    waiting: z.number().int(),
    max: z.number().int(),
  }).optional().describe("Connections, where there are several."),
}).meta({ id: "StoreHealth" });
export type StoreHealth = z.infer<typeof StoreHealth>;

/** `GET /api/status`. */
export const Status = z.object({
  version: z.string(),
  home: z.string(),
  uptime_seconds: z.number(),
  hosts: z.array(z.object({
    hostname: z.string(),
    os: z.string(),
    arch: z.string(),
    cpu_cores: z.number().int(),
    load_average: z.number(),
    memory_bytes: z.number(),
    memory_available_bytes: z.number(),
    cpu_percent: z.number(),
    memory_percent: z.number(),
    gpus: z.array(z.object({
      name: z.string(),
      percent: z.number(),
      memory_bytes: z.number(),
      memory_used_bytes: z.number(),
    })).optional(),
    process_bytes: z.number(),
  })),
  services: z.array(
    z.object({ name: z.string(), status: z.enum(["ok", "unavailable"]), reason: z.string().optional() }),
  ),
  stores: z.object({ db: StoreHealth, objects: StoreHealth, cache: StoreHealth }),
  documents: z.record(z.string(), z.number()),
  jobs: Jobs,
  index: z.looseObject({
    model: z.string().nullable(),
    vectors: z.number(),
    bytes: z.number(),
    reindex: ReindexStatus,
  }),
  embedding: z.object({
    id: z.string(),
    dimension: z.number().int(),
    max_tokens: z.number().int(),
    texts: z.number().int().describe("Texts embedded since the start."),
    inference_ms: z.number().describe("Milliseconds inside the model, summed over its workers."),
  }).optional(),
  llm: z.looseObject({ available: z.boolean(), id: z.string().optional(), reason: z.string().optional() }),
  degraded: z.array(z.string()),
}).meta({ id: "Status" });
export type Status = z.infer<typeof Status>;
