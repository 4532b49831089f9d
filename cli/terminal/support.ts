import type { SupportShown, TextResponse } from "../../services/core/contract.ts";
import type { Resource } from "../../services/empathy/contract.ts";
import { clean } from "./clean.ts";
import { paint, writeLine } from "./output.ts";
import { wrap } from "./wrap.ts";

/** Stands before each line, so that the block is seen without colours too. */
const EDGE = "┃ ";

/** Shows where help is, in a block of its own, where an answer comes with signs of danger: also where only results are wanted. */
export async function showSupport(
  { support, answer }: Pick<TextResponse, "support" | "answer">,
): Promise<void> {
  if (!support) return;
  // Read only where it is needed: what every command loads is loaded in no time.
  const { resourceLine } = await import("../../services/empathy/resources.ts");
  const block = formatSupport(support, answer, resourceLine);
  if (block !== "") writeLine(`\n${block}`);
}

/**
 * The places that help and that the answer does not name yet, and what became of an alert; empty where there is nothing left to say.
 *
 * @param lineOf how one place is written
 */
export function formatSupport(
  { resources, alert }: SupportShown,
  answer: string,
  lineOf: (resource: Resource) => string,
): string {
  const places = resources.filter((resource) => !isNamed(resource, answer)).map(lineOf);
  const { sent = [], pending = [], failed = [] } = alert ?? {};
  const told = [
    ...(sent.length > 0 ? [`Your contact was told (${sent.join(", ")}).`] : []),
    ...(pending.length > 0 ? [`Your contact is being told (${pending.join(", ")}).`] : []),
    ...failed.map(({ channel, reason }) => `Your contact could not be told (${channel}): ${reason}`),
  ];
  if (places.length + told.length === 0) return "";
  return [
    ...(places.length > 0 ? [paint(["bold", "yellow"], EDGE) + paint("bold", "Help is here:")] : []),
    ...[...places, ...told].map((text) => {
      const lines = wrap(clean(text), EDGE);
      return lines.replaceAll(new RegExp(`^${EDGE}`, "gm"), paint(["bold", "yellow"], EDGE));
    }),
  ].join("\n");
}

/** Whether the answer gives all of a place's numbers, or its address where it has none. */
function isNamed({ numbers, web }: Resource, answer: string): boolean {
  if (numbers.length === 0) return web !== undefined && answer.includes(web);
  return numbers.every((number) => new RegExp(`(?<!\\d)${escaped(number)}(?!\\d)`).test(answer));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
