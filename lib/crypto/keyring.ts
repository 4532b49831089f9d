import { join } from "node:path";
import { MorganError } from "../errors.ts";
import type { Home } from "../home/mod.ts";
import { blindWith, type DataKey, keyIdOf, openWith, sealWith } from "./envelope.ts";
import { makeKey, readKeys, writeKeys } from "./key_file.ts";

/** Which keys there are. */
export interface KeyState {
  file: string;
  /** Id of the key that new values are sealed with. */
  current: string;
  /** Ids of keys that a rotation has not yet replaced everywhere. */
  former: string[];
}

/** Seals and opens texts with the owner's key. */
export interface Keyring {
  state(): KeyState;
  /** Encrypts a text for one place, such as `table/column/id`: it can't be opened as the value of another. */
  seal(plain: string, aad: string): Promise<string>;
  /** Reads the file again for a key that another process put there. Throws `storage` where it is missing, or the value was altered or moved. */
  open(envelope: string, aad: string): Promise<string>;
  /** What stands for a text in a column that is searched for equality. */
  blind(text: string): Promise<string>;
  /** The same under each key, to search while a rotation is under way. */
  blinds(text: string): Promise<string[]>;
  /** Makes a new key the one in use and keeps the others; with one already under way, goes on with that. */
  beginRotation(): Promise<KeyState>;
  /** Drops all keys but the one in use. */
  endRotation(): Promise<KeyState>;
}

/** Where the key is. */
export interface KeyringOptions {
  /** The owner's own file; it must be there. @default `data.key` in `home.keys`, made on first use */
  keyFile?: string | undefined;
  /** Ids of the keys that stored values need: with any, a missing file is a lost key, and none is made in its place. */
  used?: ReadonlySet<string>;
}

/** Where the key is kept: the owner's own file, or Morgan's. */
export function keyPath(home: Pick<Home, "keys">, keyFile?: string): string {
  return keyFile ?? join(home.keys, "data.key");
}

/** Opens the key file. Throws `storage` for a lost or wrong key, `invalid_config` for a file that holds no key. */
export async function openKeyring(home: Pick<Home, "keys">, options: KeyringOptions = {}): Promise<Keyring> {
  const { keyFile, used = new Set<string>() } = options;
  const path = keyPath(home, keyFile);
  let keys = await readKeys(path);
  if (keys === null && keyFile !== undefined) {
    throw new MorganError(
      "invalid_config",
      `The key file ${path}, which security.key_file names, is not there.`,
      {
        hint: `Put it back, or make one: (umask 077; openssl rand -base64 32 > ${path})`,
        details: { path },
      },
    );
  }
  if (keys === null && used.size > 0) throw lost(path, [...used]);
  if (keys === null) {
    keys = [await makeKey()];
    await writeKeys(path, keys);
  }
  if (keyFile === undefined && Deno.build.os !== "windows") await Deno.chmod(path, 0o600);
  const known = keys;
  if (used.size > 0 && ![...used].some((id) => known.some((key) => key.id === id))) {
    throw wrong(path, [...used], known);
  }
  return keyringOf(path, known);
}

/** A keyring that can only say why it is none: what needs no key goes on without it. */
export function brokenKeyring(error: MorganError): Keyring {
  const fail = () => Promise.reject(error);
  return {
    state() {
      throw error;
    },
    seal: fail,
    open: fail,
    blind: fail,
    blinds: fail,
    beginRotation: fail,
    endRotation: fail,
  };
}

function keyringOf(path: string, opened: [DataKey, ...DataKey[]]): Keyring {
  let keys = opened;
  const state = (): KeyState => {
    const [current, ...former] = keys;
    return { file: path, current: current.id, former: former.map(({ id }) => id) };
  };
  const replace = async (next: [DataKey, ...DataKey[]]) => {
    // On the disk first: what a key has sealed must never outlive it.
    await writeKeys(path, next);
    keys = next;
    return state();
  };
  /** A key by its id; one that this process has never seen is looked for in the file, which another may have written since. */
  const keyOf = async (id: string): Promise<DataKey | undefined> => {
    const known = keys.find((key) => key.id === id);
    if (known) return known;
    const written = await readKeys(path);
    const found = written?.find((key) => key.id === id);
    // A file that is not of these keys takes none of them away.
    if (written && found) keys = written;
    return found;
  };
  return {
    state,
    seal: (plain, aad) => sealWith(keys[0], plain, aad),
    async open(envelope, aad) {
      const id = keyIdOf(envelope);
      if (id === undefined) throw notSealed(aad);
      const key = await keyOf(id);
      if (!key) throw wrong(path, [id], keys);
      return await openWith(key, envelope, aad);
    },
    blind: (text) => blindWith(keys[0], text),
    blinds: (text) => Promise.all(keys.map((key) => blindWith(key, text))),
    async beginRotation() {
      if (keys.length > 1) return state();
      return await replace([await makeKey(), ...keys]);
    },
    endRotation: async () => keys.length === 1 ? state() : await replace([keys[0]]),
  };
}

const NEXT =
  "Put the file back from where you keep a copy, or give up what was learned under it: morgan keys reset.";

function lost(path: string, used: readonly string[]): MorganError {
  return new MorganError("storage", `The key file ${path} is gone: what Morgan has learned cannot be read.`, {
    hint: NEXT,
    details: { path, key_ids: used },
  });
}

function wrong(path: string, used: readonly string[], known: readonly DataKey[]): MorganError {
  const has = known.map(({ id }) => id).join(", ");
  return new MorganError(
    "storage",
    `The key file ${path} holds another key (${has}) than the one that what Morgan has learned needs (${
      used.join(", ")
    }).`,
    { hint: NEXT, details: { path, key_ids: used } },
  );
}

function notSealed(aad: string): MorganError {
  return new MorganError("storage", `The value of ${aad} is no encrypted value.`, {
    hint: "Restore a backup: morgan restore FILE.",
  });
}
