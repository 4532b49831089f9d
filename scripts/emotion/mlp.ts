import { seeded } from "./random.ts";

export interface MlpOptions {
  hidden: number;
  epochs: number;
  /** Texts a step. */
  batch: number;
  /** Adam's step size at the start; it falls to zero over the run. */
  rate: number;
  /** Decoupled weight decay (Loshchilov & Hutter 2019, arXiv:1711.05101). */
  decay: number;
  /** Share of inputs, and of hidden units, that each text does without (Srivastava et al. 2014). */
  dropout: { input: number; hidden: number };
  seed: number;
  onEpoch?: (epoch: number, loss: number, network: Mlp) => void;
}

/** One hidden layer: out = outputs · relu(hidden · x + hiddenBias) + outputBias. Weights lie input-major. */
export interface Mlp {
  inputs: number;
  hidden: number;
  outputs: number;
  hiddenWeights: Float32Array;
  hiddenBias: Float32Array;
  outputWeights: Float32Array;
  outputBias: Float32Array;
}

/** Trains a network with one hidden layer by Adam (Kingma & Ba 2015, arXiv:1412.6980) on the sum of the labels' logistic losses. */
export function trainMlp(
  x: Float32Array,
  inputs: number,
  truth: Uint8Array,
  outputs: number,
  options: MlpOptions,
): Mlp {
  const { hidden, epochs, batch, seed, dropout } = options;
  const random = seeded(seed);
  const n = x.length / inputs;
  const network = initial(inputs, hidden, outputs, truth, random);
  const { hiddenWeights, hiddenBias, outputWeights, outputBias } = network;
  const { decay } = options;
  const hiddenSteps = adam(hiddenWeights, decay);
  const hiddenBiasSteps = adam(hiddenBias, 0);
  const outputSteps = adam(outputWeights, decay);
  const outputBiasSteps = adam(outputBias, 0);
  const optimizers = [hiddenSteps, hiddenBiasSteps, outputSteps, outputBiasSteps];
  const { gradient: gHidden } = hiddenSteps;
  const { gradient: gHiddenBias } = hiddenBiasSteps;
  const { gradient: gOutput } = outputSteps;
  const { gradient: gOutputBias } = outputBiasSteps;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const steps = Math.ceil(n / batch) * epochs;
  const input = new Float32Array(inputs);
  const pre = new Float64Array(hidden);
  const active = new Int32Array(hidden);
  const delta = new Float64Array(outputs);
  const back = new Float32Array(hidden);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    let loss = 0;
    for (let from = 0; from < n; from += batch) {
      const to = Math.min(n, from + batch);
      for (const { gradient } of optimizers) gradient.fill(0);
      for (let at = from; at < to; at++) {
        const row = order[at]!;
        for (let k = 0; k < hidden; k++) pre[k] = hiddenBias[k]!;
        for (let d = 0; d < inputs; d++) {
          const value = random() < dropout.input ? 0 : x[row * inputs + d]! / (1 - dropout.input);
          input[d] = value;
          if (value === 0) continue;
          const offset = d * hidden;
          for (let k = 0; k < hidden; k++) pre[k] = pre[k]! + value * hiddenWeights[offset + k]!;
        }
        let count = 0;
        for (let k = 0; k < hidden; k++) {
          back[k] = 0;
          if (pre[k]! > 0 && random() >= dropout.hidden) {
            pre[k] = pre[k]! / (1 - dropout.hidden);
            active[count++] = k;
          }
        }
        for (let o = 0; o < outputs; o++) delta[o] = outputBias[o]!;
        for (let a = 0; a < count; a++) {
          const value = pre[active[a]!]!;
          const offset = active[a]! * outputs;
          for (let o = 0; o < outputs; o++) delta[o] = delta[o]! + value * outputWeights[offset + o]!;
        }
        for (let o = 0; o < outputs; o++) {
          const p = 1 / (1 + Math.exp(-delta[o]!));
          const y = truth[row * outputs + o]!;
          loss -= Math.log(Math.max(1e-12, y === 1 ? p : 1 - p));
          delta[o] = p - y;
          gOutputBias[o] = gOutputBias[o]! + delta[o]!;
        }
        for (let a = 0; a < count; a++) {
          const k = active[a]!;
          const value = pre[k]!;
          const offset = k * outputs;
          let sum = 0;
          for (let o = 0; o < outputs; o++) {
            sum += delta[o]! * outputWeights[offset + o]!;
            gOutput[offset + o] = gOutput[offset + o]! + value * delta[o]!;
          }
          back[k] = sum / (1 - dropout.hidden);
          gHiddenBias[k] = gHiddenBias[k]! + back[k]!;
        }
        for (let d = 0; d < inputs; d++) {
          const value = input[d]!;
          if (value === 0) continue;
          const offset = d * hidden;
          for (let k = 0; k < hidden; k++) gHidden[offset + k] = gHidden[offset + k]! + value * back[k]!;
        }
      }
      step++;
      const rate = options.rate * (1 - (step - 1) / steps);
      for (const optimizer of optimizers) optimizer.step(rate, 1 / (to - from));
    }
    options.onEpoch?.(epoch, loss / n, network);
  }
  return network;
}

