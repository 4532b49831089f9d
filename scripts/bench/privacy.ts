/**
 * Watches a whole session from outside, by strace on Linux: names looked up, addresses outside this machine, files written
 * outside Morgan's folder and Deno's own cache. Ends with exit code 1 where there is any.
 */
import { commandHome } from "../../tests/support/command.ts";
import { emptyUser, traceSession } from "../../tests/support/session.ts";
import { canTrace } from "../../tests/support/trace.ts";

if (!await canTrace()) {
  console.error("strace is not there, or may not be used: apt-get install strace");
  Deno.exit(1);
}
await using user = await emptyUser();
await using home = await commandHome(user.env);
const { names, addresses, written } = await traceSession(home);
for (const [what, found] of Object.entries({ names, addresses, written })) {
  console.log(`${what}: ${found.length === 0 ? "none" : found.join(", ")}`);
}
if (names.length + addresses.length + written.length > 0) Deno.exitCode = 1;
