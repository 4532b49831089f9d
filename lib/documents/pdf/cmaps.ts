import { unzipSync } from "fflate";
import { CMAPS_URL } from "./cmaps_url.ts";

/**
 * pdf.js's source of predefined CMaps (ISO 32000-1 §9.7.5.2), without which Chinese, Japanese and Korean text in fonts that are
 * not embedded is lost. It reads the archive, so that no network and no folder of 169 files is needed.
 */
export class ArchivedCMaps {
  static #archive: Promise<Uint8Array> | undefined;

  /** Reads the archive, for a process that will have no right to read files. */
  static async load(): Promise<void> {
    await (ArchivedCMaps.#archive ??= Deno.readFile(CMAPS_URL));
  }

  /** Throws where the archive holds no such file; pdf.js then leaves the font out. */
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    ArchivedCMaps.#archive ??= Deno.readFile(CMAPS_URL);
    const file =
      unzipSync(await ArchivedCMaps.#archive, { filter: (entry) => entry.name === filename })[filename];
    if (file === undefined) throw new Error(`No CMap ${filename}`);
    return file;
  }
}
