import { DOCUMENTS_BUCKET, type ObjectStore } from "../../lib/objects/mod.ts";

/** A document's original bytes as a file on this machine, for as long as it is in use. */
export async function materialise(
  objects: ObjectStore,
  key: string,
): Promise<{ path: string } & AsyncDisposable> {
  if (objects.path) return { path: objects.path(DOCUMENTS_BUCKET, key), async [Symbol.asyncDispose]() {} };
  const path = await Deno.makeTempFile({ prefix: "morgan-original-" });
  await using file = await Deno.open(path, { write: true });
  await (await objects.get(DOCUMENTS_BUCKET, key)).pipeTo(file.writable);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path) };
}
