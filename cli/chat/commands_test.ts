import assert from "node:assert/strict";
import { completeCommand, isCommand } from "./commands.ts";

Deno.test("Tab completes a command, and the word after it where there is a choice", () => {
  const cases: [string, string | undefined][] = [
    ["/mo", "/mood "],
    ["/me", "/memory "],
    ["/m", undefined],
    ["/memory f", "/memory forget "],
    ["/memory u", "/memory undo "],
    ["/memory ", undefined],
    ["/memory forget 3f", undefined],
    ["/mood x", undefined],
    ["/", undefined],
    ["mood", undefined],
  ];
  for (const [typed, completed] of cases) assert.equal(completeCommand(typed), completed, typed);
});

Deno.test("a line is a command by its first word; a path and a text of several lines are none", () => {
  for (const line of ["/mood", "/memory forget 3f9a", "/nonsense"]) assert.ok(isCommand(line), line);
  for (const line of ["/etc/hosts is what?", "/mood\nand more", "mood"]) assert.ok(!isCommand(line), line);
});
