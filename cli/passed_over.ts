/** Why something in a folder is not read. */
export type PassReason =
  | "unsupported"
  | "hidden"
  | "excluded"
  | "temporary"
  | "link"
  | "broken_link"
  | "special";

/** Something in a folder that is passed over. A folder stands for all that is in it. */
export interface PassedOver {
  path: string;
  reason: PassReason;
}

/** Folders that hold no documents of the user's. */
const FOREIGN = ["node_modules", "__pycache__", "target", "venv"];

/**
 * What programs leave beside a document while it is open or before they overwrite it, and what file managers leave in folders: owner files of
 * Office and LibreOffice (`~$a.docx`, `.~lock.a.odt#`), copies of editors (`#a.md#`, `a.md~`, `.a.md.swp`, `a___jb_tmp___`), unfinished downloads.
 */
const TEMPORARY =
  /^~\$|^\.~|^~wr[a-z]\d+|^#.*#$|^\.#|~$|___jb_(?:tmp|old)___$|\.(?:sw[a-p]|tmp|temp|bak|orig|rej|part|partial|crdownload|download|lck|idlk|laccdb|ldb|dwl2?)$|^\._|^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|icon\r)$/i;

/** Whether a name is that of an owner file of Office or LibreOffice: never a document, though a shell's `*` names it with the others. */
export function isLock(name: string): boolean {
  return /^~\$|^\.~lock\..*#$/.test(name);
}

/** The names that are passed over because they are foreign or the user excludes them. */
export function excludedNames(exclude: readonly string[]): ReadonlySet<string> {
  return new Set([...FOREIGN, ...exclude]);
}

/** Why an entry of this name is passed over, or undefined where its name is no reason to. */
export function passReason(
  name: string,
  excluded: ReadonlySet<string>,
  { folder }: { folder: boolean },
): PassReason | undefined {
  if (excluded.has(name)) return "excluded";
  if (!folder && TEMPORARY.test(name)) return "temporary";
  return name.startsWith(".") ? "hidden" : undefined;
}

/** What was passed over, behind its number: of one, of several. */
const TEXTS: Record<PassReason, readonly [one: string, several: string]> = {
  unsupported: ["of a kind that Morgan does not read", "of kinds that Morgan does not read"],
  hidden: ["hidden", "hidden"],
  excluded: ["excluded by name", "excluded by name"],
  temporary: ["lock, temporary file or backup", "locks, temporary files or backups"],
  link: [
    "link that leads out of the folder (--follow-links reads what is there)",
    "links that lead out of the folder (--follow-links reads what is there)",
  ],
  broken_link: ["link that leads nowhere", "links that lead nowhere"],
  special: ["pipe, socket or device", "pipes, sockets or devices"],
};
const EXAMPLES = 3;

/** How many of each kind were passed over. */
export function countPassed(passed: readonly PassedOver[]): Partial<Record<PassReason, number>> {
  const counts: Partial<Record<PassReason, number>> = {};
  for (const { reason } of passed) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** What was passed over, a line for each kind with the first few names. `show` makes a path readable. */
export function describePassed(passed: readonly PassedOver[], show: (path: string) => string): string[] {
  return Object.entries(countPassed(passed)).map(([kind, count]) => {
    const paths = passed.filter(({ reason }) => reason === kind).map(({ path }) => show(path));
    const more = count > EXAMPLES ? ` and ${count - EXAMPLES} more` : "";
    return `  passed over ${count} ${TEXTS[kind as PassReason][count === 1 ? 0 : 1]}: ${
      paths.slice(0, EXAMPLES).join(", ")
    }${more}`;
  });
}
