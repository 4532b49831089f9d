import type { InferenceSession, Tensor, TypedTensor } from "onnxruntime-node";

/** An encoder that is loaded: token ids of one text in, one vector per token out (one in all where the graph pools). */
export interface Encoder {
  readonly runtime: "native" | "wasm";
  run(ids: readonly number[]): Promise<Hidden>;
}

/** Output of an encoder: `data` is vectors × dimension. */
export interface Hidden {
  data: Float32Array;
  dimension: number;
}

type Int64TensorFactory = (data: BigInt64Array, dims: readonly number[]) => TypedTensor<"int64">;

/** Loads an ONNX file by the native library, or by WebAssembly where that can't load and `runtime` is "auto". */
export async function openEncoder(
  path: string,
  options: { runtime: "auto" | "native" | "wasm"; threads: number },
): Promise<Encoder> {
  if (options.runtime === "wasm") return await openWasm(path);
  let native: typeof import("onnxruntime-node");
  try {
    native = await loadNative();
  } catch (error) {
    if (options.runtime === "native") throw error;
    return await openWasm(path);
  }
  const session = await native.InferenceSession.create(path, {
    executionProviders: ["cpu"],
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    // Threads that spin while they wait starve the rest of a small machine.
    extra: { session: { intra_op: { allow_spinning: "0" }, inter_op: { allow_spinning: "0" } } },
  });
  return encoder("native", session, (data, dims) => new native.Tensor("int64", data, dims));
}

/**
 * The only place that loads the native library. It reads the variable as it loads; without it, it keeps a device id and a
 * database in the user's cache folder and sends usage to its maker.
 */
async function loadNative(): Promise<typeof import("onnxruntime-node")> {
  Deno.env.set("ORT_DISABLE_TELEMETRY", "1");
  return await import("onnxruntime-node");
}

async function openWasm(path: string): Promise<Encoder> {
  const web = await import("onnxruntime-web");
  web.env.wasm.numThreads = 1;
  const session = await web.InferenceSession.create(await Deno.readFile(path), {
    executionProviders: ["wasm"],
  });
  return encoder("wasm", session, (data, dims) => new web.Tensor("int64", data, dims));
}

function encoder(
  runtime: "native" | "wasm",
  session: InferenceSession,
  tensor: Int64TensorFactory,
): Encoder {
  const output = ["last_hidden_state", "token_embeddings", "sentence_embedding"]
    .find((name) => session.outputNames.includes(name)) ?? session.outputNames[0];
  if (output === undefined) throw new Error("the ONNX graph has no output");
  return {
    runtime,
    async run(ids) {
      const dims = [1, ids.length];
      const feeds: Record<string, Tensor> = {};
      for (const name of session.inputNames) {
        if (name === "input_ids") feeds[name] = tensor(BigInt64Array.from(ids, BigInt), dims);
        else if (name === "attention_mask") {
          feeds[name] = tensor(new BigInt64Array(ids.length).fill(1n), dims);
        } else if (name === "token_type_ids") feeds[name] = tensor(new BigInt64Array(ids.length), dims);
        else throw new Error(`the ONNX graph asks for an input that is not known: ${name}`);
      }
      const result = (await session.run(feeds, [output]))[output];
      if (result === undefined || !(result.data instanceof Float32Array)) {
        throw new Error(`the ONNX graph's output ${output} is not float32`);
      }
      return { data: result.data, dimension: result.dims.at(-1) ?? 0 };
    },
  };
}
