import { openKeyring } from "../../../lib/crypto/mod.ts";

/** Two keyrings over one file: what either sealed before, during and after a rotation by one of them is opened by the other. */
export async function keys(rounds: number): Promise<string[]> {
  const folder = await Deno.makeTempDir({ prefix: "morgan-chaos-keys-" });
  const broken: string[] = [];
  try {
    const home = { keys: `${folder}/keys` };
    const both = [await openKeyring(home), await openKeyring(home)] as const;
    for (let round = 0; round < rounds; round++) {
      const [rotating, other] = round % 2 === 0 ? both : [both[1], both[0]];
      const opens = async (keyring: typeof rotating, sealed: string, when: string) => {
        const text = await keyring.open(sealed, "place").catch(String);
        if (text !== `round ${round}`) broken.push(`round ${round}, ${when}: ${text}`);
      };
      const seal = (keyring: typeof rotating) => keyring.seal(`round ${round}`, "place");
      await opens(other, await seal(rotating), "before");
      await rotating.beginRotation();
      await opens(other, await seal(rotating), "during");
      const meanwhile = await seal(other);
      await rotating.endRotation();
      await opens(rotating, meanwhile, "what the other sealed meanwhile");
      await opens(other, await seal(rotating), "after");
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return broken;
}
