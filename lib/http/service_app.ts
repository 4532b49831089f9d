import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import { limitedAbort } from "../abort.ts";
import { MorganError, toMorganError } from "../errors.ts";
import { errorFields, type Logger, type Metrics, serviceLogger } from "../telemetry/mod.ts";
import { VERSION } from "../version.ts";
import { answering, readCall } from "./call.ts";
import { describeApi } from "./openapi.ts";
import { problemResponse } from "./problem.ts";
import { checkRequest } from "./request_body.ts";
import { answerNonce, INSTANCE, instanceToken, PROOF_PATH } from "./proof.ts";

/** What every service needs to answer requests. */
export interface ServiceContext {
  /** The bearer token that every call but `/health`, `/proof` and `/openapi.json` must bring, or what is derived from it for this process. */
  token: string;
  metrics: Metrics;
  /** Larger JSON bodies are refused. @default 8 MiB */
  maxJsonBytes?: number | undefined;
  /** Throws where the service cannot work: `/health` answers 503 then. @default it always can */
  check?: (() => Promise<void>) | undefined;
}

/** What a handler finds on its request. */
export interface ServiceEnv {
  Variables: { requestId: string; log: Logger };
}

/** Further members of a problem, for clients that know another shape of errors (RFC 9457, section 3.2). */
export type ExtendProblem = (path: string, error: MorganError) => Record<string, unknown> | undefined;

const PUBLIC = new Set(["/health", PROOF_PATH, "/openapi.json"]);

/**
 * The app that every service starts from: request ids, logs, metrics, the token, problem+json, `/health`, `/proof`, `/metrics`
 * and `/openapi.json`. A service adds its own routes to it, and may `extend` the problems of some paths.
 */
export function serviceApp(
  name: string,
  context: ServiceContext,
  extend?: ExtendProblem,
): OpenAPIHono<ServiceEnv> {
  const app = new OpenAPIHono<ServiceEnv>({
    defaultHook(result) {
      if (!result.success) throw invalidInput(result.error.issues[0]);
    },
  });
  app.use(observe(name, context.metrics));
  app.use(authenticate(context.token));
  app.use(checkRequest(context.maxJsonBytes));
  app.use(async function requireBody(c, next) {
    if (!c.req.raw.body && needsBody(app, c.req.method, c.req.path)) {
      throw new MorganError("invalid_input", "The request has no body.", {
        hint: "Send JSON, such as {}; GET /openapi.json describes the call.",
      });
    }
    await next();
  });
  app.onError((error, c) => {
    const known = asMorganError(error);
    c.get("log")[known.code === "internal" ? "error" : "warning"]("request failed", errorFields(error));
    return problemResponse(known, c.get("requestId"), extend?.(c.req.path, known));
  });
  app.notFound((c) => {
    const allowed = METHODS.filter((method) =>
      app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method)
    );
    if (allowed.length > 0) return otherMethod(c, allowed, extend);
    const error = new MorganError("not_found", `There is no ${c.req.method} ${c.req.path} here.`, {
      hint: "GET /openapi.json lists the calls.",
    });
    return problemResponse(error, c.get("requestId"), extend?.(c.req.path, error));
  });
  app.get("/health", async (c) => {
    await context.check?.();
    return c.json({ status: "ok", service: `morgan-${name}`, version: VERSION });
  });
  app.get(PROOF_PATH, (c) => c.json(answerNonce(context.token, c.req.query("nonce") ?? "")));
  app.get("/metrics", async (c) => {
    const text = await context.metrics.registry.metrics();
    return c.body(text, 200, { "content-type": context.metrics.registry.contentType });
  });
  app.get("/openapi.json", (c) => c.json(describeApi(app, `morgan-${name}`)));
  return app;
}

/** Whether the description of a call demands a body, also where each of its fields has a default. */
function needsBody(app: OpenAPIHono<ServiceEnv>, method: string, path: string): boolean {
  return app.openAPIRegistry.definitions.some((definition) =>
    definition.type === "route" && definition.route.method.toUpperCase() === method &&
    definition.route.path === path && definition.route.request?.body?.required === true
  );
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The answer to a method that an address does not have. */
function otherMethod(c: Context<ServiceEnv>, allowed: string[], extend?: ExtendProblem): Response {
  const allow = [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (c.req.method === "OPTIONS") return c.body(null, 204, { allow });
  const error = new MorganError("method_not_allowed", `${c.req.path} does not take ${c.req.method}.`, {
    hint: `It takes ${allowed.join(" and ")}.`,
  });
  const response = problemResponse(error, c.get("requestId"), extend?.(c.req.path, error));
  response.headers.set("allow", allow);
  return response;
}

function observe(service: string, metrics: Metrics): MiddlewareHandler<ServiceEnv> {
  const logger = serviceLogger(service);
  return async function observe(c, next) {
    const call = readCall(c.req.raw.headers);
    const { requestId } = call;
    c.set("requestId", requestId);
    c.set("log", logger.with({ request_id: requestId }));
    const started = performance.now();
    using limited = call.deadline === undefined
      ? undefined
      : limitedAbort(c.req.raw.signal, Math.max(0, call.deadline - started), outOfTime());
    if (limited) c.req.raw = new Request(c.req.raw, { signal: limited.signal });
    await answering(call, next);
    const seconds = (performance.now() - started) / 1000;
    const route = routePath(c, -1);
    c.res.headers.set("x-request-id", requestId);
    metrics.requests.inc({ service, method: c.req.method, route, status: c.res.status });
    metrics.duration.observe({ service, route }, seconds);
    c.get("log").debug("request", {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(seconds * 1000),
    });
  };
}

function outOfTime(): MorganError {
  return new MorganError("timeout", "The time that was given for this request is over.", {
    hint: "Give it more (x-timeout-ms).",
  });
}

function authenticate(token: string): MiddlewareHandler<ServiceEnv> {
  const check = bearerAuth<ServiceEnv>({ token: [token, instanceToken(token, INSTANCE)] });
  return function authenticate(c, next) {
    return PUBLIC.has(c.req.path) ? next() : check(c, next);
  };
}

/** Hono's own exceptions (malformed JSON, a missing token) as members of Morgan's family. */
function asMorganError(error: Error): MorganError {
  if (!(error instanceof HTTPException)) return toMorganError(error);
  if (error.status === 401 || (error.status === 400 && error.res?.headers.has("www-authenticate"))) {
    return new MorganError("unauthorized", "The bearer token is missing or wrong.", {
      cause: error,
      hint:
        "Send `Authorization: Bearer TOKEN` with what the file `token` in Morgan's folder (~/.morgan) holds.",
    });
  }
  return new MorganError("invalid_input", error.message || "The request cannot be read.", {
    cause: error,
    hint: "Send JSON with `content-type: application/json`.",
  });
}

function invalidInput(issue: { path: PropertyKey[]; message: string } | undefined): MorganError {
  const field = issue?.path.map(String).join(".") || "body";
  return new MorganError("invalid_input", `The field ${field} is wrong: ${issue?.message}.`, {
    hint: `Correct ${field}; GET /openapi.json describes the call.`,
    details: { field },
  });
}

/** A query string parsed by a schema, for routes that are not declared with one. Throws `invalid_input`. */
export function readQuery<T extends z.ZodType>(schema: T, query: Record<string, string>): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw invalidInput(result.error.issues[0]);
}
