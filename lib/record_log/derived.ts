import { MorganError } from "../errors.ts";

/**
 * Opens a log of what can be made anew from what is stored elsewhere: one that is damaged, or that another model or analyzer made,
 * is removed and begun again. `onRemade` is told why; whoever opens it adds what it lacks.
 */
export async function openDerived<T>(
  path: string,
  open: (path: string) => Promise<T>,
  onRemade: (reason: string) => void,
): Promise<T> {
  try {
    return await open(path);
  } catch (error) {
    if (!(error instanceof MorganError) || !isUseless(error)) throw error;
    onRemade(error.message);
    await Deno.remove(path, { recursive: true });
    return await open(path);
  }
}

function isUseless({ code, details }: MorganError): boolean {
  return code === "model_mismatch" || details?.reason === "damaged";
}
