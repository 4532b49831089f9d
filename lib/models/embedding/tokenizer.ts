import { Tokenizer } from "@huggingface/tokenizers";
import { z } from "zod";

/** A model's tokenizer, with the special tokens that it puts around a text. */
export interface TextTokenizer {
  /** Token ids of a text with its special tokens, cut to `maxTokens`. */
  encode(text: string, maxTokens: number): number[];
  /** Number of ids that `encode` would give without a limit. */
  count(text: string): number;
}

const TokenizerFile = z.looseObject({ model: z.looseObject({ type: z.string().optional() }) });
const ConfigFile = z.looseObject({});
const CACHED_WORDS = 50_000;

/** When a tokenizer's tables are made of its file, which takes a tenth of a second. */
export interface TokenizerOptions {
  /** With the first text; what is wrong in them is thrown then. @default false */
  lazy?: boolean | undefined;
}

/**
 * Opens tokenizer.json with tokenizer_config.json. Truncation and padding that the file asks for are ignored: the
 * caller's limit holds, and each text runs alone.
 */
export async function openTokenizer(
  tokenizerPath: string,
  configPath: string,
  { lazy = false }: TokenizerOptions = {},
): Promise<TextTokenizer> {
  const file = await Deno.readTextFile(tokenizerPath);
  const config = await Deno.readTextFile(configPath).catch(() => "{}");
  let made: TextTokenizer | undefined;
  const make = () => made ??= textTokenizer(file, config);
  if (!lazy) return make();
  return {
    encode: (text, maxTokens) => make().encode(text, maxTokens),
    count: (text) => make().count(text),
  };
}

function textTokenizer(fileText: string, configText: string): TextTokenizer {
  const file = TokenizerFile.parse(JSON.parse(fileText));
  const config = ConfigFile.parse(JSON.parse(configText));
  const tokenizer = new Tokenizer({ ...file, truncation: null, padding: null }, config);
  const { before, after } = specialTokens(tokenizer);
  // WordPiece never looks across white space, so a word's ids can be remembered: ten times faster than the whole text.
  const body = file.model.type === "WordPiece" ? cachedWords(tokenizer) : plain(tokenizer);
  return {
    encode(text, maxTokens) {
      const room = Math.max(0, maxTokens - before.length - after.length);
      return [...before, ...body(text, room), ...after];
    },
    count: (text) => before.length + body(text, Infinity).length + after.length,
  };
}

type Body = (text: string, limit: number) => number[];

function plain(tokenizer: Tokenizer): Body {
  return (text, limit) => {
    const { ids } = tokenizer.encode(text, { add_special_tokens: false });
    return ids.length > limit ? ids.slice(0, limit) : ids;
  };
}

function cachedWords(tokenizer: Tokenizer): Body {
  const cache = new Map<string, readonly number[]>();
  return (text, limit) => {
    const ids: number[] = [];
    for (const word of text.split(/\s+/u)) {
      if (word === "") continue;
      let own = cache.get(word);
      if (own === undefined) {
        own = tokenizer.encode(word, { add_special_tokens: false }).ids;
        if (cache.size >= CACHED_WORDS) cache.clear();
        if (word.length <= 64) cache.set(word, own);
      }
      for (const id of own) {
        if (ids.length >= limit) return ids;
        ids.push(id);
      }
    }
    return ids;
  };
}

/** What the post-processor puts before and after a text, seen on a text that has at least one token. */
function specialTokens(tokenizer: Tokenizer): { before: number[]; after: number[] } {
  const inner = tokenizer.encode("a", { add_special_tokens: false }).ids;
  const whole = tokenizer.encode("a").ids;
  const start = Math.max(0, whole.indexOf(inner[0] ?? -1));
  return { before: whole.slice(0, start), after: whole.slice(start + inner.length) };
}
