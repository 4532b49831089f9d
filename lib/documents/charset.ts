import { analyse } from "chardet";
import { UnreadableDocument } from "./failure.ts";
import { latin1 } from "./sniff.ts";

/** Decoded text, the encoding it was decoded with, and what the reader should be told about it. */
export interface DecodedText {
  text: string;
  /** WHATWG label, lower case. */
  charset: string;
  warnings: string[];
}

const SAMPLE = 256 * 1024;

/**
 * Decodes a text file. In order of trust: byte order mark; the pattern of zero bytes of UTF-16; validity as UTF-8; what HTML or XML declares,
 * unless the decoded text speaks against it; statistics (chardet). Throws `binary` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, options: { declared?: boolean } = {}): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return plain(new TextDecoder(marked).decode(bytes), marked);
  const wide = utf16WithoutMark(bytes.subarray(0, SAMPLE));
  if (wide !== null) return plain(new TextDecoder(wide).decode(bytes), wide);
  if (looksBinary(withoutPadding(bytes.subarray(0, SAMPLE)))) throw new UnreadableDocument("binary");
  const utf8 = decodeStrictly(bytes, "utf-8");
  const iso2022 = utf8 !== null && ["\x1b$", "\x1b("].some((escape) => utf8.includes(escape));
  if (utf8 !== null && !iso2022) return plain(utf8, "utf-8");
  return statistically(bytes, options.declared === true ? declaredCharset(bytes) : null);
}

function plain(text: string, charset: string): DecodedText {
  return { text, charset, warnings: [] };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Latin letters, spaces and line ends leave their high byte zero, so nearly all zero bytes lie on one side of each pair. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  }
  const zeros = even + odd;
  if (bytes.length < 4 || zeros < Math.max(2, bytes.length * 0.02)) return null;
  const label = odd >= zeros * 0.95 ? "utf-16le" : even >= zeros * 0.95 ? "utf-16be" : null;
  if (label === null) return null;
  const text = new TextDecoder(label).decode(bytes.subarray(0, bytes.length - bytes.length % 2));
  return badness(text) < 0.02 ? label : null;
}

/** What was cut from a block of fixed size, or written to one, ends in zeros. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}

/** Zero bytes and control characters (other than tab, line ends, form feed, escape) do not occur in 8-bit text. */
function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) control += 10;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++;
  }
  return control > Math.max(bytes.length * 0.01, Math.min(bytes.length, 30));
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What `<meta charset>`, `http-equiv` or an XML declaration says, if TextDecoder knows it. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 64 * 1024)).replace(/<!--.*?-->/gs, "");
  const label = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function statistically(bytes: Uint8Array, declared: string | null): DecodedText {
  const sample = bytes.subarray(0, SAMPLE);
  const candidates = analyse(declared === null ? sample : withoutTags(sample)).flatMap(
    ({ name, confidence }) => {
      const charset = knownLabel(name);
      return charset === null ? [] : [{ charset, confidence }];
    },
  );
  const scored = candidates.map((c) => ({
    ...c,
    score: c.confidence - 400 * badness(decode(sample, c.charset)),
  }));
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (declared !== null && declared !== "utf-8" && declared !== "utf-16le" && declared !== "utf-16be") {
    const text = decode(sample, declared);
    const own = scored.find((c) => sameFamily(c.charset, declared))?.score ?? -400 * badness(text);
    if (best === undefined || own >= best.score - 20) return plain(decode(bytes, declared), declared);
  }
  const charset = best === undefined || best.score < 0 ? "windows-1252" : best.charset;
  const text = decode(bytes, charset);
  const doubtful = best === undefined || best.confidence < 25 || mojibake(text);
  const warnings = declared !== null && !sameFamily(declared, charset)
    ? [`The file declares the encoding ${declared}, but its bytes are ${charset}; it was read as ${charset}.`]
    : [];
  if (doubtful) {
    warnings.push(
      `The encoding of the file could not be determined with certainty (read as ${charset}): ` +
        "characters outside ASCII may be wrong. Save it as UTF-8 to be sure.",
    );
  }
  return { text, charset, warnings };
}

/** Markup is ASCII in every 8-bit encoding and only dilutes the statistics of the text. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  let inTag = false;
  for (const byte of bytes) {
    if (byte === 0x3c) inTag = true;
    if (!inTag) kept[length++] = byte;
    if (byte === 0x3e) inTag = false;
  }
  return kept.subarray(0, length);
}

function knownLabel(name: string): string | null {
  if (/^utf-/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

function sameFamily(a: string, b: string): boolean {
  const family = (label: string) =>
    label.replace(/^iso-8859-1$|^us-ascii$/, "windows-1252").replace(/^gbk$/, "gb18030");
  return family(a) === family(b);
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** Share of characters that no sane text holds: replacement, C1 controls, private use, unassigned, lone surrogates. */
function badness(text: string): number {
  if (text.length === 0) return 0;
  return (text.match(/[\ufffd\x80-\x9f]|[\p{Co}\p{Cn}\p{Cs}]/gu)?.length ?? 0) / text.length;
}

/** True where many "words" mix Latin letters with signs such as ¶ ® ± inside: the mark of a Latin-1 reading of another 8-bit set. */
function mojibake(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const odd = sample.match(/\p{L}[¡-¿×÷]+\p{L}|[¡¢£¤¥¦§¨©«¬®¯±²³´¶¸¹¼½¾]\p{Ll}/gu)?.length ?? 0;
  const high = sample.match(/[\u0080-\u00ff]/g)?.length ?? 0;
  return odd > 5 && odd > high * 0.1;
}
