/** Resolves when `holds` does; throws after a minute. @param what names in the error what did not come about */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!await holds()) {
    if (performance.now() > deadline) throw new Error(`It did not come about in a minute: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
