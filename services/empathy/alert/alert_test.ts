import assert from "node:assert/strict";
import { configSchema } from "../../../lib/config/schema.ts";
import { createAlerter } from "./mod.ts";

/** A contact's webhook that answers with these statuses in turn, the last one for good. */
function webhook(...statuses: number[]) {
  const bodies: Record<string, unknown>[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    bodies.push(await request.json());
    return new Response(null, { status: statuses[Math.min(bodies.length, statuses.length) - 1] ?? 204 });
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}/alert?key=secret`,
    bodies,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** A mail server that takes one mail a connection and keeps what it was sent. */
function mailServer(greeting = "220 double ESMTP") {
  const mails: { from: string; to: string; data: string }[] = [];
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const encoder = new TextEncoder();
  async function serve(connection: Deno.Conn) {
    const say = (line: string) => connection.write(encoder.encode(`${line}\r\n`));
    const mail = { from: "", to: "", data: "" };
    let inData = false;
    let rest = "";
    await say(greeting);
    for await (const chunk of connection.readable.pipeThrough(new TextDecoderStream())) {
      rest += chunk;
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (inData) {
          if (line === ".") {
            inData = false;
            mails.push(mail);
            await say("250 taken");
          } else mail.data += `${line}\n`;
        } else if (/^(EHLO|HELO)/i.test(line)) await say("250 double");
        else if (/^MAIL FROM:/i.test(line)) {
          mail.from = line;
          await say("250 ok");
        } else if (/^RCPT TO:/i.test(line)) {
          mail.to = line;
          await say("250 ok");
        } else if (/^DATA/i.test(line)) {
          inData = true;
          await say("354 go on");
        } else if (/^QUIT/i.test(line)) await say("221 bye");
        else await say("502 unknown");
      }
    }
  }
  const serving = (async () => {
    for await (const connection of listener) serve(connection).catch(() => {});
  })().catch(() => {});
  const { port } = listener.addr;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async [Symbol.asyncDispose]() {
      listener.close();
      await serving;
    },
  };
}

const settings = (support: Record<string, unknown>) => configSchema.parse({ support }).support;
const crisis = { risk: "imminent", kinds: ["suicide"], text: "the words themselves" } as const;
const kinds = [...crisis.kinds];

Deno.test("without a contact, or below the risk that is set, nobody is told", async () => {
  await using hook = webhook(204);
  await using none = createAlerter(settings({}));
  assert.equal(await none.alert({ ...crisis, kinds }), undefined);
  await using never = createAlerter(settings({ webhook_url: hook.url, alert_at: "never" }));
  assert.equal(await never.alert({ ...crisis, kinds }), undefined);
  await using usual = createAlerter(settings({ webhook_url: hook.url }));
  assert.equal(await usual.alert({ ...crisis, kinds, risk: "high" }), undefined);
  assert.deepEqual(hook.bodies, []);
});

Deno.test("a webhook is sent when and of what kind, and not a word of the message", async () => {
  await using hook = webhook(204);
  await using alerter = createAlerter(settings({ webhook_url: hook.url }), { waitMs: 60_000 });
  assert.deepEqual(await alerter.alert({ ...crisis, kinds }), { sent: ["webhook"], failed: [], pending: [] });
  assert.deepEqual(Object.keys(hook.bodies[0] ?? {}).sort(), ["at", "event", "id", "kinds", "risk"]);
  assert.deepEqual([hook.bodies[0]?.risk, hook.bodies[0]?.kinds], ["imminent", ["suicide"]]);
});

Deno.test("the words go along only where the owner set it", async () => {
  await using hook = webhook(204);
  await using alerter = createAlerter(settings({ webhook_url: hook.url, include_text: true }), {
    waitMs: 60_000,
  });
  await alerter.alert({ ...crisis, kinds });
  assert.equal(hook.bodies[0]?.text, crisis.text);
});

Deno.test("a contact that fails for a moment is tried again, with the same id", async () => {
  await using hook = webhook(503, 204);
  await using alerter = createAlerter(settings({ webhook_url: hook.url }), { waitMs: 60_000 });
  assert.deepEqual((await alerter.alert({ ...crisis, kinds }))?.sent, ["webhook"]);
  assert.equal(hook.bodies.length, 2);
  assert.equal(hook.bodies[0]?.id, hook.bodies[1]?.id);
});

Deno.test("a failure is told in the result, without the address", async () => {
  await using hook = webhook(404);
  await using alerter = createAlerter(settings({ webhook_url: hook.url }), { waitMs: 60_000 });
  const result = await alerter.alert({ ...crisis, kinds });
  assert.deepEqual(result?.sent, []);
  assert.match(result?.failed[0]?.reason ?? "", /status 404/);
  assert.doesNotMatch(JSON.stringify(result), /secret/);
});

Deno.test("after an alert that arrived the same risk is quiet for ten minutes, a higher one is not", async () => {
  await using hook = webhook(204);
  let now = Date.UTC(2026, 0, 1);
  await using alerter = createAlerter(settings({ webhook_url: hook.url, alert_at: "high" }), {
    waitMs: 60_000,
    now: () => now,
  });
  await alerter.alert({ ...crisis, kinds, risk: "high" });
  assert.equal(await alerter.alert({ ...crisis, kinds, risk: "high" }), undefined);
  assert.ok(await alerter.alert({ ...crisis, kinds }));
  now += 11 * 60_000;
  assert.ok(await alerter.alert({ ...crisis, kinds, risk: "high" }));
  assert.equal(hook.bodies.length, 3);
});

Deno.test("an e-mail names risk and kind, from and to the set addresses", async () => {
  await using server = mailServer();
  await using alerter = createAlerter(
    settings({ smtp_url: server.url, mail_to: "friend@example.org", mail_from: "morgan@example.org" }),
    { waitMs: 60_000 },
  );
  assert.deepEqual(await alerter.alert({ ...crisis, kinds }), { sent: ["mail"], failed: [], pending: [] });
  const [mail] = server.mails;
  assert.match(mail?.from ?? "", /morgan@example\.org/);
  assert.match(mail?.to ?? "", /friend@example\.org/);
  assert.match(mail?.data ?? "", /Risk: imminent\. Signs of: suicide\./);
  assert.doesNotMatch(mail?.data ?? "", /the words themselves/);
});

Deno.test("a mail server that refuses for good is not asked again", async () => {
  await using server = mailServer("554 no service here");
  await using alerter = createAlerter(settings({ smtp_url: server.url, mail_to: "friend@example.org" }), {
    waitMs: 60_000,
  });
  const result = await alerter.alert({ ...crisis, kinds });
  assert.match(result?.failed[0]?.reason ?? "", /status 554/);
});

Deno.test("half a mail contact is an error that names the missing setting", () => {
  assert.throws(() => createAlerter(settings({ mail_to: "friend@example.org" })), {
    code: "invalid_config",
    message: /support\.smtp_url/,
  });
});
