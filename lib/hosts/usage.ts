import { cpus, freemem, totalmem } from "node:os";

/** How busy a graphics card is. */
export interface GpuUsage {
  name: string;
  /** 0 to 100. */
  percent: number;
  memory_bytes: number;
  memory_used_bytes: number;
}

/** How busy this machine is. */
export interface HostUsage {
  /** 0 to 100, over all cores. */
  cpu_percent: number;
  /** 0 to 100: what is not available to programs. */
  memory_percent: number;
  /** NVIDIA's cards; absent where there are none or their driver's `nvidia-smi` is not there. */
  gpus?: GpuUsage[];
}

/** A load is told over at least so long, so that it is one. Milliseconds. */
const LEAST_MS = 150;
/** An older measurement says nothing of now. */
const OLDEST_MS = 30_000;
const SHARED_MS = 1_000;
const GPU_TIMEOUT_MS = 2_000;

/** Measures this machine's load: since the last call, or over a moment where that was long ago. Calls within a second share a result. */
export function usageMeter(): () => Promise<HostUsage> {
  let last = sample();
  let result: Promise<HostUsage> | undefined;
  let gpusThere = true;

  async function measure(): Promise<HostUsage> {
    if (performance.now() - last.at > OLDEST_MS || performance.now() - last.at < LEAST_MS) {
      last = sample();
      await new Promise((resolve) => setTimeout(resolve, LEAST_MS));
    }
    const before = last;
    last = sample();
    const gpus = gpusThere ? await readGpus() : null;
    // A card does not appear while the machine runs.
    if (!gpus) gpusThere = false;
    return {
      cpu_percent: share(last.busy - before.busy, last.all - before.all),
      memory_percent: share(totalmem() - freemem(), totalmem()),
      ...(gpus && gpus.length > 0 ? { gpus } : {}),
    };
  }
  return () => {
    if (!result || performance.now() - last.at > SHARED_MS) result = measure();
    return result;
  };
}

interface Sample {
  at: number;
  busy: number;
  all: number;
}

function sample(): Sample {
  let [busy, all] = [0, 0];
  for (const { times: { user, nice, sys, idle, irq } } of cpus()) {
    busy += user + nice + sys + irq;
    all += user + nice + sys + irq + idle;
  }
  return { at: performance.now(), busy, all };
}

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.round(Math.min(100, Math.max(0, 100 * part / whole)) * 10) / 10;
}

/** NVIDIA's cards by their driver's own tool; null where that is not there. */
async function readGpus(): Promise<GpuUsage[] | null> {
  try {
    const { success, stdout } = await new Deno.Command("nvidia-smi", {
      args: ["--query-gpu=name,utilization.gpu,memory.total,memory.used", "--format=csv,noheader,nounits"],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
      signal: AbortSignal.timeout(GPU_TIMEOUT_MS),
    }).output();
    return success ? parseGpus(new TextDecoder().decode(stdout)) : null;
  } catch {
    return null;
  }
}

/** The lines of `nvidia-smi --query-gpu=name,utilization.gpu,memory.total,memory.used --format=csv,noheader,nounits`; memory in MiB. */
export function parseGpus(csv: string): GpuUsage[] {
  return csv.trim().split("\n").filter(Boolean).map((line) => {
    const [used, total, percent, ...name] = line.split(",").map((cell) => cell.trim()).reverse();
    // "[N/A]" stands for what a card does not tell.
    const number = (text: string | undefined) => Number.isFinite(Number(text)) ? Number(text) : 0;
    return {
      name: name.reverse().join(", "),
      percent: number(percent),
      memory_bytes: number(total) * 2 ** 20,
      memory_used_bytes: number(used) * 2 ** 20,
    };
  });
}
