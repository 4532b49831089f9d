export { changeSetting } from "./edit.ts";
export { mistypedVariables, variableName } from "./environment.ts";
export { type ConfigSources, loadConfig, type LoadedConfig, type Origin } from "./load.ts";
export { nearest } from "./nearest.ts";
export { type Config, configKeys, SECRET_KEYS, type Setting } from "./schema.ts";
export { findSetting, parseSetting, publicAddress, settingOf, shownValue } from "./setting.ts";
