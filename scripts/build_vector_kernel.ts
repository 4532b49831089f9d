/** Assembles lib/vectors/kernel.wat to lib/vectors/kernel_wasm.ts: `deno run -A scripts/build_vector_kernel.ts`. */
import wabt from "wabt";

const source = new URL("../lib/vectors/kernel.wat", import.meta.url);
const target = new URL("../lib/vectors/kernel_wasm.ts", import.meta.url);
const assembler = await wabt();
const module = assembler.parseWat("kernel.wat", await Deno.readTextFile(source), { simd: true });
const { buffer } = module.toBinary({});
const text = btoa(String.fromCharCode(...buffer));
await Deno.writeTextFile(
  target,
  `/** Assembled from kernel.wat by scripts/build_vector_kernel.ts, base64. */\nexport const KERNEL_WASM =\n  "${text}";\n`,
);
