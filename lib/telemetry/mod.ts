export {
  errorFields,
  type Logger,
  type LogOptions,
  serviceLogger,
  startLogging,
  stopLogging,
} from "./log.ts";
export { openLogFile } from "./log_file.ts";
export { createMetrics, type Metrics, timed, watchDatabase } from "./metrics.ts";
