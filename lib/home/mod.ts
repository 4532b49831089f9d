/** The one folder in which everything lies that Morgan keeps. */
export { copyFolder, readIfThere, syncFolder, writePrivate } from "./files.ts";
export { checkDisk, nameFullDisk, requireSpace } from "./disk.ts";
export { type Home, type HomeEnv, homePaths, openHome } from "./home.ts";
export { isLocked, lockAtOnce, lockData, tryLockData, withLock } from "./lock.ts";
export { hasOpen, isAlive } from "./process.ts";
export { readServerFile, removeServerFile, type ServerFile, writeServerFile } from "./server_file.ts";
export { endReplacing, type OnStep, replacementFolders, replaceParts, REPLACING } from "./replace.ts";
export { removeLeftovers, removeTemporaries, temporaryName } from "./leftovers.ts";
export { ensureToken, newToken, readToken } from "./token.ts";
