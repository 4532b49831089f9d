import type { Cache } from "./mod.ts";

export interface MemoryCacheOptions {
  /** Bytes of keys and values (UTF-16) that are kept at most. @default {33554432} */
  maxBytes?: number;
  /** Milliseconds since some start; tests give their own. @default {performance.now} */
  now?: () => number;
}

interface Entry {
  value: string;
  bytes: number;
  expires: number;
}

/** A least-recently-used cache in this process. Values larger than the whole cache are not kept. */
export function memoryCache(options: MemoryCacheOptions = {}): Cache {
  const { maxBytes = 32 * 1024 * 1024, now = () => performance.now() } = options;
  // A Map iterates in the order of insertion: the first entry is the one that was used least recently.
  const entries = new Map<string, Entry>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return Promise.resolve(null);
      entries.delete(key);
      if (entry.expires <= now()) {
        total -= entry.bytes;
        return Promise.resolve(null);
      }
      entries.set(key, entry);
      return Promise.resolve(entry.value);
    },
    set(key, value, ttlSeconds) {
      remove(key);
      const bytes = 2 * (key.length + value.length);
      if (bytes > maxBytes || !(ttlSeconds > 0)) return Promise.resolve();
      entries.set(key, { value, bytes, expires: now() + ttlSeconds * 1000 });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break;
        remove(oldest);
      }
      return Promise.resolve();
    },
    delete(key) {
      remove(key);
      return Promise.resolve();
    },
    deletePrefix(prefix) {
      const keys = [...entries.keys()].filter((key) => key.startsWith(prefix));
      for (const key of keys) remove(key);
      return Promise.resolve(keys.length);
    },
    health: () => Promise.resolve({ status: "ok", backend: "memory", entries: entries.size, bytes: total }),
  };
}
