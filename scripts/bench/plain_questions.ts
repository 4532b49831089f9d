/**
 * How often plain questions get sympathy or an alarm that they should not: `deno task bench:plain -- FOLDER [--most 1800]` with SQuAD in
 * FOLDER. Each question is heard by the emotion service and answered by the empathy service as `POST /api/text` does. Prints those that get
 * an opening or a risk.
 */
import { parseArgs } from "node:util";
import { loadSquadArticles } from "./squad_articles.ts";
import { Emotion } from "../../services/emotion/contract.ts";
import { EmpathyResponse } from "../../services/empathy/contract.ts";
import { poster, temporaryMorgan } from "./temporary_morgan.ts";

const { values, positionals: [folder] } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { most: { type: "string", default: "1800" } },
});
if (!folder) throw new Error("Give the folder of SQuAD: deno task bench:plain -- FOLDER");
const all = (await loadSquadArticles(folder)).flatMap(({ paragraphs }) =>
  paragraphs.flatMap(({ questions }) => questions.map(({ question }) => question))
);
const most = Math.min(Number(values.most), all.length);
const texts = Array.from({ length: most }, (_, i) => all[Math.floor(i * all.length / most)] ?? "");

await using morgan = await temporaryMorgan();
const post = poster(morgan);

let [openings, alarms] = [0, 0];
for (const text of texts) {
  const emotion = Emotion.parse(await post("/api/detect_emotion", { text }));
  const { risk, opening } = EmpathyResponse.parse(await post("/api/empathy_response", { text, emotion }));
  if (opening) openings++;
  if (risk !== "none") alarms++;
  if (opening || risk !== "none") console.log(`${risk}, ${emotion.emotion}: ${text}`);
}
console.log(`${texts.length} plain questions: ${openings} with an opening, ${alarms} with a risk`);
