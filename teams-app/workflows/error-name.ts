/** What may be logged of an error: its kind. Its message may quote a person's data. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

// A type and not an interface: the log takes facts by any name.
type ErrorFacts = {
  readonly error: string;
  /** What Microsoft 365 answered to the request behind the error. */
  readonly status?: number;
  readonly code?: string;
  /** The number under which Microsoft 365 knows that request. */
  readonly request?: string;
};

/** The same as facts for the log, with what is known of the request that failed, or of the one that led to the error. */
export const errorFacts = (error: unknown): ErrorFacts => ({
  error: errorName(error),
  ...(error instanceof Error ? { ...causeFacts(error.cause), ...requestFacts(error) } : {}),
});

/** Of another kind of error a code may be anything; that of a failure at Microsoft 365 is a single word. */
function causeFacts(cause: unknown): Omit<ErrorFacts, 'error'> {
  if (!(cause instanceof Error) || cause.name !== 'GraphFailure') return {};
  return {
    ...('status' in cause && typeof cause.status === 'number' ? { status: cause.status } : {}),
    ...('code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}),
    ...requestFacts(cause),
  };
}

const requestFacts = (error: Error): { readonly request?: string } =>
  'requestId' in error && typeof error.requestId === 'string' ? { request: error.requestId } : {};
