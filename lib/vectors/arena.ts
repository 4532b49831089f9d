import { MorganError } from "../errors.ts";
import { BLOCK, openKernel, type Scan } from "./kernel.ts";

const PAGE = 65_536;
const MAX_PAGES = 65_536;

/** Rows of float32 in one WebAssembly memory, and their dot products with a query. */
export interface Arena {
  readonly rows: number;
  readonly memoryBytes: number;
  /** Adds rows (n × dimension floats); returns the first one's number. */
  append(vectors: Float32Array): number;
  /** Dot products of a query with the rows from..to; the view is valid until the next call. */
  scan(query: Float32Array, ranges: readonly (readonly [from: number, to: number])[]): Float32Array;
  /** A row's values, a copy. */
  read(from: number, rows: number): Float32Array;
}

/** Makes an arena for rows of `dimension` floats. Layout: query, rows, and free room in which scores are written. */
export function makeArena(
  dimension: number,
  kernel: (memory: WebAssembly.Memory) => Scan = openKernel,
): Arena {
  const blocks = Math.ceil(dimension / BLOCK);
  const stride = blocks * BLOCK * 4;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
  const scan = kernel(memory);
  const base = stride;
  let rows = 0;

  function reserve(total: number): void {
    const need = base + total * (stride + 4);
    if (need <= memory.buffer.byteLength) return;
    const pages = Math.ceil(Math.max(need, memory.buffer.byteLength * 1.25) / PAGE);
    try {
      memory.grow(
        Math.min(MAX_PAGES, Math.max(pages, Math.ceil(need / PAGE))) - memory.buffer.byteLength / PAGE,
      );
      if (need > memory.buffer.byteLength) throw new RangeError("maximum reached");
    } catch (cause) {
      throw new MorganError("unavailable", "The vector index does not fit in memory.", {
        cause,
        hint: "Free some memory or remove documents; above about 2 million chunks, use Qdrant.",
      });
    }
  }
  reserve(0);

  return {
    get rows() {
      return rows;
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
    append(vectors) {
      const count = vectors.length / dimension;
      reserve(rows + count);
      const floats = new Float32Array(memory.buffer);
      for (let i = 0; i < count; i++) {
        const at = (base + (rows + i) * stride) / 4;
        floats.set(vectors.subarray(i * dimension, (i + 1) * dimension), at);
        floats.fill(0, at + dimension, at + stride / 4);
      }
      const first = rows;
      rows += count;
      return first;
    },
    scan(query, ranges) {
      const floats = new Float32Array(memory.buffer);
      floats.fill(0, 0, stride / 4);
      floats.set(query.subarray(0, dimension), 0);
      const out = base + rows * stride;
      for (const [from, to] of ranges) scan(0, base + from * stride, to - from, blocks, out + from * 4);
      return new Float32Array(memory.buffer, out, rows);
    },
    read(from, count) {
      const floats = new Float32Array(memory.buffer);
      const result = new Float32Array(count * dimension);
      for (let i = 0; i < count; i++) {
        const at = (base + (from + i) * stride) / 4;
        result.set(floats.subarray(at, at + dimension), i * dimension);
      }
      return result;
    },
  };
}
