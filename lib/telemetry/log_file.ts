/** A log file: whole lines are appended; above `maxBytes` it is moved to `path.1` and begun anew. */
export function openLogFile(path: string, maxBytes = 5 * 1024 * 1024): ((line: string) => void) & Disposable {
  const encoder = new TextEncoder();
  const open = () => Deno.openSync(path, { append: true, create: true, mode: 0o600 });
  let file = open();
  let size = file.statSync().size;
  const write = (line: string) => {
    const bytes = encoder.encode(line);
    if (size + bytes.length > maxBytes && size > 0) {
      file.close();
      Deno.renameSync(path, `${path}.1`);
      file = open();
      size = 0;
    }
    try {
      for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
      size += bytes.length;
    } catch (error) {
      // A full disk must not take the program down for want of a log line; stderr still tells.
      console.error(`Cannot write the log ${path}: ${(error as Error).message}\n${line}`);
    }
  };
  return Object.assign(write, { [Symbol.dispose]: () => file.close() });
}
