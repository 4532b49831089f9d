import { KERNEL_WASM } from "./kernel_wasm.ts";

/** Writes the dot product of the query with each of `rows` rows to `out`; addresses in bytes, rows of 16 × blocks floats. */
export type Scan = (query: number, row: number, rows: number, blocks: number, out: number) => void;

/** Floats per step of the kernel; rows are padded to a multiple of it. */
export const BLOCK = 16;

/** The kernel in WebAssembly SIMD; where that is not supported, in JavaScript. */
export function openKernel(memory: WebAssembly.Memory): Scan {
  const bytes = Uint8Array.from(atob(KERNEL_WASM), (char) => char.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) return scriptKernel(memory);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const { scan } = instance.exports;
  if (typeof scan !== "function") return scriptKernel(memory);
  return (query, row, rows, blocks, out) => {
    scan(query, row, rows, blocks, out);
  };
}

/** The same sums in the same order, rounded to float32 as the SIMD lanes are. */
export function scriptKernel(memory: WebAssembly.Memory): Scan {
  const lanes = new Float32Array(BLOCK);
  return (query, row, rows, blocks, out) => {
    const floats = new Float32Array(memory.buffer);
    const [q, o] = [query / 4, out / 4];
    for (let r = 0, start = row / 4; r < rows; r++, start += blocks * BLOCK) {
      lanes.fill(0);
      for (let i = 0; i < blocks * BLOCK; i++) {
        lanes[i % BLOCK] = lanes[i % BLOCK]! + Math.fround(floats[q + i]! * floats[start + i]!);
      }
      floats[o + r] = Math.fround(quarter(lanes, 0) + quarter(lanes, 1)) +
        Math.fround(quarter(lanes, 2) + quarter(lanes, 3));
    }
  };
}

function quarter(lanes: Float32Array, i: number): number {
  const half = (at: number) => Math.fround(lanes[at + i]! + lanes[at + 4 + i]!);
  return Math.fround(half(0) + half(8));
}
