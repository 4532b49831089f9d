import type { SupportShown, TextResponse } from "../../services/core/contract.ts";
import type { Resource } from "../../services/empathy/contract.ts";
import { clean } from "./clean.ts";
import { paint, writeLine } from "./output.ts";
import { wrap } from "./wrap.ts";

/** Stands before each line, so that the block is seen without colours too. */
const EDGE = "┃ ";

/** Shows where help is, in a block of its own, where an answer comes with signs of danger: also where only results are wanted. */
export function showSupport({ support, answer }: Pick<TextResponse, "support" | "answer">): void {
  const block = support && formatSupport(support, answer);
  if (block) writeLine(`\n${block}`);
}

/** The places that help and that the answer does not name yet, and what became of an alert; empty where there is nothing left to say. */
export function formatSupport({ resources, alert }: SupportShown, answer: string): string {
  const places = resources.filter((resource) => !isNamed(resource, answer)).map(placeLine);
  const { sent = [], pending = [], failed = [] } = alert ?? {};
  const told = [
    ...(sent.length > 0 ? [`Your contact was told (${sent.join(", ")}).`] : []),
    ...(pending.length > 0 ? [`Your contact is being told (${pending.join(", ")}).`] : []),
    ...failed.map(({ channel, reason }) => `Your contact could not be told (${channel}): ${reason}`),
  ];
  const edge = paint(["bold", "yellow"], EDGE);
  return [
    ...(places.length > 0 ? [edge + paint("bold", "Help is here:")] : []),
    ...[...places, ...told].map((text) =>
      wrap(clean(text), EDGE).split("\n").map((line) => edge + line.slice(EDGE.length)).join("\n")
    ),
  ].join("\n");
}

function placeLine({ name, numbers, text, web, hours }: Resource): string {
  const calls = numbers.filter((number) => !name.includes(number));
  const ways = [
    ...(calls.length > 0 ? [`call ${calls.join(" or ")}`] : []),
    ...(text ? [`text ${text}`] : []),
    ...(web ? [web] : []),
  ];
  return `${name}${ways.length > 0 ? `: ${ways.join(", ")}` : ""}${hours ? ` (${hours})` : ""}`;
}

/** Whether the answer gives all of a place's numbers, or its address where it has none. */
function isNamed({ numbers, web }: Resource, answer: string): boolean {
  if (numbers.length === 0) return web !== undefined && answer.includes(web);
  return numbers.every((number) => new RegExp(`(?<!\\d)${escaped(number)}(?!\\d)`).test(answer));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
