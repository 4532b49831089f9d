const BLOCK = 512;

/** One entry of a tar archive. */
export interface TarEntry {
  /** Path without a leading slash. */
  name: string;
  directory: boolean;
  data: Uint8Array;
}

/**
 * The files and folders of a POSIX ustar archive (IEEE Std 1003.1, pax, "ustar Interchange Format"), as PGlite's `dumpDataDir` writes it.
 * Throws `RangeError` if it is cut short.
 */
export function* readTar(archive: Uint8Array): Generator<TarEntry> {
  const text = new TextDecoder();
  const field = (at: number, length: number) =>
    text.decode(archive.subarray(at, at + length)).split("\0", 1)[0]!;
  for (let at = 0; at + BLOCK <= archive.length;) {
    const base = field(at, 100);
    if (base === "") return;
    const prefix = field(at + 345, 155);
    const size = parseInt(field(at + 124, 12).trim() || "0", 8);
    const start = at + BLOCK;
    if (start + size > archive.length) throw new RangeError(`The archive ends inside "${base}".`);
    yield {
      name: (prefix === "" ? base : `${prefix}/${base}`).replace(/^\/+/, ""),
      directory: field(at + 156, 1) === "5",
      data: archive.subarray(start, start + size),
    };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}
