export { readFirstRecord } from "./frame.ts";
export { oneAtATime } from "./one_at_a_time.ts";
export { openRecordLog, type RecordLog, type RecordLogReport } from "./record_log.ts";
