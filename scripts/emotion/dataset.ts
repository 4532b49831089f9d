import { join } from "node:path";
import { MorganError } from "../../lib/errors.ts";
import { LABELS } from "../../services/emotion/labels.ts";

/** Texts with their labels: row i of `truth` (28 bytes of 0 or 1) belongs to text i. */
export interface LabelledTexts {
  texts: string[];
  truth: Uint8Array;
}

/** Reads `train.tsv` or `dev.tsv` of GoEmotions: text, tab, label numbers with commas, tab, id. */
export async function readGoEmotions(folder: string, part: "train" | "dev"): Promise<LabelledTexts> {
  const path = join(folder, `${part}.tsv`);
  const content = await Deno.readTextFile(path).catch((cause) => {
    throw new MorganError("not_found", `Cannot read ${path}.`, {
      cause,
      hint: "Give the folder that holds GoEmotions' train.tsv and dev.tsv.",
    });
  });
  const lines = content.split("\n").filter((line) => line !== "");
  const truth = new Uint8Array(lines.length * LABELS.length);
  const texts = lines.map((line, row) => {
    const [text, numbers] = line.split("\t");
    const labels = (numbers ?? "").split(",").map(Number);
    if (text === undefined || !labels.every((label) => LABELS[label] !== undefined)) {
      throw new MorganError("invalid_input", `Line ${row + 1} of ${path} is not text, labels and id.`, {
        hint: "Fetch the file again.",
      });
    }
    for (const label of labels) truth[row * LABELS.length + label] = 1;
    return text;
  });
  return { texts, truth };
}
