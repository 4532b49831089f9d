import { MorganError } from "../../errors.ts";
import type { HubFile, HubRepository } from "./api.ts";

/** A file to fetch, and its path in the model's folder. */
export interface ChosenFile extends HubFile {
  to: string;
}

/** The files of a model that Morgan runs. */
export interface Choice {
  /** `quantized`, `fp32`, or the name of the ONNX file that was asked for. */
  variant: string;
  files: ChosenFile[];
}

const NEEDED = ["config.json", "tokenizer.json"];
/** Taken along where they are there: what the loader reads, and the licence. */
const ALSO =
  /^(tokenizer_config\.json|special_tokens_map\.json|modules\.json|sentence_bert_config\.json|config_sentence_transformers\.json|\d+_[A-Z]\w*\/config\.json|LICENSE(\.\w+)?|README\.md)$/;
const FULL = ["onnx/model.onnx", "model.onnx"];

/** Names under which 8-bit weights lie, those for this machine's processor first. */
function quantizedNames(arch: string): string[] {
  const own = arch === "aarch64"
    ? ["onnx/model_qint8_arm64.onnx"]
    : ["onnx/model_quint8_avx2.onnx", "onnx/model_qint8_avx512.onnx"];
  return ["onnx/model_quantized.onnx", "onnx/model_int8.onnx", "model_quantized.onnx", ...own];
}

/**
 * Chooses what to fetch of a repository. Without a variant the 8-bit weights are taken, or the full ones where there are no
 * others. Throws `not_found` where it holds no model that Morgan can run, and says what to use instead.
 *
 * @param variant `quantized`, `fp32`, or the path of an ONNX file of the repository
 */
export function chooseFiles(
  repository: HubRepository,
  variant: string | undefined,
  arch: string = Deno.build.arch,
): Choice {
  const { repo } = repository;
  const files = new Map(repository.files.filter(({ path }) => isSafe(path)).map((file) => [file.path, file]));
  const first = (names: readonly string[]) => names.find((name) => files.has(name));
  const [quantized, full] = [first(quantizedNames(arch)), first(FULL)];
  const weights = variant === "quantized"
    ? quantized
    : variant === "fp32"
    ? full
    : variant === undefined
    ? quantized ?? full
    : first([variant]);
  if (weights === undefined) throw noWeights(repository, variant);
  const missing = NEEDED.filter((name) => !files.has(name));
  if (missing.length > 0) {
    throw new MorganError(
      "not_found",
      `${repo} is no model that Morgan can run: it has no ${missing.join(" and no ")}.`,
      {
        hint: "Choose a sentence-embedding model with a tokenizer.json and ONNX weights.",
      },
    );
  }
  // Weights above 2 GB lie in files of their own, which the ONNX file names.
  const data = [...files.keys()].filter((path) =>
    path.startsWith(`${weights}_data`) || path === `${weights}.data`
  );
  const chosen = [...files.values()].filter(({ path }) => NEEDED.includes(path) || ALSO.test(path));
  return {
    variant: weights === quantized ? "quantized" : weights === full ? "fp32" : weights,
    files: [
      ...chosen.map((file) => ({ ...file, to: file.path })),
      ...[weights, ...data].flatMap((path) => {
        const file = files.get(path);
        return file ? [{ ...file, to: path === weights ? loadedName(weights, data.length > 0) : path }] : [];
      }),
    ],
  };
}

/** The loader knows few names; a graph whose weights lie beside it keeps its own. */
function loadedName(weights: string, keeps: boolean): string {
  if (keeps || FULL.includes(weights)) return weights;
  return "onnx/model_quantized.onnx";
}

/** A hub's list is not trusted with paths outside the model's folder. */
function isSafe(path: string): boolean {
  return path !== "" && !path.includes("\\") && !path.startsWith("/") &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function noWeights({ repo, files }: HubRepository, variant: string | undefined): MorganError {
  const onnx = files.map(({ path }) => path).filter((path) => path.endsWith(".onnx"));
  if (onnx.length > 0) {
    const listed = onnx.slice(0, 8).join(", ");
    return new MorganError("not_found", `${repo} has no ${variant ?? "usual"} weights; it has ${listed}.`, {
      hint: `Name one, such as --variant ${onnx[0]}.`,
    });
  }
  const name = repo.split("/").at(-1);
  const gguf = files.some(({ path }) => path.endsWith(".gguf"));
  return new MorganError("not_found", `${repo} has no ONNX weights, which Morgan runs.`, {
    hint: gguf
      ? `It is a language model for Ollama: morgan models pull hf.co/${repo} --ollama.`
      : `Look for an ONNX export, such as Xenova/${name} or onnx-community/${name}, or make one with optimum-cli.`,
  });
}
