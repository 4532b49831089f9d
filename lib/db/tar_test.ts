import assert from "node:assert/strict";
import { readTar } from "./tar.ts";

Deno.test("readTar() reads files, folders and long names, and stops at the end mark", () => {
  const text = new TextEncoder();
  const header = (name: string, size: number, type: string, prefix = "") => {
    const block = new Uint8Array(512);
    block.set(text.encode(name), 0);
    block.set(text.encode(size.toString(8).padStart(11, "0")), 124);
    block.set(text.encode(type), 156);
    block.set(text.encode(prefix), 345);
    return block;
  };
  const body = new Uint8Array(512);
  body.set(text.encode("hello"));
  const parts = [
    header("/base", 0, "5"),
    header("file", 5, "0", "/a/long/prefix"),
    body,
    new Uint8Array(1024),
  ];
  const archive = new Uint8Array(parts.flatMap((part) => [...part]));
  const entries = [...readTar(archive)].map((
    { name, directory, data },
  ) => [name, directory, new TextDecoder().decode(data)]);
  assert.deepEqual(entries, [["base", true, ""], ["a/long/prefix/file", false, "hello"]]);
});
