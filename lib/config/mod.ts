export { type ConfigSources, loadConfig, type LoadedConfig, type Origin, variableName } from "./load.ts";
export { nearest } from "./nearest.ts";
export { type Config, configKeys, SECRET_KEYS } from "./schema.ts";
