export { multipartBody, SIZE_FIELD, type UploadFile } from "./multipart_body.ts";
export { jsonBody, jsonResponse } from "./routes.ts";
export { listen, type Listener } from "./listen.ts";
export { INSTANCE, instanceToken, isProven, newNonce, PROOF_PATH } from "./proof.ts";
export { problemResponse, toProblem } from "./problem.ts";
export { expectOk, problemError } from "./response.ts";
export { readQuery, serviceApp, type ServiceContext, type ServiceEnv } from "./service_app.ts";
export { NDJSON_HEADERS, ndjsonStream, readNdjson, readSse, SSE_HEADERS, sseStream } from "./streams.ts";
export { IN_PROCESS, inProcess, overHttp, type Transport } from "./transport.ts";
