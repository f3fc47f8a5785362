/** What may be logged of an error: its kind. Its message may quote a person's data. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The same as facts for the log, with the number under which Microsoft 365 knows the request that failed, where it gave one. */
export function errorFacts(error: unknown): { readonly error: string; readonly request?: string } {
  const request = error instanceof Error && 'requestId' in error ? error.requestId : null;
  return { error: errorName(error), ...(typeof request === 'string' ? { request } : {}) };
}
