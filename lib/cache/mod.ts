/** A cache behind the interface that Redis takes too. Everything works, slower, without it. */
export { memoryCache, type MemoryCacheOptions } from "./memory.ts";

/** Text by key, each entry with a life time. */
export interface Cache {
  get(key: string): Promise<string | null>;
  /** @param ttlSeconds life time, more than 0 */
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes every key that begins with `prefix`; returns how many. */
  deletePrefix(prefix: string): Promise<number>;
  health(): Promise<CacheHealth>;
}

/** What `health()` says. */
export interface CacheHealth {
  status: "ok" | "unavailable";
  backend: "memory" | "redis";
  entries?: number;
  bytes?: number;
}
