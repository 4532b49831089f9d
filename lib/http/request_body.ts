import type { MiddlewareHandler } from "hono";
import { MorganError } from "../errors.ts";
import { storableJson } from "../storable.ts";

/** Most bytes of a JSON body unless configured. */
export const MAX_JSON_BYTES = 8 * 1024 * 1024;

/** Deepest nesting of a JSON body: no call needs more than a few levels. */
const MAX_DEPTH = 64;

/** Longest address of a request, in characters. */
const MAX_URL = 8_192;

/**
 * Looks at what a request brings before any handler does: bodies are JSON of a bounded size and depth, whose texts can be
 * stored; a call that takes files reads its body itself.
 */
export function checkRequest(maxBytes = MAX_JSON_BYTES, files = "/api/ingest"): MiddlewareHandler {
  return async function checkRequest(c, next) {
    const { url, headers, body } = c.req.raw;
    if (url.length > MAX_URL) {
      throw new MorganError("too_large", `The address is longer than ${MAX_URL} characters.`, {
        hint: "Send what is long in the body.",
      });
    }
    if (c.req.path.includes("%00") || c.req.path.includes("\0")) {
      throw new MorganError("not_found", "The address holds a NUL character.", {
        hint: "Leave out %00.",
      });
    }
    if (url.includes("%00")) c.req.raw = new Request(url.replaceAll("%00", ""), c.req.raw);
    const coding = headers.get("content-encoding") ?? "identity";
    if (coding !== "identity") {
      throw new MorganError("unsupported_media", `Bodies in the coding ${coding} are not read.`, {
        hint: "Send the body as it is, without content-encoding.",
      });
    }
    if (!body || c.req.path === files) return await next();
    const type = headers.get("content-type") ?? "";
    if (!/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
      throw new MorganError("unsupported_media", "The body must be JSON.", {
        hint: "Send it with `content-type: application/json`.",
      });
    }
    const text = await readBounded(body, Number(headers.get("content-length") ?? 0), maxBytes);
    c.req.raw = new Request(c.req.raw, { body: cleaned(text) });
    await next();
  };
}

async function readBounded(
  body: ReadableStream<Uint8Array>,
  announced: number,
  max: number,
): Promise<string> {
  if (announced > max) throw tooLarge(max);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  let text = "";
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > max) throw tooLarge(max);
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw malformed(error);
    throw error;
  }
}

/** The JSON with texts that can be stored. Throws `invalid_input` where it is none, or nested too deep. */
function cleaned(text: string): string {
  if (depthOf(text) > MAX_DEPTH) {
    throw new MorganError("invalid_input", `The JSON is nested deeper than ${MAX_DEPTH} levels.`, {
      hint: "GET /openapi.json describes the call.",
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed(error);
  }
  // Only an escape can stand for what cannot be stored.
  return text.includes("\\u") ? storableJson(value) : text;
}

/** How deep brackets nest, outside of texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}

function malformed(cause: unknown): MorganError {
  return new MorganError("invalid_input", "The body is not valid JSON.", {
    cause,
    hint: "Send JSON in UTF-8 with `content-type: application/json`.",
  });
}

function tooLarge(max: number): MorganError {
  return new MorganError("too_large", `The body is larger than ${max / 1024 / 1024} MB.`, {
    hint: "Send less at once, or raise server.max_json_mb.",
  });
}
