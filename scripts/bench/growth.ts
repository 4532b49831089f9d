/**
 * How the time of everything that reads a foreign text grows with its length: of each function the worst of all shapes. A text that is
 * refused is shown with the time until then: that too is a right answer.
 *
 * usage: deno task bench:growth [LENGTHS] [FUNCTION] [SHAPE]
 *        LENGTHS: characters, by commas; the others: parts of the names of functions and shapes that are measured
 */
import { growthOf } from "../../tests/growth/measure.ts";
import { SHAPES } from "../../tests/growth/shapes.ts";
import { SUBJECTS } from "../../tests/growth/subjects.ts";

const [lengths = "10000,30000,100000", subjectPart = "", shapePart = ""] = Deno.args;
const sizes = lengths.split(",").map(Number);

const ms = (time: number) => `${time.toFixed(1)} ms`;
const row = (cells: readonly string[]) => cells.map((cell) => cell.padStart(9)).join(" ");
console.log(row(sizes.map((size) => `${size / 1000} kB`)), "   power  function, worst shape");
for (const [name, subject] of Object.entries(SUBJECTS)) {
  if (!name.includes(subjectPart)) continue;
  let worst = { shape: "", times: sizes.map(() => 0), power: undefined as number | undefined };
  for (const [shape, make] of Object.entries(SHAPES)) {
    if (!shape.includes(shapePart)) continue;
    const { times, power, refused } = await growthOf(subject, make, sizes);
    if (refused !== undefined) {
      console.log(row(times.map(ms)), `  –     refused (${refused}): ${name}, ${shape}`);
    }
    if ((times.at(-1) ?? 0) > (worst.times.at(-1) ?? 0)) worst = { shape, times, power };
    if ((power ?? 0) > 1.3 || Math.max(...times) > 500) {
      console.log(
        row(times.map(ms)),
        `  ${power?.toFixed(2) ?? " –  "}   ! ${name}, ${shape}`,
      );
    }
  }
  console.log(
    row(worst.times.map(ms)),
    `  ${worst.power?.toFixed(2) ?? " –  "}   ${name}, ${worst.shape}`,
  );
}
