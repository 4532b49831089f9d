/** Documents that are written for a test, each version of each with a word of its own. */
export interface Collection {
  folder: string;
  /** Paths in order. */
  paths: string[];
  /** The version whose content a path has now, from 1. */
  version: number;
  /** The word that stands in every paragraph of one version of one document, and nowhere else. */
  word(path: string, version: number): string;
  /** Writes the next version of every document. */
  rewrite(): Promise<void>;
}

const SUBJECTS = [
  "harbour",
  "orchard",
  "engine",
  "library",
  "glacier",
  "market",
  "bridge",
  "weather station",
];
const DEEDS = ["was measured", "was repaired", "was described", "was painted", "was sold", "was visited"];

/** Writes `count` text documents of a few chunks each. */
export async function writeCollection(folder: string, count: number): Promise<Collection> {
  const paths = Array.from({ length: count }, (_, i) => `${folder}/${String(i).padStart(4, "0")}.txt`);
  const collection: Collection = {
    folder,
    paths,
    version: 0,
    word: (path, version) => uniqueWord(paths.indexOf(path), version),
    async rewrite() {
      collection.version++;
      for (const path of paths) {
        await Deno.writeTextFile(path, textOf(paths.indexOf(path), collection.version));
      }
    },
  };
  await collection.rewrite();
  return collection;
}

/** Letters that no stemmer shortens. */
function uniqueWord(index: number, version: number): string {
  const letters = (n: number) =>
    [...String(n).padStart(4, "0")].map((digit) => "bcdfghjklm"[Number(digit)]).join("");
  return `z${letters(index)}o${letters(version)}x`;
}

function textOf(index: number, version: number): string {
  const word = uniqueWord(index, version);
  const paragraphs = Array.from({ length: 8 }, (_, p) =>
    Array.from({ length: 6 }, (_, s) => {
      const n = index + p * 6 + s;
      return `In entry ${n} of the book ${word} the ${SUBJECTS[n % 8]} ${DEEDS[n % 6]} by visitor ${
        n * 7 % 101
      }, ` +
        `who stayed for ${n % 9 + 1} days and left a short note about it.`;
    }).join(" "));
  return paragraphs.join("\n\n");
}
