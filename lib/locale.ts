/** Longest locale that is passed on. */
const LONGEST = 32;

/** The locale of whoever runs this process, such as `de_AT.UTF-8`: POSIX's variables in their order, or what Windows says. */
export function userLocale(
  env: Readonly<Record<string, string | undefined>> = Deno.env.toObject(),
): string | undefined {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const locale = named || (Deno.build.os === "windows" ? navigator.language : undefined);
  // `C` and `POSIX` name no language and no place.
  return locale && locale.length <= LONGEST && /^[a-z]{2,3}(?![a-z])/i.test(locale) ? locale : undefined;
}
