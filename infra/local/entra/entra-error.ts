// Refusals of the sign-in service, in Entra's JSON.
import { randomUUID } from 'node:crypto';
import { err, type Result } from '#domain/result.ts';

export interface EntraProblem {
  readonly status: 400 | 401 | 501;
  readonly error: string;
  /** The number after AADSTS; null for what only the local tenant says. */
  readonly code: number | null;
  readonly message: string;
  readonly suberror?: string;
}

export function refuseSignIn(problem: EntraProblem): Result<never, EntraProblem> {
  return err(problem);
}

export function entraErrorBody(
  problem: Omit<EntraProblem, 'status'>,
  moment: Date,
  correlationId: string,
): Readonly<Record<string, unknown>> {
  const traceId = randomUUID();
  const timestamp = `${moment.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const prefix = problem.code === null ? '' : `AADSTS${problem.code}: `;
  return {
    error: problem.error,
    error_description: `${prefix}${problem.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: problem.code === null ? [] : [problem.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(problem.code === null ? {} : { error_uri: `https://login.microsoftonline.com/error?code=${problem.code}` }),
    ...(problem.suberror === undefined ? {} : { suberror: problem.suberror }),
  };
}
