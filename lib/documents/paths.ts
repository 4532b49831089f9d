/**
 * Whether a document's path is `folder` itself or lies below it. Slashes at the folder's end change nothing; a name that merely begins alike
 * lies elsewhere. The empty folder and `.` are above all.
 */
export function isUnder(path: string, folder: string): boolean {
  const { itself, insides } = placesUnder(folder);
  return path === itself || insides.some((inside) => path.startsWith(inside));
}

/** What `isUnder` means for a database: the path is `itself`, or begins with one of `insides`. */
export function placesUnder(folder: string): { itself: string; insides: string[] } {
  const plain = folder.replace(/^(\.\/+)+(?=.)/, "");
  if (plain === "" || plain === "." || plain === "./") return { itself: "", insides: [""] };
  const windows = WINDOWS.test(plain);
  const itself = plain.replace(windows ? /[\\/]+$/ : /\/+$/, "");
  return { itself, insides: windows ? [`${itself}\\`, `${itself}/`] : [`${itself}/`] };
}

/** Whole paths of Windows, where either slash separates: a drive or a network share. */
const WINDOWS = /^(?:[a-z]:(?:[\\/]|$)|\\\\)/i;
