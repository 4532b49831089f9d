/** Files by bucket and key, behind the interface that S3 takes too. */
export { openDiskStore } from "./disk.ts";
export { holdable, type HoldableStore } from "./hold.ts";

/** The bucket of original documents. */
export const DOCUMENTS_BUCKET = "morgan-documents";
/** The bucket of what Morgan made. */
export const ARTIFACTS_BUCKET = "morgan-artifacts";

/** What can be stored. */
export type Content = ReadableStream<Uint8Array> | Uint8Array;

/** An object's key and its size in bytes. */
export interface StoredObject {
  key: string;
  size: number;
}

/** An object as a list shows it. */
export interface ListedObject extends StoredObject {
  /** When it was stored last, by the store's own clock. */
  modified: Date;
}

/** Bytes that were received, under the name that they will have. Disposing it drops what is not stored. */
export interface StagedObject extends StoredObject, AsyncDisposable {
  /** Brings the bytes into the store, where they are not there yet or not any more. It may be called again. */
  store(): Promise<void>;
}

/**
 * Throws `not_found` for a missing object, `storage_full` when the disk is full, `invalid_input` for a name that isn't one. Closing it drops what
 * is still being received.
 */
export interface ObjectStore extends AsyncDisposable {
  /** Stores under a key of the caller's, replacing what was there. */
  put(bucket: string, key: string, content: Content, signal?: AbortSignal): Promise<StoredObject>;
  /** Stores under the SHA-256 of the bytes (64 hex digits); nothing is written if it is there already. */
  putContent(bucket: string, content: Content, signal?: AbortSignal): Promise<StoredObject>;
  /** Receives bytes and tells the SHA-256 that they will be stored under, before anybody can see them. */
  stage(bucket: string, content: Content, signal?: AbortSignal): Promise<StagedObject>;
  get(bucket: string, key: string): Promise<ReadableStream<Uint8Array>>;
  read(bucket: string, key: string): Promise<Uint8Array<ArrayBuffer>>;
  has(bucket: string, key: string): Promise<boolean>;
  /** False if there was nothing. */
  delete(bucket: string, key: string): Promise<boolean>;
  /** All objects of a bucket, in no particular order. */
  list(bucket: string): AsyncIterable<ListedObject>;
  /** The object's file on this machine, where the store has one. */
  path?(bucket: string, key: string): string;
  health(): Promise<{ status: "ok" | "unavailable"; backend: "disk" | "s3"; reason?: string }>;
}
export { USE_LOCK } from "./use.ts";
