import assert from "node:assert/strict";
import { isUnder } from "./paths.ts";

Deno.test("a folder holds itself and what lies below it, not what begins alike", () => {
  for (const folder of ["/home/tax", "/home/tax/", "/home/tax//"]) {
    for (const path of ["/home/tax", "/home/tax/a.md", "/home/tax/2020/b.md"]) {
      assert.ok(isUnder(path, folder), `${path} under ${folder}`);
    }
    for (const path of ["/home/taxes/a.md", "/home/tax-2020/a.md", "/home/tax.md", "/home/ta", "/tax/a.md"]) {
      assert.ok(!isUnder(path, folder), `${path} not under ${folder}`);
    }
  }
});

Deno.test("paths that are not whole, the root and names with signs of patterns are taken by the letter", () => {
  assert.ok(isUnder("notes/a.md", "notes"));
  assert.ok(isUnder("notes/a.md", "./notes/"));
  assert.ok(isUnder("notes/a.md", "notes/a.md"));
  assert.ok(!isUnder("notes/a.md.bak", "notes/a.md"));
  for (const all of ["", ".", "./"]) assert.ok(isUnder("notes/a.md", all));
  assert.ok(isUnder("/a.md", "/"));
  assert.ok(!isUnder("a.md", "/"));
  assert.ok(!isUnder("b%_/a.md", "b%"));
  assert.ok(!isUnder("bxy/a.md", "b%_"));
  assert.ok(isUnder("..data/a.md", "..data"));
});

Deno.test("on Windows either slash separates; elsewhere a backslash is a letter", () => {
  assert.ok(isUnder("C:\\tax\\a.md", "C:\\tax"));
  assert.ok(isUnder("C:\\tax\\a.md", "C:\\tax\\"));
  assert.ok(!isUnder("C:\\taxes\\a.md", "C:\\tax"));
  assert.ok(isUnder("C:\\a.md", "C:\\"));
  assert.ok(isUnder("\\\\host\\share\\a.md", "\\\\host\\share"));
  assert.ok(!isUnder("/tax\\a.md", "/tax"));
});
