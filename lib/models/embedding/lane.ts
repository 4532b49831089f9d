import { MorganError } from "../../errors.ts";
import type { FromWorker, OpenRequest, ToWorker } from "./protocol.ts";

/** What a lane's worker computed for one call. */
export interface LaneResult {
  vectors: Float32Array;
  inferenceMs: number;
  tokens: number;
}

/** One worker with the model in it, started when first needed, started again after a crash, closed when idle. */
export interface Lane extends Disposable {
  /** Starts the worker if none runs; resolves when the model is loaded. */
  start(): Promise<"native" | "wasm">;
  embed(texts: readonly string[], signal: AbortSignal | undefined): Promise<LaneResult>;
}

interface Job {
  resolve(result: LaneResult): void;
  reject(error: unknown): void;
}

interface Running {
  worker: Worker;
  opened: Promise<"native" | "wasm">;
  fail(error: MorganError): void;
}

/** How a lane's worker lives. */
export interface LaneOptions {
  /** Quiet after which the worker ends. @default never */
  idleMs?: number | undefined;
  /** The worker's module. @default onnx_worker.ts */
  module?: URL | undefined;
}

const WORKER = new URL("./onnx_worker.ts", import.meta.url);

/** Opens a lane; its worker starts with the first call. */
export function openLane(model: OpenRequest, options: LaneOptions = {}): Lane {
  let running: Running | undefined;
  let nextJob = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const jobs = new Map<number, Job>();

  function start(): Running {
    if (running !== undefined) return running;
    const worker = new Worker(options.module ?? WORKER, { type: "module" });
    const opened = Promise.withResolvers<"native" | "wasm">();
    opened.promise.catch(() => {});
    const self: Running = {
      worker,
      opened: opened.promise,
      fail(error) {
        if (running === self) running = undefined;
        worker.terminate();
        opened.reject(error);
        for (const job of jobs.values()) job.reject(error);
        jobs.clear();
      },
    };
    worker.onerror = (event) => {
      event.preventDefault();
      self.fail(crashed(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case "opened":
          return opened.resolve(data.runtime);
        case "open_failed":
          return self.fail(cannotOpen(model.onnxPath, data.message));
        case "embedded":
          return settle(data.job, (job) => job.resolve(data));
        case "failed":
          return settle(data.job, (job) => job.reject(crashed(data.message)));
      }
    };
    send(worker, model);
    return running = self;
  }

  function settle(id: number, how: (job: Job) => void): void {
    const job = jobs.get(id);
    jobs.delete(id);
    if (job !== undefined) how(job);
    if (jobs.size === 0) waitIdle();
  }

  function waitIdle(): void {
    clearTimeout(idle);
    if (options.idleMs === undefined) return;
    const timer = setTimeout(() => jobs.size === 0 && stop(), options.idleMs);
    Deno.unrefTimer(timer);
    idle = timer;
  }

  function stop(): void {
    clearTimeout(idle);
    running?.fail(new MorganError("cancelled", "The embedding model was closed."));
  }

  return {
    start: () => start().opened,
    embed(texts, signal) {
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      const { worker } = start();
      clearTimeout(idle);
      const id = nextJob++;
      return new Promise<LaneResult>((resolve, reject) => {
        const abort = () => {
          send(worker, { type: "cancel", job: id });
          settle(id, (job) => job.reject(signal?.reason));
        };
        const done = () => signal?.removeEventListener("abort", abort);
        jobs.set(id, {
          resolve: (result) => (done(), resolve(result)),
          reject: (error) => (done(), reject(error)),
        });
        signal?.addEventListener("abort", abort, { once: true });
        send(worker, { type: "embed", job: id, texts });
      });
    },
    [Symbol.dispose]: stop,
  };
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function crashed(reason: string): MorganError {
  return new MorganError("internal", `The embedding model stopped: ${reason}`, {
    hint: "Try again: the model is loaded anew. If it stops again, check the free memory.",
  });
}

function cannotOpen(path: string, reason: string): MorganError {
  return new MorganError("invalid_config", `The embedding model "${path}" cannot be loaded: ${reason}`, {
    hint: "Download the model again, or set another embedding model.",
  });
}
