import type { Report } from "./reports.ts";

/** What common emoji and emoticons tell, by their Unicode names and everyday use. */
const MEANING: readonly [feeling: string, signs: string][] = [
  ["joy", "😀 😃 😄 😁 😊 🙂 ☺ 😺 🌞 :) :-) =) :D :-D ^_^"],
  ["amusement", "😂 🤣 😆 😹 xD XD"],
  ["love", "😍 🥰 😘 ❤ 💕 💖 💗 🧡 💛 💚 💙 💜 <3"],
  ["sadness", "😢 😭 ☹ 🙁 😿 :( :-( :'( T_T"],
  ["disappointment", "😞 😔 😟"],
  ["misery", "💔 </3"],
  ["rage", "🤬 😡"],
  ["anger", "😠 👿"],
  ["frustration", "😤 😖 😣"],
  ["irritation", "🙄 😒 😑"],
  ["exhaustion", "😩 😫 😴 🥱"],
  ["fear", "😱 😨"],
  ["anxiety", "😰 😥 😓"],
  ["nervousness", "😬"],
  ["embarrassment", "😳 🙈 🤦"],
  ["disgust", "🤢 🤮"],
  ["surprise", "😮 😲 😯 🤯"],
  ["confusion", "😕 🤷"],
  ["curiosity", "🤔"],
  ["relief", "😌 😮‍💨"],
  ["excitement", "🎉 🥳 🤩 🎊 🚀"],
  ["gratitude", "🙏"],
  ["confidence", "😎 💪"],
  ["longing", "🥺"],
];

const SIGNS: readonly [sign: string, feeling: string][] = MEANING.flatMap(([feeling, signs]) =>
  signs.split(" ").map((sign): [string, string] => [sign, feeling])
).sort(([a], [b]) => b.length - a.length);

/** The feelings that emoji and emoticons in a text show, each once, with how often. */
export function emojiReports(text: string): Report[] {
  const counts = new Map<string, { quote: string; times: number }>();
  let rest = text;
  for (const [sign, feeling] of SIGNS) {
    const parts = /^\p{Extended_Pictographic}/u.test(sign) ? rest.split(sign) : rest.split(emoticon(sign));
    if (parts.length < 2) continue;
    rest = parts.join(" ");
    const times = parts.length - 1 + (counts.get(feeling)?.times ?? 0);
    counts.set(feeling, { quote: sign, times });
  }
  return [...counts].map(([feeling, { quote, times }]) => ({
    feeling,
    who: "user",
    kind: "emoji",
    shift: Math.min(0.2, 0.07 * (times - 1)),
    negated: false,
    past: false,
    quote,
  }));
}

function emoticon(sign: string): RegExp {
  const literal = sign.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w/:])${literal}(?![\\w/])`);
}
