export { openDerived } from "./derived.ts";
export { readFirstRecord } from "./frame.ts";
export { openRecordLog, type RecordLog, type RecordLogReport } from "./record_log.ts";
