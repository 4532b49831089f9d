import type { Config } from "../lib/config/mod.ts";
import { MorganError } from "../lib/errors.ts";
import { readIfThere } from "../lib/home/mod.ts";
import { keepSecret } from "../lib/mask.ts";

/** Characters of a token that is worth something: 24 random bytes in base64. */
const LEAST = 32;

/**
 * What services of several processes prove themselves with; `null` where none is set: then each process is a Morgan by itself.
 * Throws `invalid_config` where its file is missing or holds none.
 */
export async function readServiceToken({ services }: Pick<Config, "services">): Promise<string | null> {
  const { token, token_file } = services;
  if (token !== undefined || token_file === undefined) return token ?? null;
  const text = (await readIfThere(token_file))?.trim() ?? "";
  if (text.length < LEAST) {
    throw new MorganError(
      "invalid_config",
      text === ""
        ? `The service token's file ${token_file} is missing or empty.`
        : `The service token in ${token_file} has fewer than ${LEAST} characters.`,
      {
        hint: `Make one (openssl rand -base64 32) and give every process of this Morgan the same.`,
        details: { key: "services.token_file" },
      },
    );
  }
  keepSecret(text);
  return text;
}
