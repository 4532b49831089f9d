import type { z } from "zod";

/** A route's request whose body is JSON of this schema. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { body: { content: { "application/json": { schema } }, required: true as const } };
}

/** A route's successful response with JSON of this schema. */
export function jsonResponse<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { content: { "application/json": { schema } }, description } };
}
