export { changeSetting } from "./edit.ts";
export { type ConfigSources, loadConfig, type LoadedConfig, type Origin, variableName } from "./load.ts";
export { nearest } from "./nearest.ts";
export { type Config, configKeys, SECRET_KEYS, type Setting } from "./schema.ts";
export { findSetting, parseSetting, publicAddress, shownValue } from "./setting.ts";
