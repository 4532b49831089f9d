import type { DocumentEvent, ProgressEvent } from "./contract.ts";

/** What happens to a document while it is ingested. */
export type IngestionStep = ProgressEvent | DocumentEvent;

/** Carries what happens to documents from the job that works on them to whoever waits for them. */
export interface IngestEvents {
  emit(documentId: string, event: IngestionStep): void;
  /** Calls `listener` with each event of one document until disposed. */
  listen(documentId: string, listener: (event: IngestionStep) => void): Disposable;
}

/** Events within this process. */
export function ingestEvents(): IngestEvents {
  const listeners = new Map<string, Set<(event: IngestionStep) => void>>();
  return {
    emit(documentId, event) {
      for (const listener of listeners.get(documentId) ?? []) listener(event);
    },
    listen(documentId, listener) {
      const own = listeners.get(documentId) ?? new Set();
      listeners.set(documentId, own.add(listener));
      return {
        [Symbol.dispose]() {
          own.delete(listener);
          if (own.size === 0) listeners.delete(documentId);
        },
      };
    },
  };
}
