export { runExtractProcess as readDocuments } from "../../lib/documents/extract_process.ts";
