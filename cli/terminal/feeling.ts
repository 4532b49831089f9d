import type { Feeling } from "../../services/emotion/contract.ts";
import { signed } from "../mood/tint.ts";
import { paint } from "./output.ts";
import { wrap } from "./wrap.ts";

/** Shares of Plutchik's wheel below this are left out. */
const LEAST = 0.005;

/** What a message shows of how the user feels: the feeling and its place, then the shares of Plutchik's eight and neutral. */
export function formatFeeling(feeling: Feeling): string {
  const { emotion, confidence, intensity, valence, arousal, dominance, plutchik, mixed } = feeling;
  const also = mixed.map((other) => `${other.emotion} ${percent(other.confidence)}`).join(", ");
  const place = Object.entries({ valence, arousal, dominance }).map(([name, value]) =>
    `${name} ${signed(value).trim()}`
  );
  const shares = Object.entries(plutchik).filter(([, share]) => share >= LEAST).sort(([, a], [, b]) => b - a);
  return [
    line(
      "Feeling",
      `${emotion}, confidence ${percent(confidence)}, intensity ${percent(intensity)}; ${place.join(", ")}${
        also === "" ? "" : `; also ${also}`
      }`,
    ),
    line("Plutchik", shares.map(([name, share]) => `${name} ${percent(share)}`).join(", ")),
  ].join("\n");
}

function line(name: string, text: string): string {
  const indent = " ".repeat(10);
  return paint("bold", name.padEnd(indent.length)) + wrap(text, indent).slice(indent.length);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
