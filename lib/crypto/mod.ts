/** Encryption at rest of what is personal: AES-256-GCM with a key that the owner holds. */
export { keyIdOf } from "./envelope.ts";
export { readKeys, writeKeys } from "./key_file.ts";
export {
  brokenKeyring,
  keyPath,
  type Keyring,
  type KeyringOptions,
  type KeyState,
  openKeyring,
} from "./keyring.ts";
