/** One checksummed file with everything that Morgan keeps: made while it runs, restorable to an empty machine. */
export { type BackupOptions, type BackupSource, createBackup, removeStaging } from "./create.ts";
export { FORMAT, leftOut, type Manifest } from "./manifest.ts";
export { hasData, restoreArchive, type Restored, type RestoreOptions } from "./restore.ts";
export { saveDatabase } from "./save_database.ts";
export { checkArchive } from "./unpack.ts";
export { writeArchive } from "./write.ts";
