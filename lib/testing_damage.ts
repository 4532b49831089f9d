/** What a crash, a disk or another program may make of a file, by what it then is. For tests. */
export const DAMAGES: Readonly<Record<string, (path: string) => Promise<void>>> = {
  "empty": (path) => Deno.writeFile(path, new Uint8Array()),
  "cut off in its head": (path) => Deno.truncate(path, 5),
  async "cut off in the middle"(path) {
    await Deno.truncate(path, Math.floor((await Deno.stat(path)).size / 2));
  },
  "garbage": (path) => Deno.writeFile(path, Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) % 251)),
  "another program's": (path) => Deno.writeTextFile(path, "SQLite format 3 and more"),
  "missing": (path) => Deno.remove(path),
};
