import { join } from "node:path";
import { z } from "zod";

const Turn = z.looseObject({ speaker: z.string(), dia_id: z.string(), text: z.string() });
const File = z.array(z.looseObject({
  sample_id: z.string(),
  conversation: z.record(z.string(), z.unknown()),
  qa: z.array(z.looseObject({ question: z.string(), evidence: z.array(z.string()).default([]) })),
}));

/** One conversation of LoCoMo (Maharana et al. 2024, arXiv:2402.17753). */
export interface LocomoConversation {
  id: string;
  /** All turns in order, each with its speaker's name before it. */
  said: { turn: string; text: string }[];
  /** Questions with the turns that answer them; those without any are left out. */
  asked: { question: string; evidence: string[] }[];
}

/** Reads `locomo*.json` of a folder. */
export async function readLocomo(folder: string): Promise<LocomoConversation[]> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name)
    .filter((name) => /^locomo.*\.json$/.test(name)).sort();
  if (names.length === 0) throw new Error(`There is no locomo*.json in ${folder}.`);
  const all: LocomoConversation[] = [];
  for (const name of names) {
    for (
      const { sample_id, conversation, qa } of File.parse(
        JSON.parse(await Deno.readTextFile(join(folder, name))),
      )
    ) {
      const sessions = Object.keys(conversation).filter((key) => /^session_\d+$/.test(key))
        .sort((a, b) => Number(a.slice(8)) - Number(b.slice(8)));
      const said = sessions.flatMap((key) =>
        z.array(Turn).parse(conversation[key]).map(({ dia_id, speaker, text }) => ({
          turn: dia_id,
          text: `${speaker}: ${text}`,
        }))
      );
      const known = new Set(said.map(({ turn }) => turn));
      const asked = qa.map(({ question, evidence }) => ({
        question,
        // Some entries hold several ids, with blanks or semicolons between.
        evidence: evidence.flatMap((ids) => ids.split(/[;\s]+/)).filter((id) => known.has(id)),
      })).filter(({ evidence }) => evidence.length > 0);
      all.push({ id: sample_id, said, asked });
    }
  }
  return all;
}
