import type { OpenAPIHono } from "@hono/zod-openapi";
import { VERSION } from "../version.ts";
import { PROBLEM_JSON } from "./problem.ts";
import { PROOF_PATH } from "./proof.ts";
import type { ServiceEnv } from "./service_app.ts";

const PROBLEM = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What failed." },
    code: { type: "string", description: "The kind of failure, for programs." },
    hint: { type: "string", description: "What to do next." },
    request_id: { type: "string" },
    details: { type: "object" },
  },
} as const;

const PROOF = {
  get: {
    summary: "Proves that this server knows the token, before it is told it.",
    description:
      "The HMAC-SHA256, keyed with the token, of the lines `morgan 1: the server knows the token`, `instance` and `nonce`.",
    security: [],
    parameters: [{
      name: "nonce",
      in: "query",
      required: true,
      description: "32 random bytes in base64url without padding.",
      schema: { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" },
    }],
    responses: {
      200: {
        description: "The proof.",
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["instance", "proof"],
              properties: {
                instance: { type: "string", description: "Names the server's process." },
                proof: { type: "string", description: "base64url without padding" },
              },
            },
          },
        },
      },
    },
  },
};

const failure = (description: string) => ({
  description,
  content: { [PROBLEM_JSON]: { schema: { $ref: "#/components/schemas/Problem" } } },
});

const FAILURES = {
  400: failure("The request is wrong; `details.field` tells where."),
  401: failure("The bearer token is missing or wrong."),
  403: failure("The request comes from where none may come from, or asks for what is not allowed."),
  404: failure("What the request names does not exist."),
  405: failure("The address does not take this method; `Allow` names those that it takes."),
  409: failure("It does not fit what is stored or going on."),
  413: failure("The address or the body is too large."),
  415: failure("The body is of a kind or coding that is not read."),
  429: failure("Too much is asked for at once."),
  500: failure("Morgan failed."),
  503: failure("Something that Morgan needs is away."),
  default: failure("Another failure."),
};

/** The OpenAPI 3.1 document of a service: its own routes, what every service has, and the problem that any call may give. */
export function describeApi(app: OpenAPIHono<ServiceEnv>, title: string): Record<string, unknown> {
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title, version: VERSION },
    security: [{ token: [] }],
  });
  const plain = (summary: string, type: string, open: boolean) => ({
    get: {
      summary,
      ...(open ? { security: [] } : {}),
      responses: { 200: { description: summary, content: { [type]: {} } } },
    },
  });
  const paths = {
    ...document.paths,
    "/health": plain("Whether the service runs.", "application/json", true),
    [PROOF_PATH]: PROOF,
    "/metrics": plain("Metrics in Prometheus' format.", "text/plain", false),
  };
  return {
    ...document,
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, calls]) => [path, withFailures(calls as Record<string, unknown>)]),
    ),
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, Problem: PROBLEM },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function withFailures(calls: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(calls).map(([method, call]) => {
      const { responses, ...rest } = call as { responses: Record<string, unknown> };
      return [method, { ...rest, responses: { ...responses, ...FAILURES } }];
    }),
  );
}
