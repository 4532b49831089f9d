/**
 * An upper estimate of a text's tokens for a model whose tokenizer is not at hand: a token is at least 3 bytes of
 * English or code with the common BPE vocabularies (4 on average), and about one character of other scripts.
 */
export function estimateTokens(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x24f) wide++;
  return Math.ceil((text.length - wide) / 3 + wide);
}
