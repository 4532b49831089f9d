/** Where the predefined CMaps lie: pdf.js's packed form of Adobe's CMap resources, with their licence, in one archive. */
export const CMAPS_URL = new URL("./cmaps.zip", import.meta.url);
