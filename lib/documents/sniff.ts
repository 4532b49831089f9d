/** What the first bytes of a file say it is; `null` where they say nothing, as with any plain text. */
export type Signature = "pdf" | "zip" | "ole" | "html" | "rtf" | "other" | null;

const BINARY: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x28, 0xb5, 0x2f, 0xfd], // Zstandard
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x00, 0x61, 0x73, 0x6d], // WebAssembly
  [0x49, 0x44, 0x33, 0x03], // MP3
  [0x4f, 0x67, 0x67, 0x53], // Ogg
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
];

/** Reads the signature from magic bytes (PDF 32000-1 §7.5.2: `%PDF-` may lie within the first 1024 bytes). */
export function sniff(bytes: Uint8Array): Signature {
  const starts = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return "ole";
  if (starts([0x7b, 0x5c, 0x72, 0x74, 0x66])) return "rtf";
  if (BINARY.some(starts)) return "other";
  const head = latin1(bytes.subarray(0, 1024));
  if (/^(?:.{0,3}\s*)%PDF-/s.test(head) || (head.includes("%PDF-") && /[\x80-\xff\0]/.test(head))) {
    return "pdf";
  }
  const markup = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "");
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta)\b/is.test(
      markup,
    )
    ? "html"
    : null;
}

/** Bytes as a string of code units 0..255, for looking at ASCII structure. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
