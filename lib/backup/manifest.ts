import { z } from "zod";

/** The layout of archives that this Morgan writes, and the newest that it reads. */
export const FORMAT = 2;
/** The first member: what is needed to refuse an archive at once. */
export const HEAD = "morgan-backup.json";
/** The last member: what all others must be. Its being there proves that the archive is whole. */
export const MANIFEST = "manifest.json";

/** What an archive is. */
export const Head = z.object({
  format: z.number().int(),
  /** Morgan's version that wrote it. */
  version: z.string(),
  created_at: z.iso.datetime(),
  /** `database`: made before a migration, without documents' bytes; it belongs to the folder it came from. */
  scope: z.enum(["full", "database"]),
  /** Migrations that the database has. */
  migrations: z.array(z.string()),
  secrets: z.boolean(),
  models: z.boolean(),
});
export type Head = z.infer<typeof Head>;

/** What an archive holds. */
export const Manifest = Head.extend({
  /** Rows by table: those that live. */
  tables: z.record(z.string(), z.number().int()),
  members: z.array(z.object({ name: z.string(), size: z.number().int(), sha256: z.string() })),
  /** Documents' objects that were missing already when the archive was made. */
  missing: z.array(z.string()),
  /** Objects whose bytes did not match their name then. */
  damaged: z.array(z.string()),
  /** False: the search indexes were being replaced; they are made anew after the restore. */
  index: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

/** What an archive may hold at its top; everything else is refused. */
export const PARTS = [
  // Of format 1: the files of the embedded database.
  "data",
  "tables",
  "jobs.jsonl",
  "index",
  "memory",
  "objects",
  "models",
  "conversations",
  "config.json",
  "token",
  "keys",
] as const;

/** What an archive does not hold, in words: what its owner must keep elsewhere, or does without. */
export function leftOut({ scope, secrets, models, members }: Manifest): string[] {
  const holds = (name: string) => members.some((member) => member.name === name);
  const always = ["what was deleted", "logs", "earlier backups", "the chat's list of sent lines"];
  if (scope === "database") return ["documents' originals", "settings", "keys", "pulled models", ...always];
  return [
    ...(holds("keys/data.key") ? [] : ["the key to what was learned"]),
    ...(holds("token") ? [] : ["the token"]),
    ...(secrets ? [] : ["the keys of other services"]),
    ...(models ? [] : ["pulled models"]),
    ...always,
  ];
}
