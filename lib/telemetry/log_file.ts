/** How a log file is kept. */
export interface LogFileOptions {
  /** Above this it is moved to `path.1` and begun anew. @default 5 MiB */
  maxBytes?: number;
  /** Former files that are kept, `path.1` the newest. @default 1 */
  generations?: number;
  /** Told of a line that could not be written. @default writes both to stderr */
  onFailure?: (error: Error, line: string) => void;
}

/** A log file to which whole lines are appended. A full disk must not take the program down for want of a log line. */
export function openLogFile(
  path: string,
  { maxBytes = 5 * 1024 * 1024, generations = 1, onFailure = tellStderr(path) }: LogFileOptions = {},
): ((line: string) => void) & Disposable {
  const encoder = new TextEncoder();
  const open = () => Deno.openSync(path, { append: true, create: true, mode: 0o600 });
  let file = open();
  let size = file.statSync().size;
  const write = (line: string) => {
    const bytes = encoder.encode(line);
    try {
      if (size + bytes.length > maxBytes && size > 0) {
        file.close();
        // Another process may have moved the file meanwhile: then this one only goes over to the new one.
        if ((sizeOf(path) ?? 0) >= size) rotate(path, generations);
        file = open();
        size = file.statSync().size;
      }
      for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
      size += bytes.length;
    } catch (error) {
      onFailure(error instanceof Error ? error : new Error(String(error)), line);
    }
  };
  return Object.assign(write, { [Symbol.dispose]: () => file.close() });
}

function tellStderr(path: string): NonNullable<LogFileOptions["onFailure"]> {
  return (error, line) => console.error(`Cannot write the log ${path}: ${error.message}\n${line}`);
}

function rotate(path: string, generations: number): void {
  for (let n = generations - 1; n >= 1; n--) {
    if (sizeOf(`${path}.${n}`) !== undefined) Deno.renameSync(`${path}.${n}`, `${path}.${n + 1}`);
  }
  Deno.renameSync(path, `${path}.1`);
}

function sizeOf(path: string): number | undefined {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