function initial(
  inputs: number,
  hidden: number,
  outputs: number,
  truth: Uint8Array,
  random: () => number,
): Mlp {
  const uniform = (length: number, limit: number) =>
    Float32Array.from({ length }, () => (2 * random() - 1) * limit);
  const n = truth.length / outputs;
  const share = (o: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += truth[i * outputs + o]!;
    return (sum + 1) / (n + 2);
  };
  return {
    inputs,
    hidden,
    outputs,
    hiddenWeights: uniform(inputs * hidden, Math.sqrt(6 / (inputs + hidden))),
    hiddenBias: new Float32Array(hidden),
    outputWeights: uniform(hidden * outputs, Math.sqrt(6 / (hidden + outputs))),
    outputBias: Float32Array.from({ length: outputs }, (_, o) => Math.log(share(o) / (1 - share(o)))),
  };
}

function adam(values: Float32Array, decay: number) {
  const gradient = new Float32Array(values.length);
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  let power1 = 1;
  let power2 = 1;
  return {
    gradient,
    step(rate: number, scale: number): void {
      power1 *= 0.9;
      power2 *= 0.999;
      for (let i = 0; i < values.length; i++) {
        const g = gradient[i]! * scale;
        first[i] = 0.9 * first[i]! + 0.1 * g;
        second[i] = 0.999 * second[i]! + 0.001 * g * g;
        const change = (first[i]! / (1 - power1)) / (Math.sqrt(second[i]! / (1 - power2)) + 1e-8);
        values[i] = values[i]! - rate * (change + decay * values[i]!);
      }
    },
  };
}

/** The network's scores (log-odds), a row of `outputs` per text. */
export function mlpScores(x: Float32Array, network: Mlp): Float32Array {
  const { inputs, hidden, outputs, hiddenWeights, hiddenBias, outputWeights, outputBias } = network;
  const n = x.length / inputs;
  const out = new Float32Array(n * outputs);
  const pre = new Float64Array(hidden);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < hidden; k++) pre[k] = hiddenBias[k]!;
    for (let d = 0; d < inputs; d++) {
      const value = x[row * inputs + d]!;
      for (let k = 0; k < hidden; k++) pre[k] = pre[k]! + value * hiddenWeights[d * hidden + k]!;
    }
    for (let o = 0; o < outputs; o++) {
      let sum = outputBias[o]!;
      for (let k = 0; k < hidden; k++) if (pre[k]! > 0) sum += pre[k]! * outputWeights[k * outputs + o]!;
      out[row * outputs + o] = sum;
    }
  }
  return out;
}
