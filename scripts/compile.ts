/**
 * `deno task compile [--target TARGET] [--output FILE]`: makes one binary of the whole program, `bin/morgan` by default. Targets are
 * those of `deno compile`. A binary runs its embedding model in WebAssembly, since the native library cannot be loaded
 * from within it.
 *
 * The program is bundled first, which spares the binary whole packages. The bundle lies in `dist/lib/app`, so that addresses relative to modules
 * two folders deep (`../../assets`) hold. WebAssembly files are renamed: under their own name they would be taken for modules.
 */
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const DIST = new URL("dist/", ROOT);
const APP = new URL("lib/app/", DIST);
const WASM = /\b(pglite|initdb|ort-wasm-simd-threaded)\.wasm(?=["'`])/g;

/** Files that the bundled modules look for beside themselves. */
const BESIDE = [
  new URL("./pglite.data", import.meta.resolve("@electric-sql/pglite")),
  new URL("./pglite.wasm", import.meta.resolve("@electric-sql/pglite")),
  new URL("./initdb.wasm", import.meta.resolve("@electric-sql/pglite")),
  new URL("./ort-wasm-simd-threaded.wasm", import.meta.resolve("onnxruntime-web")),
  new URL("./ort-wasm-simd-threaded.mjs", import.meta.resolve("onnxruntime-web")),
  new URL("lib/documents/pdf/cmaps.zip", ROOT),
];

/** Deno that compiles: DENO, or the one that runs this. DENORT_BIN may name the base of the binary. */
const compiler = Deno.env.get("DENO") ?? Deno.execPath();

async function run(command: string, args: string[], cwd: URL): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args, cwd, stderr: "piped" }).output();
  if (success) return;
  console.error(new TextDecoder().decode(stderr));
  Deno.exit(1);
}

async function bundle(entry: string, to: string): Promise<void> {
  const target = fileURLToPath(new URL(to, APP));
  const flags = ["--quiet", "--minify", "--platform", "deno", "--external", "*.node"];
  await run(Deno.execPath(), ["bundle", ...flags, "--output", target, entry], ROOT);
  await renameWasm(target);
}

async function renameWasm(file: string): Promise<void> {
  await Deno.writeTextFile(file, (await Deno.readTextFile(file)).replaceAll(WASM, "$1.wasm.bin"));
}

async function copyFolder(from: URL, to: URL): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) await copyFolder(new URL(`${name}/`, from), new URL(`${name}/`, to));
    else await Deno.copyFile(new URL(name, from), new URL(name, to));
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: { target: { type: "string" }, output: { type: "string", default: "bin/morgan" } },
  });
  const output = fileURLToPath(new URL(values.output, ROOT));
  await Deno.remove(DIST, { recursive: true }).catch(() => {});
  await Deno.mkdir(APP, { recursive: true });
  // The names are those that the bundled modules look for.
  await bundle("cli/main.ts", "morgan.js");
  await bundle("lib/models/embedding/onnx_worker.ts", "onnx_worker.ts");
  for (const file of BESIDE) {
    const name = (file.pathname.split("/").at(-1) ?? "").replace(/\.wasm$/, ".wasm.bin");
    const target = new URL(name, APP);
    await Deno.copyFile(file, target);
    if (name.endsWith(".mjs")) await renameWasm(fileURLToPath(target));
  }
  await copyFolder(new URL("assets/", ROOT), new URL("assets/", DIST));
  const modules = ["onnx_worker.ts", "ort-wasm-simd-threaded.mjs"].flatMap((
    name,
  ) => ["--include", `lib/app/${name}`]);
  const flags = [
    "--allow-all",
    "--no-check",
    "--no-config",
    ...modules,
    "--include",
    "lib/app",
    "--include",
    "assets",
  ];
  const target = values.target ? ["--target", values.target] : [];
  await run(compiler, ["compile", ...flags, ...target, "--output", output, "lib/app/morgan.js"], DIST);
  console.log(`${output} (${((await Deno.stat(output)).size / 1e6).toFixed(0)} MB)`);
}
