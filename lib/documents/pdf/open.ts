import { getDocumentProxy } from "unpdf";
import { UnreadableDocument } from "../failure.ts";
import { ArchivedCMaps } from "./cmaps.ts";
import type { OutlineEntry } from "./headings.ts";

/** pdf.js's document. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF (also one encrypted with the empty password). Throws `encrypted`, `truncated` or `damaged`. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const tail = new TextDecoder("latin1").decode(bytes.subarray(-2048));
  try {
    return await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      cMapUrl: "cmaps/",
      cMapPacked: true,
      useWorkerFetch: false,
      useWasm: false,
      stopAtErrors: false,
      BinaryDataFactory: ArchivedCMaps,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") throw new UnreadableDocument("encrypted", undefined, error);
    if (error instanceof RangeError) throw error;
    const complete = /%%EOF|startxref/.test(tail);
    throw new UnreadableDocument(complete || bytes.length < 1024 ? "damaged" : "truncated", undefined, error);
  }
}

/** The outline as a flat list in order, without the entries that lead nowhere. */
export async function readOutline(pdf: Pdf): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  type Node = Awaited<ReturnType<Pdf["getOutline"]>>[number];
  const visit = async (nodes: readonly Node[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (entries.length >= 5000) return;
      const page = await pageOf(pdf, node.dest);
      if (page !== null) entries.push({ level, title: node.title, page });
      if (level < 6) await visit(node.items, level + 1);
    }
  };
  try {
    await visit(await pdf.getOutline() ?? [], 1);
  } catch {
    return [];
  }
  return entries;
}

async function pageOf(pdf: Pdf, dest: unknown): Promise<number | null> {
  try {
    const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : dest;
    const target: unknown = Array.isArray(explicit) ? explicit[0] : null;
    if (typeof target === "number") return target;
    if (typeof target !== "object" || target === null || !("num" in target) || !("gen" in target)) {
      return null;
    }
    const { num, gen } = target;
    return typeof num === "number" && typeof gen === "number" ? await pdf.getPageIndex({ num, gen }) : null;
  } catch {
    return null;
  }
}
