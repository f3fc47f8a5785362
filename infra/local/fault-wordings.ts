// Failures on demand in the words of sign-in and of the Bot Connector. Microsoft documents the codes, not every word.
import { randomUUID } from 'node:crypto';
import type { Wording } from './disturb.ts';
import { entraErrorBody } from './entra/entra-error.ts';

export const signInWording =
  (now: () => Date): Wording =>
  (status, request) => {
    const busy = status === 429;
    return entraErrorBody(
      {
        error: 'temporarily_unavailable',
        code: busy ? 90055 : 90033,
        message: busy ? 'There are too many incoming requests.' : 'A transient error has occurred. Please try again.',
      },
      now(),
      request.get('client-request-id') ?? randomUUID(),
    );
  };

const connectorCodes: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  412: { code: 'PreconditionFailed', message: 'Precondition failed.' },
  429: { code: 'Throttled', message: 'Too many requests' },
  502: { code: 'BadGateway', message: 'Bad gateway' },
  503: { code: 'ServiceUnavailable', message: 'Service unavailable' },
  504: { code: 'GatewayTimeout', message: 'Gateway timeout' },
};

export const connectorWording: Wording = (status) => ({
  error: connectorCodes[status] ?? { code: 'ServiceError', message: 'An unknown error occurred.' },
});
