/** Ollama's own API as far as models are listed, pulled and deleted: a test double. */
export interface FakeOllama extends AsyncDisposable {
  url: string;
  /** The models that it has; a pull adds to them. */
  models: Map<string, number>;
  /** What a pull ends with. @default success */
  ending: "success" | "error" | "break";
}

/** Starts the fake on a free loopback port. */
export function startFakeOllama(): FakeOllama {
  const fake: Pick<FakeOllama, "models" | "ending"> = {
    models: new Map([["llama3.2:latest", 2_000_000_000]]),
    ending: "success",
  };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    switch (new URL(request.url).pathname) {
      case "/api/version":
        return Response.json({ version: "0.17.4" });
      case "/api/tags":
        return Response.json({ models: [...fake.models].map(([name, size]) => ({ name, size })) });
      case "/api/pull":
        return pull((await request.json()).model);
      case "/api/delete": {
        const { model } = await request.json();
        return new Response(null, { status: fake.models.delete(model) ? 200 : 404 });
      }
      default:
        return new Response("404 page not found", { status: 404 });
    }
  });

  function pull(name: string): Response {
    const digest = "sha256:0123";
    const lines: object[] = [{ status: "pulling manifest" }];
    if (fake.ending === "error") lines.push({ error: "pull model manifest: file does not exist" });
    else {
      for (const completed of [0, 40, 100]) {
        lines.push({ status: `pulling ${digest}`, digest, total: 100, completed });
      }
    }
    if (fake.ending === "success") {
      lines.push({ status: "verifying sha256 digest" }, { status: "success" });
      fake.models.set(name.includes(":") ? name : `${name}:latest`, 100);
    }
    return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(""), {
      headers: { "content-type": "application/x-ndjson" },
    });
  }

  return Object.assign(fake, {
    url: `http://127.0.0.1:${server.addr.port}`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  });
}
