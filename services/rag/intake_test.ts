import assert from "node:assert/strict";
import { ingest } from "./intake.ts";
import { testContext } from "./testing.ts";

Deno.test("a request that holds no file is refused, whatever else it holds", async () => {
  await using tested = await testContext();
  for (const body of ["--x--\r\n", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n']) {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const request = new Request("http://h/", { method: "POST", body, headers });
    const [first] = await Array.fromAsync(ingest(tested.context, request, { force: false, requestId: "r" }));
    assert.ok(first?.event === "error" && first.status === 400, JSON.stringify(first));
  }
});
