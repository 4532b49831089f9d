import type { ConnectionOptions } from "node:tls";
import { MorganError } from "../errors.ts";
import type { Address } from "./address.ts";

/**
 * What TLS is told for an address. `require` encrypts without asking who answers, unless a root certificate is given; `verify-ca` wants the
 * server's certificate signed by it, `verify-full` also made out to the host. Throws `invalid_config` for a file that cannot be read.
 */
export async function tlsOf(address: Address, host: string): Promise<ConnectionOptions> {
  const [ca, cert, key] = await Promise.all([
    read("sslrootcert", address.sslrootcert),
    read("sslcert", address.sslcert),
    read("sslkey", address.sslkey),
  ]);
  const trusts = address.sslmode.startsWith("verify") || (address.sslmode === "require" && ca !== undefined);
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    // An address is no name to ask for (RFC 6066, section 3).
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    rejectUnauthorized: trusts,
    ...(address.sslmode === "verify-full" ? {} : { checkServerIdentity: () => undefined }),
  };
}

async function read(parameter: string, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    throw new MorganError(
      "invalid_config",
      `The file of ${parameter} in database.url, ${path}, cannot be read.`,
      {
        cause: error,
        hint: "Give the path of a file in PEM format that Morgan's user may read.",
        details: { key: "database.url" },
      },
    );
  }
}
