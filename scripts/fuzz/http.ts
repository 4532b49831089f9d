/**
 * Asks every operation of `/openapi.json` thousands of things that its description allows and forbids, and compares the answers
 * with it. Without models. Needs schemathesis (`pip install schemathesis`), named by SCHEMATHESIS where it is not on the PATH.
 *
 * deno task fuzz -- [--max-examples 400]
 */
import { fileURLToPath } from "node:url";
import { startServer } from "../chaos/http_server.ts";

const CONFIG = fileURLToPath(new URL("schemathesis.toml", import.meta.url));

const CHECKS = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_schema_conformance",
  "negative_data_rejection",
  "positive_data_acceptance",
  "unsupported_method",
];

if (import.meta.main) {
  await using server = await startServer(4096);
  const { code } = await new Deno.Command(Deno.env.get("SCHEMATHESIS") ?? "schemathesis", {
    args: [
      "--config-file",
      CONFIG,
      "run",
      `${server.url}/openapi.json`,
      "--header",
      `Authorization: Bearer ${server.token}`,
      "--checks",
      CHECKS.join(","),
      // A backup or a repair may take its time on a busy machine.
      "--request-timeout",
      "60",
      "--phases",
      "examples,coverage,fuzzing,stateful",
      ...Deno.args.filter((arg) => arg !== "--"),
    ],
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  Deno.exitCode = code;
}
