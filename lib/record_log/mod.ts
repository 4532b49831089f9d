export { openRecordLog, type RecordLog, type RecordLogReport } from "./record_log.ts";
