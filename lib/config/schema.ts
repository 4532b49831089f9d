import { isIP } from "node:net";
import { z } from "zod";

const url = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
/** A name or an address to listen on. Four numbers that are no address are a mistake, not a name. */
const host = z.string().min(1).refine(
  (text) => isIP(text) !== 0 || (/^[a-z\d]([a-z\d._-]*[a-z\d])?$/i.test(text) && !/^[\d.]+$/.test(text)),
  "must be a name or an address, such as 127.0.0.1, 0.0.0.0 or ::1",
);
const positive = z.coerce.number().positive();
const whole = z.coerce.number().int();
const reached = z.strictObject({
  url: url.optional().describe("Where this service is reached, where it does not run in this process."),
}).prefault({});
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** Every setting of Morgan with its default. Keys are written `section.name`, in the environment `MORGAN_SECTION_NAME`. */
export const configSchema = z.strictObject({
  server: z.strictObject({
    host: host.default("127.0.0.1").describe(
      "Address to listen on. Anything but loopback opens Morgan to the network.",
    ),
    port: whole.min(0).max(65535).default(7373).describe("TCP port of `morgan serve`; 0 takes any free one."),
    allowed_hosts: z.array(z.string().regex(/^[\w.:[\]-]+$/, "must be names or addresses, without http://"))
      .default([]).describe(
        "Further names that this server is called by, such as a reverse proxy's; requests for others are refused.",
      ),
    idle_minutes: positive.default(15).describe(
      "How long a server that a command started waits for the next command.",
    ),
    max_connections: whole.min(1).optional().describe(
      "Most connections at once; what the system's limit of open files leaves room for if not set.",
    ),
    request_seconds: positive.default(30).describe(
      "Longest wait for a request's head, and for the next bytes of its body.",
    ),
    connection_seconds: positive.default(60).describe("How long a connection without a request stays open."),
    max_json_mb: positive.default(8).describe("Larger requests in JSON are refused."),
  }).prefault({}),
  database: z.strictObject({
    url: z.string().regex(/^postgres(ql)?:\/\/./, "must be a postgres:// address").optional().describe(
      "PostgreSQL instead of the embedded database, such as postgres://user:password@host:5432/morgan. Secret.",
    ),
    pool_min: whole.min(0).max(1000).default(10).describe(
      "Connections to PostgreSQL that stay open when idle.",
    ),
    pool_max: whole.min(2).max(1000).default(100).describe("Most connections to PostgreSQL at once."),
    connect_seconds: positive.default(5).describe(
      "Longest wait for a connection to PostgreSQL, a new one or one that is free.",
    ),
  }).prefault({}),
  log: z.strictObject({
    level: z.enum(["debug", "info", "warning", "error"]).default("info").describe(
      "Least level that is logged.",
    ),
  }).prefault({}),
  embedding: z.strictObject({
    provider: z.enum(["onnx", "openai", "ollama", "none"]).default("onnx")
      .describe("Where vectors come from: a local model, an endpoint, or nowhere (search by words alone)."),
    model: z.string().min(1).default("BAAI/bge-small-en-v1.5")
      .describe("A built-in model, a folder in Hugging Face's layout, or the endpoint's name of the model."),
    base_url: url.optional().describe("The endpoint, for the providers openai and ollama."),
    api_key: z.string().min(1).optional().describe("The endpoint's key. Secret."),
  }).prefault({}),
  llm: z.strictObject({
    provider: z.enum(["auto", "ollama", "openai", "none"]).default("auto")
      .describe(
        "auto: Ollama's or an OpenAI-compatible server at llm.base_url, if one is set; else no model.",
      ),
    base_url: url.optional().describe(
      "The model server, such as http://127.0.0.1:11434 (Ollama) or http://127.0.0.1:8080/v1.",
    ),
    model: z.string().min(1).optional().describe(
      "The model's name; the first that the server lists if not set.",
    ),
    api_key: z.string().min(1).optional().describe("The model server's key. Secret."),
    temperature: z.coerce.number().min(0).max(2).default(0.2).describe("Sampling temperature."),
    max_tokens: whole.min(16).default(512).describe("Longest answer in tokens."),
    context_window: whole.min(256).optional().describe(
      "The model's window in tokens, where the server does not tell it.",
    ),
    timeout_seconds: positive.default(120).describe("Longest wait for the model's next token."),
  }).prefault({}),
  ingest: z.strictObject({
    max_file_mb: positive.default(200).describe("Larger files are refused."),
    timeout_seconds: positive.default(60).describe("Longest time to read one file."),
    memory_mb: positive.default(512).describe("Most memory that reading one file may take."),
    exclude: z.array(z.string()).default([]).describe(
      "Names of files and folders that `ingest` passes over.",
    ),
  }).prefault({}),
  query: z.strictObject({
    top_k: whole.min(1).max(50).default(6).describe("Passages that an answer may draw on."),
    rag: flag.default(true).describe("Answer from the documents."),
    llm: flag.default(true).describe("Let the language model word the answer, where there is one."),
  }).prefault({}),
  emotion: z.strictObject({
    enabled: flag.default(true).describe("Notice how the user feels, and answer accordingly."),
    colour: flag.default(true).describe("Show the mood by the colour of the prompt in `morgan chat`."),
    refine: flag.default(false).describe(
      "Let the language model look again at what a message shows, once it is answered.",
    ),
  }).prefault({}),
  learning: z.strictObject({
    enabled: flag.default(true).describe("Learn from feedback and from what the user says of themselves."),
  }).prefault({}),
  support: z.strictObject({
    region: z.string().regex(/^[A-Za-z]{2}$/, "must be two letters, such as DE").optional().describe(
      "Country whose crisis lines are shown (ISO 3166-1); from the system's locale if not set.",
    ),
    alert_at: z.enum(["never", "high", "imminent"]).default("imminent").describe(
      "From which risk on the contacts below are told of a crisis; without a contact nobody is.",
    ),
    webhook_url: url.optional().describe("Address that an alert is posted to as JSON. Secret."),
    smtp_url: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional()
      .describe("Mail server for alerts, such as smtps://user:password@mail.example.org. Secret."),
    mail_to: z.email().optional().describe("Who gets alerts by e-mail; needs support.smtp_url."),
    mail_from: z.email().optional().describe("Sender of alerts by e-mail; support.mail_to if not set."),
    include_text: flag.default(false).describe("Send the message's own words with an alert."),
  }).prefault({}),
  services: z.strictObject({
    token: z.string().min(32, "must have at least 32 characters").optional().describe(
      "What services of several processes prove themselves with to each other. Secret.",
    ),
    token_file: z.string().min(1).optional().describe("File that holds services.token."),
    embedding: reached,
    llm: reached,
    empathy: reached,
    emotion: reached,
    learning: reached,
    rag: reached,
  }).prefault({}),
  security: z.strictObject({
    key_file: z.string().min(1).optional().describe(
      "File with the key to what Morgan learns: 32 bytes in base64 or hex. Made in ~/.morgan/keys if not set.",
    ),
  }).prefault({}),
});

