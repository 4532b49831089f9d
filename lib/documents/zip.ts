import { Unzip, UnzipInflate, unzipSync } from "fflate";
import { UnreadableDocument } from "./failure.ts";

/** A DOCX inflates some 10 times; its largest honest parts are pictures, which hardly inflate. */
const MAX_INFLATED = 256 * 1024 ** 2;
/** The XML that is parsed into a tree takes some 10 times its size in memory. */
const MAX_XML = 48 * 1024 ** 2;

/**
 * The names of a zip's entries, after checking sizes without keeping anything inflated: the declared ones, then the real ones.
 * Throws `bomb` beyond the bounds, `truncated` without an end of the archive, `damaged` where it does not inflate.
 */
export function inspectZip(bytes: Uint8Array): string[] {
  const names: string[] = [];
  let declared = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        declared += originalSize;
        checkSize(name, originalSize, declared);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument(hasEnd(bytes) ? "damaged" : "truncated", undefined, error);
  }
  inflateAll(bytes);
  return names;
}

/** One entry's bytes, or null. Call after `inspectZip`. */
export function readZipEntry(bytes: Uint8Array, name: string): Uint8Array | null {
  return unzipSync(bytes, { filter: (entry) => entry.name === name })[name] ?? null;
}

function checkSize(name: string, size: number, total: number): void {
  if (total > MAX_INFLATED) {
    throw new UnreadableDocument("bomb", `more than ${MAX_INFLATED >> 20} MiB unpacked`);
  }
  if (size > MAX_XML && /\.(?:xml|rels)$/i.test(name)) {
    throw new UnreadableDocument("bomb", `${name} is over ${MAX_XML >> 20} MiB`);
  }
}

function inflateAll(bytes: Uint8Array): void {
  let total = 0;
  const unzip = new Unzip((file) => {
    let size = 0;
    file.ondata = (error, chunk) => {
      if (error) throw new UnreadableDocument("damaged", undefined, error);
      size += chunk.length;
      total += chunk.length;
      checkSize(file.name, size, total);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 65536) {
      unzip.push(bytes.subarray(at, at + 65536), at + 65536 >= bytes.length);
    }
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument("damaged", undefined, error);
  }
}

/** The end-of-central-directory record (APPNOTE 4.3.16) lies in the last 64 KiB. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 65_557); i--) {
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 5 && bytes[i + 3] === 6) return true;
  }
  return false;
}
