/** Fits the gate's weights: `deno task fit:gate -- FOLDER [--questions 300]`, on both halves of a SQuAD file. */
import { parseArgs } from "node:util";
import {
  type EvidenceFeatures,
  HYBRID_FEATURES,
  LEXICAL_FEATURES,
} from "../../services/core/answer/evidence.ts";
import { askHalf } from "./refusal_run.ts";

interface Example {
  x: number[];
  y: 0 | 1;
}

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  allowPositionals: true,
  options: { questions: { type: "string", default: "300" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error("Usage: deno task fit:gate -- FOLDER [--questions 300]");
  Deno.exit(64);
}
const questions = Number(values.questions);
for (const [provider, names] of [["onnx", HYBRID_FEATURES], ["none", LEXICAL_FEATURES]] as const) {
  const halves = [];
  for (const half of [0, 1]) {
    halves.push(examples(await askHalf(folder, { half, questions, provider }), names));
  }
  const [first = [], second = []] = halves;
  for (const [train, test] of [[first, second], [second, first]] as const) {
    const weights = fit(train);
    console.log(
      `${provider}: fitted on one half, on the other:`,
      ...[0.3, 0.4, 0.5].map((t) => refusal(weights, test, t)),
    );
  }
  const all = [...first, ...second];
  const weights = fit(all);
  console.log(
    provider,
    Object.fromEntries(["bias", ...names].map((name, i) => [name, Number(weights[i]!.toFixed(2))])),
  );
}

type Run = Awaited<ReturnType<typeof askHalf>>;

function examples({ outcomes }: Run, names: readonly (keyof EvidenceFeatures)[]): Example[] {
  return outcomes.map(({ answerable, response }) => {
    const features = response.explain?.evidence?.features ?? {};
    return { x: [1, ...names.map((name) => features[name] ?? 0)], y: answerable ? 1 : 0 };
  });
}

/** Logistic regression by Newton's method with a small ridge (Hastie et al., Elements of Statistical Learning, 4.4.1). */
function fit(data: readonly Example[], ridge = 0.1): number[] {
  const n = data[0]?.x.length ?? 0;
  let weights = Array.from({ length: n }, () => 0);
  for (let step = 0; step < 30; step++) {
    const gradient = weights.map((w, i) => i === 0 ? 0 : -ridge * w);
    const hessian = weights.map((_, i) => weights.map((_, j) => i === j ? (i === 0 ? 1e-9 : ridge) : 0));
    for (const { x, y } of data) {
      const p = probability(weights, x);
      for (let i = 0; i < n; i++) {
        gradient[i]! += (y - p) * x[i]!;
        for (let j = 0; j < n; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
      }
    }
    const change = solve(hessian, gradient);
    weights = weights.map((w, i) => w + change[i]!);
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows.reduce(
      (best, row, r) => r >= i && Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? r : best,
      i,
    );
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= n; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

function probability(weights: readonly number[], x: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, w, i) => sum + w * x[i]!, 0)));
}

function refusal(weights: readonly number[], test: readonly Example[], threshold: number): string {
  const refused = test.filter(({ x }) => probability(weights, x) < threshold);
  const right = refused.filter(({ y }) => y === 0).length;
  const precision = right / refused.length, recall = right / test.filter(({ y }) => y === 0).length;
  return `at ${threshold} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)};`;
}