/** All settings, parsed and complete. */
export type Config = z.infer<typeof configSchema>;

/** Settings that are never printed and never logged. */
export const SECRET_KEYS: ReadonlySet<string> = new Set([
  "database.url",
  "embedding.api_key",
  "llm.api_key",
  "support.webhook_url",
  "support.smtp_url",
  "services.token",
]);

/** Sections that a project's own `morgan.json` may set. Where data goes is the owner's to say, not a folder's. */
export const PROJECT_SECTIONS: ReadonlySet<string> = new Set(["query", "ingest"]);

/** One setting as the schema has it. */
export interface Setting {
  /** Such as `llm.temperature`. */
  key: string;
  description: string;
  schema: z.ZodType;
  /** Several values, written separated by commas. */
  list: boolean;
}

/** Every setting, in the order of the schema. */
export function configKeys(): Setting[] {
  return settingsIn(configSchema, "");
}

/** The settings of a section and of those within it. */
function settingsIn(section: z.ZodObject, above: string): Setting[] {
  return Object.entries(section.shape).flatMap(([name, field]): Setting[] => {
    const key = above + name;
    const inner = field instanceof z.ZodPrefault ? field.unwrap() : field;
    if (inner instanceof z.ZodObject) return settingsIn(inner, `${key}.`);
    if (!(field instanceof z.ZodType)) return [];
    return [{
      key,
      description: field.description ?? "",
      schema: field,
      list: field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodArray,
    }];
  });
}
