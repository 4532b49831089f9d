/** The one folder in which everything lies that Morgan keeps. */
export { writePrivate } from "./files.ts";
export { copyFolder, readIfThere } from "./files.ts";
export { checkDisk } from "./disk.ts";
export { type Home, type HomeEnv, homePaths, openHome } from "./home.ts";
export { lockData, tryLockData } from "./lock.ts";
export { isAlive } from "./process.ts";
export { readServerFile, removeServerFile, type ServerFile, writeServerFile } from "./server_file.ts";
export { ensureToken, readToken } from "./token.ts";
