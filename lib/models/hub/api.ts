import { z } from "zod";
import { isAbort, MorganError } from "../../errors.ts";
import { dependencyPolicy } from "../../resilience/policy.ts";

/** Which hub, and as whom. */
export interface HubAccess {
  /** Without a slash at its end. */
  endpoint: string;
  token?: string | undefined;
}

/** A file as the hub lists it. */
export interface HubFile {
  path: string;
  /** Bytes. */
  size: number;
  /** Of a large file SHA-256 of its bytes, of a small one SHA-1 of it as a Git blob; absent where the hub does not tell. */
  digest?: { algorithm: "sha256" | "git-sha1"; hex: string } | undefined;
}

/** A repository of the hub at one commit. */
export interface HubRepository {
  repo: string;
  commit: string;
  files: HubFile[];
}

/** Longest wait for the head of an answer. */
const HEAD_MS = 30_000;
const MOST_REDIRECTS = 5;

const Info = z.object({
  sha: z.string().regex(/^[0-9a-f]{6,64}$/i),
  siblings: z.array(z.object({
    rfilename: z.string(),
    size: z.number().int().nonnegative().optional(),
    blobId: z.string().optional(),
    lfs: z.object({ sha256: z.string(), size: z.number().int() }).nullish(),
  })),
});

/** The hub that the environment names: `HF_ENDPOINT`, `HF_TOKEN`. Throws `invalid_config` for what is no address. */
export function hubAccess(env: Record<string, string>): HubAccess {
  const endpoint = (env.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : "")) {
    throw new MorganError("invalid_config", `HF_ENDPOINT is no address: ${endpoint}`, {
      hint: "Set it to an http:// or https:// address, or remove it.",
    });
  }
  return { endpoint, token: env.HF_TOKEN || undefined };
}

/** What a repository holds at a revision, by the hub's own API. Throws `not_found`, `unauthorized` or `unavailable`. */
export async function readRepository(
  access: HubAccess,
  repo: string,
  revision: string,
  signal?: AbortSignal,
): Promise<HubRepository> {
  const url = `${access.endpoint}/api/models/${repo}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const policy = dependencyPolicy(`The hub at ${new URL(access.endpoint).host}`);
  return await policy.run(async (signal) => {
    const response = await request(access, url, {}, signal);
    if (!response.ok) throw await refused(access, repo, revision, response);
    const parsed = Info.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) {
      throw new MorganError("unavailable", `${url} did not answer as a hub of models does.`, {
        cause: parsed.error,
        hint: "Check HF_ENDPOINT; a sign-in page of the network may stand before the hub.",
      });
    }
    const { sha: commit, siblings } = parsed.data;
    const files = siblings.map(({ rfilename: path, size = -1, blobId, lfs }): HubFile => ({
      path,
      size: lfs?.size ?? size,
      digest: lfs
        ? { algorithm: "sha256", hex: lfs.sha256 }
        : blobId
        ? { algorithm: "git-sha1", hex: blobId }
        : undefined,
    }));
    if (files.some(({ size }) => size < 0)) {
      throw new MorganError(
        "unavailable",
        `The hub at ${new URL(access.endpoint).host} lists no sizes of files.`,
        {
          hint: "A mirror must have the hub's own API: set HF_ENDPOINT to another, or remove it.",
        },
      );
    }
    return { repo, commit, files };
  }, signal);
}

/** The address of a file at a commit. */
export function fileUrl({ endpoint }: HubAccess, { repo, commit }: HubRepository, path: string): string {
  return `${endpoint}/${repo}/resolve/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * Asks the hub, and follows its redirects to where files lie. The token is sent to the hub alone. The body may stream for as
 * long as it takes. Throws `unavailable` or `timeout` where no answer comes.
 */
export async function request(
  { endpoint, token }: HubAccess,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  const { origin } = new URL(endpoint);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const own = new URL(url).origin === origin && token ? { authorization: `Bearer ${token}` } : {};
    const response = await answer(url, { ...headers, ...own }, signal);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || !location) return response;
    await response.body?.cancel();
    url = new URL(location, url).href;
  }
  throw new MorganError("unavailable", `${new URL(url).host} redirects in circles.`, {
    hint: "Check HF_ENDPOINT, or try again later.",
  });
}

async function answer(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), HEAD_MS);
  try {
    return await fetch(url, {
      // Compressed bytes would make nothing of offsets and sizes.
      headers: { ...headers, "accept-encoding": "identity" },
      redirect: "manual",
      signal: AbortSignal.any([signal, waiting.signal]),
    });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    const { host } = new URL(url);
    const [code, what] = isAbort(cause)
      ? ["timeout", `did not answer within ${HEAD_MS / 1000} s`] as const
      : ["unavailable", "cannot be reached"] as const;
    throw new MorganError(code, `The hub at ${host} ${what}.`, {
      cause,
      hint: "Check the network, HTTPS_PROXY and HF_ENDPOINT; what was downloaded is kept for the next pull.",
    });
  } finally {
    clearTimeout(timer);
  }
}

/** The error that an unsuccessful answer of the hub stands for; the hub names some in `x-error-code`. */
export async function refused(
  { endpoint, token }: HubAccess,
  repo: string,
  revision: string,
  response: Response,
): Promise<MorganError> {
  const { status } = response;
  const code = response.headers.get("x-error-code");
  const said = (await response.text().catch(() => "")).trim().slice(0, 200);
  const details = { status, ...(code ? { code } : {}) };
  const page = `${endpoint}/${repo}`;
  if (code === "GatedRepo" || status === 403) {
    return new MorganError(
      "unauthorized",
      `${repo} is gated: the hub gives it only to those who agreed to its terms.`,
      {
        hint: `Agree on ${page}, then set HF_TOKEN to a token of that account${
          token ? " (the present one may not read it)" : ""
        }.`,
        details,
      },
    );
  }
  if (code === "RevisionNotFound") {
    return new MorganError("not_found", `${repo} has no revision ${revision}.`, {
      hint: `See its branches and tags on ${page}/tree/main.`,
      details,
    });
  }
  // The hub answers 401 for what does not exist, so as not to tell what is private.
  if (status === 401 || status === 404) {
    return new MorganError(
      "not_found",
      `The hub at ${new URL(endpoint).host} has no model ${repo} that you may read.`,
      {
        hint: token
          ? "Check the name (ORG/NAME), and that HF_TOKEN is valid for it."
          : "Check the name (ORG/NAME); a private or gated one needs HF_TOKEN.",
        details,
      },
    );
  }
  const busy = status === 429;
  return new MorganError(
    status >= 500 || busy ? "unavailable" : "internal",
    `The hub at ${new URL(endpoint).host} answered ${status}${said ? `: ${said}` : "."}`,
    { hint: busy ? "It asks for fewer requests: try again in some minutes." : "Try again later.", details },
  );
}
